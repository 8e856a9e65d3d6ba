import { isBefore, type CivilDate, type Instant, type PublicCreditRecord } from '@credence/domain';

import { foldCases } from '../case/desk/fold-cases.ts';
import { disputesIn } from '../case/standing/disputes.ts';
import { CaseworkError } from '../casework-error.ts';
import { foldDuties, type OpenDuty } from '../duty/fold-duties.ts';
import { isMatterClosed } from '../entry/matter-payload.ts';
import {
  isRecord,
  isRecordEnd,
  isRecordMoved,
  type RecordEnd,
  type RecordMoved,
} from '../entry/record-payload.ts';
import { foldLife, type LifeEventState } from '../life/fold-life.ts';
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
  /** What the subject wants to be read beside it, the newest. */
  readonly reply?: SubjectReply;
}

/** The subject's own words beside a record. */
export interface SubjectReply {
  readonly on: CivilDate;
  readonly text: string;
}

/** A record that left this history, as it was then. */
export interface MovedRecord {
  readonly state: RecordState;
  readonly move: RecordMoved;
}

/** A subject is what its entries say. */
export interface SubjectState {
  readonly home: string;
  /** In the order in which they were first recorded. */
  readonly records: readonly RecordState[];
  /** Records that stood here and are another subject's; one that came back is not among them. */
  readonly moved?: readonly MovedRecord[];
  /** Doubts about who it is that no official has settled. */
  readonly doubts?: readonly IdentityDoubtState[];
  /** What happened to it, and what it took part in; absent: nothing was written down. */
  readonly events?: readonly LifeEventState[];
  /** What an authority asked for because it was not filed in time; never public by itself. */
  readonly demands?: readonly OpenDuty[];
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
  const moves = new Map<string, RecordMoved>();
  for (const entry of entries) {
    if (entry.payload === undefined) continue;
    if (entry.kind.startsWith('record@')) {
      const record = read(entry, isRecord);
      const { recordedAt, position } = entry;
      records.set(record.recordId, { record, recordedAt, position });
      moves.delete(record.recordId);
    } else if (entry.kind.startsWith('record-ended@')) {
      const end = read(entry, isRecordEnd);
      const known = ends.get(end.recordId);
      // Of two ends the earlier counts: an end is never put off by a second decision.
      if (known === undefined || isBefore(end.on, known.on)) ends.set(end.recordId, end);
    } else if (entry.kind.startsWith('record-moved@')) {
      const move = read(entry, isRecordMoved);
      moves.set(move.recordId, move);
    } else if (entry.kind.startsWith('matter-closed@')) {
      const { result, recordId, on } = read(entry, isMatterClosed);
      if (result === 'corrected' && recordId !== undefined) corrections.set(recordId, on);
    }
  }
  const doubts = foldIdentityDoubts(home, entries);
  const { demands } = foldDuties(entries);
  const events = foldLife(entries);
  const { disputes, replies } = foldSaid(entries);
  const states = [...records.values()].map((state): RecordState => {
    const { recordId } = state.record;
    const end = ends.get(recordId);
    const correctedHereOn = corrections.get(recordId);
    const disputedSince = disputes.get(recordId);
    const reply = replies.get(recordId);
    return {
      ...state,
      ...(end === undefined ? {} : { end }),
      ...(correctedHereOn === undefined ? {} : { correctedHereOn }),
      ...(disputedSince === undefined ? {} : { disputedSince }),
      ...(reply === undefined ? {} : { reply }),
    };
  });
  const moved = states.flatMap((state): MovedRecord[] => {
    const move = moves.get(state.record.recordId);
    return move === undefined ? [] : [{ state, move }];
  });
  return {
    home,
    records: states.filter(({ record }) => !moves.has(record.recordId)),
    ...(moved.length === 0 ? {} : { moved }),
    ...(doubts.length === 0 ? {} : { doubts }),
    ...(events.length === 0 ? {} : { events }),
    ...(demands.length === 0 ? {} : { demands }),
  };
}

/** What the subject has said about its records: what it disputes and since when, and its replies. */
function foldSaid(entries: readonly Entry[]): {
  readonly disputes: ReadonlyMap<string, CivilDate>;
  readonly replies: ReadonlyMap<string, SubjectReply>;
} {
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  const replies = new Map<string, SubjectReply>();
  for (const { opened, state } of files) {
    const { matter, on } = opened;
    if (matter.case !== 'reply' || state !== 'shown' || matter.target.kind !== 'record') continue;
    replies.set(matter.target.recordId, { on, text: matter.text });
  }
  const disputes = disputesIn(new Map(files.map((file) => [file.caseId, file])));
  return { disputes, replies };
}

const readable = new Set(['record@1', 'record-ended@1', 'record-moved@1', 'matter-closed@1']);

function read<Payload>(entry: Entry, is: (payload: unknown) => payload is Payload): Payload {
  const { payload } = entry;
  if (readable.has(entry.kind) && is(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}
