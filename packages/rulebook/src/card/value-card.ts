import { z } from 'zod';

import { valueCases } from './case-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { basis, cardId, confidence, day, localised, period, reviewBy } from './vocabulary.ts';

const clockFrom = z
  .enum(['decided', 'published', 'served'])
  .describe('The day the period is counted from.');

/** A number that law sets, as it stood from one day to the next. */
const valueRow = shape({
  from: day.describe('First day on which it holds.'),
  until: day
    .describe('First day on which it no longer holds; absent: the next row.')
    .exactOptional(),
  publish: z.literal('none').describe('The class is never shown.').exactOptional(),
  min: period.describe('Earliest end by repair, counted from `clock-from`.').exactOptional(),
  max: period.describe('It ends by itself after this.').exactOptional(),
  is: z
    .union([z.int().min(0), z.string().regex(/^\d+(?:\.\d+)?$/, 'a decimal number in quotes')])
    .describe('The number: working days, or an amount as a decimal string.')
    .exactOptional(),
  counting: shape({ from: clockFrom, basis, confidence })
    .describe('The day counted from, where it has articles of its own.')
    .exactOptional(),
  basis,
  confidence,
}).describe('The value from one day to the next.');

/** values/: a dated value. */
export const valueCard = shape({
  value: cardId.describe('Id of the value.'),
  title: localised.describe('What people call it.'),
  unit: z.enum(['period', 'working_days', 'amount']).describe('What the number counts.'),
  'clock-from': clockFrom.exactOptional(),
  'review-by': reviewBy,
  values: z.array(valueRow).min(1).describe('Dated rows, without gaps and overlaps.'),
  cases: valueCases.exactOptional(),
}).describe('A number that law sets, with its history.');

/** @see {@link valueCard} */
export type ValueCard = Frozen<z.output<typeof valueCard>>;

/** One dated row of a value. */
export type ValueRow = ValueCard['values'][number];
