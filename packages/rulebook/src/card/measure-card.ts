import { z } from 'zod';

import { order } from './enforcement-parts.ts';
import { breachClasses, touches } from './guard-words.ts';
import {
  conduct,
  evidence,
  floor,
  issuer,
  procedure,
  promulgationParts,
  remedies,
  spread,
} from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  cardId,
  citation,
  code,
  head,
  localised,
  measureName,
  noneWithArticle,
  period,
  subjects,
} from './vocabulary.ts';

/** What a measure follows from where no list brings it. */
const follows = shape({
  item: code.describe('Item of the records.').exactOptional(),
  list: cardId.describe('A list it follows from.').exactOptional(),
  class: shape({
    card: cardId.describe('Id of a risk class, an evaluation or a scale.'),
    classes: z.array(code).min(1).describe('Its classes.'),
  })
    .describe('A class it follows from.')
    .exactOptional(),
  breach: breachClasses,
  domains: z.array(code).min(1).describe('Domains of law of the breach.'),
  gravity: code.describe('Severity class demanded.'),
  conduct,
  floor,
  evidence,
}).describe('What it follows from.');

/** measures/: what may lawfully follow, and for how long. */
export const measureCard = shape({
  measure: measureName.describe('Code of the measure.'),
  ...head,
  says: localised.describe('What it means for the one it touches.').exactOptional(),
  class: z.enum(['I', 'II', 'III']).describe('I reduces rights; II manages; III is private.'),
  effect: z
    .enum(['reduces_rights', 'management', 'private'])
    .describe('What it does; fixed by its class.'),
  subjects,
  domain: code.describe('Domain of law it belongs to.'),
  burden: z.int().min(1).max(5).describe('How heavy it is, 1 to 5; class I at least 3.'),
  touches,
  addressee: shape({
    kind: z
      .enum(['authority', 'private_body', 'platform', 'association', 'media', 'employer', 'school'])
      .describe('Who carries it out.'),
    modality: z.enum(['must', 'may']).describe('Whether it has to.'),
  }).describe('To whom it speaks.'),
  'least-age': z
    .int()
    .min(0)
    .max(120)
    .describe('Years a person must be, where people are named.')
    .exactOptional(),
  protects: z
    .array(z.enum(['health', 'life', 'safety', 'court_order']))
    .min(1)
    .describe('What its article orders it for; lateness of an authority never lifts it (N6).')
    .exactOptional(),
  'depends-on': z
    .enum(['entry', 'decision', 'none'])
    .describe('With what it ends at once: the entry, the decision, or nothing.'),
  spread,
  term: z
    .union([
      shape({
        'at-least': period.describe('Shortest term of the article.').exactOptional(),
        'at-most': period.describe('It ends after this.'),
      }),
      noneWithArticle,
      shape({ lifelong: z.union([z.literal('none'), citation]).describe('The law that says so.') }),
      z.enum(['none', 'until_further_notice', 'while_circumstances_persist']),
    ])
    .describe('{at-least: P1Y, at-most: P3Y}, or {none: {source, at}} while the listing lasts.'),
  implementing: z.array(code).min(1).describe('Bodies that may carry it out.'),
  follows: follows.exactOptional(),
  order: order.exactOptional(),
  issuer: issuer.exactOptional(),
  procedure: procedure.exactOptional(),
  remedies: remedies.exactOptional(),
  comment: promulgationParts.comment,
  evaluation: promulgationParts.evaluation,
  impact: promulgationParts.impact.exactOptional(),
}).describe('A measure of the closed catalogue.');

/** @see {@link measureCard} */
export type MeasureCard = Frozen<z.output<typeof measureCard>>;
