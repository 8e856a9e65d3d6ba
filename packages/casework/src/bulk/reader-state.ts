import type { CivilDate, Instant } from '@credence/domain';

import {
  isAcknowledged,
  isReaderKey,
  isReaderKeyEnded,
  type ReaderKeyPayload,
} from '../entry/reader-payload.ts';
import type { Access, Entry } from '../port/journal.ts';
import type { AccountRow } from '../port/register.ts';

/** A reader as its entries tell it. */
export interface ReaderState {
  readonly key: ReaderKeyPayload;
  readonly endedOn?: CivilDate;
  /** Timepoint of the newest acknowledgement. */
  readonly acknowledged?: string;
}

/** Undefined for a home that is no reader's. */
export function foldReader(entries: readonly Entry[]): ReaderState | undefined {
  let state: ReaderState | undefined;
  for (const { kind, payload } of entries) {
    if (kind === 'reader-key@1' && isReaderKey(payload)) state = { ...state, key: payload };
    if (state === undefined) continue;
    if (kind === 'reader-key-ended@1' && isReaderKeyEnded(payload)) {
      state = { ...state, endedOn: payload.on };
    }
    if (kind === 'withdrawals-acknowledged@1' && isAcknowledged(payload)) {
      state = { ...state, acknowledged: payload.timepoint };
    }
  }
  return state;
}

/** The account row of a reader's home, so that its key is found by its hash. */
export function readerRows(home: string, entries: readonly Entry[]): readonly AccountRow[] {
  const state = foldReader(entries);
  if (state === undefined) return [];
  const { account, holder, keyHash, from } = state.key;
  return [
    {
      ...{ home, account, kind: 'reader', name: holder, keyHash, from, roles: [] },
      ...(state.endedOn === undefined ? {} : { until: state.endedOn }),
    },
  ];
}

const heldPrefix = 'after:';

/** What a reader's access entry says it took: data set, file hash, and how far it goes. */
export function takenFields(taken: {
  readonly dataset: string;
  readonly after: string;
  readonly sha256?: string;
}): readonly string[] {
  const { dataset, after, sha256 } = taken;
  const hash = sha256 === undefined ? [] : [`sha256:${sha256}`];
  return [`dataset:${dataset}`, ...hash, `${heldPrefix}${after}`];
}

/** Timepoint of the first thing that a reader took; undefined where it never took any. */
export function firstHeld(
  accesses: readonly (Access & { readonly at: Instant })[],
): string | undefined {
  for (const { fields } of accesses) {
    const field = fields.find((each) => each.startsWith(heldPrefix));
    if (field !== undefined) return field.slice(heldPrefix.length);
  }
  return undefined;
}
