import type { JsonValue } from '@credence/domain';

import { answerOf, granted, saidOf } from './answers.ts';
import type { Attack, Prepared, Stage } from './guard.ts';
import { against, appeal, listing, measure } from './papers.ts';
import { listed } from './stages.ts';
import { justice, type Person } from './world.ts';
import { market } from '../support/world.ts';

type Browsing = Exclude<Person, 'machine'>;
type Change = Readonly<Record<string, JsonValue>>;
type Said = Pick<Attack, 'says' | 'refusal'> & { readonly trace?: Attack['trace'] };

const open = async (world: Prepared, person: Person, of: number, said: JsonValue, code = '') =>
  saidOf(await world.openCase(person, of, said), code);

/** A listing is proposed with one thing wrong; of the same organisation it is lawful without. */
export function proposal(
  of: number,
  change: Change,
  said: Said,
  person: Person = 'strongest',
): Attack {
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: async (world) =>
      open(world, person, of, listing(of, await world.record(of), change), said.refusal),
    lawful: async (world) => open(world, 'officer', of, listing(of, await world.record(of))),
  };
}

/** A record that no list takes; its twin, which differs in that alone, may be proposed. */
export function unfit(of: number, twin: number, said: Said): Attack {
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: async (world) =>
      open(world, 'strongest', of, listing(of, await world.record(of)), said.refusal),
    lawful: async (world) =>
      open(world, 'strongest', twin, listing(twin, await world.record(twin))),
  };
}

interface Step {
  readonly stage: Stage;
  readonly act: string;
  readonly content: JsonValue;
  readonly person?: Person;
}

/** A step in a case, and the same step in a case where nothing stands against it. */
export function step(wrong: Step, right: Partial<Step>, said: Said): Attack {
  const take = async (world: Prepared, taken: Step): Promise<string> => {
    const { stage, act, content, person = 'officer' } = taken;
    return world.act(person, { caseId: world.stage[stage], act, content }, said.refusal);
  };
  return {
    ...{ by: 'http', trace: 'conditions', ...said },
    attempt: (world) => take(world, wrong),
    lawful: (world) => take(world, { ...wrong, ...right }),
  };
}

const takeBack = (world: Prepared, caseId: string): Promise<string> =>
  world.act('strongest', { caseId, act: 'withdrawn', content: { reason: '撤回' } });

/** A measure under the listing that is in effect. */
export function ordered(
  wrong: { readonly of: number; readonly change?: Change },
  right: Change,
  said: Said,
): Attack {
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: (world) =>
      open(
        world,
        'strongest',
        wrong.of,
        measure(world.listing, { ...right, ...wrong.change }),
        said.refusal,
      ),
    // Taken back at once: each measure of the listing is there for one attack after the other.
    lawful: async (world) => {
      const outcome = await world.openCase('strongest', listed, measure(world.listing, right));
      return outcome.kind === 'recorded' ? takeBack(world, outcome.caseId) : saidOf(outcome);
    },
  };
}

/** What the organisation begins, and somebody else wants to steer. */
export function begun(
  kind: 'objection' | 'repair',
  wrong: Omit<Step, 'stage'>,
  right: Omit<Step, 'stage'>,
  said: Said,
): Attack {
  const began = new WeakMap<Prepared, Promise<string>>();
  const begin = async (world: Prepared): Promise<string> => {
    const content = against(kind, await world.record(listed));
    const outcome = await world.openCase('representative', listed, content);
    if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome.caseId;
  };
  const take = async (world: Prepared, taken: Omit<Step, 'stage'>): Promise<string> => {
    const id = began.get(world) ?? begin(world);
    began.set(world, id);
    const { act, content, person = 'strongest' } = taken;
    return world.tell(person, { caseId: await id, act, content }, said.refusal);
  };
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: (world) => take(world, wrong),
    lawful: (world) => take(world, right),
  };
}

/** The same document a second time, after it led to a listing. */
export function again(of: number, said: Said): Attack {
  const put = async (world: Prepared, number: number): Promise<string> =>
    open(world, 'strongest', number, listing(number, await world.record(number)), said.refusal);
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: (world) => put(world, listed),
    lawful: (world) => put(world, of),
  };
}

/** An appeal that goes back to the desk it is against. */
export function appealTo(said: Said): Attack {
  const put = (own: string) => (world: Prepared) =>
    open(world, 'representative', listed, appeal(world.listing, own), said.refusal);
  return {
    ...{ by: 'use case', trace: 'conditions', ...said },
    attempt: put(market),
    lawful: put(justice),
  };
}

/** A record that was annulled; its twin stands. */
export function onEnded(of: number, twin: number, said: Said): Attack {
  return {
    ...unfit(of, twin, said),
    attempt: async (world) => {
      await world.annul(of);
      return open(world, 'strongest', of, listing(of, await world.record(of)), said.refusal);
    },
  };
}

/** What anybody reports, put in the place of a decision. */
export function reported(of: number, said: Said): Attack {
  return {
    ...proposal(of, {}, said),
    attempt: async (world) => {
      const subjectId = await world.home(of);
      const recordId = await world.record(of);
      const outcome = await world.system.casework.reportError({
        ...{ subjectId, recordId, field: 'other', text: '听说这家公司有更多问题' },
      });
      if (outcome.kind !== 'reported') throw new Error(JSON.stringify(outcome));
      return open(world, 'strongest', of, listing(of, outcome.number), said.refusal);
    },
  };
}

/** Two hands for one decision, and one who said he has an interest. */
export const ownSignature: Attack = step(
  { stage: 'own-draft', act: 'reviewed', content: {}, person: 'strongest' },
  { stage: 'draft', person: 'legal' },
  { says: 'Whoever wrote a decision also reviews it.', refusal: 'case-same-role' },
);

export const interested: Attack = {
  ...step(
    { stage: 'draft', act: 'approved', content: {}, person: 'head' },
    {},
    {
      says: 'Somebody approves although an interest of his was declared.',
      refusal: 'case-conflict-of-interest',
    },
  ),
  attempt: async (world) => {
    const caseId = world.stage.draft;
    const content = { official: 'head', reason: '近亲属任职' };
    const told = await world.act('legal', { caseId, act: 'conflict-declared', content });
    if (told !== granted) throw new Error(told);
    const approve = { caseId, act: 'approved', content: {} };
    return world.act('head', approve, 'case-conflict-of-interest');
  },
  // Nothing else stands in the way of somebody else in that office.
  lawful: (world) =>
    world.act('deputy', { caseId: world.stage.draft, act: 'approved', content: {} }),
};

const openMeasure = async (
  world: Prepared,
  person: Browsing,
  given: { readonly measure: string; readonly cause: string; readonly body: string },
  wanted = '',
): Promise<string> => {
  const { measure: code, cause, body } = given;
  const capacity = code === 'work_safety_limits' ? 'emergency_management' : 'market_supervision';
  const review = person === 'stranger' ? market : justice;
  const form = {
    ...{ subject: await world.home(listed), open: `${code} ${cause}`, about: cause },
    ...{ capacity, review, body },
  };
  const answer = await world.post('/desk/cases/new', Object.entries(form), person);
  const caseId = answer.headers.get('location')?.split('/').at(-1);
  const said = await answerOf(answer, wanted);
  return said === granted && person === 'officer' ? takeBack(world, caseId ?? '') : said;
};

/** A measure of a field that the breach behind the listing has nothing to do with. */
export const foreignMeasure: Attack = {
  says: 'A measure of another field is ordered under a listing.',
  ...{ by: 'http', refusal: 'case-measure-not-announced', trace: 'conditions' },
  attempt: (world) =>
    openMeasure(
      world,
      'officer',
      { measure: 'work_safety_limits', cause: world.listing, body: market },
      'case-measure-not-announced',
    ),
  lawful: (world) =>
    openMeasure(world, 'officer', {
      ...{ measure: 'pledge_procedure_excluded', cause: world.listing, body: market },
    }),
};

const weighing = new WeakMap<Prepared, string>();

/** One measure more, each lawful for itself, by another authority and for another decision. */
export const oneMeasureTooMany: Attack = {
  says: 'Another authority adds a measure, until all that bind a firm weigh too much.',
  ...{ by: 'http', refusal: 'case-burden-too-heavy', trace: 'conditions' },
  attempt: async (world) => {
    const content = measure(world.listing, { measure: 'key_supervision' });
    const opened = await world.openCase('strongest', listed, content);
    if (opened.kind !== 'recorded') return saidOf(opened);
    weighing.set(world, opened.caseId);
    const taken = await world.act('strongest', {
      ...{ caseId: opened.caseId, act: 'accepted', content: {} },
    });
    if (taken !== granted) return taken;
    return openMeasure(
      world,
      'stranger',
      { measure: 'work_safety_limits', cause: world.other, body: justice },
      'case-burden-too-heavy',
    );
  },
  // The one that was there before is taken back; nothing else stood in the way.
  lawful: async (world) => {
    const back = await takeBack(world, weighing.get(world) ?? '');
    if (back !== granted) return back;
    return openMeasure(world, 'stranger', {
      ...{ measure: 'work_safety_limits', cause: world.other, body: justice },
    });
  },
};
