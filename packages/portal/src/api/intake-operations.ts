import { createRoute, z } from '@hono/zod-openapi';

import { always, answered, problem, refused } from './operation.ts';
import * as intake from './intake-schema.ts';
import { problemDetails } from './schema.ts';

export const machineTokenScheme = 'machineToken';

/** Content types a batch may have; what the bytes are is found out from the bytes. */
export const batchTypes = [
  'text/csv',
  'application/jsonl',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

const bytes = { schema: { type: 'string', format: 'binary' } } as const;
const yesOrNo = z.enum(['true', 'false']).optional();
const security = [{ [machineTokenScheme]: ['intake'] }];

const notAllowed = {
  401: { description: 'No token, or one that is not valid.', content: problem },
  403: { description: 'The account may not do this.', content: problem },
} as const;

export const takeBatch = createRoute({
  method: 'post',
  path: '/intake/batches',
  operationId: 'supplyBatch',
  summary: 'Hand over a file of decisions: the same checks as at the desk, in one request',
  description: [
    'The body is the file. All of it is taken in or nothing, unless `acceptValid` asks for the valid',
    'rows alone. `Idempotency-Key` is required except with `dryRun`: a request with the same key and',
    'the same content has one effect and gets the first receipt, byte for byte; the key of other',
    'content is refused. Repeat a request whose answer was lost with the same key.',
  ].join(' '),
  security,
  request: {
    query: z.strictObject({
      item: z
        .string()
        .min(1)
        .max(80)
        .openapi({ description: 'The item, e.g. `penalty` or its id.', example: 'penalty' }),
      mapping: z
        .string()
        .min(1)
        .max(80)
        .optional()
        .openapi({ description: 'Id of a mapping card of the edition.' }),
      name: z.string().min(1).max(120).optional().openapi({ description: 'Name of the file.' }),
      acceptValid: yesOrNo.openapi({
        description: 'Take in the valid rows although others are not.',
      }),
      dryRun: yesOrNo.openapi({ description: 'Check only; nothing is stored.' }),
    }),
    headers: z.object({
      'idempotency-key': z.string().optional().openapi({
        description: '1 to 200 printable ASCII characters without blanks, new for each request.',
        example: '4f9c1f0e-penalties-2026-09-28',
      }),
    }),
    body: { required: true, content: Object.fromEntries(batchTypes.map((type) => [type, bytes])) },
  },
  responses: {
    ...answered('What the check found; nothing is stored.', intake.checkedAnswer),
    201: {
      description: 'Taken in, now or by the first request with this key: the signed receipt.',
      headers: {
        'Idempotency-Replayed': {
          description: '`true` where the register held this batch already.',
          schema: { type: 'string', enum: ['true'] },
        },
      },
      content: { 'application/json': { schema: intake.batchAnswer } },
    },
    ...refused,
    ...notAllowed,
    404: { description: 'There is no such item, mapping or agency.', content: problem },
    409: { description: 'The file changed while it was read.', content: problem },
    413: { description: 'The file is larger than is taken.', content: problem },
    415: { description: 'The content is of no kind that is taken.', content: problem },
    422: {
      description:
        'Refused, nothing is stored: rows have faults, or the key stands for other content.',
      content: {
        'application/problem+json': {
          schema: problemDetails.extend({ report: intake.importReport.optional() }),
        },
      },
    },
    507: { description: 'There is no room to store it.', content: problem },
    ...always,
  },
});

export const batch = createRoute({
  method: 'get',
  path: '/intake/batches/{id}',
  operationId: 'getBatch',
  summary: 'The receipt of a batch of your agency, always the same bytes',
  security,
  request: { params: z.object({ id: z.string().min(1).max(120) }), query: z.strictObject({}) },
  responses: {
    ...answered('The receipt.', intake.batchAnswer),
    ...refused,
    ...notAllowed,
    404: { description: 'Your agency has no such batch.', content: problem },
    ...always,
  },
});

export const keys = createRoute({
  method: 'get',
  path: '/keys',
  operationId: 'listKeys',
  summary: 'Public keys the register signs with, old ones included',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The keys.', intake.keysAnswer), ...refused, ...always },
});
