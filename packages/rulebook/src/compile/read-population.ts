import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Type } from '../language/type.ts';
import type { Field, World } from '../language/world.ts';
import type { Column, Population, Table } from './population.ts';
import { membersOf } from './storage.ts';

/** The facts of one subject, as they were given. */
export function subjectFactsAt(population: Population, index: number): SubjectFacts {
  const { world, subjects } = population;
  return {
    id: idAt(subjects, index),
    facts: factsAt(world, world.subject, subjects, index),
    records: Object.fromEntries(
      [...population.collections].map(([name, table]) => {
        const fields = world.collections.get(name)?.fields ?? new Map<string, Field>();
        const [from, to] = [table.offsets[index] ?? 0, table.offsets[index + 1] ?? 0];
        const records = Array.from({ length: to - from }, (_, place): RecordFacts => ({
          id: idAt(table, from + place),
          facts: factsAt(world, fields, table, from + place),
        }));
        return [name, records];
      }),
    ),
  };
}

function idAt(table: Table, row: number): string {
  return table.ids?.[row] ?? String(row);
}

function factsAt(
  world: World,
  fields: ReadonlyMap<string, Field>,
  table: Table,
  row: number,
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, field] of fields) {
    const column = table.columns.get(name);
    if (column === undefined || column.present?.[row] === 0) continue;
    facts[name] = factOf(world, field.type, numbersAt(column, row));
  }
  return facts;
}

/** The number or, for several codes, the indexes that a row of a column holds. */
function numbersAt(column: Column, row: number): readonly number[] {
  switch (column.kind) {
    case 'numbers':
      return [column.values[row] ?? 0];
    case 'bits': {
      const bits = column.values[row] ?? 0;
      return Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => (bits >>> bit) & 1);
    }
    case 'members':
      return [...column.values.subarray(column.offsets[row], column.offsets[row + 1])];
  }
}

/** A fact of the numbers that columns, results and SQL hold for it. */
export function factOf(world: World, type: Type, numbers: readonly number[]): Fact {
  const [first = 0] = numbers;
  switch (type.kind) {
    case 'bool':
      return first !== 0;
    case 'int':
    case 'money':
    case 'date':
      return first;
    case 'code':
      return membersOf(type.list, world)[first];
    case 'codes':
      return numbers.flatMap((code) => membersOf(type.list, world)[code] ?? []);
  }
}
