import { z } from 'zod';

import { programParts } from './program-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, head, localised, subjects } from './vocabulary.ts';

/** Likelihood of a breach x severity if it happens; the bands of the card then give the likelihood. */
const weighing = shape({
  likelihoods: z
    .array(
      shape({
        likelihood: code.describe('Code of the likelihood, which a band gives.'),
        title: localised.describe('What people call it.'),
      }),
    )
    .min(2)
    .describe('How likely a breach is, least likely first.'),
  severities: z
    .array(
      shape({
        severity: code.describe('Code of the severity.'),
        title: localised.describe('What people call it.'),
      }),
    )
    .min(2)
    .describe('How grave a breach would be, lightest first.'),
  by: code.describe(
    'The fact of the registration that says the sector; the profiles of sectors give each code its severity.',
  ),
  others: shape({
    severity: code.describe(
      'The severity where no profile gives one, and where nothing is registered.',
    ),
    basis,
    confidence,
  }).describe('Whatever no profile names.'),
  matrix: z
    .array(
      shape({
        likelihood: code.describe('A likelihood.'),
        severity: code.describe('A severity.'),
        class: code.describe('The class that follows.'),
      }).describe('One cell.'),
    )
    .min(1)
    .describe('The class of every likelihood with every severity.'),
}).describe('Likelihood x severity; absent: the bands give the class at once.');

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
  weighing: weighing.exactOptional(),
}).describe('A risk class for planning inspections.');

/** @see {@link riskClassCard} */
export type RiskClassCard = Frozen<z.output<typeof riskClassCard>>;

/** How a class follows from likelihood and severity. */
export type Weighing = NonNullable<RiskClassCard['weighing']>;
