import type { Instant } from '@credence/domain';

import type { OpenOutcome } from './reader.ts';

/** Whose upload it is: an id alone, without its account, finds nothing. */
export interface InboxKey {
  readonly id: string;
  readonly account: string;
}

/** An upload that waits for a decision; it is gone when it expires, whatever was decided. */
export interface WaitingFile {
  readonly id: string;
  readonly name: string;
  /** Hex SHA-256 of the bytes, taken while they came in. */
  readonly hash: string;
  readonly bytes: number;
  readonly receivedAt: Instant;
  readonly expiresAt: Instant;
  /** What the use case keeps beside the bytes, as JSON carried it. */
  readonly note: unknown;
}

export type ReceiveOutcome =
  | { readonly kind: 'received'; readonly file: WaitingFile }
  /** More bytes came than are taken; nothing is kept. */
  | { readonly kind: 'too-large'; readonly limitBytes: number };

/** Where uploads wait, on disk and never in memory, bound to the account that sent them. */
export interface Inbox {
  readonly limitBytes: number;
  readonly keepMs: number;
  receive(upload: {
    readonly account: string;
    readonly name: string;
    readonly bytes: AsyncIterable<Uint8Array>;
    readonly note: object;
  }): Promise<ReceiveOutcome>;
  /** Undefined when it never was, has expired, was removed, or is another account's. */
  find(key: InboxKey): Promise<WaitingFile | undefined>;
  /** Reads the very bytes again; `changed` when their hash is no longer what it was. */
  open(key: InboxKey): Promise<OpenOutcome | { readonly kind: 'gone' | 'changed' }>;
  note(key: InboxKey, note: object): Promise<void>;
  /** Removes the bytes and keeps the note until it expires, so that a repeated request is answered. */
  empty(key: InboxKey): Promise<void>;
  remove(key: InboxKey): Promise<void>;
  /** Removes everything that has expired. */
  sweep(): Promise<void>;
}
