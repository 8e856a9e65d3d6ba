import { suppressSmallCells, type CivilDate } from '@credence/domain';
import { incentivesOfEdition, type Edition, type Rulebook } from '@credence/rulebook';

import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import type { BulkReader } from '../port/bulk.ts';
import { countInSlices, type SlicedCount } from '../reading/count-in-slices.ts';
import { smallestCell } from '../reading/reading.ts';
import { isRegistration } from '../state/visibility.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { IncentiveUptake } from './incentive.ts';
import { findIncentives } from './judge-incentives.ts';
import { listingFacts } from './listing-facts.ts';

/** So few that whoever else is served by the process hardly waits. */
const subjectsPerSlice = 100;

export interface CountOrder {
  readonly rulebook: Rulebook;
  readonly edition: Edition;
  readonly day: CivilDate;
  readonly upTo: number;
}

type Tally = { has: number; hasNot: number };

/** A count that is under way or done. */
export interface RunningCount extends SlicedCount {
  readonly uptake: (incentive: string) => IncentiveUptake;
}

/**
 * Counts the registered subjects that meet the conditions of each incentive. Each is looked at once,
 * nothing about any of them is kept.
 *
 * Legal source: guards G38 and N8 (cells of ten and more, secondary suppression).
 */
export function countUptake(
  bulk: Pick<BulkReader, 'readSubjects'>,
  order: CountOrder,
): RunningCount {
  const tallies = new Map<string, Tally>(
    incentivesOfEdition(order.edition).map(({ id }) => [id, { has: 0, hasNot: 0 }]),
  );
  let after: string | undefined;
  const count = countInSlices(async () => {
    const page = await bulk.readSubjects({
      ...{ upTo: order.upTo, limit: subjectsPerSlice },
      ...(after === undefined ? {} : { after }),
    });
    for (const each of page) addSubject(tallies, each, order);
    after = page.at(-1)?.home;
    return page.length === subjectsPerSlice;
  });
  return {
    ...count,
    uptake: (id) =>
      count.isDone() ? publish(tallies.get(id), order.day) : { kind: 'being-counted' },
  };
}

function addSubject(
  tallies: ReadonlyMap<string, Tally>,
  { home, entries }: Awaited<ReturnType<BulkReader['readSubjects']>>[number],
  { rulebook, edition, day }: CountOrder,
): void {
  const subject = foldSubject(home, entries);
  if (!subject.records.some(({ record }) => isRegistration(record.item, rulebook))) return;
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const listings = listingFacts({ rulebook, docket, records: caseRecords(subject) }, day);
  for (const [id, has] of findIncentives(subject, { edition, asOf: day, listings })) {
    const tally = tallies.get(id);
    if (tally === undefined) continue;
    if (has) tally.has += 1;
    else tally.hasNot += 1;
  }
}

/** None and nine have to look alike, and neither follows from the other count and the total. */
function publish(tally: Tally | undefined, on: CivilDate): IncentiveUptake {
  const { has, hasNot } = tally ?? { has: 0, hasNot: 0 };
  const rule = { smallest: smallestCell, nought: 'withheld' } as const;
  const table = suppressSmallCells([[has, hasNot]], rule);
  const [[first = null, second = null] = []] = table.cells;
  return { kind: 'counted', on, has: first, hasNot: second, total: table.total };
}
