import { createRandom } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openConnection } from '../../../../../tests/support/connections.ts';
import {
  openTestStore,
  testEngines,
  type TestEngine,
} from '../../../../../tests/support/stores.ts';
import { compileClosures } from '../../evaluate/compile-closures.ts';
import type { Value } from '../../evaluate/value.ts';
import type { Program, Rule } from '../../language/program.ts';
import { randomProgram } from '../random-program.test-support.ts';
import { randomSubjects } from '../random-subjects.test-support.ts';
import { randomDay } from '../random-world.test-support.ts';
import { membersOf } from '../storage.ts';
import { compileSql } from './compile-sql.ts';
import { fillTables, layoutOf, type SqlSession } from './population-tables.test-support.ts';

const programs = process.env['CREDENCE_LONG'] === '1' ? 1_500 : 12;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

describe.each(testEngines())('SQL on %s', (_, start) => {
  let engine: TestEngine;
  let connection: Awaited<ReturnType<typeof openConnection>>;

  beforeAll(async () => {
    engine = await start();
    const place = await engine.newPlace();
    // Opening a store makes the roles.
    await (await openTestStore(place)).close();
    connection = await openConnection(place);
  });
  afterAll(async () => {
    await connection.close();
    await engine.stop();
  });

  it('gives for every subject and rule what closures give', async () => {
    for (let seed = 0; seed < programs; seed += 1) {
      const found = await connection.transaction({ homes: 'all', as: 'owner' }, (session) =>
        differences(session, seed),
      );
      expect(found).toEqual([]);
    }
  });
});

async function differences(
  session: SqlSession & {
    query<T extends object>(sql: string, values?: readonly number[]): Promise<readonly T[]>;
  },
  seed: number,
): Promise<readonly string[]> {
  const random = createRandom('columns', seed);
  const program = randomProgram(random);
  const subjects = randomSubjects(random, program.world, 12);
  await fillTables(session, program.world, subjects);
  const closures = compileClosures(program);
  const statement = compileSql(program, layoutOf(program.world));
  const differing: string[] = [];
  for (const day of [randomDay(random), randomDay(random), randomDay(random)]) {
    const rows = await session.query<Row>(statement.text, statement.parametersOn(day));
    for (const subject of subjects) {
      const row = rows.find(({ id }) => id === subject.id);
      closures.evaluate(subject, day).rules.forEach((expected, place) => {
        const rule = program.rules[place];
        const found = rule && valueOf(program, rule, row?.[`r${place}`]);
        if (Object.is(found, expected)) return;
        differing.push(
          `${seed}: ${rule?.name ?? ''} of ${subject.id} on ${day}: ${String(found)} instead of ${String(expected)}`,
        );
      });
    }
  }
  return differing;
}

function valueOf({ world }: Program, { value: { type } }: Rule, found: unknown): Value | undefined {
  if (type.kind === 'bool') return typeof found === 'boolean' ? found : undefined;
  if (typeof found !== 'number') return undefined;
  return type.kind === 'code' ? membersOf(type.list, world)[found] : found;
}
