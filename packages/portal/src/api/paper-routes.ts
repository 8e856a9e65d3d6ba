import { createRoute, z } from '@hono/zod-openapi';
import { problem } from '@credence/domain';

import { declareOperation } from '../access/guarded.ts';
import { piecesOf } from '../desk/intake/receive-form.ts';
import { paperAnswer } from '../paper/paper-answer.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { machineTokenScheme } from './intake-operations.ts';
import { always, answered, problem as problemContent, refused } from './operation.ts';
import { refusal } from './problem.ts';

const types = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'] as const;
const binary = z.string().openapi({ format: 'binary' });
const id = z.string().min(1).max(120);
const known = {
  401: {
    description: 'Nobody is signed in, or the token is not accepted.',
    content: problemContent,
  },
  403: { description: 'Not permitted to whoever asks.', content: problemContent },
  404: { description: 'There is none, or it is not open to you.', content: problemContent },
} as const;

const waitingPaper = z
  .object({
    id: z.string().openapi({ description: 'Name it in `papers` of the step.' }),
    name: z.string(),
    sha256: z.string().openapi({ description: 'Digest of the bytes as they are kept.' }),
    bytes: z.number().int(),
    type: z.enum(types),
  })
  .openapi('WaitingPaper');

const sendPaper = createRoute({
  method: 'post',
  path: '/cases/{id}/papers',
  operationId: 'sendPaper',
  summary: 'Hand over a file before the step that it belongs to',
  description: [
    'The body is the file: PDF, PNG, JPEG or text, found by its content. It waits for some hours, for',
    'this account alone, and is stored with the step that names its `id`. Pictures lose what they',
    'carry unseen, so the digest is that of the bytes as they are kept.',
  ].join(' '),
  security: [{ [machineTokenScheme]: ['tasks'] }],
  request: {
    params: z.object({ id }),
    query: z.strictObject({
      name: z.string().min(1).max(120).optional().openapi({ description: 'Name of the file.' }),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: {
    ...answered('It waits.', waitingPaper),
    ...refused,
    ...known,
    413: { description: 'The file is too large.', content: problemContent },
    415: { description: 'It is none of the kinds that are taken.', content: problemContent },
    422: { description: 'What it says does not hold.', content: problemContent },
    507: { description: 'There is no room to store it.', content: problemContent },
    ...always,
  },
});

const getPaper = createRoute({
  method: 'get',
  path: '/cases/{id}/papers/{sha256}',
  operationId: 'getPaper',
  summary: 'A file that a step of a case names',
  description: 'Written down with who looked. What has been erased is not found.',
  request: { params: z.object({ id, sha256: z.string().max(64) }), query: z.strictObject({}) },
  responses: {
    200: {
      description: 'The file, to be saved; `Repr-Digest` has its digest.',
      content: Object.fromEntries(types.map((type) => [type, { schema: binary }])),
    },
    ...refused,
    ...known,
    ...always,
  },
});

/** Files of cases for machines: one to hand over, and those that steps name. */
export function paperRoutes({ api, services, language }: ApiTools): void {
  const declared = [400, 401, 403, 404, 413, 415, 422, 503, 507] as const;
  const refuse = { declared, otherwise: language };
  const notHere = problem('page-not-found', { path: '' });
  api.openapi(
    sendPaper,
    declareOperation('task.act', async (c) => {
      const outcome = await services.receivePaper({
        principal: c.get('principal'),
        about: { kind: 'case', caseId: c.req.valid('param').id },
        name: c.req.valid('query').name ?? '',
        bytes: piecesOf(c.req.raw.body ?? new ReadableStream<Uint8Array>()),
      });
      if (outcome.kind === 'refused') return refusal(c, outcome.problems[0] ?? notHere, refuse);
      const { paper } = outcome;
      const { id: waits, name, sha256, bytes, type } = paper;
      return c.json({ id: waits, name, sha256, bytes, type }, 200);
    }),
    strict(sendPaper, language),
  );
  api.openapi(
    getPaper,
    declareOperation('case.read', async (c) => {
      const { id: caseId, sha256 } = c.req.valid('param');
      const found = await services.openPaper(c.get('principal'), { caseId, sha256 });
      if (found.kind === 'refused') return refusal(c, found.problems[0] ?? notHere, refuse);
      if (found.kind === 'not-found') return refusal(c, notHere, refuse);
      return paperAnswer(c, found);
    }),
    strict(getPaper, language),
  );
}
