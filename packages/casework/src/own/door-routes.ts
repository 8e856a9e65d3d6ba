import { type CivilDate, problem, type Refusal } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case/case.ts';
import { foldCase } from '../case/fold-case.ts';
import { judgeOpening } from '../case/judge/judge-action.ts';
import { decidedIn } from '../case/condition/signed.ts';
import { editionOn, recordOf } from '../case/law/law-of-case.ts';
import { repairLaw } from '../case/law/repair-law.ts';
import { listClocks } from '../case/standing/list-clocks.ts';
import type { PartySeat } from '../case/desk/party-seat.ts';
import { standing } from '../case/standing/standing.ts';
import { sameTarget, targetId } from '../case/target-id.ts';
import type { CaseActionKind, CaseDesks, CaseMatter, CaseOpened } from '../entry/case-payload.ts';
import type { EvaluationPayload } from '../entry/evaluation-payload.ts';
import type { LifeEventState } from '../life/fold-life.ts';
import type { AgencyRow } from '../port/register.ts';
import type { Behind } from '../promulgate/find-behind.ts';
import { doorChoices, type DoorChoice, type DoorPoint, type DoorRoute } from './own.ts';
import type { DoorTarget } from './own.ts';

/** What the routes of a door follow from. */
export interface DoorWorld {
  readonly world: CaseWorld;
  readonly target: DoorTarget;
  readonly today: CivilDate;
  /** Keeps the register and checks its own part. */
  readonly platform?: string;
  /** Who is above a desk, and who decides appeals against it, but for units that decided already. */
  readonly behind: (desk: string, decided?: ReadonlySet<string>) => Behind;
  readonly agencies: readonly AgencyRow[];
  /** Of a party in a case about somebody else. */
  readonly seat?: PartySeat;
}

/** The choices before a record, a case or an evaluation, each with where it leads and what stands against it. */
export function doorRoutes(asked: DoorWorld): readonly DoorRoute[] {
  const isSaidElsewhere = ['evaluation', 'event'].includes(asked.target.kind);
  const choices = isSaidElsewhere ? ofEvaluation : doorChoices;
  return choices.map((choice) => routeOf(asked, choice));
}

/** Nothing is put right or explained in an evaluation or an event: records and cases are for that. */
const ofEvaluation: readonly DoorChoice[] = ['wrong', 'disagree', 'someone-else'];

/** One choice of the five. */
export function routeOf(asked: DoorWorld, choice: DoorChoice): DoorRoute {
  const nothing = { toShow: [], pledge: false, clocks: [] };
  const heard = heardAct(asked, choice);
  if (heard !== undefined) {
    return { choice, leads: { kind: 'act', act: heard }, refused: [], ...nothing };
  }
  const planned = planOf(asked, choice, [{ text: '…', evidence: [] }]);
  const leads = { kind: 'open', case: caseOf[choice] } as const;
  if (planned.kind === 'refused') {
    return { choice, leads, refused: [planned.problem], ...nothing };
  }
  const { opened } = planned;
  const { world, today } = asked;
  const judged = judgeOpening(opened, world);
  const file = foldCase([opened]);
  const law = repairOf(file, asked);
  return {
    ...{ choice, leads, toShow: law?.toShow ?? [], pledge: law?.pledge ?? false },
    refused: judged.kind === 'allowed' ? [] : judged.problems,
    ...(law?.earliestOn === undefined ? {} : { opensOn: law.earliestOn }),
    clocks: listClocks(file, { ...world, docket: docketWith(world, file) }, today),
    ...(choice === 'someone-else' ? unitOf(asked, opened.desks.own) : {}),
  };
}

function unitOf({ agencies }: DoorWorld, unit: string): Pick<DoorRoute, 'decidedBy'> {
  const name = agencies.find(({ code }) => code === unit)?.name;
  return name === undefined ? {} : { decidedBy: name };
}

const caseOf = {
  wrong: 'objection',
  disagree: 'objection',
  explain: 'reply',
  'put-right': 'repair',
  'someone-else': 'appeal',
} as const satisfies Readonly<Record<DoorChoice, CaseMatter['case']>>;

/** Before a decision everything that is said is a statement, and somebody else means a hearing. */
const beforeDecision = {
  wrong: 'stated',
  disagree: 'stated',
  explain: 'stated',
  'put-right': 'stated',
  'someone-else': 'hearing-asked',
} as const satisfies Readonly<Record<DoorChoice, CaseActionKind>>;

/** The step in a running case that a choice leads to; undefined where a case is opened instead. */
function heardAct(
  { world, target, today, seat }: DoorWorld,
  choice: DoorChoice,
): 'stated' | 'hearing-asked' | undefined {
  const file = target.kind === 'case' ? world.docket.get(target.caseId) : undefined;
  const found = file === undefined ? undefined : standing(file, world, today);
  const open = (wanted: CaseActionKind) =>
    found?.offers.some(
      ({ act, part, refused }) =>
        act === wanted && part === (seat?.as ?? 'subject') && refused.length === 0,
    ) === true;
  const act = beforeDecision[choice];
  if (open(act)) return act;
  // Where a hearing was asked for or is out of time, the point can still be stated.
  return open('stated') ? 'stated' : undefined;
}

export type DoorPlan = { readonly kind: 'planned'; readonly opened: CaseOpened } | Refusal;

/** The case that a choice opens, as it would stand in the journal, under a name still to be given. */
export function planOf(
  asked: DoorWorld,
  choice: DoorChoice,
  points: readonly DoorPoint[],
): DoorPlan {
  const { world, target, today, seat } = asked;
  const desks = desksOf(asked);
  if (desks === undefined) return missing(target);
  const head = {
    ...({ kind: 'opened', caseId: '', on: today } as const),
    by: { kind: 'party', as: seat?.as ?? 'subject', name: seat?.name ?? '…' } as const,
  };
  const said = points.map(({ text, field, evidence }) => ({
    text,
    ...(field === undefined ? {} : { field }),
    ...(evidence.length === 0 ? {} : { evidence }),
  }));
  switch (choice) {
    case 'wrong':
    case 'disagree': {
      const clock = correctionClock(asked);
      if (clock === undefined) {
        return { kind: 'refused', problem: problem('case-no-rule', { day: today, card: '—' }) };
      }
      const matter = { case: 'objection', target, clock, points: said } as const;
      return { kind: 'planned', opened: { ...head, desks, matter } };
    }
    case 'explain': {
      const text = points.flatMap((each) => [each.text, ...each.evidence]).join('\n');
      return {
        kind: 'planned',
        opened: { ...head, desks, matter: { case: 'reply', target, text } },
      };
    }
    case 'put-right':
      return { kind: 'planned', opened: { ...head, desks, matter: { case: 'repair', target } } };
    case 'someone-else': {
      const against = decidedBefore(world, target);
      if (against === undefined) {
        return { kind: 'refused', problem: problem('case-nothing-to-review', {}) };
      }
      const { own, review: named } = against.opened.desks;
      const took = decidedIn(against);
      const { superior, review } = asked.behind(own, took);
      const unit = named === undefined || named === own || took.has(named) ? review : named;
      if (unit === undefined) {
        return { kind: 'refused', problem: problem('case-no-other-unit', { official: own }) };
      }
      // Above the unit that decides the appeal there may be somebody too, if it is late itself.
      const above = asked.behind(unit).superior ?? superior;
      const desks = {
        own: unit,
        ...(above === undefined || above === unit ? {} : { superior: above }),
      };
      const matter = { case: 'appeal', of: against.caseId, points: said } as const;
      return { kind: 'planned', opened: { ...head, desks, matter } };
    }
  }
}

function missing(target: DoorTarget): DoorPlan {
  return { kind: 'refused', problem: problem('case-target-missing', { value: targetId(target) }) };
}

/** Whose desks a case about the target knows: those of the authority that is behind it. */
function desksOf({ world, target, platform, behind }: DoorWorld): CaseDesks | undefined {
  if (target.kind === 'case') {
    const desks = world.docket.get(target.caseId)?.opened.desks;
    if (desks === undefined) return undefined;
    const { own, platform: keeper, superior, review } = desks;
    return {
      own,
      ...(keeper === undefined ? {} : { platform: keeper }),
      ...(superior === undefined ? {} : { superior }),
      ...(review === undefined ? {} : { review }),
    };
  }
  const own =
    target.kind === 'record'
      ? world.records.get(target.recordId)?.record.provider.code
      : target.kind === 'event'
        ? eventAt(world, target)?.event.by.agency
        : evaluationAt(world, target)?.grader;
  if (own === undefined) return undefined;
  const { superior, review } = behind(own);
  return {
    own,
    ...(superior === undefined ? {} : { superior }),
    ...(platform === undefined ? {} : { platform }),
    ...(review === undefined ? {} : { review }),
  };
}

function evaluationAt(
  { evaluations = [] }: CaseWorld,
  { evaluationId }: Extract<DoorTarget, { readonly kind: 'evaluation' }>,
): EvaluationPayload | undefined {
  return evaluations.find((each) => each.evaluationId === evaluationId);
}

function eventAt(
  { events = [] }: CaseWorld,
  { eventId }: Extract<DoorTarget, { readonly kind: 'event' }>,
): LifeEventState | undefined {
  return events.find((each) => each.event.eventId === eventId && each.state === 'stands');
}

/** The clock that the item of the record, or the card of the evaluation, has for corrections. */
function correctionClock({ world, target, today }: DoorWorld): string | undefined {
  const edition = editionOn(world, today);
  if (target.kind === 'evaluation') {
    const card = edition?.evaluations.get(evaluationAt(world, target)?.card ?? '');
    return card?.objection === 'none' ? undefined : card?.objection;
  }
  if (target.kind === 'event') {
    const items = [...(edition?.items.values() ?? [])];
    return items.find(({ importAs }) => importAs === 'registration')?.clocks?.correction;
  }
  const file = target.kind === 'case' ? world.docket.get(target.caseId) : undefined;
  const recordId =
    target.kind === 'record'
      ? target.recordId
      : file === undefined
        ? undefined
        : recordOf(file, world);
  const item = recordId === undefined ? undefined : world.records.get(recordId)?.record.item;
  return item === undefined ? undefined : edition?.items.get(item)?.clocks?.correction;
}

const decided: ReadonlySet<string> = new Set(['served', 'answered', 'refused', 'voided']);

function isDecided({ opened, state }: CaseFile): boolean {
  return decided.has(state) || (opened.matter.case === 'identity' && state === 'approved');
}

/** The newest decision about the target that somebody else can look at. */
function decidedBefore({ docket }: CaseWorld, target: DoorTarget): CaseFile | undefined {
  if (target.kind === 'case') {
    const itself = docket.get(target.caseId);
    if (itself !== undefined && isDecided(itself)) return itself;
  }
  return [...docket.values()]
    .filter(({ opened: { matter }, state }) => {
      if (!('target' in matter) || !decided.has(state)) return false;
      return sameTarget(matter.target, target);
    })
    .at(-1);
}

function repairOf(file: CaseFile, { world, today }: DoorWorld) {
  return file.opened.matter.case === 'repair' ? repairLaw(file, world, today) : undefined;
}

function docketWith({ docket }: CaseWorld, file: CaseFile): CaseWorld['docket'] {
  return new Map(docket).set(file.caseId, file);
}
