import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  code,
  confidence,
  head,
  localised,
  period,
  subjects,
} from './vocabulary.ts';

/** A day of every year; the last of February moves, so it is none. */
const dayOfYear = z
  .string()
  .regex(
    /^(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$|^(?:0[13-9]|1[0-2])-(?:29|30)$|^(?:0[13578]|1[02])-31$/,
    'a day of the year written MM-DD',
  )
  .describe('A day of the year, MM-DD.');

const begins = z
  .array(z.string().regex(/^[0-9A-Z]{2}$/, 'the first two characters of a unified code'))
  .min(1)
  .describe('First two characters of the unified code: who registered it, and what kind it is.');

const yearly = shape({
  kind: z.literal('yearly').describe('One filing for each year, in the year after it.'),
  'first-year': z.int().min(1990).max(2999).describe('The first year that is asked for here.'),
  opens: dayOfYear.describe('First day on which the filing is taken.'),
}).describe('A filing for each year.');

const campaign = shape({
  kind: z.literal('campaign').describe('Filings for something that begins and ends.'),
  'begins-in': code.describe('Field of the filing with its first day.'),
  'ends-in': code.describe('Field of the filing with its last day.'),
  'longer-than': period.describe('From which length on it is told of while it runs.'),
  every: period.describe('How often it is told of while it runs.'),
  'after-end': period.describe('How long after its end the whole is told.'),
}).describe('Filings for something that begins and ends.');

const standing = shape({
  kind: z.literal('standing').describe('Told when it changes; the article names no day.'),
}).describe('What is told when it changes.');

/** duties/: what an organisation reports by itself, when, and what its lack may lead to. */
export const dutyCard = shape({
  duty: cardId.describe('Id of the duty.'),
  ...head,
  subjects,
  authority: code.describe('The body to which it is owed, as issuers are named.'),
  collected: z
    .enum(['here', 'elsewhere'])
    .describe('elsewhere: not filed with this register, so that its absence here says nothing.'),
  period: z.union([yearly, campaign, standing]).describe('When it is filed.'),
  'owed-by': z
    .array(
      shape({
        'code-begins': begins,
        'last-day': dayOfYear.describe('Last day of a yearly filing.').exactOptional(),
        basis,
        confidence,
      }).describe('Who owes it, and until when.'),
    )
    .min(1)
    .describe('Who owes it, by the code under which it was registered.'),
  reminders: z
    .array(z.int().min(1).max(180))
    .max(3)
    .describe('Days before the last day on which the organisation is reminded.'),
  contents: z
    .array(
      shape({
        field: code.describe('Code of the field.'),
        title: localised,
        kind: z
          .enum(['text', 'money', 'count', 'day', 'yes_no'])
          .describe('What is written there; nothing about people has a kind.'),
        required: z.boolean().describe('Whether it may be left out.'),
        disclosure: z.enum(['public', 'internal']).describe('Who reads it.'),
      }).describe('A field of the filing.'),
    )
    .min(1)
    .describe('What is filed.'),
  lack: z
    .union([
      z.literal('none'),
      shape({
        list: cardId.describe('The list that takes in whoever owes it still.'),
        basis,
        confidence,
      }).describe('A ground of a list that ends with the duty.'),
    ])
    .describe('Of which list its lack is a ground; it never leads there by itself.'),
}).describe('A duty to report.');

/** @see {@link dutyCard} */
export type DutyCard = Frozen<z.output<typeof dutyCard>>;
