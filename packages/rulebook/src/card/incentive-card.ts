import { z } from 'zod';

import { category, touches } from './guard-words.ts';
import { expressionText, programCases } from './program-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  head,
  localised,
  subjects,
} from './vocabulary.ts';

/** One fact that has to be so. Each is answered by itself, so that a refusal names its reason. */
const condition = shape({
  condition: code.describe('Code of the condition; later ones may name it.'),
  title: localised.describe('What has to be so, in plain words.'),
  when: expressionText.describe('When it is so, over the facts of the register.'),
  basis,
  confidence,
}).describe('One condition.');

const terms = shape({
  provider: shape({
    body: code.describe('Who gives it, as issuers are named.'),
    level: code.describe('Level of the body.'),
  }).describe('Who gives it.'),
  place: localised.describe('Where it is had.'),
  everyone: shape({
    says: localised.describe('What everybody has in the same matter, with or without it.'),
    by: citation.describe('The article that gives it to everybody.'),
  }).describe('What the law gives anyway: no condition of this card touches it.'),
  granted: z
    .enum(['without_application', 'on_application'])
    .describe('How it is had: whoever meets the conditions has it.'),
  'ended-records': z
    .enum(['excluded', 'included'])
    .describe('Whether records that have ended or were repaired count.'),
  eligibility: z.array(condition).min(1).describe('All of these have to be so.'),
  ends: z
    .array(z.enum(['condition_lost', 'rule_ended']))
    .min(1)
    .describe('What ends it. It is never taken back for the past.'),
  refused: shape({
    reason: z.enum(['each_condition', 'none']).describe('What a refusal names.'),
    correction: cardId.describe('Clock card by which a fact behind it is disputed.'),
  }).describe('What somebody is told who does not have it.'),
  uptake: z.enum(['public', 'none']).describe('Whether it is published how many have it.'),
}).describe('Who gives it, where, to whom, and how it ends.');

/** incentives/: a benefit for those who keep the law; it takes nothing from others. */
export const incentiveCard = shape({
  incentive: cardId.describe('Id of the incentive.'),
  ...head,
  subjects,
  for: code.describe('For whom: whoever has no listing, keeps a pledge, holds an honour.'),
  category: category.describe('What kind of information decides.'),
  gives: localised.describe('What it gives, in plain words.'),
  touches,
  'for-others': z
    .enum(['unchanged', 'worse'])
    .describe('How everyone else fares, compared with before.'),
  takes: z
    .array(
      shape({
        measure: code.describe('What it takes, as the code of a measure.'),
        says: localised.describe('What it takes, in plain words.'),
        touches,
      }),
    )
    .describe('What the same instrument takes from others: nothing, an empty list.'),
  terms: terms.exactOptional(),
  cases: programCases.exactOptional(),
}).describe('An incentive.');

/** @see {@link incentiveCard} */
export type IncentiveCard = Frozen<z.output<typeof incentiveCard>>;
