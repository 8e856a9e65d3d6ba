import { z } from 'zod';

import { programParts } from './program-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, subjects } from './vocabulary.ts';

/** risk-classes/: how closely a subject is looked at, and nothing else (N13). */
export const riskClassCard = shape({
  'risk-class': cardId.describe('Id of the risk class.'),
  ...head,
  subjects,
  use: z.array(code).min(1).describe('What the class is used for: inspection_planning alone.'),
  'shown-to': z
    .array(z.enum(['subject', 'authority', 'public']))
    .min(1)
    .describe('Who sees the class; never the public.'),
  by: code.describe('The authority that plans its inspections with it.').exactOptional(),
  ...programParts,
}).describe('A risk class for planning inspections.');

/** @see {@link riskClassCard} */
export type RiskClassCard = Frozen<z.output<typeof riskClassCard>>;
