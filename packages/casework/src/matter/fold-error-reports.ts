import { CaseworkError } from '../casework-error.ts';
import {
  isErrorReportAnswered,
  isErrorReported,
  type ErrorReportAnswered,
  type ErrorReported,
} from '../entry/error-report-payload.ts';
import type { Entry } from '../port/journal.ts';

/** One reported error as its entries tell it. */
export interface ErrorReportState {
  readonly home: string;
  readonly reported: ErrorReported;
  /** The latest answer. */
  readonly answered?: ErrorReportAnswered;
  readonly seq: number;
}

export function errorReportStream(number: string): string {
  return `error-report/${number}`;
}

/**
 * The errors that readers reported about a home's records; one whose payload was erased is gone.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldErrorReports(
  home: string,
  entries: readonly Entry[],
): readonly ErrorReportState[] {
  const states = new Map<string, ErrorReportState>();
  for (const entry of entries) {
    if (!entry.stream.startsWith('error-report/') || entry.payload === undefined) continue;
    const payload: unknown = entry.payload;
    const { seq } = entry;
    const known = states.get(entry.stream);
    if (entry.kind === 'error-report@1' && isErrorReported(payload)) {
      states.set(entry.stream, { home, reported: payload, seq });
    } else if (entry.kind === 'error-report-answered@1' && isErrorReportAnswered(payload)) {
      if (known !== undefined) states.set(entry.stream, { ...known, answered: payload, seq });
    } else {
      const place = `${entry.kind} at position ${entry.position}`;
      throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
    }
  }
  return [...states.values()];
}
