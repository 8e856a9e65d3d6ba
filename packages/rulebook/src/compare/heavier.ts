import {
  addDays,
  addPeriod,
  civilDate,
  isBefore,
  parsePeriod,
  type CivilDate,
  type JsonValue,
} from '@credence/domain';
import { canonicalJson } from '@credence/proof';

import type { Direction } from './widening.ts';

/** Whether what a local card says weighs more than what the national one says in its place. */
export function isHeavier(
  may: Direction,
  is: JsonValue | undefined,
  was: JsonValue | undefined,
): boolean {
  if (typeof may === 'object')
    return rankIn(may.lightestFirst, is) > rankIn(may.lightestFirst, was);
  switch (may) {
    case 'shorter':
      return isLonger(is, was);
    case 'longer':
      return was !== undefined && (is === undefined || isLonger(was, is));
    case 'more':
      return typeof was === 'number' && (typeof is !== 'number' || is < was);
    case 'fewer-members':
      return was !== undefined && (is === undefined || hasMore(is, was));
    case 'more-members':
      return was !== undefined && (is === undefined || hasMore(was, is));
    case 'later':
      return was !== undefined && (is === undefined || wordOf(is) < wordOf(was));
    case 'same':
      return textOf(is) !== textOf(was);
  }
}

/** What is not in the order cannot be shown to be lighter than anything. */
function rankIn(order: readonly string[], value: JsonValue | undefined): number {
  const rank = order.findIndex((word) => word === value);
  return rank < 0 ? order.length : rank;
}

function hasMore(one: JsonValue, other: JsonValue): boolean {
  const [members, others] = [membersOf(one), new Set(membersOf(other))];
  return members.some((member) => !others.has(member));
}

function membersOf(value: JsonValue): readonly string[] {
  const members: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return members.map(textOf);
}

/** A word as it stands, anything else as canonical JSON, nothing as the empty text. */
export function wordOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : textOf(value);
}

function textOf(value: JsonValue | undefined): string {
  return value === undefined ? '' : canonicalJson(value);
}

/** Months differ in length: longer from any of these days is longer. */
const starts: readonly CivilDate[] = ['2023-01-31', '2024-02-29', '2025-02-01', '2025-07-15'].map(
  (text) => civilDate(text),
);

/** Nothing, and any word that is no period, lasts for ever. */
export function isLonger(first: JsonValue | undefined, second: JsonValue | undefined): boolean {
  return starts.some((day) => {
    const [end, other] = [endOf(first, day), endOf(second, day)];
    if (other === undefined) return false;
    return end === undefined || isBefore(other, end);
  });
}

function endOf(value: JsonValue | undefined, day: CivilDate): CivilDate | undefined {
  const period = typeof value === 'string' ? parsePeriod(value) : undefined;
  if (period === undefined) return undefined;
  return period.unit === 'working-days'
    ? addDays(day, period.count)
    : addPeriod(day, period, 'down');
}
