import { isBefore, type Instant, type PublicCreditRecord } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import { isRecord, isRecordEnd, type RecordEnd } from '../entry/record-payload.ts';
import type { Entry } from '../port/journal.ts';

/** One record as its entries tell it: its newest statement, and its end by decision if it has one. */
export interface RecordState {
  readonly record: PublicCreditRecord;
  readonly recordedAt: Instant;
  /** Place of the newest statement in the journal. */
  readonly position: number;
  readonly end?: RecordEnd;
}

/** A subject is what its entries say. */
export interface SubjectState {
  readonly home: string;
  /** In the order in which they were first recorded. */
  readonly records: readonly RecordState[];
}

/**
 * What the entries of one home say about its subject. Entries are taken in order of position; a
 * later statement in a record's stream takes the place of the earlier one. An entry whose payload
 * has been erased says nothing: the record is then as if it had never been.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldSubject(home: string, entries: readonly Entry[]): SubjectState {
  const records = new Map<string, RecordState>();
  const ends = new Map<string, RecordEnd>();
  for (const entry of entries) {
    if (entry.payload === undefined) continue;
    if (entry.kind.startsWith('record@')) {
      const record = read(entry, isRecord);
      const { recordedAt, position } = entry;
      records.set(record.recordId, { record, recordedAt, position });
    } else if (entry.kind.startsWith('record-ended@')) {
      const end = read(entry, isRecordEnd);
      const known = ends.get(end.recordId);
      // Of two ends the earlier counts: an end is never put off by a second decision.
      if (known === undefined || isBefore(end.on, known.on)) ends.set(end.recordId, end);
    }
  }
  return {
    home,
    records: [...records.values()].map((state) => {
      const end = ends.get(state.record.recordId);
      return end === undefined ? state : { ...state, end };
    }),
  };
}

const readable = new Set(['record@1', 'record-ended@1']);

function read<Payload>(entry: Entry, is: (payload: unknown) => payload is Payload): Payload {
  const { payload } = entry;
  if (readable.has(entry.kind) && is(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}
