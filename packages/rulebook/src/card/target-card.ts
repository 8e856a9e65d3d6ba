import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, head, period } from './vocabulary.ts';

/** targets/: what offices, officials or informers are measured or paid by. */
export const targetCard = shape({
  target: cardId.describe('Id of the target.'),
  ...head,
  counts: z
    .enum([
      'listings',
      'penalties',
      'points_taken',
      'denunciations',
      'measures',
      'inspections_done',
      'cases_answered_in_time',
      'corrections',
      'verified_reports',
      'repairs',
    ])
    .describe('What is counted.'),
  kind: z.enum(['quota', 'ranking', 'pay', 'reward', 'report']).describe('What it is.'),
  'at-least': z.int().min(0).describe('How many are asked for.').exactOptional(),
  every: period.describe('In which time.').exactOptional(),
  for: z.enum(['authority', 'official', 'informer', 'contractor']).describe('For whom.'),
  paid: z
    .enum(['never', 'after_verification', 'before_verification'])
    .describe('When money is paid.'),
  'fixed-by': z
    .union([z.literal('none'), citation])
    .describe('The law that fixes the reward, or none.'),
  'counted-by': code.describe('Who counts.'),
}).describe('A target or a reward.');

/** @see {@link targetCard} */
export type TargetCard = Frozen<z.output<typeof targetCard>>;
