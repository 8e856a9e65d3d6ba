import { containsDay, type CivilDate, type Instant } from '@credence/domain';
import { incentivesOfEdition } from '@credence/rulebook';

import type { BulkReader } from '../port/bulk.ts';
import { startAnswer, type TimeParts } from '../view/answer-clock.ts';
import { countUptake, type RunningCount } from './count-uptake.ts';
import type { IncentiveCasework } from './incentive.ts';
import { incentiveLine } from './incentive-line.ts';

type IncentiveParts = TimeParts & { readonly bulk: BulkReader };

interface KeptCount {
  readonly key: string;
  readonly at: Instant;
  readonly count: RunningCount;
}

/** The incentives of the law in force, with how many have them. */
export function createIncentives(parts: IncentiveParts): IncentiveCasework {
  let kept: KeptCount | undefined;
  return {
    listIncentives: async () => {
      const { clock, edition, rulebook } = await startAnswer(parts);
      const { today, timepoint } = clock;
      const key = `${today} ${edition.hash}`;
      if (kept === undefined || kept.key !== key || !(await isCurrent(parts, kept, clock))) {
        const upTo = await parts.journal.positionAt(timepoint);
        const count = countUptake(parts.bulk, { rulebook, edition, day: today, upTo });
        kept = { key, at: timepoint, count };
      }
      const { count } = kept;
      await count.soon;
      const lines = incentivesOfEdition(edition)
        .filter(({ card }) => containsDay(card.inForce, today))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((each) => ({ ...incentiveLine(each, edition), uptake: count.uptake(each.id) }));
      return { clock, incentives: lines };
    },
  };
}

/** A long count is made once a day; a short one again as soon as something was recorded. */
async function isCurrent(
  { bulk }: IncentiveParts,
  { at, count }: KeptCount,
  { today }: { readonly today: CivilDate },
): Promise<boolean> {
  if (count.isFailed()) return false;
  if (count.isLong()) return true;
  const touched = await bulk.listTouched({ since: at, day: today, until: today, limit: 1 });
  return touched.length === 0;
}
