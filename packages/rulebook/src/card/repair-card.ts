import { z } from 'zod';

import { category } from './guard-words.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, head, localised, noneWithArticle, period } from './vocabulary.ts';

/** repairs/: the way back. */
export const repairCard = shape({
  repair: cardId.describe('Id of the repair rule.'),
  ...head,
  of: z.array(code).describe('Items whose records it ends.'),
  lists: z.array(cardId).describe('Lists whose entries it ends.'),
  classes: z.array(code).min(1).describe('Severity classes it is for.'),
  open: z
    .union([z.boolean(), noneWithArticle])
    .describe('Whether one may apply; {none: {source, at}} where a law excludes it by name.'),
  earliest: period.describe('Not before this.'),
  'counted-from': z
    .enum(['decided', 'published', 'served'])
    .describe('The day the wait is counted from.'),
  conditions: z
    .array(
      z.enum([
        'corrected',
        'paid',
        'minimum_time',
        'pledge',
        'free_course',
        'paid_course',
        'volunteering',
        'donation',
        'praise',
        'certificate',
        'named_agency',
      ]),
    )
    .describe('What has to be done, about the breach itself.'),
  'excluded-by': z
    .array(
      shape({
        category,
        says: localised.describe('Who is kept out, in plain words.'),
        ground: z.union([z.literal('none'), citation]).describe('The law that names it.'),
      }),
    )
    .describe('Who may not apply: nobody, an empty list.'),
  fee: z.union([z.literal('none'), z.string().min(1)]).describe('What it costs; none.'),
  silence: z.enum(['escalates', 'granted', 'refused']).describe('What a late answer means.'),
  ends: z
    .array(z.enum(['publicity', 'measures', 'copies', 'indexes', 'inputs']))
    .describe('What ends the same day: all five.'),
  clock: cardId.describe('Clock of the application.'),
}).describe('A way back.');

/** @see {@link repairCard} */
export type RepairCard = Frozen<z.output<typeof repairCard>>;
