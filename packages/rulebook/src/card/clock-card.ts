import { z } from 'zod';

import { clockCases } from './case-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, grounds, head, within } from './vocabulary.ts';

/** clocks/: the steps of a procedure and how long each may take. */
export const clockCard = shape({
  clock: cardId.describe('Id of the clock.'),
  ...head,
  steps: z
    .array(
      shape({
        step: code.describe(
          'What is done. `apply` is the time limit of the subject; all others are answers to it.',
        ),
        from: z
          .enum(['service', 'decision', 'application', 'previous_step'])
          .describe('What starts the step; absent: the step before it.')
          .exactOptional(),
        within,
        extension: within.describe('Added once, with reasons.').exactOptional(),
        grounds: grounds.describe('Articles of this step alone.').exactOptional(),
      }).describe('One step.'),
    )
    .min(1)
    .describe('Steps in order.'),
  cases: clockCases.exactOptional(),
}).describe('Time limits of a procedure.');

/** @see {@link clockCard} */
export type ClockCard = Frozen<z.output<typeof clockCard>>;
