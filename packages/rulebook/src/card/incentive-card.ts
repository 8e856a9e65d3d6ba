import { z } from 'zod';

import { category, touches } from './guard-words.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, localised, subjects } from './vocabulary.ts';

/** incentives/: a benefit for those who keep the law; it takes nothing from others. */
export const incentiveCard = shape({
  incentive: cardId.describe('Id of the incentive.'),
  ...head,
  subjects,
  for: code.describe('For whom: whoever has no listing, keeps a pledge, holds an honour.'),
  category: category.describe('What kind of information decides.'),
  gives: localised.describe('What it gives, in plain words.'),
  touches,
  'for-others': z
    .enum(['unchanged', 'worse'])
    .describe('How everyone else fares, compared with before.'),
  takes: z
    .array(
      shape({
        measure: code.describe('What it takes, as the code of a measure.'),
        says: localised.describe('What it takes, in plain words.'),
        touches,
      }),
    )
    .describe('What the same instrument takes from others: nothing, an empty list.'),
}).describe('An incentive.');

/** @see {@link incentiveCard} */
export type IncentiveCard = Frozen<z.output<typeof incentiveCard>>;
