import { dayNumber, regionOfUscc, type CivilDate } from '@credence/domain';
import {
  askedFields,
  compareOutcomes,
  programsOfEdition,
  readFacts,
  worldOf,
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
    return old === undefined ? [] : [{ name, baseline: old, draft: each }];
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

export interface Comparison {
  readonly compared: readonly Compared[];
  readonly notEvaluated: number;
}

/** Reads every subject once, as the journal stood at a position. */
export async function readStates(bulk: BulkReader, upTo: number): Promise<readonly SubjectState[]> {
  const states: SubjectState[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await bulk.readSubjects({
      upTo,
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const { home, entries } of page) states.push(foldSubject(home, entries));
    after = page.at(-1)?.home;
    if (page.length < pageSize) return states;
  }
}

const pageSize = 1_000;

/** Both laws over the same organisations on one day. */
export function comparePrograms(
  states: readonly SubjectState[],
  pair: ProgramPair,
  { baseline, draft, asOf }: Laws & { readonly asOf: CivilDate },
): Comparison {
  const [old, next] = [
    { edition: baseline, world: worldOf(baseline), asOf },
    { edition: draft, world: worldOf(draft), asOf },
  ];
  const known: { state: SubjectState; before: SubjectFacts; after: SubjectFacts }[] = [];
  let notEvaluated = 0;
  for (const state of states) {
    if (state.records.length === 0) continue;
    const before = gatherFacts(state, old);
    if (!concerns(pair.draft, before)) continue;
    const after = gatherFacts(state, next);
    if (isRead(pair.baseline, before) && isRead(pair.draft, after))
      known.push({ state, before, after });
    else notEvaluated += 1;
  }
  const outcomes = compareOutcomes(
    { ...pair.baseline.making, subjects: known.map(({ before }) => before) },
    { ...pair.draft.making, subjects: known.map(({ after }) => after) },
    dayNumber(asOf),
  );
  const compared = outcomes.flatMap((outcome, index): readonly Compared[] => {
    const found = known[index];
    if (found === undefined) return [];
    const { state, after: facts } = found;
    return [{ home: state.home, state, facts, traits: traitsOf(state), outcome }];
  });
  return { compared, notEvaluated };
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
const notStated = 'not-stated';
