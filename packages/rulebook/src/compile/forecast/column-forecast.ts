import { addToDay, earliestStillWithin } from '../../evaluate/add-to-day.ts';
import { criticalDays, type CriticalDay } from '../../evaluate/critical-days.ts';
import type { Program } from '../../language/program.ts';
import type { BoundProgram } from '../columns/bound-program.ts';
import type { ColumnProgram } from '../columns/compile-columns.ts';
import type { Population } from '../population.ts';
import type { NumberArray } from '../storage.ts';
import { sortDays } from './sort-days.ts';

/** Stands for no change up to the horizon. */
export const noChange = 0x7fff_ffff;

/** Answers for subjects of one population when their result changes, if nothing new becomes known. */
export interface ColumnForecast {
  /** The last day that is looked at. */
  readonly horizon: number;
  /** First day after `asOf` on which the result of a subject differs from that on `asOf`. */
  nextChange(index: number): number;
  /** The same for every subject of the population. */
  nextChanges(): Int32Array;
  /** The same found by trying every day: what the forecast is measured against. */
  nextChangeByDay(index: number): number;
}

/** Days on which a fact of a row becomes critical, for the days that matter. */
interface CriticalField {
  readonly values: NumberArray;
  readonly present: Uint8Array | undefined;
  /** Rows of a subject; undefined for facts of the subject itself. */
  readonly offsets: Int32Array | undefined;
  /** A fact from here on to before `end` becomes critical in the time looked at. */
  readonly first: number;
  readonly end: number;
  /** The critical day of a fact, by its distance from `first`. */
  readonly days: Int32Array;
}

/**
 * The forecast of a program over a population, from one day up to a horizon. A subject is evaluated
 * only on its critical days. A month is added by one access to a table, made once for all subjects.
 */
export function createColumnForecast(
  columns: ColumnProgram,
  population: Population,
  { asOf, horizon }: { readonly asOf: number; readonly horizon: number },
): ColumnForecast {
  const bound = columns.bind(population);
  const { program } = columns;
  const critical = criticalDays(program);
  const fixed = critical.flatMap((each) => (each.kind === 'fixed' ? [each.day] : []));
  const inTime = fixed.filter((day) => day > asOf && day <= horizon);
  const fields = critical.flatMap((each) =>
    each.kind === 'field' ? [fieldOf(program, population, each, { asOf, horizon })] : [],
  );
  const width = bound.parameters.length;
  const parameters = parametersOfDays(bound, asOf, horizon);
  const results = bound.createResults().map(({ values }) => values);
  const answers = results.at(-1) ?? new Uint8Array();
  const { take, days } = createDayTaker(fields, inTime);

  const answerOn = (index: number, day: number): number => {
    bound.runWith(results, parameters, (day - asOf) * width, { from: index, to: index + 1 });
    return answers[index] ?? 0;
  };

  const nextChange = (index: number): number => {
    const count = take(index);
    if (count === 0) return noChange;
    const before = answerOn(index, asOf);
    let last = asOf;
    for (let place = 0; place < count; place += 1) {
      const day = days()[place] ?? 0;
      if (day === last) continue;
      if (answerOn(index, day) !== before) return day;
      last = day;
    }
    return noChange;
  };

  return {
    horizon,
    nextChange,
    nextChanges() {
      const next = new Int32Array(population.size);
      for (let index = 0; index < population.size; index += 1) next[index] = nextChange(index);
      return next;
    },
    nextChangeByDay(index) {
      const before = answerOn(index, asOf);
      for (let day = asOf + 1; day <= horizon; day += 1) {
        if (answerOn(index, day) !== before) return day;
      }
      return noChange;
    },
  };
}

function fieldOf(
  program: Program,
  population: Population,
  { of, field, period, extra }: Extract<CriticalDay, { readonly kind: 'field' }>,
  { asOf, horizon }: { readonly asOf: number; readonly horizon: number },
): CriticalField {
  const records = of === 'subject' ? undefined : population.collections.get(of.collection);
  const column = (records ?? population.subjects).columns.get(field);
  if (column?.kind !== 'numbers') throw new RangeError(`The population has no days "${field}".`);
  // The least fact that becomes critical after a day; adding a period keeps the order of days.
  const leastAfter = (day: number): number =>
    period === undefined
      ? day + 1 - extra
      : earliestStillWithin(day - extra, period, program.round);
  const [first, end] = [leastAfter(asOf), leastAfter(horizon)];
  const days = Int32Array.from({ length: Math.max(0, end - first) }, (_, distance) => {
    const fact = first + distance;
    return (period === undefined ? fact : addToDay(fact, period, program.round)) + extra;
  });
  const { values, present } = column;
  return { values, present, offsets: records?.offsets, first, end, days };
}

/** Collects the critical days of one subject after the other into one array. */
function createDayTaker(
  fields: readonly CriticalField[],
  fixed: readonly number[],
): { readonly take: (index: number) => number; readonly days: () => Int32Array } {
  let scratch = new Int32Array(256);
  return {
    days: () => scratch,
    /** Puts the days of a subject first, in their order, and says how many there are. */
    take(index) {
      let count = 0;
      const most = mostDays(fields, index) + fixed.length;
      if (most > scratch.length) scratch = new Int32Array(most * 2);
      for (const day of fixed) scratch[count++] = day;
      for (const { values, present, offsets, first, end, days } of fields) {
        const from = offsets === undefined ? index : (offsets[index] ?? 0);
        const to = offsets === undefined ? index + 1 : (offsets[index + 1] ?? 0);
        for (let row = from; row < to; row += 1) {
          const fact = values[row] ?? 0;
          if (fact < first || fact >= end || present?.[row] === 0) continue;
          scratch[count++] = days[fact - first] ?? 0;
        }
      }
      sortDays(scratch, count);
      return count;
    },
  };
}

function mostDays(fields: readonly CriticalField[], index: number): number {
  let most = 0;
  for (const { offsets } of fields) {
    most += offsets === undefined ? 1 : (offsets[index + 1] ?? 0) - (offsets[index] ?? 0);
  }
  return most;
}

/** Parameters of every day from `asOf` to the horizon, one day after the other. */
function parametersOfDays(bound: BoundProgram, asOf: number, horizon: number): Float64Array {
  const width = bound.parameters.length;
  const all = new Float64Array(width * (horizon - asOf + 1));
  for (let day = asOf; day <= horizon; day += 1) {
    all.set(bound.parametersOn(day), (day - asOf) * width);
  }
  return all;
}
