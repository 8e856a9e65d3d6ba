import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { refuseFirst } from '../case/refuse-first.ts';
import type { PortalEnv } from '../http/environment.ts';
import type { PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { paperAnswer } from './paper-answer.ts';

/** A file of a case, for whoever may read the act that names it. */
export function paperRoute(routes: Hono<PortalEnv>, { services }: PageTools): void {
  routes.get(
    `${paths.deskCases}/:id/papers/:sha256`,
    guarded('case.read', async (c, principal) => {
      const asked = { caseId: c.req.param('id') ?? '', sha256: c.req.param('sha256') ?? '' };
      const found = await services.openPaper(principal, asked);
      if (found.kind === 'refused') return refuseFirst(c, found.problems);
      if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
      return paperAnswer(c, found);
    }),
  );
}
