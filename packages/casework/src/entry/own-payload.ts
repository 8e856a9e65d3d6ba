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

/** The form of `reader-told@1`: a past reader says that he knows of a correction or an end. */
export type ReaderToldPayload = {
  readonly account: string;
  /** What he was told, by its id. */
  readonly change: string;
  readonly on: CivilDate;
};

const readerTold = z.strictObject({ account: z.string(), change: z.string(), on: day });

export function isReaderTold(payload: unknown): payload is ReaderToldPayload {
  return readerTold.safeParse(payload).success;
}
