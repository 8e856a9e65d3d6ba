import type { CivilDate } from '../time/civil-date.ts';
import { chooseRate } from './overdue-interest.ts';
import type { Payer, PaymentRule } from './payment-rule.ts';

/** Clauses about payment that a law may refuse. */
export const paymentClauses = [
  'pay_when_paid',
  'audit_as_condition',
  'forced_non_cash',
  'other_deposit',
  'term_too_long',
  'interest_too_low',
  'leader_changed',
  'internal_process',
] as const;
export type PaymentClause = (typeof paymentClauses)[number];

/** Payment as two parties agreed on it. */
export type AgreedPayment = {
  readonly payer: Payer;
  readonly signedOn: CivilDate;
  readonly days?: number;
  /** Yearly overdue rate, in parts of a million. */
  readonly yearlyRate?: number;
  /** Clauses of the kinds above that it holds in words. */
  readonly clauses?: readonly PaymentClause[];
};

/** A clause the law refuses, with what was agreed and what may be. */
export type RefusedClause = {
  readonly clause: PaymentClause;
  readonly received?: number;
  readonly accepted?: number;
};

/**
 * Every clause that does not bind. The contract stands without them: its clock and its interest
 * are those of the law.
 */
export function judgeClauses(rule: PaymentRule, agreed: AgreedPayment): readonly RefusedClause[] {
  const { payer, days, clauses = [] } = agreed;
  const computed: RefusedClause[] = [];
  const { most } = rule.terms[payer];
  if (days !== undefined && days > most) {
    computed.push({ clause: 'term_too_long', received: days, accepted: most });
  }
  const { yearlyRate, signedOn } = agreed;
  if (yearlyRate !== undefined) {
    const { because, reference } = chooseRate(rule, { signedOn, agreedYearly: yearlyRate });
    if (because === 'below-reference' && reference !== undefined) {
      computed.push({ clause: 'interest_too_low', received: yearlyRate, accepted: reference });
    }
  }
  const isComputed = (clause: PaymentClause): boolean =>
    clause === 'term_too_long' || clause === 'interest_too_low';
  const said = [...new Set(clauses)].filter((clause) => !isComputed(clause));
  return [...said.map((clause): RefusedClause => ({ clause })), ...computed];
}
