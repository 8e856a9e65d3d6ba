import { isBefore, isOnOrAfter, type CivilDate, type Period } from '@credence/domain';

import type { ValueCard, ValueRow } from '../card/value-card.ts';
import type { Citation } from '../card/vocabulary.ts';
import type { Edition } from '../edition/edition.ts';
import { isLonger } from '../check/compare-periods.ts';

/**
 * The row that holds for a record on a day. What began under an earlier text goes on under the
 * narrower of all texts since: a later one never lengthens what runs, and a shorter one in between
 * has shortened it for good. Rows do not overlap; the checker sees to it.
 *
 * Legal source: guards N7 and G15.
 */
export function runningRow(
  value: ValueCard,
  now: ValueRow,
  { decidedOn, day }: { readonly decidedOn: CivilDate; readonly day: CivilDate },
): ValueRow {
  const rows = [...value.values].sort((a, b) => (a.from < b.from ? -1 : 1));
  const since = rows.filter((row, place) => {
    const until = row.until ?? rows[place + 1]?.from;
    const ended = until !== undefined && !isBefore(decidedOn, until);
    return row !== now && !ended && isBefore(row.from, now.from) && isOnOrAfter(day, row.from);
  });
  return since.reduce(narrower, now);
}

function narrower(one: ValueRow, other: ValueRow): ValueRow {
  const publish = one.publish ?? other.publish;
  const [min, max] = [shorter(one.min, other.min), shorter(one.max, other.max)];
  const isSame = publish === one.publish && min === one.min && max === one.max;
  // Where the earlier text decides, both stand as the basis.
  return isSame
    ? one
    : {
        ...one,
        ...(publish === undefined ? {} : { publish }),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        basis: [...one.basis, ...other.basis],
      };
}

function shorter(one: Period | undefined, other: Period | undefined): Period | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return isLonger(one, other) ? other : one;
}

/**
 * Whether nothing carries an effect any longer: every text it rests on has ended on the day, and none
 * says that its running effects go on. It is suspended the same day (guard N7).
 */
export function hasLapsed(law: Sources, basis: readonly Citation[], day: CivilDate): boolean {
  return basis.length > 0 && basis.every((citation) => isUncarried(law, citation, day));
}

/** The texts of an edition, or of several that follow one another. */
type Sources = Pick<Edition, 'sources'>;

function isUncarried({ sources }: Sources, { source: id, at }: Citation, day: CivilDate): boolean {
  const source = sources.get(id);
  const until = source?.inForce.until ?? 'none';
  if (source === undefined || until === 'none' || isBefore(day, until)) return false;
  const { repeal } = source;
  if (repeal === undefined || repeal === 'ended') return true;
  if (!('succeeded' in repeal)) return false;
  const { carries = 'all' } = repeal.succeeded;
  return carries === 'none' || (carries !== 'all' && !carries.includes(at));
}

/** Days on which texts end that a basis names: what rests on them may change on each. */
export function endsOfBasis(
  { sources }: Sources,
  basis: readonly Citation[],
): readonly CivilDate[] {
  return basis.flatMap(({ source }) => {
    const until = sources.get(source)?.inForce.until ?? 'none';
    return until === 'none' ? [] : [until];
  });
}
