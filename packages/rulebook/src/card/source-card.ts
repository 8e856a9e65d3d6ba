import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, confidence, interval, localised, reviewBy } from './vocabulary.ts';

/** Ranks of instruments, highest first; what each may carry is settled by the basis checks. */
const sourceRank = z
  .enum([
    'law',
    'administrative_regulation',
    'judicial_interpretation',
    'local_regulation',
    'central_policy_document',
    'department_rule',
    'local_government_rule',
    'normative_document',
    'standard',
  ])
  .describe('Rank of the instrument.');

/** @see {@link sourceRank} */
export type SourceRank = z.output<typeof sourceRank>;

const repeal = z
  .union([
    z.literal('ended'),
    shape({
      succeeded: shape({
        by: cardId.describe('Source card that takes its place.'),
        carries: z
          .union([z.enum(['all', 'none']), z.array(cardId).min(1)])
          .describe('Articles whose running effects go on under the narrower of both texts.')
          .exactOptional(),
      }).describe('Replaced by another source.'),
    }),
    shape({ transitional: citation.describe('The article that orders the transition.') }),
  ])
  .describe(
    'What an end date means: {succeeded: {by: id}}, {transitional: {source, at}} or ended.',
  );

/** sources/: an instrument at one point in time. */
export const sourceCard = shape({
  source: cardId.describe('Id of the source.'),
  work: z.string().min(1).describe('Work id: territory/issuer/kind/year/number.'),
  title: localised.describe('Full title of the instrument.'),
  number: z.string().min(1).describe('Official number of the document.').exactOptional(),
  rank: sourceRank,
  'cross-domain': z
    .array(code)
    .describe('Links between domains that the instrument itself names.')
    .exactOptional(),
  'in-force': interval,
  repeal: repeal.exactOptional(),
  'review-by': reviewBy.exactOptional(),
  confidence,
  articles: z
    .record(
      cardId,
      shape({
        says: localised.describe('What the article says, in plain words.'),
        'text-sha256': z
          .string()
          .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
          .describe('SHA-256 of the text that was read.')
          .exactOptional(),
        confidence: confidence.exactOptional(),
        empowers: z.array(code).min(1).describe('Measures this article orders.').exactOptional(),
        items: z
          .array(code)
          .min(1)
          .describe('Items of the catalogue of public credit information it names.')
          .exactOptional(),
        about: z
          .array(z.enum(['retention', 'dispute', 'repair', 'list_power']))
          .min(1)
          .describe('Questions it answers, where editions are held beside each other.')
          .exactOptional(),
      }).describe('One article.'),
    )
    .describe('Articles that cards cite, by id (art-12, item-3).'),
}).describe('A source of law.');

/** @see {@link sourceCard} */
export type SourceCard = Frozen<z.output<typeof sourceCard>>;
