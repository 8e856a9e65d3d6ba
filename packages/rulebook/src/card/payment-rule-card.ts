import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, confidence, day, head, localised } from './vocabulary.ts';

const days = z.int().min(1).max(3660);

/** A rate as people write it; six decimals of a per cent are more than any law has. */
const percent = z
  .string()
  .regex(/^\d{1,3}(?:\.\d{1,4})?$/, 'per cent, such as "0.05", in quotes, at most four decimals')
  .describe('Per cent, as a decimal number in quotes.');

const payer = z.enum(['public_body', 'large_enterprise']);

/** Duties of a payer beside its days and its interest, by where a page tells them. */
const paymentDuties = [
  'test_delayed',
  'deposits',
  'undisputed_part',
  'receivable',
  'disclosure',
  'no_retaliation',
] as const;

/** payments/: within how many days is paid, what runs afterwards, and what may not be agreed. */
export const paymentRuleCard = shape({
  'payment-rule': cardId.describe('Id of the rule.'),
  ...head,
  payers: z
    .array(
      shape({
        payer: payer.describe('Who pays.'),
        usual: days.describe('Days from delivery where nothing was agreed.'),
        most: days.describe('Days that may be agreed at most.'),
        basis,
        confidence,
      }).describe('The days of one kind of payer.'),
    )
    .length(2)
    .refine((payers) => new Set(payers.map(({ payer }) => payer)).size === 2, 'each payer once')
    .refine((payers) => payers.every(({ usual, most }) => usual <= most), 'usual at most `most`')
    .describe('The days of payment, for each kind of payer.'),
  interest: shape({
    'per-day': percent.describe('Per cent a day where no lawful rate was agreed.'),
    'year-days': z.int().min(360).max(366).describe('Days that a yearly rate is divided by.'),
    basis,
    confidence,
  }).describe('What runs on what is overdue.'),
  'reference-rates': z
    .array(
      shape({
        from: day.describe('First day on which it holds.'),
        'per-year': percent.describe('Per cent a year.'),
        confidence,
      }).describe('A reference rate from one day to the next.'),
    )
    .refine(
      (rates) => rates.every(({ from }, at) => at === 0 || (rates[at - 1]?.from ?? from) < from),
      'rates in the order of their days, each day once',
    )
    .describe('Yearly rates that an agreed one may not fall below, the oldest first.'),
  'disclosed-by': z
    .string()
    .regex(
      /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)$|^(?:0[13-9]|1[0-2])-30$|^(?:0[13578]|1[02])-31$/,
      'a day of the year written MM-DD',
    )
    .describe('Last day of the yearly word on overdue contracts, MM-DD.'),
  clauses: z
    .array(
      shape({
        clause: z
          .enum([
            'pay_when_paid',
            'audit_as_condition',
            'forced_non_cash',
            'other_deposit',
            'term_too_long',
            'interest_too_low',
            'leader_changed',
            'internal_process',
          ])
          .describe('What is agreed.'),
        basis,
        confidence,
      }).describe('A clause that does not bind, with its article.'),
    )
    .describe('Clauses that do not bind.'),
  duties: z
    .array(
      shape({
        point: z.enum(paymentDuties).describe('Which duty.'),
        says: localised.describe('The duty, as a page tells it.'),
        basis,
        confidence,
      }).describe('One duty of whoever pays.'),
    )
    .refine((all) => new Set(all.map(({ point }) => point)).size === all.length, 'each duty once')
    .describe('What a payer owes beside its days and its interest.'),
  consequences: z
    .array(
      shape({
        consequence: cardId.describe('Which consequence.'),
        for: z.array(payer).min(1).describe('Whom it meets.'),
        says: localised.describe('What may follow.'),
        basis,
        confidence,
      }).describe('What may follow where a default was found; nothing follows by itself.'),
    )
    .describe('What the law lets follow a default that was found.'),
}).describe('A rule on paying in time.');

/** @see {@link paymentRuleCard} */
export type PaymentRuleCard = Frozen<z.output<typeof paymentRuleCard>>;
