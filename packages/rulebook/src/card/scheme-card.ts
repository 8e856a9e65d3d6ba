import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, technicalHead } from './vocabulary.ts';

/** schemes/: a kind of identifier of subjects. */
export const schemeCard = shape({
  scheme: cardId.describe('Id of the scheme.'),
  ...technicalHead,
  validator: z
    .enum(['uscc', 'lei', 'organisation_code', 'digits', 'alphanumeric'])
    .describe('Which check a value has to pass.'),
  length: shape({
    min: z.int().min(1).max(40).describe('Characters at least.'),
    max: z.int().min(1).max(40).describe('Characters at most.'),
  })
    .describe('For the validators digits and alphanumeric only: the others know their length.')
    .exactOptional(),
  groups: z
    .array(z.int().min(1))
    .min(1)
    .describe('Characters per group when it is shown.')
    .exactOptional(),
}).describe('A kind of identifier.');

/** @see {@link schemeCard} */
export type SchemeCard = Frozen<z.output<typeof schemeCard>>;
