import { isBefore, type CivilDate, type Instant, type PublicCreditRecord } from '@credence/domain';

import { foldCases } from '../case/desk/fold-cases.ts';
import { disputesIn } from '../case/standing/disputes.ts';
import { CaseworkError } from '../casework-error.ts';
import { isMatterClosed } from '../entry/matter-payload.ts';
import { isRecord, isRecordEnd, type RecordEnd } from '../entry/record-payload.ts';
import type { Entry } from '../port/journal.ts';
import { foldIdentityDoubts, type IdentityDoubtState } from './identity-doubts.ts';

/** One record as its entries tell it: its newest statement, and its end by decision if it has one. */
export interface RecordState {
  readonly record: PublicCreditRecord;
  readonly recordedAt: Instant;
  /** Place of the newest statement in the journal. */
  readonly position: number;
  readonly end?: RecordEnd;
  /** Day on which the newest statement took the place of an earlier one, by decision of two. */
  readonly correctedHereOn?: CivilDate;
  /** An objection or an appeal about it waits for its answer since this day. */
  readonly disputedSince?: CivilDate;
}

/** A subject is what its entries say. */
export interface SubjectState {
  readonly home: string;
  /** In the order in which they were first recorded. */
  readonly records: readonly RecordState[];
  /** Doubts about who it is that no official has settled. */
  readonly doubts?: readonly IdentityDoubtState[];
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
  const corrections = new Map<string, CivilDate>();
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
    } else if (entry.kind.startsWith('matter-closed@')) {
      const { result, recordId, on } = read(entry, isMatterClosed);
      if (result === 'corrected' && recordId !== undefined) corrections.set(recordId, on);
    }
  }
  const doubts = foldIdentityDoubts(home, entries);
  const disputes = foldDisputes(entries);
  return {
    home,
    records: [...records.values()].map((state) => {
      const { recordId } = state.record;
      const end = ends.get(recordId);
      const correctedHereOn = corrections.get(recordId);
      const disputedSince = disputes.get(recordId);
      return {
        ...state,
        ...(end === undefined ? {} : { end }),
        ...(correctedHereOn === undefined ? {} : { correctedHereOn }),
        ...(disputedSince === undefined ? {} : { disputedSince }),
      };
    }),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}

/** The records of a home whose dispute is not decided, and since when. */
function foldDisputes(entries: readonly Entry[]): ReadonlyMap<string, CivilDate> {
  const cases = foldCases(entries);
  return disputesIn(new Map([...cases].map(([id, { file }]) => [id, file])));
}

const readable = new Set(['record@1', 'record-ended@1', 'matter-closed@1']);

function read<Payload>(entry: Entry, is: (payload: unknown) => payload is Payload): Payload {
  const { payload } = entry;
  if (readable.has(entry.kind) && is(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}
