import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { compileClosures } from '../../evaluate/compile-closures.ts';
import { toPopulation } from '../build-population.ts';
import { randomProgram } from '../random-program.test-support.ts';
import { randomSubjects } from '../random-subjects.test-support.ts';
import { randomDay } from '../random-world.test-support.ts';
import { compileColumns, type ColumnOptions } from './compile-columns.ts';

const isLong = process.env['CREDENCE_LONG'] === '1';
// The last seed once showed closures that took the period of the day before.
const seeds = [...Array.from({ length: isLong ? 5_000 : 40 }, (_, seed) => seed), 4471];

/** Programs, subjects and days on which columns and closures differ, by seed. */
function differences(seed: number, options: ColumnOptions): readonly string[] {
  const random = createRandom('columns', seed);
  const program = randomProgram(random);
  const subjects = randomSubjects(random, program.world, 12);
  const population = toPopulation(program.world, subjects);
  const closures = compileClosures(program);
  const columns = compileColumns(program, { ...options, keep: 'every-rule' });
  const days = Array.from({ length: 6 }, () => randomDay(random));
  return days.flatMap((day) => {
    const results = columns.run(population, day);
    return subjects.flatMap((subject, index) => {
      const expected = closures.evaluate(subject, day).rules;
      return program.rules.flatMap(({ name }, place) => {
        const found = results.find(({ rule }) => rule === name)?.at(index);
        const same = Object.is(found, expected[place]);
        return same
          ? []
          : [
              `${seed}: ${name} of ${subject.id} on ${day}: ${String(found)} instead of ${String(expected[place])}`,
            ];
      });
    });
  });
}

describe('columns', () => {
  it('give for every subject and rule what closures give', () => {
    expect(seeds.flatMap((seed) => differences(seed, {}))).toEqual([]);
  });

  it('give the same when divided into functions that hand numbers on', () => {
    const limits = { fused: 2, part: 2 };
    expect(
      seeds.slice(0, isLong ? 1_000 : 20).flatMap((seed) => differences(seed, { limits })),
    ).toEqual([]);
  });

  it('give the same without code made at run time', () => {
    expect(seeds.slice(0, 10).flatMap((seed) => differences(seed, { engine: 'closures' }))).toEqual(
      [],
    );
  });
});
