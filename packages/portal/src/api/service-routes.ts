import { problems, toIso, type ProblemCode } from '@credence/domain';

import { statusOf } from '../http/answer-problem.ts';
import { problemPath } from '../request/paths.ts';
import { settleDay } from '../request/day.ts';
import * as operation from './operation.ts';
import { refusal } from './problem.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { toClock } from './to-answer.ts';

/** Problems that an HTTP client can meet; the closed list also holds those of files and commands. */
const httpProblems: readonly ProblemCode[] = [
  'page-not-found',
  'subject-not-found',
  'record-not-found',
  'query-too-short',
  'query-too-long',
  'person-search-refused',
  'parameter-invalid',
  'day-invalid',
  'day-out-of-range',
  'method-not-allowed',
  'not-acceptable',
  'too-large',
  'json-malformed',
  'json-too-deep',
  'overloaded',
  'rate-limited',
  'sign-in-required',
  'not-permitted',
  'token-refused',
  'account-missing',
  'account-ended',
  'account-not-yet',
  'budget-spent',
  'sign-in-unavailable',
  'edition-missing',
  'store-unavailable',
  'internal-defect',
  'item-unknown',
  'item-not-supplied',
  'source-unknown',
  'mapping-unknown',
  'media-type-unknown',
  'file-unreadable',
  'file-format-unknown',
  'file-encoding-unknown',
  'file-empty',
  'upload-incomplete',
  'upload-changed',
  'batch-refused',
  'batch-not-found',
  'idempotency-key-reused',
];

/** Health, the list of problems and the document itself. */
export function serviceRoutes(tools: ApiTools, document: () => object): void {
  const { api, services, language } = tools;
  const refuse = { declared: [400, 503], otherwise: language } as const;

  api.openapi(
    operation.health,
    async (c) => {
      const settled = await settleDay(services, undefined);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      return c.json({ status: 'ok' as const, timepoint: toIso(settled.clock.timepoint) }, 200);
    },
    strict(operation.health, language),
  );

  api.openapi(
    operation.problemList,
    async (c) => {
      const settled = await settleDay(services, undefined);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      c.set('zone', settled.clock.zone);
      return c.json({ clock: toClock(settled.clock), problems: httpProblems.map(toProblem) }, 200);
    },
    strict(operation.problemList, language),
  );

  api.openapi(
    operation.openapiDocument,
    (c) => c.json({ ...document() }, 200),
    strict(operation.openapiDocument, language),
  );
}

function toProblem(code: ProblemCode) {
  const { title, todo } = problems[code];
  return {
    code,
    type: problemPath(code),
    status: statusOf({ code, params: {} }),
    title,
    todo,
  };
}
