import { parseCivilDate, parsePeriod } from '@credence/domain';
import { z } from 'zod';

import { shape } from './shape.ts';

/** A code that a rule may name: snake_case, ASCII, so that it can stand bare in an expression. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, 'a code: lower-case ASCII words joined by underscores')
  .describe('A code: lower-case ASCII words joined by underscores.');

/** The id of a card, equal to its file name without the ending. */
export const cardId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/,
    'an id: lower-case ASCII words joined by hyphens, dots or underscores, as the file is named',
  )
  .describe('The id of a card: its file name without the ending.');

/** Text in the languages of the edition; `checkEdition` refuses a missing language. */
export const localised = z
  .strictObject({
    zh: z.string().trim().min(1).describe('Simplified Chinese.').exactOptional(),
    en: z.string().trim().min(1).describe('English.').exactOptional(),
  })
  .describe('Text for people, in every language of the edition. Never read by a rule.');

/** A day of the civil calendar, written YYYY-MM-DD. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD')
  .transform((text, context) => {
    const parsed = parseCivilDate(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: 'a day that exists, written YYYY-MM-DD' });
    return z.NEVER;
  })
  .describe('A day, YYYY-MM-DD.');

/** From the first day up to, not including, the last; `none` is open. */
export const interval = shape({
  from: day.describe('First day in force.'),
  until: z
    .union([z.literal('none'), day])
    .describe('First day no longer in force, or none while no end is set.'),
}).describe('Days in force, half open: `until` is the first day out of force.');

/** A calendar period, ISO 8601: months, years or days. */
export const period = z
  .string()
  .regex(/^P[1-9]\d*[YMWD]$|^P[1-9]\d*Y[1-9]\d*M$/, 'a period such as P3M, P1Y or P60D')
  .transform((text, context) => {
    const parsed = parsePeriod(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: 'a period such as P3M, P1Y or P60D' });
    return z.NEVER;
  })
  .describe('A calendar period: P3M, P1Y, P60D.');

const count = z.int().min(1).max(3660);

/** How long a step may take: at once, so many working or calendar days, or a calendar period. */
export const within = z
  .union([
    z.literal('at_once').transform(() => 'at-once' as const),
    period,
    shape({
      'working-days': count.describe('Working days; the first day does not count.'),
    }).transform((given) => ({ unit: 'working-days' as const, count: given.workingDays })),
    shape({ days: count.describe('Calendar days.') }).transform((given) => ({
      unit: 'days' as const,
      count: given.days,
    })),
  ])
  .describe('at_once, {working-days: n}, {days: n} or a period such as P60D.');

/** How sure the edition is of a rule: shown beside it until it is confirmed. */
export const confidence = z
  .enum(['verified', 'secondary', 'unverified'])
  .describe('verified: the text was read; secondary: a digest was read; unverified: recalled.');

/** @see {@link confidence}; `unverified-weak` never ships and is not a value. */
export type Confidence = z.output<typeof confidence>;

/** An article of a source of law. */
export const citation = shape({
  source: cardId.describe('Id of a source card.'),
  at: cardId.describe('Id of an article of that source.'),
}).describe('An article of a source of law.');

/** Where a rule stands written: a source card and one of its articles. */
export interface Citation {
  readonly source: string;
  readonly at: string;
}

/** The articles a rule rests on; never empty. */
export const basis = z.array(citation).min(1).describe('The articles this rests on, at least one.');

/** The articles of a whole card: none may be said, so that the guard that refuses it can say why. */
const basisOfCard = z
  .array(citation)
  .describe('The articles the card rests on, at least one (guard G12).');

/** `none`, allowed only with the article that allows it. */
export const noneWithArticle = shape({
  none: citation.describe('The article that allows none.'),
}).describe('None, with the article that allows it.');

/** The last day on which this card may be used without somebody having looked at it again. */
export const reviewBy = day.describe(
  'Review no later than this day; past it nothing adverse is shown under the card.',
);

/** The part of the head that every rule shares. */
export const head = {
  title: localised.describe('What people call it.'),
  basis: basisOfCard,
  'in-force': interval,
  'review-by': reviewBy,
  confidence,
};

/** The head of a card that describes files or numbers, not rights: its law is named where it has one. */
export const technicalHead = {
  title: localised.describe('What people call it.'),
  basis: basis.exactOptional(),
  'in-force': interval.exactOptional(),
  'review-by': reviewBy.exactOptional(),
  confidence: confidence.exactOptional(),
};

/** A statement with its articles and how sure the edition is of it. */
export const grounds = shape({ basis, confidence }).describe('Articles, and how sure we are.');

export { subjects } from './guard-words.ts';

/**
 * The name of a measure where it is used: byte for byte that of its card. Looser than a code, so that
 * a look-alike letter is found by the guard that knows what it means (G13).
 */
export const measureName = z
  .string()
  .regex(/^\S+$/, 'a code without blanks')
  .describe('Code of a measure, byte for byte.');
