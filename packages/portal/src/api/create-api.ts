import { OpenAPIHono } from '@hono/zod-openapi';

import type { PortalEnv } from '../http/environment.ts';
import type { ApiTools } from './api-tools.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { correctionApi } from './correction-routes.ts';
import { consultApi } from './consult-routes.ts';
import { contractRoutes } from './contract-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { incentiveRoutes } from './incentive-routes.ts';
import { pledgeRoutes } from './pledge-routes.ts';
import { intakeRoutes } from './intake-routes.ts';
import { ownFileRoutes } from './own-file-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { reportCardRoutes } from './report-card-routes.ts';
import { rulebookRoutes } from './rulebook-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { subjectRoutes } from './subject-routes.ts';
import { usageRoutes } from './usage-routes.ts';
import { visitApi } from './visit-routes.ts';

/** API version 1: the same answers as the pages, nothing that a page would not show. */
export function createApi(
  options: Omit<ApiTools, 'api'> & { readonly title: string },
): OpenAPIHono<PortalEnv> {
  const api = new OpenAPIHono<PortalEnv>();
  const tools: ApiTools = { ...options, api };
  subjectRoutes(tools);
  usageRoutes(tools);
  ownFileRoutes(tools);
  // Before the editions, of which none may be called `drafts`.
  draftRoutes(tools);
  rulebookRoutes(tools);
  bulkRoutes(tools);
  readingRoutes(tools);
  incentiveRoutes(tools);
  reportCardRoutes(tools);
  visitApi(tools);
  contractRoutes(tools);
  pledgeRoutes(tools);
  consultApi(tools);
  intakeRoutes(tools);
  paperRoutes(tools);
  caseRoutes(tools);
  correctionApi(tools);
  const written: { document?: object } = {};
  serviceRoutes(tools, () => {
    // Written at the first request, when every route is there, and once: it never changes.
    written.document ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: options.title, version: '1', description },
      servers: [{ url: '/api/v1' }],
    });
    return written.document;
  });
  return api;
}

const description = `Public answers of the register, without a key; an agency's system hands over its files, and
reports what it did with measures given to it, with a token.

Every answer says its timepoint, its day and the edition of the rulebook it was given under. A record
that has ended and one that never was are the same answer: not found. \`ends\` is the first day on
which a record is no longer shown; whoever keeps a copy asks again before using it. Data in bulk is
under \`/downloads\` and \`/changes\`; adverse records there need a free key.

Answers may be reused for at most a minute and never past midnight in the register's zone. Problems
are RFC 9457 documents in the language of \`Accept-Language\` (zh or en). A method that no operation
here names is answered 405. Every limit comes with Retry-After.`;
