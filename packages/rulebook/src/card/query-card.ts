import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, head, period } from './vocabulary.ts';

/** queries/: who may look up what that is not public. */
export const queryCard = shape({
  query: cardId.describe('Id of the rule of access.'),
  ...head,
  reader: code.describe('Who looks.'),
  of: z.array(code).min(1).describe('Items that are looked up.'),
  part: z.enum(['public', 'closed', 'archive']).describe('What part of them.'),
  scope: z.enum(['one_subject', 'bulk']).describe('One subject at a time, or many.'),
  purposes: z.array(code).min(1).describe('What for.'),
  authorisation: z
    .union([z.enum(['subject', 'court_order', 'none']), citation])
    .describe('What lets them: the subject, a court, an article, or nothing.'),
  'daily-limit': z
    .union([z.literal('none'), z.int().min(1)])
    .describe('Queries of one reader in a day.'),
  journal: z.enum(['entry', 'none']).describe('Whether each look is an entry.'),
  'shown-to-subject': z
    .union([
      z.enum(['at_once', 'never']),
      shape({
        after: period.describe('At most P90D.'),
        order: z.enum(['written_for_named_investigation', 'none']).describe('What delays it.'),
      }),
    ])
    .describe('When the subject sees who looked.'),
  price: z.union([z.literal('none'), z.string().min(1)]).describe('What it costs; none.'),
}).describe('A rule of access.');

/** @see {@link queryCard} */
export type QueryCard = Frozen<z.output<typeof queryCard>>;
