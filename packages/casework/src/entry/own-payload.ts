import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);

/** The form of `document-opened@1`: a document was opened at the organisation's own desk. */
export type DocumentOpenedPayload = {
  readonly caseId: string;
  /** Place of the act that brought it, in the case. */
  readonly place: number;
  readonly on: CivilDate;
  /** The mandate under which it was opened. */
  readonly account: string;
};

const documentOpened = z.strictObject({
  caseId: z.string(),
  place: z.int().min(0),
  on: day,
  account: z.string(),
});

export function isDocumentOpened(payload: unknown): payload is DocumentOpenedPayload {
  return documentOpened.safeParse(payload).success;
}

/** The form of `reader-told@1`: a past reader is told of a correction or an end, and knows of it. */
export type ReaderToldPayload = {
  readonly account: string;
  /** What he was told, by its id. */
  readonly change: string;
  readonly on: CivilDate;
  /** Laid into his inbox, or opened there; absent: he confirms that he knows of it. */
  readonly step?: 'sent' | 'opened';
};

const readerTold = z.strictObject({
  account: z.string(),
  change: z.string(),
  on: day,
  step: z.enum(['sent', 'opened']).optional(),
});

export function isReaderTold(payload: unknown): payload is ReaderToldPayload {
  return readerTold.safeParse(payload).success;
}

/** The stream in which a reader's receipts lie, in the home of his agency or organisation. */
export function readerToldStream(account: string): string {
  return `${told}${account}`;
}

const told = 'told/';

/** The reader whose receipts lie in a stream; undefined for a stream of something else. */
export function readerOfStream(stream: string): string | undefined {
  return stream.startsWith(told) ? stream.slice(told.length) : undefined;
}

/** The form of `superior-told@1`: somebody below an agency was put on a list; it is told once. */
export type SuperiorToldPayload = {
  readonly caseId: string;
  /** Home of the organisation that was listed, and its name on that day. */
  readonly home: string;
  readonly name: string;
  /** Number of the decision, or of the letter that told. */
  readonly number: string;
  readonly on: CivilDate;
};

const superiorTold = z.strictObject({
  ...{ caseId: z.string(), home: z.string(), name: z.string(), number: z.string(), on: day },
});

export function isSuperiorTold(payload: unknown): payload is SuperiorToldPayload {
  return superiorTold.safeParse(payload).success;
}

export const superiorToldKind = 'superior-told@1';

/** The stream in the home of an agency. */
export const superiorToldStream = 'superior-told';
