import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { code, head, localised, noneWithArticle, period, subjects } from './vocabulary.ts';

/** measures/: what may lawfully follow, and for how long. */
export const measureCard = shape({
  measure: code.describe('Code of the measure.'),
  ...head,
  says: localised.describe('What it means for the one it touches.').exactOptional(),
  class: z.enum(['I', 'II', 'III']).describe('I reduces rights; II manages; III is private.'),
  effect: z
    .enum(['reduces_rights', 'management', 'private'])
    .describe('What it does; fixed by its class.'),
  subjects,
  domain: code.describe('Domain of law it belongs to.'),
  term: z
    .union([
      shape({
        'at-least': period.describe('Shortest term of the article.').exactOptional(),
        'at-most': period.describe('It ends after this.'),
      }),
      noneWithArticle,
    ])
    .describe('{at-least: P1Y, at-most: P3Y}, or {none: {source, at}} while the listing lasts.'),
  implementing: z.array(code).min(1).describe('Bodies that may carry it out.'),
}).describe('A measure of the closed catalogue.');

/** @see {@link measureCard} */
export type MeasureCard = Frozen<z.output<typeof measureCard>>;
