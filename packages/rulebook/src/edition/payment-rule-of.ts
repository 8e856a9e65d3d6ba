import { containsDay, type CivilDate, type Payer, type PaymentRule } from '@credence/domain';

import type { PaymentRuleCard } from '../card/payment-rule-card.ts';
import type { Edition } from './edition.ts';

/** The rule on paying in time that is in force, with its card for articles and marks. */
export interface PaymentLaw {
  readonly card: PaymentRuleCard;
  readonly rule: PaymentRule;
}

/** Undefined where the edition has none in force on the day: then no clock is shown. */
export function paymentLawOf(
  { paymentRules }: Pick<Edition, 'paymentRules'>,
  day: CivilDate,
): PaymentLaw | undefined {
  const card = [...paymentRules.values()].find(({ inForce }) => containsDay(inForce, day));
  if (card === undefined) return undefined;
  const termOf = (payer: Payer) => card.payers.find((each) => each.payer === payer);
  const [body, enterprise] = [termOf('public_body'), termOf('large_enterprise')];
  if (body === undefined || enterprise === undefined) return undefined;
  const { perDay, yearDays } = card.interest;
  return {
    card,
    rule: {
      terms: { public_body: body, large_enterprise: enterprise },
      interest: {
        otherwise: { parts: partsOf(perDay), per: 'day' },
        yearDays,
        reference: card.referenceRates.map(({ from, perYear }) => ({
          from,
          parts: partsOf(perYear),
        })),
      },
    },
  };
}

/** Four decimals of a per cent are whole parts of a million. */
function partsOf(percent: string): number {
  const [whole = '0', decimals = ''] = percent.split('.');
  return Number(`${whole}${decimals.padEnd(4, '0')}`);
}
