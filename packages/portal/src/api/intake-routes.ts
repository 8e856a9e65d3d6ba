import type { BatchAnswer, BatchOutcome } from '@credence/casework';
import { instant, problem, toIso, type Problem } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import type { Context } from 'hono';

import { declareOperation } from '../access/guarded.ts';
import { fileNameOf } from '../desk/intake/file-name.ts';
import { piecesOf } from '../desk/intake/receive-form.ts';
import { problemResponse } from '../http/answer-problem.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import { strict, type ApiTools } from './api-tools.ts';
import * as operation from './intake-operations.ts';
import { refusal } from './problem.ts';
import { toClock } from './to-answer.ts';
import { toReport } from './to-report.ts';

/** Files of an agency by machine, their receipts, and the keys that receipts verify with. */
export function intakeRoutes(tools: ApiTools): void {
  const { api } = tools;
  api.openAPIRegistry.registerComponent('securitySchemes', operation.machineTokenScheme, {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token by client credentials from the sign-in provider, for an account of kind machine with the scope that the operation names.',
  });
  takeRoute(tools);
  readRoutes(tools);
}

function takeRoute({ api, services, language }: ApiTools): void {
  api.openapi(
    operation.takeBatch,
    declareOperation('intake.accept', async (c) => {
      const { item, mapping, name, acceptValid, dryRun } = c.req.valid('query');
      const key = c.req.header('idempotency-key');
      const refused = faultOfBody(c);
      if (refused !== undefined) return asResponse(c, refused, language);
      const outcome = await services.takeBatch({
        principal: c.get('principal'),
        item,
        ...(mapping === undefined ? {} : { mapping }),
        acceptValid: acceptValid === 'true',
        dryRun: dryRun === 'true',
        ...(key === undefined ? {} : { idempotencyKey: key }),
        fileName: fileNameOf(name ?? '') || 'batch',
        bytes: piecesOf(c.req.raw.body ?? new ReadableStream<Uint8Array>()),
      });
      return answer(c, outcome, language);
    }),
    strict(operation.takeBatch, language),
  );
}

/** The bytes decide what a file is; a type that cannot be one of them is a mistake worth naming. */
function faultOfBody(c: Context): Problem | undefined {
  const type = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const known = operation.batchTypes.some((each) => each === type);
  if (!known) {
    const accepted = operation.batchTypes.join(', ');
    return problem('media-type-unknown', { found: type.slice(0, 80) || '—', accepted });
  }
  return c.req.raw.body === null ? problem('upload-incomplete', { found: '—' }) : undefined;
}

function answer(c: Context, outcome: BatchOutcome, otherwise: ApiTools['language']): Response {
  switch (outcome.kind) {
    case 'refused':
      return asResponse(c, outcome.problem, otherwise);
    case 'checked': {
      const language = preferredLanguage(c.req.header('accept-language'), otherwise);
      return c.json({ report: toReport(outcome.report, language) }, 200);
    }
    case 'not-taken': {
      const language = preferredLanguage(c.req.header('accept-language'), otherwise);
      const report = toReport(outcome.report, language);
      return problemResponse(outcome.problem, language, undefined, { report });
    }
    case 'taken':
      return c.body(batchText(outcome.batch), 201, {
        'content-type': 'application/json',
        location: `/api/v1/intake/batches/${outcome.batch.signed.receipt.batch}`,
        ...(outcome.repeated ? { 'idempotency-replayed': 'true' } : {}),
      });
  }
}

/** Canonical, so that the same batch is the same bytes, today and after every restart. */
function batchText({ signed, report }: BatchAnswer): string {
  return canonicalJson({ ...signed, report });
}

function asResponse(c: Context, found: Problem, otherwise: ApiTools['language']): Response {
  return refusal(c, found, {
    declared: [400, 401, 403, 404, 409, 413, 415, 422, 503, 507],
    otherwise,
  });
}

function readRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [401, 403, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.batch,
    declareOperation('intake.read', async (c) => {
      const { id } = c.req.valid('param');
      const found = await services.viewBatch({ principal: c.get('principal'), batchId: id });
      if (found.kind === 'refused') return refusal(c, found.problem, refuse);
      if (found.kind === 'not-found') {
        return refusal(c, problem('batch-not-found', { batch: id.slice(0, 40) }), refuse);
      }
      return c.body(batchText(found.view), 200, { 'content-type': 'application/json' });
    }),
    strict(operation.batch, language),
  );

  api.openapi(
    operation.keys,
    async (c) => {
      const { clock, keys } = await services.listKeys();
      c.set('zone', clock.zone);
      const last = keys.at(-1)?.keyId;
      const lines = keys.map(({ keyId, algorithm, publicKey, since }) => ({
        ...{ keyId, algorithm, publicKey },
        since: toIso(instant(since)),
        current: keyId === last,
      }));
      return c.json({ clock: toClock(clock), keys: lines }, 200);
    },
    strict(operation.keys, language),
  );
}
