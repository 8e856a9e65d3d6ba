import { z } from 'zod';

import { procedure } from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  day,
  localised,
  period,
  within,
} from './vocabulary.ts';

const stated = { basis, confidence };

const condition = shape({
  condition: code.describe('Code of the condition.'),
  says: localised.describe('The condition, as the notice tells it.'),
  ...stated,
}).describe('A condition that the applicant says it meets.');

const material = shape({
  material: code.describe('Code of the paper.'),
  says: localised.describe('The paper.'),
  instead: z.enum(['waived', 'postponed']).describe('Not asked for at all, or handed in later.'),
  within: period.describe('Of a postponed paper: how long after the decision.').exactOptional(),
}).describe('A paper that the pledge stands in for.');

const exclusion = shape({
  exclusion: code.describe('Code of the exclusion.'),
  says: localised.describe('Who or what is left out.'),
  by: z
    .enum(['unrepaired_pledge', 'measure', 'office'])
    .describe('Found in the register, or by the office with a reason.'),
  measure: code.describe('The measure in effect that leaves out.').exactOptional(),
  ...stated,
}).describe('Who may not go this way, and by which article.');

const postCheck = shape({
  within: period.describe('How long after the decision it is looked at, whatever the class.'),
  'by-class': shape({
    card: cardId.describe('Id of the risk class.'),
    rows: z
      .array(shape({ class: code.describe('A class.'), within: period.describe('Its period.') }))
      .min(1)
      .describe('Every class of the card: none is exempt.'),
  })
    .describe('Sooner or later by the class for planning inspections; only a date comes out.')
    .exactOptional(),
  ...stated,
}).describe('When somebody looks whether the conditions are met.');

/** A decision that is made on the applicant's word: what is pledged, for what, and what if it is not so. */
export const approval = shape({
  way: z
    .enum(['replaces_approval', 'replaces_certificate', 'missing_document'])
    .describe('What the pledge stands in for.'),
  decision: localised.describe('The decision that is made on it.'),
  provider: shape({
    body: code.describe('Who decides.'),
    level: code.describe('From which level upwards.'),
  }).describe('Who decides on it.'),
  form: localised.describe('What is signed, whole.'),
  conditions: z.array(condition).min(1).describe('All that has to be met.'),
  materials: z.array(material).min(1).describe('The papers it stands in for.'),
  'ordinary-way': shape({
    says: localised.describe('What whoever does not pledge has.'),
    by: citation.describe('The article that gives it.'),
    detriment: z.enum(['none', 'slower', 'refused']).describe('What it costs not to pledge.'),
  }).describe('The ordinary procedure stays open.'),
  exclusions: z.array(exclusion).describe('Who may not go this way.'),
  'post-check': postCheck,
  cure: shape({ within, ...stated }).describe('Time to put right what was not so.'),
  revocation: shape({
    says: localised.describe('What becomes of the decision.'),
    ...stated,
  }).describe('What follows when it is not put right.'),
  withdrawal: z
    .enum(['before_completion', 'never'])
    .describe('Until when the applicant may go back to the ordinary procedure.'),
  repair: shape({
    says: localised.describe('What puts it right.'),
    after: z.union([z.literal('at_once'), period]).describe('How long after the decision.'),
    ...stated,
  }).describe('The way back after a broken pledge.'),
  reuse: z
    .enum(['kept', 'never'])
    .describe('Whether another office takes a pledge that was kept for its own.'),
  publicity: z
    .union([z.literal('none'), shape({ kept: citation.describe('The article.') })])
    .describe('Whether a kept pledge is shown with the organisation.'),
  procedure,
}).describe('An item open to notification and pledge.');

/** @see {@link approval} */
export type Approval = Frozen<z.output<typeof approval>>;

/** Cases beside a pledge: the days that follow from it. */
export const pledgeCases = z
  .array(
    shape({
      says: localised.describe('The case as a sentence a judge could agree with.'),
      given: shape({
        granted: day.describe('Day of the decision.').exactOptional(),
        class: code.describe('Class for planning inspections on that day.').exactOptional(),
        told: day.describe('Day on which the notice to put it right was served.').exactOptional(),
        revoked: day.describe('Day of the revocation.').exactOptional(),
      }).describe('What happened.'),
      expect: shape({
        'post-check-by': day.describe('Last day to look.').exactOptional(),
        'cure-by': day.describe('Last day to put it right.').exactOptional(),
        'repair-from': day.describe('First day of repair.').exactOptional(),
      }).describe('What comes out.'),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the pledge; they are run by the tests.');
