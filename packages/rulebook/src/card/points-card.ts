import { z } from 'zod';

import { category, touches } from './guard-words.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, localised, subjects, within } from './vocabulary.ts';

const entry = shape({
  entry: code.describe('Code of the entry.'),
  title: localised.describe('What people call it.'),
  category,
  points: z.int().describe('Points it gives; below 0 it takes.'),
}).describe('What brings points.');

const extra = shape({
  extra: code.describe('Code of the benefit.'),
  title: localised.describe('What people call it.'),
  touches,
  'for-others': z
    .enum(['unchanged', 'worse'])
    .describe('Whether those without points fare as before.'),
}).describe('What points are good for.');

/** points/: civic points; they give and never take (G22, G23). */
export const pointsCard = shape({
  points: cardId.describe('Id of the scheme.'),
  ...head,
  subjects,
  enrolment: shape({
    by: z
      .enum(['consent', 'automatic', 'residence', 'school', 'employer'])
      .describe('How one comes in.'),
    consent: z
      .array(z.enum(['express', 'separate', 'revocable']))
      .describe('What the consent is; all three.'),
  }).describe('How one comes in.'),
  leave: shape({
    effect: z
      .enum(['none', 'benefits_reclaimed', 'recorded', 'not_possible'])
      .describe('What leaving brings.'),
    'erased-within': z.union([z.literal('none'), within]).describe('When everything is erased.'),
  }).describe('How one goes.'),
  'never-below': z.union([z.literal('none'), z.int()]).describe('The least anyone can have; 0.'),
  entries: z.array(entry).min(1).describe('What brings points.'),
  grades: z.union([z.literal('none'), z.array(code).min(1)]).describe('Grades made of them; none.'),
  extras: z.array(extra).describe('What points are good for.'),
  'used-for': z.array(code).min(1).describe('What points are used for: extras.'),
  'shared-with': z.array(code).describe('Who else receives them: nobody, an empty list.'),
}).describe('A scheme of civic points.');

/** @see {@link pointsCard} */
export type PointsCard = Frozen<z.output<typeof pointsCard>>;
