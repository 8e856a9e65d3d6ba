import { jsonOf } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import type { ProgramTrace } from './program-trace.ts';

/** A trace as canonical JSON: the same bytes for the same question, on every machine. */
export function writeTraceJson(trace: ProgramTrace): string {
  return canonicalJson(jsonOf(trace));
}

/** The fingerprint of a trace. */
export function hashTrace(trace: ProgramTrace): string {
  return sha256Hex(writeTraceJson(trace));
}
