import { z } from 'zod';

import { programParts } from './program-parts.ts';
import { issuer } from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, subjects } from './vocabulary.ts';

/** scales/: another authority's scale under its own law; a document of that authority, input to nothing. */
export const scaleCard = shape({
  scale: cardId.describe('Id of the scale.'),
  ...head,
  subjects,
  issuer,
  'input-to': z.array(code).describe('What reads it here: nothing, an empty list (N13).'),
  objection: z.union([z.literal('none'), cardId]).describe('Clock card of an objection, or none.'),
  ...programParts,
}).describe('A scale of another authority.');

/** @see {@link scaleCard} */
export type ScaleCard = Frozen<z.output<typeof scaleCard>>;
