import type { CivilDate } from '@credence/domain';

import type { CaseWorld } from '../../case/case.ts';
import { caseRecords, foldCases } from '../../case/desk/fold-cases.ts';
import { matterOf } from '../../case/fold-case.ts';
import { checklistOf } from '../../case/law/inspection-law.ts';
import type { Entry } from '../../port/journal.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { startAnswer, type Answering } from '../../view/answer-clock.ts';
import { findPublicSubject } from '../../view/subject-line.ts';
import { readDraws, type DrawParts } from '../plan/draw-state.ts';
import { readVisitOutcomes } from '../plan/visit-outcomes.ts';
import { publishYields } from './publish-yields.ts';
import { publicResultOf } from './result-of.ts';
import type { VisitResultLine, VisitResultsView } from './visit.ts';

/** Operator settings: as many of the newest cases as the figures of the desks are made of. */
const casesRead = 10_000;
const homesPerRead = 100;

/** Every result that may be shown today, the latest visit first. */
export async function listVisitResults(parts: DrawParts): Promise<VisitResultsView> {
  const answering = await startAnswer(parts);
  const { clock } = answering;
  const upTo = await parts.journal.positionAt(clock.timepoint);
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
      results.push(...resultsOf(home, entries, { answering, disclosed, today: clock.today }));
    }
  }
  const latest = (one: VisitResultLine, other: VisitResultLine): number =>
    one.visitedOn === other.visitedOn
      ? Number(one.code > other.code) - Number(one.code < other.code)
      : Number(one.visitedOn < other.visitedOn) - Number(one.visitedOn > other.visitedOn);
  const yields = publishYields(await readVisitOutcomes(parts));
  return { clock, results: results.sort(latest), yields };
}

function resultsOf(
  home: string,
  entries: readonly Entry[],
  {
    answering,
    disclosed,
    today,
  }: {
    readonly answering: Answering;
    /** Draws of which the names are known. */
    readonly disclosed: ReadonlySet<string>;
    readonly today: CivilDate;
  },
): readonly VisitResultLine[] {
  const { rulebook } = answering;
  const state = foldSubject(home, entries);
  const subject = findPublicSubject(state, answering);
  const code = subject?.identifiers.find(({ scheme }) => scheme === 'uscc')?.value;
  if (subject === undefined || code === undefined) return [];
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const world: CaseWorld = { rulebook, docket, records: caseRecords(state) };
  return [...docket.values()].flatMap((file): VisitResultLine[] => {
    const draw = matterOf(file, 'inspection')?.draw;
    if (draw !== undefined && !disclosed.has(draw)) return [];
    const found = publicResultOf(file, world, today);
    const checklist = checklistOf(file, world, file.opened.on)?.title;
    if (found === undefined || checklist === undefined) return [];
    return [
      {
        ...{ code, name: subject.name ?? code, agency: file.opened.desks.own, checklist },
        ...(draw === undefined ? {} : { draw }),
        ...found,
      },
    ];
  });
}
