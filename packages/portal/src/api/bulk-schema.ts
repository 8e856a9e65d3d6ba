import { z } from '@hono/zod-openapi';

import * as schema from './schema.ts';

const civilDate = z.iso.date().openapi({ example: '2026-08-14' });
const localised = z.object({ zh: z.string().optional(), en: z.string().optional() });
const access = z
  .enum(['open', 'key'])
  .openapi({ description: '`key`: adverse records; needs a free key.' });
const timepoint = z.string().openapi({
  description: 'A state of the register, to ask for what changed since. Opaque.',
  example: 't1-mi0wwow0-fuh',
});

const column = z
  .object({
    name: z.string(),
    type: z.enum(['text', 'codes', 'date', 'integer', 'flag', 'money']),
    title: localised,
    codes: z.array(z.object({ code: z.string(), title: localised })).optional(),
    currency: z.string().optional(),
    places: z.number().int().optional(),
  })
  .openapi('Column');

const file = z
  .object({
    name: z.string(),
    format: z.enum(['jsonl', 'csv', 'parquet']),
    bytes: z.number().int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .openapi('DownloadFile');

export const manifest = z
  .object({
    form: z.literal('credence-download@1'),
    dataset: z.string(),
    title: localised,
    about: localised.optional(),
    access,
    timepoint: z.iso.datetime(),
    after: timepoint,
    day: civilDate.openapi({ description: 'The day whose public state the files hold.' }),
    zone: z.string(),
    edition: z.object({ code: z.string(), hash: z.string() }),
    validUntil: civilDate.openapi({
      description: 'First day on which a copy may no longer be used without a new one.',
    }),
    servedUntil: civilDate.openapi({
      description: 'First day on which the register itself no longer hands the files out.',
    }),
    rows: z.number().int().min(0),
    columns: z.array(column),
    files: z.array(file),
    licence: localised,
    signature: z
      .object({ keyId: z.string(), signature: z.string() })
      .optional()
      .openapi({
        description:
          'Ed25519 over the canonical JSON (RFC 8785) of the manifest without this field; ' +
          'keys at /api/v1/keys.',
      }),
  })
  .openapi('Manifest', { description: 'What the files of one data set are and oblige to.' });

export const downloadsAnswer = z
  .object({
    clock: schema.clock,
    downloads: z.array(
      z.object({
        dataset: z.string(),
        title: localised,
        access,
        timepoint: z.iso.datetime(),
        after: timepoint,
        day: civilDate,
        validUntil: civilDate,
        rows: z.number().int().min(0),
        manifest: z.string().openapi({ description: 'Address of the manifest.' }),
        files: z.array(file.extend({ url: z.string() })),
      }),
    ),
    waiting: z
      .array(z.object({ dataset: z.string(), access }))
      .openapi({ description: 'Data sets whose next files are not ready yet.' }),
  })
  .openapi('Downloads');

const change = z
  .object({
    op: z.enum(['ADD', 'MOD', 'DEL']),
    dataset: z.string(),
    record: z.string().openapi({ description: 'What the row is known by.' }),
    cause: z.enum(['source', 'processing', 'time']).openapi({
      description:
        '`source`: something was stated or decided; `processing`: the rules changed; `time`: a day came.',
    }),
    row: z.record(z.string(), z.unknown()).optional().openapi({
      description: 'The row as a full file has it (JSON Lines); absent when it is gone.',
    }),
  })
  .openapi('Change');

export const changesAnswer = z
  .object({
    clock: schema.clock,
    changes: z.array(change),
    timepoint: timepoint.openapi({
      description: 'What the copy has once all pages are applied; the next `after`.',
    }),
    day: civilDate.openapi({
      description: 'Day of the timepoint: rows whose `ends` is not after it are dropped.',
    }),
    next: z.string().optional().openapi({ description: 'Present while there are further pages.' }),
  })
  .openapi('Changes');

export const withdrawalsAnswer = z
  .object({
    clock: schema.clock,
    withdrawals: z.array(z.object({ dataset: z.string(), record: z.string() })),
    timepoint,
    next: z.string().optional(),
  })
  .openapi('Withdrawals');

export const acknowledgement = z
  .object({
    timepoint: timepoint.openapi({
      description: 'What was withdrawn until then is out of every copy of yours.',
    }),
  })
  .strict()
  .openapi('Acknowledgement');

export const acknowledgedAnswer = z
  .object({ timepoint, on: civilDate })
  .openapi('AcknowledgementReceipt');

export const unacknowledgedAnswer = z
  .object({
    readers: z.array(
      z.object({
        reader: z.string(),
        since: z.string().optional(),
        open: z.number().int().min(0),
        overdue: z.boolean(),
      }),
    ),
  })
  .openapi('UnacknowledgedReaders');
