import type { JsonValue } from '@credence/domain';

/** One value that differs, with the way to it; places in a list count from 0. */
export interface ValueChange {
  readonly at: readonly (string | number)[];
  readonly old?: JsonValue;
  readonly new?: JsonValue;
}

/**
 * Every smallest part in which two values differ. Applied to the older one in order, sets first and
 * removals from the last, the changes give the newer one.
 */
export function* changesBetween(
  older: JsonValue | undefined,
  newer: JsonValue | undefined,
  at: readonly (string | number)[] = [],
): Generator<ValueChange> {
  if (older !== undefined && newer !== undefined && isSame(older, newer)) return;
  const [before, after] = [partsOf(older), partsOf(newer)];
  if (before === undefined || after === undefined || isList(older) !== isList(newer)) {
    yield {
      at,
      ...(older === undefined ? {} : { old: older }),
      ...(newer === undefined ? {} : { new: newer }),
    };
    return;
  }
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    yield* changesBetween(before.get(key), after.get(key), [...at, key]);
  }
}

/** Fields of an object, or members of a list of objects; other values are compared whole. */
function partsOf(
  value: JsonValue | undefined,
): ReadonlyMap<string | number, JsonValue> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!isList(value)) return new Map(Object.entries(value));
  const members = value.every((member) => typeof member === 'object' && member !== null);
  return members ? new Map(value.map((member, index) => [index, member])) : undefined;
}

/** Whether a value is a list; `Array.isArray` says so of no read-only one. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether two values say the same; the order of keys is not looked at. */
export function isSame(a: JsonValue, b: JsonValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isList(a) !== isList(b)) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    one.length === other.size &&
    one.every(([key, value]) => {
      const beside = other.get(key);
      return beside !== undefined && isSame(value, beside);
    })
  );
}
