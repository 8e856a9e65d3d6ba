import {
  type Column,
  type NumberArray,
  type Population,
  type RecordFacts,
  type SubjectFacts,
} from '@credence/rulebook';

import { codes, type Register } from './generate-register.ts';
import { benchWorld } from './print-language.ts';

/** The register as a population: the same arrays, nothing copied. */
export function populationOf(register: Register): Population {
  const { organisations, offsets, records } = register;
  return {
    world: benchWorld,
    size: organisations,
    subjects: {
      rows: organisations,
      ids: undefined,
      columns: columnsOf(register, [...benchWorld.subject.keys()]),
    },
    collections: new Map(
      [...benchWorld.collections].map(([name, { fields }]) => [
        name,
        {
          ...{ rows: records, ids: undefined, offsets },
          columns: columnsOf(register, [...fields.keys()]),
        },
      ]),
    ),
  };
}

/** Some organisations as facts of single subjects. */
export function subjectsOf(register: Register, count: number): readonly SubjectFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    facts: {
      size: codes.size[register.size[index] ?? 0],
      sector: codes.domain[register.sector[index] ?? 0],
      since: register.since[index],
      report: register.report[index] === 1,
      arrears: register.arrears[index],
    },
    records: { entries: entriesOf(register, index) },
  }));
}

function entriesOf(register: Register, index: number): readonly RecordFacts[] {
  const [from = 0, to = 0] = register.offsets.subarray(index, index + 2);
  return Array.from({ length: to - from }, (_, place) => {
    const row = from + place;
    return {
      id: `e${row}`,
      facts: {
        kind: codes.kind[register.kind[row] ?? 0],
        day: register.day[row],
        domain: codes.domain[register.domain[row] ?? 0],
        severity: register.severity[row],
        until: register.until[row],
        amount: register.amount[row],
        list: codes.list[register.list[row] ?? 0],
        repaired: register.repaired[row] === 1,
        quashed: register.quashed[row] === 1,
      },
    };
  });
}

function columnsOf(register: Register, fields: readonly string[]): ReadonlyMap<string, Column> {
  const arrays = new Map<string, unknown>(Object.entries(register));
  return new Map(
    fields.map((field) => {
      const values = arrays.get(field);
      if (!isNumbers(values)) throw new Error(`The register has no "${field}".`);
      return [field, { kind: 'numbers', values, present: undefined }];
    }),
  );
}

function isNumbers(value: unknown): value is NumberArray {
  return value instanceof Uint8Array || value instanceof Int32Array;
}
