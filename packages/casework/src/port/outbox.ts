import type { Instant, JsonValue } from '@credence/domain';

/** A message that was stored with the act it tells of and waits to be handed over. */
export interface WaitingMessage {
  readonly home: string;
  readonly id: string;
  readonly body: JsonValue;
  /** How often it was tried. */
  readonly attempts: number;
}

/** Messages to the outer world: each is handed over at least once, and once only where all goes well. */
export interface Outbox {
  /** Those of a topic whose time has come, the longest waiting first. */
  listDue(topic: string, now: Instant, limit: number): Promise<readonly WaitingMessage[]>;
  /** It was handed over, or nobody is to have it any more. */
  remove(message: Pick<WaitingMessage, 'home' | 'id'>): Promise<void>;
  /** It is tried again from a moment on; without one it is given up and kept for the operator. */
  postpone(
    message: Pick<WaitingMessage, 'home' | 'id'>,
    reason: { readonly until?: Instant; readonly because: string },
  ): Promise<void>;
}

/** A mail as it is handed to a server. */
export interface Mail {
  /** The same for each attempt, so that whoever receives it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a mail; a reason is a code of the protocol and names nobody. */
export type MailOutcome =
  | { readonly kind: 'delivered' }
  /** The server will not take it, now or later. */
  | { readonly kind: 'refused'; readonly because: string }
  /** The server cannot be reached, or asks to be tried again. */
  | { readonly kind: 'later'; readonly because: string };

export interface MailCarrier {
  deliver(mail: Mail): Promise<MailOutcome>;
}
