import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { compileClosures } from '../../evaluate/compile-closures.ts';
import { createForecast } from '../../evaluate/next-change.ts';
import { day, programOfTexts, subject } from '../../evaluate/program.test-support.ts';
import { toPopulation } from '../build-population.ts';
import { compileColumns } from '../columns/compile-columns.ts';
import { randomProgram } from '../random-program.test-support.ts';
import { randomSubjects } from '../random-subjects.test-support.ts';
import { randomDay } from '../random-world.test-support.ts';
import { createColumnForecast, noChange } from './column-forecast.ts';

const isLong = process.env['CREDENCE_LONG'] === '1';
const seeds = Array.from({ length: isLong ? 1_000 : 25 }, (_, seed) => seed);
const horizonDays = isLong ? 2_200 : 800;

function worldOf(seed: number): {
  readonly closures: ReturnType<typeof compileClosures>;
  readonly subjects: ReturnType<typeof randomSubjects>;
  readonly forecast: ReturnType<typeof createColumnForecast>;
  readonly asOf: number;
} {
  const random = createRandom('forecast', seed);
  const program = randomProgram(random);
  const subjects = randomSubjects(random, program.world, 8);
  const asOf = randomDay(random);
  const forecast = createColumnForecast(
    compileColumns(program),
    toPopulation(program.world, subjects),
    { asOf, horizon: asOf + horizonDays },
  );
  return { closures: compileClosures(program), subjects, forecast, asOf };
}

describe('the forecast over columns', () => {
  it('finds the day that trying every day finds', () => {
    let changing = 0;
    for (const seed of seeds) {
      const { subjects, forecast } = worldOf(seed);
      const found = [...forecast.nextChanges()];
      const tried = subjects.map((_, index) => forecast.nextChangeByDay(index));
      expect(found, `seed ${seed}`).toEqual(tried);
      changing += found.filter((day) => day !== noChange).length;
    }
    // A forecast of programs that never change would prove nothing.
    expect(changing).toBeGreaterThan(seeds.length);
  });

  it.each([
    'within(org.registered, P1M)',
    'age(org.registered) > P1M',
    'age(org.registered) <= P1M',
  ])('misses no day at either end of the time looked at: %s', (condition) => {
    for (const round of ['down', 'up'] as const) {
      const program = programOfTexts({ result: `${condition} ? 1 : 0` }, { round });
      const asOf = day('2024-02-29');
      const subjects = Array.from({ length: 120 }, (_, back) =>
        subject({}, { registered: asOf + 40 - back }),
      );
      const population = toPopulation(program.world, subjects);
      const order = { asOf, horizon: asOf + 30 };
      const forecast = createColumnForecast(compileColumns(program), population, order);
      const tried = subjects.map((_, index) => forecast.nextChangeByDay(index));
      expect([...forecast.nextChanges()]).toEqual(tried);
      expect(tried).toContain(asOf + 1);
      expect(tried).toContain(order.horizon);
    }
  });

  it('is the forecast of single subjects', () => {
    for (const seed of seeds) {
      const { closures, subjects, forecast, asOf } = worldOf(seed);
      const single = createForecast(closures);
      const expected = subjects.map(
        (subject) => single.nextChange(subject, asOf, forecast.horizon)?.day ?? noChange,
      );
      expect([...forecast.nextChanges()], `seed ${seed}`).toEqual(expected);
    }
  });
});
