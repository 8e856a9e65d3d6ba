import { dayNumber } from '@credence/domain';
import {
  askedFields,
  type Column,
  type ItemCard,
  type Population,
  type Program,
  type RecordTable,
} from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import { createReaders, type FactReader } from './slot-facts.ts';
import { NO_FORM, SLOTS, type SlotColumns } from './slot-columns.ts';
import type { RegimeLaw } from './regime-law.ts';

/** One collection of the program, and what lands in it. */
interface Gathered {
  readonly name: string;
  /** Rows of the mapping whose records stand in it. */
  readonly rows: Uint8Array;
  /** Lists whose entries stand in it, as bits. */
  readonly lists: number;
  readonly fields: readonly FactReader[];
}

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
    collections: new Map(
      gathered.map((each) => [each.name, tableOf(law, each, { month, columns })] as const),
    ),
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

interface Asked {
  readonly month: number;
  readonly columns: SlotColumns;
}

function tableOf(law: RegimeLaw, gathered: Gathered, asked: Asked): RecordTable {
  const offsets = offsetsOf(law, gathered, asked);
  const rows = offsets.at(-1) ?? 0;
  const today = dayNumber(dayOfMonth(law.starts, asked.month));
  const writers = gathered.fields.map((reader) => reader.open(rows, today));
  let at = 0;
  each(law, gathered, asked, (row, slot, level) => {
    for (const writer of writers) {
      if (row < 0) writer.entry(at);
      else {
        const { slotMonth, slotState } = asked.columns;
        writer.record(at, { row, level, month: slotMonth[slot] ?? 0, state: slotState[slot] ?? 0 });
      }
    }
    at += 1;
  });
  const columns = gathered.fields.map(({ name }, place) => {
    const writer = writers[place];
    if (writer === undefined) throw new RangeError(name);
    return [name, writer.column] as const;
  });
  return { rows, offsets, ids: undefined, columns: new Map(columns) };
}

function offsetsOf(law: RegimeLaw, gathered: Gathered, asked: Asked): Int32Array<ArrayBuffer> {
  const offsets = new Int32Array(asked.columns.count + 1);
  each(law, gathered, asked, (_, slot) => {
    const agent = Math.floor(slot / SLOTS);
    offsets[agent + 1] = (offsets[agent + 1] ?? 0) + 1;
  });
  for (let agent = 0; agent < asked.columns.count; agent += 1) {
    offsets[agent + 1] = (offsets[agent + 1] ?? 0) + (offsets[agent] ?? 0);
  }
  return offsets;
}

/** Every record of the collection, agent by agent; row -1 stands for an entry in a list. */
function each(
  law: RegimeLaw,
  { rows, lists }: Gathered,
  { columns }: Asked,
  visit: (row: number, slot: number, level: number) => void,
): void {
  const { count, slotForm, listed } = columns;
  const levels = law.amounts.length;
  for (let agent = 0; agent < count; agent += 1) {
    const first = agent * SLOTS;
    for (let slot = first; slot < first + SLOTS; slot += 1) {
      const form = slotForm[slot] ?? NO_FORM;
      if (form === NO_FORM) continue;
      const row = law.rowOfForm[form] ?? -1;
      if (row >= 0 && rows[row] === 1) visit(row, slot, form % levels);
    }
    if (lists === 0 || listed === undefined) continue;
    let bits = (listed[agent] ?? 0) & lists;
    for (; bits !== 0; bits &= bits - 1) visit(-1, first, 0);
  }
}
