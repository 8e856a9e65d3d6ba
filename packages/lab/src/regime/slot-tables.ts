import { dayNumber } from '@credence/domain';
import type { Column, RecordTable } from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import type { RegimeLaw } from './regime-law.ts';
import { NO_FORM, SLOTS, type SlotColumns } from './slot-columns.ts';
import type { FactReader } from './slot-facts.ts';

/** One collection of the program, and what lands in it. */
export interface Gathered {
  readonly name: string;
  /** Rows of the mapping whose records stand in it. */
  readonly rows: Uint8Array;
  /** Lists whose entries stand in it, as bits. */
  readonly lists: number;
  readonly fields: readonly FactReader[];
}

interface Asked {
  readonly gathered: readonly Gathered[];
  readonly places: Int16Array;
}

/** Which collection a row of the mapping stands in, by its place; -1 for none that is asked about. */
function placesOf({ rows }: RegimeLaw, gathered: readonly Gathered[]): Int16Array {
  return Int16Array.from(rows, (_, row) => gathered.findIndex((each) => each.rows[row] === 1));
}

/** Every record of everybody, agent by agent, with the collection it stands in; row -1 stands for an entry in a list. */
type Visit = (collection: number, agent: number, row: number, slot: number) => void;

function visitAll(
  { rowOfForm }: RegimeLaw,
  { gathered, places }: Asked,
  { count, slotForm, listed }: SlotColumns,
  visit: Visit,
): void {
  const ofLists = gathered.flatMap(({ lists }, at) => (lists === 0 ? [] : [{ at, lists }]));
  for (let agent = 0; agent < count; agent += 1) {
    const first = agent * SLOTS;
    for (let slot = first; slot < first + SLOTS; slot += 1) {
      const form = slotForm[slot] ?? NO_FORM;
      if (form === NO_FORM) continue;
      const row = rowOfForm[form] ?? -1;
      const place = row < 0 ? -1 : (places[row] ?? -1);
      if (place >= 0) visit(place, agent, row, slot);
    }
    const standing = listed?.[agent] ?? 0;
    if (standing === 0) continue;
    for (const { at, lists } of ofLists) {
      for (let bits = standing & lists; bits !== 0; bits &= bits - 1) visit(at, agent, -1, first);
    }
  }
}

/** Makes the tables of all collections at once: files are read twice for all, not twice for each. */
export function createTables(
  law: RegimeLaw,
  gathered: readonly Gathered[],
): (month: number, columns: SlotColumns) => ReadonlyMap<string, RecordTable> {
  const asked = { gathered, places: placesOf(law, gathered) };
  return (month, columns) => fillTables(law, asked, month, columns);
}

function fillTables(
  law: RegimeLaw,
  asked: Asked,
  month: number,
  columns: SlotColumns,
): ReadonlyMap<string, RecordTable> {
  const { gathered } = asked;
  const offsets = gathered.map(() => new Int32Array(columns.count + 1));
  visitAll(law, asked, columns, (collection, agent) => {
    const own = offsets[collection];
    if (own !== undefined) own[agent + 1] = (own[agent + 1] ?? 0) + 1;
  });
  for (const own of offsets) {
    for (let at = 1; at < own.length; at += 1) own[at] = (own[at] ?? 0) + (own[at - 1] ?? 0);
  }
  const today = dayNumber(dayOfMonth(law.starts, month));
  const writers = gathered.map(({ fields }, at) =>
    fields.map((reader) => reader.open(offsets[at]?.at(-1) ?? 0, today)),
  );
  const filled = new Int32Array(gathered.length);
  const levels = law.amounts.length;
  visitAll(law, asked, columns, (collection, _, row, slot) => {
    const at = filled[collection] ?? 0;
    filled[collection] = at + 1;
    const level = (columns.slotForm[slot] ?? 0) % levels;
    const state = columns.slotState[slot] ?? 0;
    const record = { row, level, month: columns.slotMonth[slot] ?? 0, state };
    for (const writer of writers[collection] ?? []) {
      if (row < 0) writer.entry(at);
      else writer.record(at, record);
    }
  });
  return new Map(
    gathered.map(({ name, fields }, at): [string, RecordTable] => {
      const own = offsets[at] ?? new Int32Array(1);
      const named = (writers[at] ?? []).map(({ column }, place): [string, Column] => {
        return [fields[place]?.name ?? '', column];
      });
      return [
        name,
        { rows: own.at(-1) ?? 0, offsets: own, ids: undefined, columns: new Map(named) },
      ];
    }),
  );
}
