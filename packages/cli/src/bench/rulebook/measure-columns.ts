import { compileColumns, createColumnForecast, noChange } from '@credence/rulebook';

import { cpuTime } from './cpu-time.ts';
import { asOf, type Register } from './generate-register.ts';
import { runByHand } from './hand-written.ts';
import { horizon, printRules, programOf } from './print-language.ts';
import { benchRules, withLongerPeriods } from './rule-table.ts';
import { populationOf } from './to-population.ts';

/** Compiled columns against the loop written by hand. */
export interface ColumnFigures {
  readonly rules: number;
  readonly organisations: number;
  readonly columnsMs: number;
  readonly byHandMs: number;
  /** Speed of columns as a share of the speed of the loop written by hand. */
  readonly shareOfByHand: number;
  readonly mismatches: number;
}

/** The forecast over columns against trying every day. */
export interface ForecastFigures {
  readonly organisations: number;
  readonly changing: number;
  readonly forecastMs: number;
  readonly byDayMs: number;
  readonly timesFaster: number;
  readonly mismatches: number;
  /** Forecasts of every organisation of the register. */
  readonly organisationsPerSecond: number;
}

/** Days by which the periods of one table of rules are longer than those of the one before. */
const longerBy = 11;

/**
 * So many rules over a whole register, on one thread. Above 20 they are the same table again and
 * again, each time with longer periods; by hand that is the loop run once for each table.
 */
export async function measureColumns(register: Register, rules: number): Promise<ColumnFigures> {
  const { organisations } = register;
  const tables = Math.ceil(rules / benchRules.length);
  const more = Array.from({ length: tables }, (_, place) => place * longerBy);
  const printed = printRules(
    more.map((days) => withLongerPeriods(benchRules, days)),
    'days',
  );
  const bound = compileColumns(programOf(printed)).bind(populationOf(register));
  const [result] = bound.createResults();
  if (result === undefined) throw new Error('A program without a result.');
  const parameters = Float64Array.from(bound.parametersOn(asOf));
  const whole = { from: 0, to: organisations };
  const [byHand, once] = [new Int32Array(organisations), new Int32Array(organisations)];
  const columnsMs = await cpuTime(() => bound.runWith([result.values], parameters, 0, whole));
  const byHandMs = await cpuTime(() => {
    if (tables === 1) {
      runByHand(register, byHand, whole);
      return;
    }
    byHand.fill(0);
    for (const days of more) {
      runByHand(register, once, { ...whole, more: days });
      for (let index = 0; index < organisations; index += 1) {
        byHand[index] = (byHand[index] ?? 0) + (once[index] ?? 0);
      }
    }
  });
  return {
    ...{ rules: tables * benchRules.length, organisations, columnsMs, byHandMs },
    shareOfByHand: byHandMs / columnsMs,
    mismatches: mismatches(result.values, byHand, organisations),
  };
}

/** The next change of organisations under rules whose periods are calendar months. */
export async function measureForecast(
  register: Register,
  organisations: number,
): Promise<ForecastFigures> {
  const columns = compileColumns(programOf(printRules([benchRules], 'months')));
  const population = populationOf(register);
  const order = { asOf, horizon };
  const forecast = createColumnForecast(columns, population, order);
  const [found, tried] = [new Int32Array(organisations), new Int32Array(organisations)];
  const forecastMs = await cpuTime(() => {
    for (let index = 0; index < organisations; index += 1) {
      found[index] = forecast.nextChange(index);
    }
  });
  const byDayMs = await cpuTime(() => {
    for (let index = 0; index < organisations; index += 1) {
      tried[index] = forecast.nextChangeByDay(index);
    }
  });
  const allMs = await cpuTime(
    () => void createColumnForecast(columns, population, order).nextChanges(),
    { warmUp: 0, measured: 2 },
  );
  return {
    organisations,
    changing: found.filter((day) => day !== noChange).length,
    ...{ forecastMs, byDayMs, timesFaster: byDayMs / forecastMs },
    mismatches: mismatches(found, tried, organisations),
    organisationsPerSecond: (register.organisations / allMs) * 1000,
  };
}

/** How many of the first results differ. */
export function mismatches(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  count: number,
): number {
  let differing = 0;
  for (let index = 0; index < count; index += 1) {
    if (found[index] !== expected[index]) differing += 1;
  }
  return differing;
}
