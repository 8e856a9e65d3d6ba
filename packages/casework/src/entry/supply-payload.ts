import { z } from 'zod';

const count = z.int().min(0);
const hex = z.string().regex(/^[0-9a-f]+$/);

const receipt = z.strictObject({
  format: z.literal('credence-receipt/1'),
  batch: z.string(),
  fileHash: hex,
  fileName: z.string(),
  item: z.string(),
  mapping: z.string(),
  source: z.string(),
  counts: z.strictObject({
    read: count,
    recorded: count,
    known: count,
    setAside: count,
    droppedCells: count,
    refused: count,
    toReview: count,
    /** Absent where no row stated a change of its organisation. */
    changed: count.exactOptional(),
  }),
  position: z.int().min(1),
  recordedAt: z.string(),
  edition: z.strictObject({ code: z.string(), hash: hex }),
});

/** What the register says it took in from one file: facts that the journal bears out. */
export type BatchReceipt = Readonly<z.output<typeof receipt>>;

const signed = z.strictObject({
  receipt,
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    keyId: hex,
    /** Base64url of the signature over the canonical JSON of `receipt`. */
    value: z.string(),
  }),
});

/** A receipt that anyone can check offline with the register's public key. */
export type SignedReceipt = Readonly<z.output<typeof signed>>;

export function isSignedReceipt(value: unknown): value is SignedReceipt {
  return signed.safeParse(value).success;
}

const place = { column: z.string(), sheet: z.string().exactOptional() };
const kept = z.strictObject({
  rowsRead: count,
  expired: count,
  understood: z.array(z.strictObject({ ...place, as: z.string() })),
  dropped: z.array(z.strictObject({ ...place, cells: count, because: z.string() })),
  notUnderstood: z.array(z.strictObject(place)),
  ignored: z.array(z.strictObject(place)),
  problems: z.array(
    z.strictObject({
      row: count,
      sheet: z.string().exactOptional(),
      column: z.string().exactOptional(),
      code: z.string(),
    }),
  ),
  problemsTotal: count,
  warnings: z.array(z.strictObject({ code: z.string(), rows: count })),
});

/** A report as it is kept: places and codes, never what a cell said. */
export type KeptReport = Readonly<z.output<typeof kept>>;

const batchReceipt = z.strictObject({ signed, report: kept });

/** The form of `batch-receipt@1`, the one entry in the home that a batch's id names. */
export type BatchReceiptPayload = Readonly<z.output<typeof batchReceipt>>;

export function isBatchReceipt(payload: unknown): payload is BatchReceiptPayload {
  return batchReceipt.safeParse(payload).success;
}

const signingKey = z.strictObject({
  keyId: hex,
  algorithm: z.literal('Ed25519'),
  publicKey: z.string(),
});

/** The form of `signing-key@1`: from this entry on the register signs with this key. */
export type SigningKeyPayload = Readonly<z.output<typeof signingKey>>;

export function isSigningKey(payload: unknown): payload is SigningKeyPayload {
  return signingKey.safeParse(payload).success;
}

const intakeRequest = z.strictObject({ account: z.string(), content: hex });

/** The form of `intake-request@1`: what an idempotency key was first used for. */
export type IntakeRequestPayload = Readonly<z.output<typeof intakeRequest>>;

export function isIntakeRequest(payload: unknown): payload is IntakeRequestPayload {
  return intakeRequest.safeParse(payload).success;
}
