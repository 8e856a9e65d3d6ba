import { dayNumber, regionOfUscc, type CivilDate } from '@credence/domain';
import {
  askedFields,
  createComparison,
  programsOfEdition,
  readFacts,
  worldOf,
  type Comparison,
  type Edition,
  type EditionProgram,
  type Outcome,
  type Program,
  type SubjectFacts,
} from '@credence/rulebook';

import type { BulkReader } from '../port/bulk.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { gatherFacts } from './gather-facts.ts';
import type { Laws } from './open-laws.ts';

/** A program that both laws have, under each of them. */
export interface ProgramPair {
  readonly name: string;
  readonly baseline: MadeProgram;
  readonly draft: MadeProgram;
  readonly compare: Comparison;
}

type MadeProgram = EditionProgram & { readonly making: { readonly kind: 'made' } };

/** Programs by kind and id, and those that only one of the laws has. */
export function pairPrograms({ baseline, draft }: Laws): {
  readonly pairs: readonly ProgramPair[];
  readonly notCompared: readonly string[];
} {
  const before = new Map(madePrograms(baseline).map((each) => [nameOf(each), each]));
  const after = madePrograms(draft);
  const pairs = after.flatMap((each): readonly ProgramPair[] => {
    const name = nameOf(each);
    const old = before.get(name);
    if (old === undefined) return [];
    const compare = createComparison(old.making, each.making);
    return [{ name, baseline: old, draft: each, compare }];
  });
  const both = new Set(pairs.map(({ name }) => name));
  const names = [...before.keys(), ...after.map(nameOf)];
  return { pairs, notCompared: [...new Set(names)].filter((name) => !both.has(name)).sort() };
}

function madePrograms(edition: Edition): readonly MadeProgram[] {
  return programsOfEdition(edition).filter(
    (each): each is MadeProgram => each.making.kind === 'made',
  );
}

function nameOf({ kind, id }: EditionProgram): string {
  return `${kind}:${id}`;
}

/** What an organisation is registered as, as far as the register knows. */
export interface Traits {
  readonly sector: string;
  readonly size: string;
  readonly region: string;
}

/** One organisation under both laws. */
export interface Compared {
  readonly home: string;
  readonly state: SubjectState;
  readonly facts: SubjectFacts;
  readonly traits: Traits;
  readonly outcome: Outcome;
}

/** What one program makes of the subjects of a slice. */
export interface ComparedSlice {
  readonly pair: ProgramPair;
  readonly compared: readonly Compared[];
  readonly notEvaluated: number;
}

/** Which laws are compared, on which day, and as far as which position of the journal. */
export interface ComparisonOrder extends Laws {
  readonly pairs: readonly ProgramPair[];
  readonly asOf: CivilDate;
  readonly upTo: number;
  /** The subject behind which to begin. */
  readonly after?: string;
}

/**
 * Every subject of the register under both laws, in order of home. It goes through the register in
 * slices and keeps none of them, so that what it needs does not grow with the register.
 */
export async function* compareRegister(
  bulk: BulkReader,
  { upTo, after, ...order }: ComparisonOrder,
): AsyncGenerator<readonly ComparedSlice[]> {
  let last = after;
  for (;;) {
    const page = await bulk.readSubjects({
      upTo,
      limit: subjectsPerSlice,
      ...(last === undefined ? {} : { after: last }),
    });
    const states = page.map(({ home, entries }) => foldSubject(home, entries));
    yield compareStates(
      states.filter(({ records }) => records.length > 0),
      order,
    );
    last = page.at(-1)?.home;
    if (page.length < subjectsPerSlice) return;
  }
}

/** So many that columns pay, so few that whoever else is served by the process hardly waits. */
const subjectsPerSlice = 100;

interface Known {
  readonly state: SubjectState;
  readonly before: SubjectFacts;
  readonly after: SubjectFacts;
}

function compareStates(
  states: readonly SubjectState[],
  { baseline, draft, asOf, pairs }: Omit<ComparisonOrder, 'upTo' | 'after'>,
): readonly ComparedSlice[] {
  const old = { edition: baseline, world: worldOf(baseline), asOf };
  const next = { edition: draft, world: worldOf(draft), asOf };
  const gathered = states.map((state) => ({
    state,
    before: gatherFacts(state, old),
    after: gatherFacts(state, next),
  }));
  return pairs.map((pair) => comparePair(gathered, pair, asOf));
}

function comparePair(
  gathered: readonly Known[],
  pair: ProgramPair,
  asOf: CivilDate,
): ComparedSlice {
  const concerned = gathered.filter(({ before }) => concerns(pair.draft, before));
  const known = concerned.filter(
    ({ before, after }) => isRead(pair.baseline, before) && isRead(pair.draft, after),
  );
  const outcomes = pair.compare(
    { baseline: known.map(({ before }) => before), draft: known.map(({ after }) => after) },
    dayNumber(asOf),
  );
  const compared = outcomes.flatMap((outcome, index): readonly Compared[] => {
    const found = known[index];
    if (found === undefined) return [];
    const { state, after: facts } = found;
    return [{ home: state.home, state, facts, traits: traitsOf(state), outcome }];
  });
  return { pair, compared, notEvaluated: concerned.length - known.length };
}

/** Whether the card is about subjects of this kind. */
function concerns({ card }: MadeProgram, { facts }: SubjectFacts): boolean {
  if (!('subjects' in card)) return true;
  return card.subjects.some((kind) => kind === facts['kind']);
}

const asked: WeakMap<Program, ReadonlySet<string>> = new WeakMap();

function isRead({ making: { program } }: MadeProgram, facts: SubjectFacts): boolean {
  const fields = asked.get(program) ?? askedFields(program);
  asked.set(program, fields);
  return readFacts(program.world, facts, fields).kind === 'read';
}

/** By the newest statement that has them; what nobody stated goes by no code. */
function traitsOf({ records }: SubjectState): Traits {
  const newest = records.toSorted((a, b) => b.position - a.position).map(({ record }) => record);
  const fact = (name: string): string => {
    const stated = newest
      .map(({ facts }) => facts[name])
      .find((value) => typeof value === 'string');
    return typeof stated === 'string' ? stated : notStated;
  };
  const code = newest
    .flatMap(({ subject }) => subject.identifiers)
    .find(({ scheme }) => scheme === 'uscc')?.value;
  return {
    sector: fact('industry'),
    size: fact('size'),
    region: (code === undefined ? undefined : regionOfUscc(code)) ?? notStated,
  };
}

/** Code of a trait that no registration states. */
export const notStated = 'not-stated';
