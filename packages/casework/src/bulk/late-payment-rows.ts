import type { CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { confirmationCard } from '../case/effect/payment-effect.ts';
import type { BulkCell, BulkRow, SubjectEntries } from '../port/bulk.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { viewLatePayments } from '../view/late-payment-view.ts';
import { findPublicSubject, type PublicSubject } from '../view/subject-line.ts';
import type { LatePaymentView } from '../view/view.ts';

/** A late payment that stands in public, as a row of its data set. */
interface LatePaymentRow {
  readonly record: string;
  readonly row: BulkRow;
  /** First day without it, were it never paid. */
  readonly ends: CivilDate;
}

/**
 * The payments a public body is late with, by the same decision as its page. Creditors are in no
 * file: that one of them wishes to be named is said on the page of the debt alone.
 *
 * Legal sources: guards N10, N18.
 */
export function latePaymentRows(
  { home, entries }: SubjectEntries,
  state: SubjectState,
  { rulebook, day }: { readonly rulebook: Rulebook; readonly day: CivilDate },
): readonly LatePaymentRow[] {
  const edition = rulebook.on(day);
  if (edition === undefined || confirmationCard(edition) === undefined) return [];
  const clock = { today: day, day };
  const late = viewLatePayments(home, entries, { rulebook, edition, clock });
  if (late.length === 0) return [];
  const who = findPublicSubject(state, { rulebook, clock });
  if (who === undefined) return [];
  return late.map((each) => ({ record: each.id, row: toRow(who, each), ends: each.ends }));
}

function toRow(who: PublicSubject, late: LatePaymentView): BulkRow {
  const [identifier] = who.identifiers;
  const cells: Record<string, BulkCell | undefined> = {
    organisation: who.home,
    record: late.id,
    name: who.name,
    scheme: identifier?.scheme,
    code: identifier?.value,
    kind: who.kind,
    amount: late.amount.amount,
    because: late.because,
    begins: late.begins,
    ends: late.ends,
    confirm_by: late.confirmBy,
    disputed_since: late.disputedSince,
    basis: late.basis.map(({ citation: { source, at } }) => `${source}#${at}`),
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]])),
  );
}
