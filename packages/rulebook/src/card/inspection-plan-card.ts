import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, period } from './vocabulary.ts';

const share = z.int().min(0).max(1000);

/** inspection-plans/: who is drawn how often. */
export const inspectionPlanCard = shape({
  'inspection-plan': cardId.describe('Id of the plan.'),
  ...head,
  by: code.describe('The authority that inspects.'),
  'risk-class': z.union([z.literal('none'), cardId]).describe('The risk class it looks at.'),
  every: period.describe('The time the shares are for.'),
  shares: z
    .array(
      shape({
        class: code.describe('Class of the risk class, or all.'),
        'per-thousand': share.describe('How many of a thousand are drawn.'),
      }),
    )
    .min(1)
    .describe('Share drawn of each class.'),
  least: share.describe('No class is drawn less often, per thousand; more than 0.'),
  most: share.describe('No class is drawn more often, per thousand; less than 1000.'),
  selection: z
    .enum(['random_published_seed', 'random_secret_seed', 'hand_picked'])
    .describe('How subjects are selected.'),
  'hand-picked': z
    .union([
      z.literal('none'),
      shape({
        reason: z.enum(['required', 'none']).describe('Whether a reason is written down.'),
        'recorded-as': z.enum(['hand_picked', 'random']).describe('How it is recorded.'),
        journal: z.enum(['entry', 'none']).describe('Whether an entry is written.'),
      }),
    ])
    .describe('Subjects added by hand, or none.'),
  draw: shape({
    even: share.describe('How many of a thousand are drawn where no class may be used.'),
    'random-arm': share.describe('Of a thousand draws, those that look at no class.'),
    strata: z.enum(['district', 'sector']).describe('What subjects are drawn among.'),
    units: z
      .array(z.enum(['organisation', 'licensed_premises']))
      .min(1)
      .describe(
        'What is drawn; licensed premises are those of individual businesses. Absent: organisations.',
      )
      .exactOptional(),
    retention: period.describe('How long lists and names are kept after the last visit.'),
    'joins-within': period
      .describe('How far apart the days of two draws may lie for one visit to answer for both.')
      .exactOptional(),
    inspectors: z.int().min(1).max(9).describe('How many inspectors visit together.'),
  })
    .describe('How subjects are drawn; absent: nothing can be drawn by this plan.')
    .exactOptional(),
  'leads-to': z.array(code).describe('Measures that follow from a class: an empty list.'),
}).describe('A plan of inspections.');

/** @see {@link inspectionPlanCard} */
export type InspectionPlanCard = Frozen<z.output<typeof inspectionPlanCard>>;
