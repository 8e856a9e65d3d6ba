import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, within } from './vocabulary.ts';

/** operations/: what officials and support may do to what is recorded. */
export const operationCard = shape({
  operation: cardId.describe('Id of the operation.'),
  ...head,
  on: z.array(code).min(1).describe('What it works on: items, lists, rules, keys.'),
  does: z
    .enum(['append_entry', 'change_in_place', 'delete', 'seal', 'erase_at_end', 'read'])
    .describe('What is done.'),
  by: code.describe('Role that does it.'),
  second: code.describe('Role that confirms it; none is nobody.'),
  reason: z.enum(['required', 'none']).describe('Whether a reason is written down.'),
  journal: z.enum(['entry', 'none']).describe('Whether an entry is written.'),
  conflicts: z
    .enum(['excluded', 'not_asked'])
    .describe('Whether officials with a declared interest are kept out.'),
  access: z
    .union([z.literal('standing'), within])
    .describe('How long a grant to do it holds; standing: always.'),
  'subject-told': z.boolean().describe('Whether the subject learns of it.'),
}).describe('An operation.');

/** @see {@link operationCard} */
export type OperationCard = Frozen<z.output<typeof operationCard>>;
