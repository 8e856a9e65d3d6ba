import { dayNumber, parseAmount, parseCivilDate } from '@credence/domain';

import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Program } from '../language/program.ts';
import type { Type } from '../language/type.ts';
import type { Field, World } from '../language/world.ts';
import { askedFields } from '../evaluate/asked-fields.ts';
import { readFacts, type FactsReading } from '../evaluate/read-facts.ts';

/** A fact as a card writes it: days as YYYY-MM-DD, money as `CNY 80000.00`, codes as their names. */
export type WrittenFact = boolean | number | string | readonly string[];

/** Facts of a case as its card writes them. */
export interface WrittenSubject {
  readonly subject?: Readonly<Record<string, WrittenFact>>;
  readonly records?: Readonly<Record<string, readonly Readonly<Record<string, WrittenFact>>[]>>;
}

/**
 * The facts of a case, held against the world. What the program does not ask for may be left out, a
 * flag that is not written is not set, and records are named by their place, from 1.
 */
export function readWritten(program: Program, given: WrittenSubject, id: string): FactsReading {
  const { world } = program;
  const records = Object.entries(given.records ?? {}).map(([name, list]) => {
    const fields = world.collections.get(name)?.fields ?? noFields;
    const read = list.map((written, place): RecordFacts => ({
      id: `${name}-${String(place + 1).padStart(4, '0')}`,
      facts: readEach(world, fields, written),
    }));
    return [name, read] as const;
  });
  const facts: SubjectFacts = {
    id,
    facts: readEach(world, world.subject, given.subject ?? {}),
    records: Object.fromEntries(records),
  };
  return readFacts(world, facts, askedFields(program));
}

const noFields: ReadonlyMap<string, Field> = new Map();

function readEach(
  world: World,
  fields: ReadonlyMap<string, Field>,
  written: Readonly<Record<string, WrittenFact>>,
): Record<string, Fact> {
  const unset = [...fields].flatMap(([name, { type, optional }]) =>
    type.kind === 'bool' && !optional ? [[name, false] as const] : [],
  );
  const set = Object.entries(written).map(([name, fact]) => {
    const type = fields.get(name)?.type;
    return [name, type === undefined ? fact : readFact(world, type, fact)] as const;
  });
  return Object.fromEntries<Fact>([...unset, ...set]);
}

/** The fact as evaluation takes it; what cannot be read stays as it is, for `readFacts` to refuse. */
export function readFact(world: World, type: Type, written: WrittenFact): Fact {
  if (typeof written !== 'string') return written;
  switch (type.kind) {
    case 'date': {
      const date = parseCivilDate(written);
      return date === undefined ? written : dayNumber(date);
    }
    case 'money': {
      const [currency, amount, ...rest] = written.split(' ');
      if (currency !== world.currency || amount === undefined || rest.length > 0) return written;
      const read = parseAmount(amount, { currency, unit: 'base' });
      return read.kind === 'amount' ? read.money.amount : written;
    }
    default:
      return written;
  }
}
