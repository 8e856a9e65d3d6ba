import type { Payer } from '@credence/domain';
import type { Edition, PaymentLaw } from '@credence/rulebook';

import { toBasis } from '../view/record-view.ts';
import type { PaymentSaying, PaymentSayings, PublicContractsView } from './contract.ts';

type Card = PaymentLaw['card'];

/** What the law says to a payer beside its days, as its card writes it; nothing where there is none. */
export function paymentSayings(
  card: Card | undefined,
  payer: Payer,
  edition: Edition,
): PaymentSayings {
  const saying = (
    code: string,
    { says, basis, confidence }: Card['duties'][number] | Card['consequences'][number],
  ): PaymentSaying => ({
    ...{ code, says },
    basis: basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
  });
  const met = (card?.consequences ?? []).filter((each) => each.for.includes(payer));
  return {
    duties: (card?.duties ?? []).map((each) => saying(each.point, each)),
    consequences: met.map((each) => saying(each.consequence, each)),
  };
}

/** Within which a complaint about late payment goes on and is decided; undefined where none is open. */
export function complaintDays(edition: Edition): PublicContractsView['complaint'] {
  const steps = edition.clocks.get('complaint.payment')?.steps ?? [];
  const within = (step: string) => steps.find((each) => each.step === step)?.within;
  const [forward, decide] = [within('forward'), within('decide')];
  return isCounted(forward) && isCounted(decide) ? { forward, decide } : undefined;
}

function isCounted<Within>(within: Within | 'at-once' | undefined): within is Within {
  return within !== undefined && within !== 'at-once';
}
