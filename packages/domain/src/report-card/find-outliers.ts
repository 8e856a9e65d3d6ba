/** A decision that is compared with those like it. */
export interface LikeCase {
  readonly id: string;
  /** What makes cases alike, written as one text. */
  readonly like: string;
  /** What was fined, in minor units. */
  readonly amount: number;
}

/** From when on a case is unlike its group; data of an edition. */
export interface OutlierRule {
  /** Cases that a group has at least, or nothing is said of it. */
  readonly leastGroup: number;
  /** Further from the middle than this many times the middle distance. */
  readonly deviations: number;
  /** And at least this many times the middle, or this part of it. */
  readonly multiple: number;
}

export interface UnlikeCase {
  readonly id: string;
  readonly amount: number;
  readonly side: 'lighter' | 'heavier';
}

/** Like cases with what lies far from their middle. */
export interface LikeGroup {
  readonly like: string;
  readonly size: number;
  readonly median: number;
  /** The middle of the distances from the median. */
  readonly deviation: number;
  readonly unlike: readonly UnlikeCase[];
}

/**
 * Groups of like cases with the unlike ones among them, too light and too heavy alike. A case is
 * unlike only where both hold: it is further from the median than so many median absolute deviations,
 * and the greater of the two amounts is so many times the smaller. The first alone would name a
 * case of 1,001 among many of 1,000; the second alone would name half of a group that is wide by
 * nature. Neither is moved by the case itself, as mean and standard deviation would be.
 *
 * Cases without a fine are not compared. Source of the method: F. R. Hampel, "The influence curve
 * and its role in robust estimation", Journal of the American Statistical Association 69 (1974).
 */
export function findOutliers(cases: readonly LikeCase[], rule: OutlierRule): readonly LikeGroup[] {
  const groups = new Map<string, LikeCase[]>();
  for (const each of cases) {
    if (each.amount <= 0) continue;
    const group = groups.get(each.like);
    if (group === undefined) groups.set(each.like, [each]);
    else group.push(each);
  }
  return [...groups]
    .filter(([, members]) => members.length >= rule.leastGroup)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([like, members]) => judgeGroup(like, members, rule));
}

function judgeGroup(like: string, members: readonly LikeCase[], rule: OutlierRule): LikeGroup {
  const median = middle(members.map(({ amount }) => amount));
  const deviation = middle(members.map(({ amount }) => Math.abs(amount - median)));
  const unlike = members.flatMap(({ id, amount }): UnlikeCase[] => {
    const isFar = Math.abs(amount - median) > rule.deviations * deviation;
    if (!isFar) return [];
    if (amount >= median * rule.multiple) return [{ id, amount, side: 'heavier' }];
    return amount * rule.multiple <= median ? [{ id, amount, side: 'lighter' }] : [];
  });
  return { like, size: members.length, median, deviation, unlike };
}

/** The middle of at least one number, rounded down between two. */
function middle(numbers: readonly number[]): number {
  const ordered = [...numbers].sort((a, b) => a - b);
  const half = ordered.length / 2;
  const [low = 0, high = 0] = [ordered[Math.ceil(half) - 1], ordered[Math.floor(half)]];
  return Math.floor((low + high) / 2);
}
