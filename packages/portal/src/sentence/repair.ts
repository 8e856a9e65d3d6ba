import type { RecordView } from '@credence/casework';
import type { CivilDate } from '@credence/domain';

/** Whether a record can be asked to end before its day. */
export type Repair =
  | { readonly kind: 'open'; readonly from: CivilDate }
  | { readonly kind: 'later'; readonly from: CivilDate }
  | { readonly kind: 'none' };

/**
 * Repair as the day makes it. A term alone promises nothing: it is said only where the rulebook has
 * an open or coming way to it.
 */
export function repairOf({
  publicity,
  waysOut,
}: Pick<RecordView, 'publicity' | 'waysOut'>): Repair {
  const way = waysOut.find(({ kind }) => kind === 'repair');
  if (way === undefined || publicity.kind !== 'shown') return { kind: 'none' };
  const from = way.earliestOn ?? publicity.repairFrom;
  if (from === undefined) return { kind: 'none' };
  switch (way.state) {
    case 'open':
      return { kind: 'open', from };
    case 'not-yet':
      return { kind: 'later', from };
    case 'closed':
    case 'not-confirmed':
      return { kind: 'none' };
  }
}
