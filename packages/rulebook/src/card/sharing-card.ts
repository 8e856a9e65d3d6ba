import { z } from 'zod';

import { use } from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, head, within } from './vocabulary.ts';

/** sharings/: who is handed what, and how it is called back. */
export const sharingCard = shape({
  sharing: cardId.describe('Id of the sharing.'),
  ...head,
  of: z.array(code).min(1).describe('Items that are handed over.'),
  lists: z.array(cardId).describe('Lists that are handed over.'),
  part: z
    .enum(['public', 'closed'])
    .describe('Whether only what is public is handed over, or closed fields too.'),
  use,
  authorisation: z
    .union([z.enum(['subject', 'none']), citation])
    .describe('What lets closed fields go out: the subject, an article, or nothing.'),
  disputed: z.enum(['marked', 'unmarked']).describe('How a disputed record goes out.'),
  recall: z
    .union([z.literal('none'), within])
    .describe('How soon copies end when the record ends; at_once.'),
  receipts: z.enum(['required', 'none']).describe('Whether recipients confirm a recall.'),
  'ended-records': z.enum(['excluded', 'included']).describe('Whether ended records go out.'),
  'asks-for': z.enum(['nothing', 'refusal', 'price']).describe('What recipients are told to do.'),
  'merged-with': z
    .array(z.enum(['points', 'praise', 'loan_history', 'lab_data']))
    .describe('What it is joined with: nothing, an empty list.'),
}).describe('Handing records over.');

/** @see {@link sharingCard} */
export type SharingCard = Frozen<z.output<typeof sharingCard>>;
