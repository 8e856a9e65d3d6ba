import type { CivilDate } from '@credence/domain';

import { dayIndex, yearOf } from '../words/moment.ts';

/** The stretch of time a bar or a timeline is drawn on. */
export interface Axis {
  /** Day numbers since 1970-01-01. */
  readonly from: number;
  readonly until: number;
}

/** From 1 January of the year of `day` to the first 1 January after the last end (two years at least). */
export function axisFor(day: CivilDate, ends: readonly (CivilDate | 'none')[]): Axis {
  const first = yearOf(day);
  const last = ends.reduce((year, end) => (end === 'none' ? year : Math.max(year, yearOf(end))), 0);
  return { from: newYear(first), until: newYear(Math.max(last, first + 1) + 1) };
}

/** The axis of one record alone: from its begin to its end. */
export function axisOf(begins: CivilDate, ends: CivilDate): Axis {
  const from = dayIndex(begins);
  return { from, until: Math.max(from + 1, dayIndex(ends)) };
}

/** Where a day lies on the axis, in per cent, held within it. */
export function percentAt(axis: Axis, on: CivilDate): number {
  const share = (dayIndex(on) - axis.from) / (axis.until - axis.from);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** Whether the day lies inside the axis, its ends included. */
export function isOnAxis(axis: Axis, on: CivilDate): boolean {
  const day = dayIndex(on);
  return day >= axis.from && day <= axis.until;
}

/** Years to print below an axis, at most six, so that the labels never touch on a phone. */
export function yearTicks(axis: Axis): readonly { readonly year: number; readonly at: number }[] {
  const first = yearAt(axis.from);
  const last = yearAt(axis.until - 1);
  const step = [1, 2, 5, 10, 20, 50].find((each) => (last - first) / each < 6) ?? 100;
  const ticks = [];
  for (let year = first; year <= last; year += step) {
    const at = ((newYear(year) - axis.from) / (axis.until - axis.from)) * 100;
    if (at >= 0) ticks.push({ year, at: Math.round(at * 100) / 100 });
  }
  return ticks;
}

/** The calendar years at both ends of an axis. */
export function yearsOf(axis: Axis): { readonly first: number; readonly last: number } {
  return { first: yearAt(axis.from), last: yearAt(axis.until) };
}

function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / 86_400_000;
}

function yearAt(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
