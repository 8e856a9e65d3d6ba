import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, citation, code, confidence, day, head, period } from './vocabulary.ts';

/** From when on a case is told apart from those like it; what makes them alike are the dimensions. */
const unlike = shape({
  'least-group': z.int().min(2).describe('Like cases there are at least, or nothing is said.'),
  deviations: z
    .int()
    .min(1)
    .describe('Further from the median than so many median absolute deviations.'),
  multiple: z.int().min(2).describe('And so many times the median, or so small a part of it.'),
  from: day.describe('Since when it is so.'),
  by: z
    .union([z.literal('operator_policy'), citation])
    .describe('The article that sets it, or operator_policy: the operator of the register set it.'),
  confidence,
}).describe('Which cases are unlike others, on either side.');

/** statistics/: a table that is published. */
export const statisticCard = shape({
  statistic: cardId.describe('Id of the table.'),
  ...head,
  of: z.array(code).min(1).describe('Items that are counted.'),
  lists: z.array(cardId).describe('Lists whose entries are counted.'),
  dimensions: z.array(code).min(1).describe('What it is split by.'),
  geography: z
    .enum(['none', 'country', 'province', 'city', 'district', 'street', 'address'])
    .describe('The smallest place shown; never finer than a district.'),
  every: period.describe('How often it is published.'),
  'least-cell': z
    .union([z.literal('none'), z.int().min(0)])
    .describe('Least subjects in a cell; 10.'),
  'small-cells': z
    .enum(['suppressed', 'merged', 'shown'])
    .describe('What becomes of smaller cells.'),
  secondary: z.boolean().describe('Whether cells are hidden that would give hidden ones away.'),
  filters: z.enum(['fixed', 'free']).describe('Whether readers can build queries of their own.'),
  unlike: unlike.exactOptional(),
}).describe('A published table.');

/** @see {@link statisticCard} */
export type StatisticCard = Frozen<z.output<typeof statisticCard>>;
