import { z } from 'zod';

import { programParts } from './program-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  head,
  period,
  subjects,
  within,
} from './vocabulary.ts';

/** evaluations/: how a subject kept the law, at least once a year (N13). */
export const evaluationCard = shape({
  evaluation: cardId.describe('Id of the evaluation.'),
  ...head,
  subjects,
  'left-out-by': citation
    .describe('The article that leaves public bodies out, where they are.')
    .exactOptional(),
  grader: code.describe('Who evaluates; never the body that is evaluated.'),
  use: z.array(code).min(1).describe('What the result is used for.'),
  every: period.describe('How often, at least once a year.'),
  'shown-to': z
    .array(z.enum(['subject', 'authority', 'public']))
    .min(1)
    .describe('Who sees the result.'),
  'published-by': citation
    .describe('The article that orders publication, where the public sees it.')
    .exactOptional(),
  objection: z.union([z.literal('none'), cardId]).describe('Clock card of an objection, or none.'),
  appeal: shape({
    within: within.describe('Time to turn to somebody else, from the answer to an objection.'),
    by: z.enum(['other_unit', 'higher_authority']).describe('Who decides it: never who answered.'),
    basis,
    confidence,
  })
    .describe('How the answer to an objection is taken further.')
    .exactOptional(),
  ...programParts,
}).describe('A comprehensive evaluation.');

/** @see {@link evaluationCard} */
export type EvaluationCard = Frozen<z.output<typeof evaluationCard>>;
