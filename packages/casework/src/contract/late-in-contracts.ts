import {
  addPeriod,
  earlier,
  isBefore,
  later,
  roundToTwoDigits,
  type CivilDate,
} from '@credence/domain';
import type { Edition, Rulebook } from '@credence/rulebook';

import { confirmationCard } from '../case/effect/payment-effect.ts';
import type { Entry } from '../port/journal.ts';
import { toBasis } from '../view/record-view.ts';
import type { LatePaymentView } from '../view/view.ts';
import { foldContracts, type ContractState } from './fold-contracts.ts';
import { viewDeliveries } from './owed.ts';

/**
 * Late payments that stand in public under contracts of the register, on the day and still today.
 * What was paid since is not there, whichever day is asked about; nor is what nobody has confirmed
 * to be unpaid within the time of the law.
 *
 * Legal sources: guards N1, N8, N18.
 */
export function lateInContracts(
  entries: readonly Entry[],
  law: { readonly rulebook: Rulebook; readonly edition: Edition },
  { today, day }: { readonly today: CivilDate; readonly day: CivilDate },
): readonly LatePaymentView[] {
  const now = foldContracts(entries);
  const then = day === today ? now : foldContracts(entries, day);
  return [...now.values()].flatMap((state) => {
    const before = then.get(state.contract.contractId);
    if (before === undefined || state.contract.payer !== 'public_body') return [];
    const earlierOnes = new Map(lateOn(before, law, day).map((each) => [each.id, each]));
    return lateOn(state, law, today).filter(({ id }) => earlierOnes.has(id));
  });
}

function lateOn(
  state: ContractState,
  { rulebook, edition }: { readonly rulebook: Rulebook; readonly edition: Edition },
  asOf: CivilDate,
): readonly LatePaymentView[] {
  const limits = edition.limits.get('guards');
  const { contract } = state;
  if (limits === undefined) return [];
  return viewDeliveries(state, rulebook, asOf).flatMap((delivery): LatePaymentView[] => {
    const { shown } = delivery;
    if (shown === undefined) return [];
    const { round } = edition.months;
    const checkedOn = state.deliveries.get(delivery.delivery)?.checkedOn ?? shown.from;
    const checked = later(checkedOn, shown.from);
    const ends = addPeriod(shown.from, limits.listTerm.atMost, round);
    const confirmBy = earlier(addPeriod(checked, limits.openDutyConfirmed.atMost, round), ends);
    if (isBefore(confirmBy, asOf) || !isBefore(asOf, ends)) return [];
    return [
      {
        ...{ id: `${contract.contractId}/${delivery.delivery}`, because: shown.because },
        ...{ begins: shown.from, ends, confirmBy, basis: basisIn(edition) },
        amount: roundToTwoDigits({ amount: shown.amount, currency: contract.currency }),
        ...(state.named ? { creditor: contract.supplier.name } : {}),
      },
    ];
  });
}

function basisIn(edition: Edition): LatePaymentView['basis'] {
  const { basis = [], confidence = 'unverified' } = confirmationCard(edition) ?? {};
  return basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition));
}
