import { z } from '@hono/zod-openapi';

import { clock } from './schema.ts';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const localised = z.object({ zh: z.string().optional(), en: z.string().optional() });
const place = { column: z.string(), sheet: z.string().optional() };

const receipt = z
  .object({
    format: z.literal('credence-receipt/1'),
    batch: z.string(),
    fileHash: sha256.openapi({ description: 'SHA-256 of the bytes that were sent.' }),
    fileName: z.string(),
    item: z.string(),
    mapping: z.string(),
    source: z.string().openapi({ description: 'Code of the supplying agency.' }),
    counts: z.object({
      read: count,
      recorded: count.openapi({ description: 'Rows that are in the register by this batch.' }),
      known: count.openapi({ description: 'Rows that the register held before.' }),
      setAside: count.openapi({ description: 'Rows about natural persons: never stored.' }),
      droppedCells: count,
      refused: count,
      toReview: count,
      changed: count
        .optional()
        .openapi({ description: 'Rows that stated a change of their organisation.' }),
    }),
    position: z
      .number()
      .int()
      .min(1)
      .openapi({ description: 'Place of the batch in the journal.' }),
    recordedAt: z.iso.datetime(),
    edition: z.object({ code: z.string(), hash: sha256 }),
  })
  .openapi('BatchReceipt', {
    description: 'The signature covers the canonical JSON (RFC 8785) of this object.',
  });

const keptReport = z
  .object({
    rowsRead: count,
    expired: count,
    understood: z.array(z.object({ ...place, as: z.string() })),
    dropped: z.array(z.object({ ...place, cells: count, because: z.string() })),
    notUnderstood: z.array(z.object(place)),
    ignored: z.array(z.object(place)),
    problems: z.array(
      z.object({
        row: count,
        sheet: z.string().optional(),
        column: z.string().optional(),
        code: z.string(),
      }),
    ),
    problemsTotal: count,
    warnings: z.array(z.object({ code: z.string(), rows: count })),
  })
  .openapi('KeptReport', { description: 'Places and codes; never what a cell said.' });

export const batchAnswer = z
  .object({
    receipt,
    signature: z.object({
      algorithm: z.literal('Ed25519'),
      keyId: z.string(),
      value: z.string().openapi({ description: 'Base64url of the 64 bytes.' }),
    }),
    report: keptReport,
  })
  .openapi('BatchAnswer');

const problemInFile = z
  .object({
    row: count,
    sheet: z.string().optional(),
    column: z.string().optional(),
    value: z.string().optional(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    todo: z.string(),
    accepted: z.string().optional(),
  })
  .openapi('ProblemInFile');

export const importReport = z
  .object({
    fileName: z.string(),
    hash: sha256,
    item: z.string(),
    source: z.string(),
    mapping: z.string(),
    rowsRead: count,
    fresh: count.openapi({ description: 'Rows that could be taken in.' }),
    known: count,
    setAside: count,
    expired: count,
    refused: count,
    toReview: count,
    changed: count.openapi({
      description: 'Rows that state a change of their organisation: an event, and no new record.',
    }),
    changes: z.array(
      z.object({
        row: count,
        sheet: z.string().optional(),
        event: z.enum(['name', 'address', 'representative']),
        effectiveOn: z.iso.date(),
        before: z.string().optional(),
        after: z.string().optional(),
      }),
    ),
    understood: z.array(
      z.object({
        ...place,
        as: z.string(),
        field: z.string(),
        says: localised,
        by: z.enum(['code', 'text', 'bracket', 'mapping']),
      }),
    ),
    droppedColumns: z.array(
      z.object({ ...place, cells: count, because: z.enum(['schema', 'header', 'values']) }),
    ),
    notUnderstood: z.array(z.object(place)),
    ignored: z.array(z.object(place)),
    problems: z.array(problemInFile).openapi({ description: 'The first 1,000.' }),
    problemsTotal: count,
    warnings: z.array(z.object({ code: z.string(), rows: count })),
  })
  .openapi('ImportReport');

export const checkedAnswer = z.object({ report: importReport }).openapi('CheckedAnswer');

export const keysAnswer = z
  .object({
    clock,
    keys: z.array(
      z.object({
        keyId: z.string().openapi({ description: 'First 16 digits of the SHA-256 of the key.' }),
        algorithm: z.literal('Ed25519'),
        publicKey: z.string().openapi({ description: 'Base64url of the 32 bytes.' }),
        since: z.iso.datetime(),
        current: z.boolean(),
      }),
    ),
  })
  .openapi('KeysAnswer');
