import type { CardOf } from '../card/card-kinds.ts';
import type { World } from '../language/world.ts';
import { fieldsOf } from './world-of.ts';

/** Columns that a record keeps outside of its facts; what is decided about them has rules of its own. */
const keptElsewhere = [
  'subject_class',
  'decided',
  'valid_from',
  'valid_until',
  'corrected',
  'served',
];

/** What the conditions of an item's own card can speak of: the columns of its schema, as `r.field`. */
export function itemWorld(
  item: string,
  schema: CardOf<'schema'>,
  edition: { readonly currency: string },
): World {
  const codeLists = new Map<string, readonly string[]>();
  const fields = fieldsOf(schema.schema, schema.columns, codeLists);
  for (const name of keptElsewhere) fields.delete(name);
  return {
    codeLists,
    subject: new Map(),
    collections: new Map([[item, { fields, most: 1, active: undefined }]]),
    record: item,
    values: new Map(),
    currency: edition.currency,
  };
}
