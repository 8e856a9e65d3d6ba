import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { code, day, localised } from './vocabulary.ts';

const caseHead = {
  says: localised.describe('The case as a sentence a judge could agree with.'),
  because: localised.describe('Why, for readers.').exactOptional(),
};

const stated = z
  .record(code, z.union([z.boolean(), z.int(), z.string(), z.array(z.string())]))
  .describe('What a file states, by field of the schema; also `taken_in` and `sealed`.');

const dayKey = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD');

const itemExpected = shape({
  severity: code.describe('Its severity class.').exactOptional(),
  row: z.int().min(1).describe('Row of the table that gives it, from 1.').exactOptional(),
  publicity: z
    .enum([
      'shown',
      'valid',
      'not_begun',
      'ended',
      'class_not_public',
      'severity_not_public',
      'service_not_shown',
      'sealed',
      'sole_trader',
      'no_rule_in_force',
      'review_overdue',
    ])
    .describe('Whether the public sees it, and why not.')
    .exactOptional(),
  begins: day.describe('First day on which it is shown.').exactOptional(),
  ends: z
    .union([day, z.literal('none')])
    .describe('First day on which it is no longer shown.')
    .exactOptional(),
  'repair-from': z
    .union([day, z.literal('none')])
    .describe('First day on which repair may be granted.')
    .exactOptional(),
  'review-until': day.describe('Last day to ask for review.').exactOptional(),
  'court-until': day.describe('Last day to go to court.').exactOptional(),
  'retention-ends': day.describe('First day on which it may no longer be held.').exactOptional(),
}).describe('What the law makes of the record on the day.');

/** Cases beside an item: one record, and what the law makes of it on some days. */
export const itemCases = z
  .array(
    shape({
      ...caseHead,
      given: stated,
      'for-each': z
        .record(code, z.array(z.string()).min(1))
        .describe('The same with each of these codes in the field.')
        .exactOptional(),
      expect: z.record(dayKey, itemExpected).describe('What comes out, by day.'),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the rule; they are run by the tests.');

/** Cases beside a list: what leads to an entry, and how an entry ends. */
export const listCases = z
  .array(
    shape({
      ...caseHead,
      given: shape({
        record: stated.exactOptional(),
        times: z.int().min(1).describe('How often it has happened.').exactOptional(),
        entry: shape({
          decided: day.describe('Day of the decision to enter.'),
          served: day.describe('Day of its service.').exactOptional(),
          performed: day.describe('Day on which the open duty was performed.').exactOptional(),
          ground: code.describe('Ground of the entry, where the list has several.').exactOptional(),
          'lengthened-to': day
            .describe('Last day to which the decision lengthened the term.')
            .exactOptional(),
        })
          .describe('An entry in the list.')
          .exactOptional(),
      }).describe('A record, an entry, or both.'),
      expect: shape({
        proposes: z
          .enum(['listing', 'none'])
          .describe('Whether it may lead to an entry.')
          .exactOptional(),
        because: z
          .enum([
            'item',
            'subject',
            'kind',
            'domain',
            'conduct',
            'gravity',
            'condition',
            'floor',
            'service',
          ])
          .describe('Why not.')
          .exactOptional(),
        'in-effect-from': z
          .union([day, z.literal('none')])
          .describe('First day.')
          .exactOptional(),
        'repair-from': day.describe('First day on which repair may be granted.').exactOptional(),
        ends: day.describe('First day after the end that comes by itself.').exactOptional(),
        'exit-by': day.describe('Last day to take it out after performance.').exactOptional(),
        'confirm-by': day.describe('Day by which an official confirms it again.').exactOptional(),
        'decide-again-by': day.describe('Day of a fresh reasoned decision.').exactOptional(),
      }).describe('What comes out.'),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the list; they are run by the tests.');

/** Cases beside a value: which days follow from a day it is counted from. */
export const valueCases = z
  .array(
    shape({
      ...caseHead,
      given: shape({
        'counted-from': day.describe('The day counted from.'),
        on: day.describe('The day asked about; absent: the day counted from.').exactOptional(),
      }).describe('The days.'),
      expect: shape({
        publish: z.literal('none').describe('It is never shown.').exactOptional(),
        'repair-from': z
          .union([day, z.literal('none')])
          .describe('After the minimum.')
          .exactOptional(),
        ends: day.describe('After the maximum.').exactOptional(),
      }).describe('What comes out.'),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the value; they are run by the tests.');

/** Cases beside a clock: the last day of each step. */
export const clockCases = z
  .array(
    shape({
      ...caseHead,
      given: shape({
        service: day.describe('Day of service.').exactOptional(),
        decision: day.describe('Day of the decision.').exactOptional(),
        application: day.describe('Day of the application.').exactOptional(),
        extended: z.array(code).min(1).describe('Steps that were extended.').exactOptional(),
      }).describe('What starts the steps.'),
      expect: z.record(code, day).describe('Last day of each step.'),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the clock; they are run by the tests.');

/** Facts of one record as a case states them. */
export type StatedFacts = Frozen<z.output<typeof stated>>;

/** One case beside an item. */
export type ItemCase = Frozen<z.output<typeof itemCases>>[number];

/** One case beside a list. */
export type ListCase = Frozen<z.output<typeof listCases>>[number];
