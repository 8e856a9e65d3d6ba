import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, code, localised, technicalHead } from './vocabulary.ts';

/** mappings/: how a foreign source fills the fields of an item. */
export const mappingCard = shape({
  mapping: cardId.describe('Id of the mapping.'),
  ...technicalHead,
  title: localised.describe('What people call it.').exactOptional(),
  item: code.describe('Item whose schema it fills.'),
  columns: z
    .array(
      shape({
        from: z.string().min(1).describe('Column of the foreign file.'),
        to: code.describe('Field of the schema.'),
        dates: z
          .enum(['month-first', 'day-first'])
          .describe('How days are written that do not start with the year.')
          .exactOptional(),
        codes: z
          .record(z.string().min(1), code)
          .describe('What a cell says, and the code it becomes.')
          .exactOptional(),
      }).describe('One column that is taken.'),
    )
    .min(1)
    .describe('Columns that are taken.'),
  constants: z
    .record(code, z.string())
    .describe('Fields that have the same value in every row.')
    .exactOptional(),
  ignored: z
    .array(
      shape({
        column: z.string().min(1).describe('Column of the foreign file.'),
        because: localised.describe('Why it is not taken.'),
      }).describe('One column that is left.'),
    )
    .describe('Columns that are left, each with its reason.')
    .exactOptional(),
}).describe('A mapping of a foreign file.');

/** @see {@link mappingCard} */
export type MappingCard = Frozen<z.output<typeof mappingCard>>;
