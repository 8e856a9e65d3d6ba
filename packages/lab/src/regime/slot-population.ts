import {
  askedFields,
  type Column,
  type ItemCard,
  type Population,
  type Program,
} from '@credence/rulebook';

import { createReaders } from './slot-facts.ts';
import type { SlotColumns } from './slot-columns.ts';
import { createTables, type Gathered } from './slot-tables.ts';
import type { RegimeLaw } from './regime-law.ts';

/**
 * Makes of everybody's slots the population that the program of an edition runs over: only the
 * collections and fields it asks for, records in the order of their slots.
 */
export function createPopulations(
  law: RegimeLaw,
  program: Program,
  given: { readonly months: number; readonly lists: readonly string[] },
): (month: number, columns: SlotColumns) => Population {
  const { edition } = law;
  if (edition === undefined) throw new RangeError('A program without an edition.');
  const asked = [...askedFields(program)].map((name) => name.split('.'));
  const items = [...edition.items.values()];
  const gathered = [...program.world.collections.keys()].flatMap((name): Gathered[] => {
    const fields = asked.flatMap(([of, field = '']) => (of === name ? [field] : []));
    if (fields.length === 0) return [];
    return [
      {
        name,
        rows: rowsOf(law, items, name),
        lists: listsOf(items, name, given.lists),
        fields: createReaders(
          { law, edition, program, collection: name, months: given.months },
          fields,
        ),
      },
    ];
  });
  const tables = createTables(law, gathered);
  const subjectFields = asked.flatMap(([of, field = '']) => (of === 'org' ? [field] : []));
  return (month, columns) => ({
    world: program.world,
    size: columns.count,
    subjects: {
      rows: columns.count,
      ids: undefined,
      columns: new Map(
        subjectFields.map((field) => [field, absent(program, field, columns.count)] as const),
      ),
    },
    collections: tables(month, columns),
  });
}

function rowsOf(law: RegimeLaw, items: readonly ItemCard[], collection: string): Uint8Array {
  return Uint8Array.from(law.rows, ({ row }) => {
    const item = items.find((each) => each.item === row.item);
    return item?.collection === collection ? 1 : 0;
  });
}

function listsOf(items: readonly ItemCard[], collection: string, lists: readonly string[]): number {
  const item = items.find((each) => each.collection === collection);
  return lists.reduce(
    (bits, list, bit) => (item?.entriesOf?.includes(list) === true ? bits | (1 << bit) : bits),
    0,
  );
}

/** Nobody in a society states a fact of registration: it is absent for all of them. */
function absent({ world }: Program, field: string, count: number): Column {
  if (world.subject.get(field)?.optional !== true) {
    throw new RangeError(`The society has no "${field}", and the program cannot do without it.`);
  }
  return { kind: 'numbers', values: new Int32Array(count), present: new Uint8Array(count) };
}
