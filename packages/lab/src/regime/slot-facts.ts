import { dayNumber, parseCivilDate, type FactValue, type Interval } from '@credence/domain';
import {
  findStretches,
  type Column,
  type Edition,
  type NumberArray,
  type Program,
} from '@credence/rulebook';

import { dayOfMonth } from './law-days.ts';
import type { RegimeLaw } from './regime-law.ts';
import { representRecord } from './represent.ts';
import { slotBits } from './slot-columns.ts';

/** One record in a slot. */
export interface SlotRecord {
  readonly row: number;
  readonly level: number;
  readonly month: number;
  readonly state: number;
}

/** One column of a population, filled record by record. */
export interface FactWriter {
  readonly column: Column;
  record(at: number, slot: SlotRecord): void;
  /** An entry in a list, which is in effect on the day of the question. */
  entry(at: number): void;
}

/** How a fact of the records of a collection is read from slots. */
export interface FactReader {
  readonly name: string;
  open(rows: number, today: number): FactWriter;
}

interface Source {
  readonly law: RegimeLaw;
  readonly edition: Edition;
  readonly program: Program;
  readonly collection: string;
  readonly months: number;
}

/** Codes that one number holds as bits. */
const BITS = 32;

/** A number, or nothing. */
type Read = (slot: SlotRecord, today: number) => number | undefined;

/** Readers of the fields that a program asks of a collection. */
export function createReaders(source: Source, names: readonly string[]): readonly FactReader[] {
  return names.map((name) => {
    const field = source.program.world.collections.get(source.collection)?.fields.get(name);
    if (field === undefined) throw new RangeError(`${source.collection} has no field ${name}.`);
    const { type, optional } = field;
    const read = readerOf(source, name);
    const ofEntry = entryFact(name);
    const isBits = type.kind === 'codes';
    return {
      name,
      open(rows, today) {
        const present = optional ? new Uint8Array(rows) : undefined;
        const values = arrayFor(type.kind, rows);
        const write = (at: number, value: number | undefined): void => {
          if (value === undefined) return;
          values[at] = value;
          if (present !== undefined) present[at] = 1;
        };
        const column: Column =
          isBits && values instanceof Uint32Array
            ? { kind: 'bits', values, present }
            : { kind: 'numbers', values, present };
        return {
          column,
          record: (at, slot) => {
            write(at, read(slot, today));
          },
          entry: (at) => {
            write(at, ofEntry(today));
          },
        };
      },
    };
  });
}

function arrayFor(kind: string, rows: number): NumberArray {
  if (kind === 'codes') return new Uint32Array(rows);
  if (kind === 'bool') return new Uint8Array(rows);
  return kind === 'money' || kind === 'int' ? new Float64Array(rows) : new Int32Array(rows);
}

function entryFact(name: string): (today: number) => number | undefined {
  const isDay = ['begins', 'decided', 'taken_in', 'served'].includes(name);
  return (today) => (isDay ? today : undefined);
}

function readerOf(source: Source, name: string): Read {
  const { law } = source;
  const flag =
    (bit: number): Read =>
    ({ state }) =>
      (state & bit) === 0 ? 0 : 1;
  switch (name) {
    case 'repaired':
      return flag(slotBits.repaired);
    case 'disputed':
      return flag(slotBits.disputed);
    case 'quashed': // A record that was quashed has left its slot.
      return () => 0;
    case 'corrected':
      return ({ state }, today) => ((state & slotBits.repaired) === 0 ? undefined : today);
    case 'decided':
    case 'taken_in':
    case 'served':
      return daysOf(law);
    case 'begins':
    case 'ends':
      return stretchReader(source, name);
    case 'severity':
      return severityReader(source);
    default:
      return statedReader(source, name);
  }
}

/** The day of every month, worked out once: dates are dear, and every record has one. */
function daysOf({ starts }: RegimeLaw): Read {
  const days: number[] = [];
  return ({ month }) => (days[month] ??= dayNumber(dayOfMonth(starts, month)));
}

/** What depends on row, level and month of a record alone is asked of the register once. */
function kept<Answer>(
  source: Source,
  ask: (slot: SlotRecord) => Answer,
): (slot: SlotRecord) => Answer {
  const levels = source.law.amounts.length;
  const answers = new Map<number, { readonly answer: Answer }>();
  return (slot) => {
    const key = (slot.row * levels + slot.level) * source.months + slot.month;
    let known = answers.get(key);
    if (known === undefined) {
      known = { answer: ask(slot) };
      answers.set(key, known);
    }
    return known.answer;
  };
}

function stretchesOf({ law, edition }: Source, slot: SlotRecord): ReturnType<typeof findStretches> {
  const row = law.rows[slot.row];
  const amount = law.amounts[slot.level] ?? 0;
  const day = dayOfMonth(law.starts, slot.month);
  const record = row === undefined ? undefined : representRecord(edition, row, { amount, day });
  return record === undefined ? { days: [], sealed: false } : findStretches(edition, record);
}

/** The days of effect around the day of the question, else the next, else the last. */
function stretchReader(source: Source, edge: 'begins' | 'ends'): Read {
  const days = kept(source, (slot) =>
    stretchesOf(source, slot).days.map(({ from, until }: Interval) => ({
      begins: dayNumber(from),
      ends: until === 'none' ? undefined : dayNumber(until),
    })),
  );
  return (slot, today) => {
    const all = days(slot);
    const around =
      all.find(({ begins, ends }) => begins <= today && (ends === undefined || today < ends)) ??
      all.find(({ begins }) => begins >= today) ??
      all.at(-1);
    // What was repaired is over; that it was repaired by today is all that a slot knows.
    if ((slot.state & slotBits.repaired) !== 0 && around !== undefined) {
      return edge === 'begins' ? around.begins : Math.min(today, around.ends ?? today);
    }
    return around?.[edge];
  };
}

function severityReader(source: Source): Read {
  const codes = source.program.world.codeLists.get('severity') ?? [];
  return kept(source, (slot) => {
    const { severity } = stretchesOf(source, slot);
    return severity === undefined ? undefined : codes.indexOf(severity);
  });
}

/** A fact of the mapping, as the number that a column holds. */
function statedReader(source: Source, name: string): Read {
  const { law, edition, program, collection } = source;
  const type = program.world.collections.get(collection)?.fields.get(name)?.type;
  const codes =
    type?.kind === 'code' || type?.kind === 'codes'
      ? (program.world.codeLists.get(type.list) ?? [])
      : [];
  if (type?.kind === 'codes' && codes.length > BITS) {
    throw new RangeError(`${name} has more codes than a column of bits holds.`);
  }
  const read = (fact: FactValue | undefined): number | undefined => {
    if (fact === undefined) return type?.kind === 'codes' ? 0 : undefined;
    if (typeof fact === 'boolean') return fact ? 1 : 0;
    if (typeof fact === 'number') return fact;
    if (typeof fact === 'object') {
      if ('currency' in fact) return fact.amount;
      return fact.reduce((bits, code) => bits | (1 << codes.indexOf(code)), 0) >>> 0;
    }
    if (type?.kind === 'code') return codes.indexOf(fact);
    const day = parseCivilDate(fact);
    return day === undefined ? undefined : dayNumber(day);
  };
  return kept(source, (slot) => {
    const row = law.rows[slot.row];
    const amount = law.amounts[slot.level] ?? 0;
    const day = dayOfMonth(law.starts, slot.month);
    const record = row === undefined ? undefined : representRecord(edition, row, { amount, day });
    return read(record?.facts[name]);
  });
}
