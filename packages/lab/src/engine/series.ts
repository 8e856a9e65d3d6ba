import type { Model } from './model.ts';
import { BATCH, type Society } from './society.ts';
import { addTo, checkCount, totalOf } from './sums.ts';

/**
 * What observers were told, month by month. The monthly kernel fills it as it goes; the event kernel
 * adds up steps, whose running total is the month's figure.
 */
export interface Series {
  /** A row of months for each observer: sums, and behind them what rounding took from these. */
  readonly values: Float64Array;
  readonly width: number;
}

export function createSeries({ plan, observers }: Society): Series {
  const width = plan.months + 1;
  return { values: new Float64Array(2 * width * observers.length), width };
}

/** Adds what every stretch told in this month, in the order of agents. */
export function addMonth(series: Series, society: Society, month: number): void {
  const { observers, partials, slices, model } = society;
  observers.forEach((name, at) => {
    for (let slice = 0; slice < slices; slice += 1) {
      const value = partials[slice * observers.length + at] ?? 0;
      add(series, at * series.width + month, checked(model, name, value));
    }
  });
}

/** Adds what a process over everyone told. */
export function addTold(
  series: Series,
  { observers, model }: Society,
  month: number,
  sums: Readonly<Record<string, number>>,
): void {
  observers.forEach((name, at) => {
    add(series, at * series.width + month, checked(model, name, sums[name] ?? 0));
  });
}

/** Adds the steps of a batch of stretches, in the order of agents. */
export function addBatch(series: Series, society: Society, batch: number): void {
  const { observers, partials, slices } = society;
  const size = observers.length * series.width;
  const filled = Math.min(BATCH, slices - batch * BATCH);
  for (let slice = 0; slice < filled; slice += 1) {
    for (let at = 0; at < size; at += 1) add(series, at, partials[slice * size + at] ?? 0);
  }
}

/** One row of months for each observer. */
export function rowsOf(series: Series, society: Society): Record<string, Float64Array> {
  const { plan, observers, model } = society;
  const rows: Record<string, Float64Array> = {};
  observers.forEach((name, at) => {
    const running = { sum: 0, lost: 0 };
    rows[name] = Float64Array.from({ length: plan.months }, (_, month) => {
      const value = valueAt(series, at * series.width + month);
      if (plan.kernel === 'monthly') return checked(model, name, value);
      addTo(running, value);
      return totalOf(running);
    });
  });
  return rows;
}

function checked(model: Model, name: string, value: number): number {
  return model.observers[name] === 'count' ? checkCount(name, value) : value;
}

function add({ values }: Series, at: number, value: number): void {
  if (value === 0) return;
  const behind = at + values.length / 2;
  const running = { sum: values[at] ?? 0, lost: values[behind] ?? 0 };
  addTo(running, value);
  values[at] = running.sum;
  values[behind] = running.lost;
}

function valueAt({ values }: Series, at: number): number {
  return (values[at] ?? 0) + (values[at + values.length / 2] ?? 0);
}
