import { countFigures, dayFigures, shareFigures } from '@credence/casework';
import { serviceFigures } from '@credence/domain';
import { z } from '@hono/zod-openapi';

import * as shared from './schema.ts';

const { civilDate, localised, basis, money, latePayment } = shared.parts;

const count = z.number().int().min(0);
const withheld = count.nullable().openapi({ description: 'Null: below 10, and so not told.' });

const share = z.strictObject({ whole: count, least: count, most: count }).openapi('ReportShare', {
  description:
    'The part lies from `least` to `most`: equal where part and rest may be told, else bounds that do not tell a count below 10.',
});

const defined = { title: localised, counts: localised, leavesOut: localised };

/** The list of figures is closed: none counts adverse acts, and none is of a person. */
const figure = z
  .discriminatedUnion('form', [
    z.strictObject({
      form: z.literal('share'),
      id: z.enum(shareFigures),
      share: share.nullable(),
      ...defined,
    }),
    z.strictObject({
      form: z.literal('days'),
      id: z.enum(dayFigures),
      days: withheld,
      ...defined,
    }),
    z.strictObject({
      form: z.literal('count'),
      id: z.enum(countFigures),
      count: withheld,
      ...defined,
    }),
  ])
  .openapi('ReportFigure', {
    description: 'A figure with what it counts and what it leaves out.',
  });

const office = z
  .strictObject({
    code: z.string().optional(),
    name: localised,
    organisation: z.string().optional(),
    district: z.string().optional(),
    url: z.string(),
  })
  .openapi('Office');

const time = z
  .strictObject({
    year: z.number().int().optional(),
    from: civilDate,
    until: civilDate.openapi({ description: 'First day that no longer counts.' }),
    years: z.array(z.number().int()),
  })
  .openapi('ReportTime', { description: 'Without a year: twelve months up to today.' });

const limit = z
  .strictObject({
    figures: z.array(z.enum([...shareFigures, ...dayFigures, ...countFigures])),
    kind: z.enum(['clock', 'payment-rule']),
    id: z.string(),
    title: localised,
    basis: z.array(basis),
    url: z.string(),
  })
  .openapi('ReportLimit', { description: 'A rule that sets a limit behind figures.' });

const unlike = z
  .strictObject({
    rule: z
      .strictObject({
        id: z.string(),
        title: localised,
        dimensions: z.array(z.string()),
        leastShown: count,
        leastGroup: count,
        deviations: count,
        multiple: count,
        confidence: z.enum(['verified', 'secondary', 'unverified']),
      })
      .optional(),
    compared: count,
    groups: z.array(
      z.strictObject({
        item: z.string(),
        like: z.array(z.string()),
        size: count,
        median: money,
        deviation: money,
        unlike: z.array(
          z.strictObject({
            document: z.string().optional(),
            amount: money,
            side: z.enum(['lighter', 'heavier']),
            authority: z.string(),
            decidedOn: civilDate,
            url: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('LikeCases', {
    description: 'Fines on show today that are far from those in like cases, on either side.',
  });

export const cardAnswer = z
  .strictObject({
    clock: shared.clock,
    time,
    office,
    figures: z.array(figure).optional().openapi({ description: 'Absent: being counted.' }),
    limits: z.array(limit),
    payments: z
      .strictObject({
        shown: count,
        amount: money,
        longestDays: count,
        payments: z.array(latePayment),
      })
      .optional(),
    unlike: unlike.optional(),
  })
  .openapi('ReportCardAnswer');

export const cardsAnswer = z
  .strictObject({
    clock: shared.clock,
    time,
    by: z.enum(serviceFigures),
    beingCounted: z.boolean(),
    cards: z.array(
      z.strictObject({
        office,
        figures: z.array(figure),
        places: z.strictObject({
          supplied_in_time: count.optional(),
          answers_in_time: count.optional(),
          notices_reached: count.optional(),
        }),
      }),
    ),
    limits: z.array(limit),
  })
  .openapi('ReportCardsAnswer');

export const districtsAnswer = z
  .strictObject({
    clock: shared.clock,
    time,
    beingCounted: z.boolean(),
    districts: z.array(
      z.strictObject({
        district: z.string().optional(),
        offices: count,
        figures: z.array(figure),
      }),
    ),
    limits: z.array(limit),
  })
  .openapi('ReportDistrictsAnswer');
