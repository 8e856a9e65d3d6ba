import type { CivilDate } from '@credence/domain';

import type { CaseWorld } from '../../case/case.ts';
import { caseRecords, foldCases } from '../../case/desk/fold-cases.ts';
import type { Entry } from '../../port/journal.ts';
import type { Register } from '../../port/register.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer, type Answering } from '../../view/answer-clock.ts';
import { findPublicSubject } from '../../view/subject-line.ts';
import { readDraws, type DrawParts } from '../plan/draw-state.ts';
import { readToldOutcomes } from '../plan/visit-outcomes.ts';
import { publishYields } from './publish-yields.ts';
import { publicResultsOf } from './result-of.ts';
import { toldDraws } from './told-draws.ts';
import type { VisitResultLine, VisitResultsView } from './visit.ts';

/** Operator settings: as many of the newest cases as the figures of the desks are made of. */
const casesRead = 10_000;
const homesPerRead = 100;

/** Every result that may be shown today, the latest visit first. */
export async function listVisitResults(parts: DrawParts): Promise<VisitResultsView> {
  const answering = await startAnswer(parts);
  const { clock } = answering;
  const upTo = await parts.journal.positionAt(clock.timepoint);
  const known = lastRead.get(parts.register);
  if (known?.day === clock.today && known.upTo === upTo) return { clock, ...(await known.read) };
  const read = readResults(parts, answering, upTo);
  lastRead.set(parts.register, { day: clock.today, upTo, read });
  // A reading that failed is none: the next reader makes it again.
  read.catch(() => lastRead.delete(parts.register));
  return { clock, ...(await read) };
}

type Results = Omit<VisitResultsView, 'clock'>;

/** What was read last: every reader of one day and one state of the journal gets the same. */
const lastRead: WeakMap<
  Register,
  { readonly day: CivilDate; readonly upTo: number; readonly read: Promise<Results> }
> = new WeakMap();

async function readResults(parts: DrawParts, answering: Answering, upTo: number): Promise<Results> {
  const { draws } = await readDraws(parts);
  const disclosed = new Set(
    [...draws].flatMap(([id, state]) => (state.disclosed === undefined ? [] : [id])),
  );
  const rows = await parts.register.allCases(casesRead);
  const homes = [
    ...new Set(rows.flatMap(({ kind, home }) => (kind === 'inspection' ? [home] : []))),
  ].sort();
  const results: VisitResultLine[] = [];
  for (let at = 0; at < homes.length; at += homesPerRead) {
    const read = await parts.bulk.readHomes(homes.slice(at, at + homesPerRead), upTo);
    for (const { home, entries } of read) {
      results.push(...publicVisitsOf(home, entries, { ...answering, disclosed }));
    }
  }
  const latest = (one: VisitResultLine, other: VisitResultLine): number =>
    one.visitedOn === other.visitedOn
      ? Number(one.code > other.code) - Number(one.code < other.code)
      : Number(one.visitedOn < other.visitedOn) - Number(one.visitedOn > other.visitedOn);
  const yields = publishYields(await readToldOutcomes(parts));
  return { results: results.sort(latest), yields };
}

/** Results of the visits of one organisation that may be shown on the day. */
export function publicVisitsOf(
  home: string,
  entries: readonly Entry[],
  given: Pick<Answering, 'rulebook'> & {
    readonly clock: Pick<Answering['clock'], 'today' | 'day'>;
    /** Draws of which the names are known. */
    readonly disclosed: ReadonlySet<string>;
  },
): readonly VisitResultLine[] {
  const { rulebook, clock, disclosed } = given;
  const state = foldSubject(home, entries);
  const subject = findPublicSubject(state, given);
  const code = subject?.identifiers.find(({ scheme }) => scheme === 'uscc')?.value;
  if (subject === undefined || code === undefined) return [];
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const world: CaseWorld = { rulebook, docket, records: caseRecords(state) };
  return [...docket.values()].flatMap((file): VisitResultLine[] => {
    const told = toldDraws(file, (draw) => disclosed.has(draw));
    if (told === undefined) return [];
    return publicResultsOf(file, world, clock.today).map(
      ({ checklist: list, title, ...found }) => ({
        id: `${file.caseId}.${list}`,
        ...{ code, name: subject.name ?? code, agency: file.opened.desks.own },
        ...{ list, checklist: title, ...told, ...found },
      }),
    );
  });
}
