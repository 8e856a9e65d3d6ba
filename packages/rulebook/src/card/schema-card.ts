import { z } from 'zod';

import { category } from './guard-words.ts';
import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, localised, technicalHead } from './vocabulary.ts';

const words = z.array(z.string().min(1));

const columnCode = shape({
  code: code.describe('The code kept.'),
  title: localised.describe('What people call it.'),
  says: words.describe('Spellings in files that mean this code.').exactOptional(),
}).describe('One code of a column.');

const column = shape({
  column: z.string().min(1).describe('Official column name.'),
  says: localised.describe('What the column is called for people.'),
  field: z
    .union([z.literal('none'), code])
    .describe('Field it becomes; none: read and not kept.')
    .exactOptional(),
  type: z
    .enum(['text', 'date', 'code', 'codes', 'money', 'identifier', 'integer', 'flag'])
    .describe('How a cell is read.')
    .exactOptional(),
  required: z.boolean().describe('Whether an empty cell is refused.').exactOptional(),
  'max-length': z.int().min(1).max(10_000).describe('Characters at most.').exactOptional(),
  codes: z.array(columnCode).min(1).describe('The closed list of codes.').exactOptional(),
  separator: z.string().length(1).describe('Between several codes in one cell.').exactOptional(),
  unit: z
    .enum(['base', 'ten-thousand'])
    .describe('Unit of an amount: the currency, or ten thousand of it.')
    .exactOptional(),
  scheme: cardId.describe('Scheme card of an identifier.').exactOptional(),
  bracket: z
    .string()
    .min(1)
    .describe('Words in brackets that tell headers of the same name apart.')
    .exactOptional(),
  aliases: words.describe('Older column names.').exactOptional(),
  headers: words.describe('Headers in words that mean this column.').exactOptional(),
  person: z
    .literal('drop')
    .describe('Data about a natural person: dropped unread, never stored.')
    .exactOptional(),
  default: z.string().describe('Taken where the file has no such cell.').exactOptional(),
  category: category
    .describe('What kind of information the cell is, where it is not that of the item.')
    .exactOptional(),
}).describe('One column of a file.');

const results = z.array(z.string().min(1)).min(1);

const target = shape({
  target: cardId.describe('Id of the platform.'),
  title: localised.describe('What people call it.'),
  basis,
  confidence,
  columns: z.array(z.string().min(1)).min(1).describe('Columns it takes, in its order.'),
  reference: z.string().min(1).describe('Header of the id under which a record is sent.'),
  operation: shape({
    header: z.string().min(1).describe('Header of what is to be done with the row.'),
    new: z.string().min(1).describe('The record is sent for the first time.'),
    changed: z.string().min(1).describe('It takes the place of what was sent.'),
    withdrawal: z.string().min(1).describe('What was sent has ended and is to be taken down.'),
  }).describe('What the platform is to do with each row.'),
  answer: shape({
    header: z.string().min(1).describe('Header of the result.'),
    reason: z.string().min(1).describe('Header of the reason of a return.'),
    accepted: results.describe('Results that mean: taken in.'),
    returned: results.describe('Results that mean: sent back.'),
    ended: results.describe('Results that mean: taken down.'),
  }).describe('How the file that comes back is read.'),
}).describe('A platform to which records of the item are reported.');

/** schemas/: how the files of an item are written. */
export const schemaCard = shape({
  schema: cardId.describe('Id of the schema.'),
  ...technicalHead,
  columns: z.array(column).min(1).describe('Columns, in the order of the standard.'),
  targets: z.array(target).min(1).describe('Platforms they are reported to.').exactOptional(),
})
  .transform((card) => ({
    ...card,
    columns: card.columns.map(withDefaults),
    targets: card.targets ?? [],
  }))
  .describe('How the files of an item are written.');

type GivenColumn = z.output<typeof column>;

function withDefaults(given: GivenColumn) {
  return {
    ...given,
    field: given.field ?? ('none' as const),
    type: given.type ?? ('text' as const),
    required: given.required ?? false,
    aliases: given.aliases ?? [],
    headers: given.headers ?? [],
    codes: given.codes?.map((entry) => ({ ...entry, says: entry.says ?? [] })) ?? [],
  };
}

/** @see {@link schemaCard} */
export type SchemaCard = Frozen<z.output<typeof schemaCard>>;

/** A platform that records are reported to, as the card says it. */
export type ReportTarget = SchemaCard['targets'][number];

/** One column of a schema, with what the card left out filled in. */
export type SchemaColumn = SchemaCard['columns'][number];
