import type { JsonValue } from './json-value.ts';

/**
 * The same value, known to be JSON; what is undefined is left out.
 *
 * @throws RangeError for what JSON has no form of
 */
export function jsonOf(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(jsonOf);
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    case 'object':
      if (value === null) return null;
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, part]) => part !== undefined)
          .map(([key, part]) => [key, jsonOf(part)]),
      );
    default:
      throw new RangeError(`A ${typeof value} is no JSON.`);
  }
}
