import type { JsonValue } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import type { ProgramTrace } from './program-trace.ts';

/** A trace as canonical JSON: the same bytes for the same question, on every machine. */
export function writeTraceJson(trace: ProgramTrace): string {
  return canonicalJson(toJson(trace));
}

/** The fingerprint of a trace. */
export function hashTrace(trace: ProgramTrace): string {
  return sha256Hex(writeTraceJson(trace));
}

/** The same value, known to be JSON. What is undefined is left out. */
function toJson(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(toJson);
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
          .map(([key, part]) => [key, toJson(part)]),
      );
    default:
      throw new RangeError(`A ${typeof value} stands in a trace.`);
  }
}
