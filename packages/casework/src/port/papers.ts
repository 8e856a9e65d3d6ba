import type { Instant } from '@credence/domain';

import type { PaperType } from '../entry/attached-paper.ts';
import type { InboxKey } from './inbox.ts';

/** A file that was handed over and waits for its act; unused, it is gone when it expires. */
export interface WaitingPaper {
  readonly id: string;
  readonly name: string;
  /** Hex SHA-256 of the bytes as they are kept, taken while they came in. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: PaperType;
  readonly expiresAt: Instant;
}

export type ReceivePaperOutcome =
  | { readonly kind: 'received'; readonly paper: WaitingPaper }
  /** More bytes came than are taken; nothing is kept. */
  | { readonly kind: 'too-large' }
  /** The disk is full, or as much waits already as may; nothing is kept. */
  | { readonly kind: 'no-room' }
  /** It is none of the kinds that are taken; nothing is kept. */
  | { readonly kind: 'type-refused'; readonly found: string };

/** Where files wait for the act they belong to: on disk, bound to the account that sent them. */
export interface PaperTray {
  /** Bytes of one file. */
  readonly limitBytes: number;
  receive(upload: {
    readonly account: string;
    readonly name: string;
    readonly bytes: AsyncIterable<Uint8Array>;
  }): Promise<ReceivePaperOutcome>;
  /** Undefined when it never was, has expired, was used, or is another account's. */
  find(key: InboxKey): Promise<WaitingPaper | undefined>;
  /** The kept bytes, from the start each time; ends in an error where they are gone. */
  read(key: InboxKey): AsyncIterable<Uint8Array>;
  remove(key: InboxKey): Promise<void>;
}

/** A file that is stored in the same step as the entry that names it. */
export interface NewPaper {
  readonly home: string;
  readonly entryId: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Called again where the transaction has to be tried again. */
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** The files of acts. Who may have one is asked before. */
export interface PaperShelf {
  /** A piece at a time, in order; undefined where none is kept. */
  open(home: string, sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}
