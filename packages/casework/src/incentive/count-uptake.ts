import { suppressSmallCells, type CivilDate } from '@credence/domain';
import { incentivesOfEdition, type Edition, type Rulebook } from '@credence/rulebook';

import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import type { BulkReader } from '../port/bulk.ts';
import { smallestCell } from '../reading/reading.ts';
import { isRegistration } from '../state/visibility.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { IncentiveUptake } from './incentive.ts';
import { findIncentives } from './judge-incentives.ts';
import { listingFacts } from './listing-facts.ts';

/** So few that whoever else is served by the process hardly waits. */
const subjectsPerSlice = 100;

/** Slices that a reader waits for; a longer count goes on while he is told that it is being made. */
const slicesWaited = 10;

export interface CountOrder {
  readonly rulebook: Rulebook;
  readonly edition: Edition;
  readonly day: CivilDate;
  readonly upTo: number;
}

type Tally = { has: number; hasNot: number };

/** A count that is under way or done. */
export interface RunningCount {
  /** Resolves when it is done, or when a reader has waited long enough. */
  readonly soon: Promise<void>;
  /** Whether more was counted than a reader waits for. */
  readonly isLong: () => boolean;
  readonly failed: () => boolean;
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
  let slices = 0;
  let after: string | undefined;
  let state: 'running' | 'done' | 'failed' = 'running';
  const countSlices = async (most: number): Promise<void> => {
    try {
      while (state === 'running' && slices < most) {
        const page = await bulk.readSubjects({
          ...{ upTo: order.upTo, limit: subjectsPerSlice },
          ...(after === undefined ? {} : { after }),
        });
        for (const each of page) addSubject(tallies, each, order);
        slices += 1;
        after = page.at(-1)?.home;
        if (page.length < subjectsPerSlice) state = 'done';
      }
    } catch (error) {
      state = 'failed';
      throw error;
    }
  };
  const soon = countSlices(slicesWaited).then(() => {
    // Behind a reader's back nobody hears of a failure: the next reader starts the count again.
    if (state === 'running') countSlices(Number.POSITIVE_INFINITY).catch(() => undefined);
  });
  return {
    soon,
    isLong: () => slices >= slicesWaited,
    failed: () => state === 'failed',
    uptake: (id) =>
      state === 'done' ? publish(tallies.get(id), order.day) : { kind: 'being-counted' },
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
