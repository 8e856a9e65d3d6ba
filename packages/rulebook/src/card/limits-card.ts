import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { citation, confidence, day, localised, period, reviewBy } from './vocabulary.ts';

const grounds = {
  from: day.describe('Since when it is so.'),
  by: z
    .union([z.literal('operator_policy'), citation])
    .describe('The article that sets it, or operator_policy: the operator of the register set it.'),
  confidence,
};

const longest = (says: string) =>
  shape({ 'at-most': period.describe('No longer than this.'), ...grounds }).describe(says);
const most = (says: string) =>
  shape({ 'at-most': z.int().min(0).describe('No more than this.'), ...grounds }).describe(says);
const least = (says: string) =>
  shape({ 'at-least': z.int().min(1).describe('No less than this.'), ...grounds }).describe(says);

/** limits/: the numbers by which guards judge all other cards. */
export const limitsCard = shape({
  limits: z.literal('guards').describe('Always guards: an edition has one card of limits.'),
  title: localised.describe('What people call it.'),
  'review-by': reviewBy,
  'least-age': least('Years of age below which nobody is named (G04).'),
  'burden-lightest': most('Burden of a measure after the lightest class of breach (G19).'),
  'burden-middle': most('Burden of a measure after a class between (G19).'),
  'burden-heaviest': most('Burden of a measure after the heaviest class (G19).'),
  'burden-of-rights': least('Burden of a measure that takes rights, whatever its card says (G19).'),
  'burden-together': most(
    'Burden times years of all that one record brings, or that bind one subject at a time (G19).',
  ),
  'burden-years': least('Years counted, at most, of one measure in that sum (G19).'),
  'erased-after-leaving': longest('Points are erased after somebody leaves (G23).'),
  'notice-working-days': least('Working days a notice leaves (G24).'),
  'emergency-notice-hours': most('Hours until notice where an authority acts first (G24).'),
  'statement-working-days': least('Working days to state and defend (G25).'),
  'dispute-mark-working-days': most('Working days until a dispute is marked (G30).'),
  'list-term': longest('Term of an entry where no law says otherwise (G31).'),
  'list-term-by-law': longest('Term of an entry where a law sets it (G31).'),
  'open-duty-exit-working-days': most('Working days from proof to the end of an entry (G31).'),
  'open-duty-confirmed': longest('An official confirms that a duty is still open (G31).'),
  'recall-days': most('Days until recipients delete what was removed (G33).'),
  'queries-a-day': most('Closed queries of one reader in a day (G36).'),
  'look-hidden': longest('A look may stay hidden from its subject (G37).'),
  'cell-subjects': least('Subjects in the smallest cell that is shown (G38).'),
  'table-dimensions': most('Dimensions of a published table (G38).'),
  'inspection-least': least('Of a thousand, drawn of every class in any case (G40).'),
  'inspection-most': most('Of a thousand, drawn of no class more (G40).'),
  'evaluation-of-subjects': longest('A comprehensive evaluation is made again (G40).'),
  'comment-days': least('Days the public has to comment (G45).'),
  'evaluation-of-rules': longest('A third party looks at a rule again (G45).'),
}).describe('The limits by which the guards judge.');

/** @see {@link limitsCard} */
export type LimitsCard = Frozen<z.output<typeof limitsCard>>;

/** The limits themselves, without the head of their card. */
export type Limits = Omit<LimitsCard, 'limits' | 'title' | 'reviewBy'>;

/** The name of a limit, as code writes it. */
export type LimitName = keyof Limits;
