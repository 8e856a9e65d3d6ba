import { parseCivilDate, type CivilDate, type PublicCreditRecord } from '@credence/domain';
import { z } from 'zod';

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);
const money = z.strictObject({ amount: z.int(), currency: z.string() });
const fact = z.union([z.string(), z.number(), z.boolean(), money, z.array(z.string())]);
const identifier = z.strictObject({ scheme: z.string(), value: z.string() });

const service = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown'), on: day, mode: z.string() }),
  z.strictObject({
    kind: z.literal('stated'),
    on: day.optional(),
    by: z.tuple([z.string(), z.string()]),
  }),
  z.strictObject({ kind: z.literal('not-shown') }),
  z.strictObject({ kind: z.literal('not-needed') }),
]);

/** The form of `record@1`; entries are never rewritten, so it never changes. */
const recordPayload = z.strictObject({
  recordId: z.string(),
  item: z.string(),
  edition: z.string(),
  takenInOn: day,
  batchId: z.string(),
  row: z.int(),
  subject: z.strictObject({
    name: z.string().optional(),
    kind: z.enum(['organisation', 'public_body', 'sole_trader']),
    identifiers: z.array(identifier).min(1),
  }),
  provider: z.strictObject({ code: z.string(), name: z.string() }),
  authority: z.strictObject({ name: z.string(), code: z.string().optional() }).optional(),
  document: z.strictObject({ number: z.string(), title: z.string().optional() }).optional(),
  decidedOn: day,
  validFrom: day.optional(),
  validUntil: z.union([z.literal('none'), day]).optional(),
  correctedOn: day.optional(),
  service,
  sealed: z.boolean().optional(),
  backlog: z.literal(true).optional(),
  facts: z.record(z.string(), fact),
});

/** Whether a payload is a record of version 1. */
export function isRecord(payload: unknown): payload is PublicCreditRecord {
  return recordPayload.safeParse(payload).success;
}

/** The end of a record by decision: annulled by its authority or a court, or repaired. */
export type RecordEnd = {
  readonly recordId: string;
  /** First day on which it no longer stands. */
  readonly on: CivilDate;
  readonly because: 'annulled' | 'repaired';
};

const endPayload = z.strictObject({
  recordId: z.string(),
  on: day,
  because: z.enum(['annulled', 'repaired']),
});

/** Whether a payload is the end of a record, version 1. */
export function isRecordEnd(payload: unknown): payload is RecordEnd {
  return endPayload.safeParse(payload).success;
}

/** The form of `record-moved@1`: this record is another subject's, by decision of two. */
export type RecordMoved = {
  readonly recordId: string;
  readonly on: CivilDate;
  /** Home in which it stands from then on. */
  readonly to: string;
  readonly caseId: string;
};

const movedPayload = z.strictObject({
  recordId: z.string(),
  on: day,
  to: z.string(),
  caseId: z.string(),
});

/** Whether a payload is the move of a record, version 1. */
export function isRecordMoved(payload: unknown): payload is RecordMoved {
  return movedPayload.safeParse(payload).success;
}
