import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

/** What data in bulk is taken for. A closed list: nobody writes about himself here. */
export const readerPurposes = [
  'journalism',
  'research',
  'due_diligence',
  'public_administration',
  'civil_society',
  'other',
] as const;
export type ReaderPurpose = (typeof readerPurposes)[number];

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);

/** The form of `reader-key@1`: a free key, in a home of its own. Of the key only its hash is kept. */
export type ReaderKeyPayload = {
  readonly account: string;
  /** Name of an organisation, or `private`. */
  readonly holder: string;
  readonly purpose: ReaderPurpose;
  /** Hex SHA-256 of the key. */
  readonly keyHash: string;
  readonly from: CivilDate;
};

const readerKey = z.strictObject({
  account: z.string(),
  holder: z.string(),
  purpose: z.enum(readerPurposes),
  keyHash: z.string().regex(/^[0-9a-f]{64}$/),
  from: day,
});

export function isReaderKey(payload: unknown): payload is ReaderKeyPayload {
  return readerKey.safeParse(payload).success;
}

/** The form of `reader-key-ended@1`: given back, or withdrawn from its holder. */
export type ReaderKeyEndedPayload = {
  readonly account: string;
  /** First day on which it no longer opens anything. */
  readonly on: CivilDate;
};

const readerKeyEnded = z.strictObject({ account: z.string(), on: day });

export function isReaderKeyEnded(payload: unknown): payload is ReaderKeyEndedPayload {
  return readerKeyEnded.safeParse(payload).success;
}

/** The form of `withdrawals-acknowledged@1`: what was withdrawn until then is out of every copy. */
export type AcknowledgedPayload = {
  readonly account: string;
  /** The timepoint up to which it is said. */
  readonly timepoint: string;
  readonly on: CivilDate;
};

const acknowledged = z.strictObject({ account: z.string(), timepoint: z.string(), on: day });

export function isAcknowledged(payload: unknown): payload is AcknowledgedPayload {
  return acknowledged.safeParse(payload).success;
}
