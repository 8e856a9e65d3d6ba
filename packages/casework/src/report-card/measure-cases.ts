import type { CivilDate } from '@credence/domain';

import { tallyCases, type Counted, type Tallies } from '../case/desk/tally-cases.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { countInSlices, type SlicedCount } from '../reading/count-in-slices.ts';
import type { Answering } from '../view/answer-clock.ts';

/** More cases than an office of a city keeps; beyond it the newest are counted. */
const casesCounted = 20_000;

/** So few that whoever else is served by the process hardly waits. */
const homesPerSlice = 100;

/** Operator setting: counts that are kept, of the twelve months and the years before. */
const countsKept = 4;

/** A count of all cases within some days, under way or done. */
export interface CaseCount extends SlicedCount {
  /** Absent until it is done. */
  readonly tallies: () => Tallies | undefined;
}

function startCount(parts: CaseParts, answering: Answering, counted: Counted): CaseCount {
  const tallies: Tallies = new Map();
  let at = 0;
  let homes: readonly string[] | undefined;
  const count = countInSlices(async () => {
    homes ??= [...new Set((await parts.register.allCases(casesCounted)).map(({ home }) => home))];
    const read = await parts.journal.entriesOfMany(homes.slice(at, at + homesPerSlice));
    for (const [home, entries] of read) tallyCases({ home, entries }, answering, tallies, counted);
    at += homesPerSlice;
    return at < homes.length;
  });
  return { ...count, tallies: () => (count.isDone() ? tallies : undefined) };
}

/** Something computed from the whole register, kept until the day, the law or the register changes. */
export interface Keeper<Value extends { readonly isLong: () => boolean }> {
  readonly take: (answering: Answering, key: string, make: () => Value) => Promise<Value>;
}

/** A long count is made once a day; a short one again as soon as something was recorded. */
export function createKeeper<
  Value extends { readonly isLong: () => boolean; readonly isFailed: () => boolean },
>(parts: CaseParts): Keeper<Value> {
  const kept = new Map<string, { readonly at: number; readonly value: Value }>();
  return {
    take: async ({ clock, edition }, key, make) => {
      const whole = `${clock.today} ${edition.hash} ${key}`;
      const known = kept.get(whole);
      const { position } = await parts.journal.head();
      const isCurrent = known !== undefined && (known.value.isLong() || known.at === position);
      if (isCurrent && !known.value.isFailed()) return known.value;
      kept.delete(whole);
      const value = make();
      kept.set(whole, { at: position, value });
      for (const old of [...kept.keys()].slice(0, -countsKept)) kept.delete(old);
      return value;
    },
  };
}

/** The cases of a time, counted once for all cards. */
export async function measureCases(
  parts: CaseParts,
  keeper: Keeper<CaseCount>,
  answering: Answering,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
): Promise<Tallies | undefined> {
  const count = await keeper.take(answering, `${from}/${until}`, () =>
    startCount(parts, answering, { from, until }),
  );
  await count.soon;
  return count.tallies();
}
