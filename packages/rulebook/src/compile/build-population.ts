import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Type } from '../language/type.ts';
import type { Field, World } from '../language/world.ts';
import type { Column, Population, RecordTable, Table } from './population.ts';
import { fillerOf, membersOf, storageOf } from './storage.ts';

type Facts = Readonly<Record<string, Fact>>;

/**
 * Lays out facts as columns. Facts the world does not know are left out.
 *
 * @throws RangeError for a fact that is missing, of another type, or out of the bounds of its field
 */
export function toPopulation(world: World, subjects: readonly SubjectFacts[]): Population {
  return {
    world,
    size: subjects.length,
    subjects: tableOf(world, world.subject, subjects),
    collections: new Map(
      [...world.collections].map(([name, collection]): [string, RecordTable] => {
        const lists = subjects.map((subject) => subject.records[name] ?? []);
        const offsets = new Int32Array(subjects.length + 1);
        lists.forEach((list, index) => (offsets[index + 1] = (offsets[index] ?? 0) + list.length));
        return [name, { ...tableOf(world, collection.fields, lists.flat()), offsets }];
      }),
    ),
  };
}

function tableOf(
  world: World,
  fields: ReadonlyMap<string, Field>,
  rows: readonly (SubjectFacts | RecordFacts)[],
): Table {
  const columns = [...fields].map(([name, field]): [string, Column] => [
    name,
    columnOf(
      world,
      { name, field },
      rows.map(({ facts }) => facts),
    ),
  ]);
  return { rows: rows.length, columns: new Map(columns), ids: rows.map(({ id }) => id) };
}

function columnOf(
  world: World,
  { name, field }: { readonly name: string; readonly field: Field },
  rows: readonly Facts[],
): Column {
  const facts = rows.map((row) => row[name]);
  const absent = facts.findIndex((fact) => fact === undefined);
  if (absent >= 0 && !field.optional) {
    throw new RangeError(`Row ${absent} lacks "${name}", which every row must have.`);
  }
  const present = field.optional
    ? Uint8Array.from(facts, (fact) => (fact === undefined ? 0 : 1))
    : undefined;
  const storage = storageOf(field.type, world);
  const numbersOf = numberReader(world, name, field.type);
  switch (storage.kind) {
    case 'numbers': {
      const values = storage.create(rows.length);
      const filler = fillerOf(field.type);
      facts.forEach((fact, row) => (values[row] = numbersOf(fact)[0] ?? filler));
      return { kind: 'numbers', values, present };
    }
    case 'bits': {
      const bits = facts.map((fact) => numbersOf(fact).reduce((all, code) => all | (1 << code), 0));
      return { kind: 'bits', values: Uint32Array.from(bits), present };
    }
    case 'members': {
      const offsets = new Uint32Array(rows.length + 1);
      const codes = facts.map((fact) => numbersOf(fact));
      codes.forEach((list, row) => (offsets[row + 1] = (offsets[row] ?? 0) + list.length));
      const values = storage.create(offsets.at(-1) ?? 0);
      codes.flat().forEach((code, index) => (values[index] = code));
      return { kind: 'members', offsets, values, present };
    }
  }
}

/** Reads a fact of a type as the numbers a column holds: none where it is absent. */
function numberReader(world: World, name: string, type: Type): (fact: Fact) => readonly number[] {
  const refuse = (fact: Fact): never => {
    throw new RangeError(`"${name}" is ${JSON.stringify(fact)}, which is no ${type.kind} of it.`);
  };
  if (type.kind === 'code' || type.kind === 'codes') {
    const indexes = new Map(membersOf(type.list, world).map((code, index) => [code, index]));
    return (fact) => {
      if (fact === undefined) return [];
      const codes = typeof fact === 'object' ? fact : [fact];
      return codes.map((code) => indexes.get(String(code)) ?? refuse(fact));
    };
  }
  if (type.kind === 'bool') {
    return (fact) => {
      if (fact === undefined) return [];
      return typeof fact === 'boolean' ? [fact ? 1 : 0] : refuse(fact);
    };
  }
  const [least, most] =
    type.kind === 'date' ? [-0x8000_0000, 0x7fff_ffff] : [type.least, type.most];
  return (fact) => {
    if (fact === undefined) return [];
    const fits = typeof fact === 'number' && Number.isInteger(fact);
    return fits && fact >= least && fact <= most ? [fact] : refuse(fact);
  };
}
