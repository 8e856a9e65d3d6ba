import { Hono } from 'hono';
import { isProblemCode } from '@credence/domain';

import { consultRoutes } from '../consult/routes.tsx';
import { contractRoutes } from '../contract/routes.tsx';
import { dutyRoutes } from '../duty/routes.tsx';
import { lifeRoutes } from '../life/routes.tsx';
import { caseRoutes } from '../case/routes.tsx';
import { deskRoutes } from '../desk/desk-routes.ts';
import { exportDeskRoutes } from '../desk/export/routes.tsx';
import { intakeDeskRoutes } from '../desk/intake/routes.tsx';
import { runningWorkOf } from '../desk/intake/running.ts';
import { feedRoutes } from '../feed/feed-routes.ts';
import type { PortalEnv } from '../http/environment.ts';
import { incentiveRoutes } from '../incentive/routes.tsx';
import { drawRoutes } from '../inspection/routes.tsx';
import { visitRoutes } from '../inspection/visit/routes.tsx';
import { pledgeRoutes } from '../pledge/routes.tsx';
import { noticeRoutes } from '../notice/routes.tsx';
import { reportRoutes } from '../report/routes.tsx';
import { reportCardRoutes } from '../report-card/routes.tsx';
import { readingRoutes } from '../reading/reading-routes.tsx';
import { paths, problemPath } from '../request/paths.ts';
import { draftDeskRoutes } from '../rule-draft/desk-routes.tsx';
import { draftRoutes } from '../rule-draft/public-routes.tsx';
import { rulebookRoutes } from '../rulebook/routes.tsx';
import { contextFor, sendPage, sendProblem, type PageTools } from './answer-page.tsx';
import { bulkRoutes } from './bulk-routes.tsx';
import { ProblemKindPage, ProblemListPage } from './problem-page.tsx';
import { AccessibilityPage, CountedPage, DataPage } from './prose-page.tsx';
import { matterRoutes } from '../desk/matters/routes.tsx';
import { errorReportRoutes } from '../error-report/routes.tsx';
import { subjectRoutes } from './subject-routes.tsx';

/** The public pages in one language. They read, ask casework and render; no rule is decided here. */
export function pageRoutes(tools: PageTools): Hono<PortalEnv> {
  const routes = new Hono<PortalEnv>();
  subjectRoutes(routes, tools);
  errorReportRoutes(routes, tools);
  matterRoutes(routes, tools);
  // Before the editions, of which none may be called `changes`.
  readingRoutes(routes, tools);
  incentiveRoutes(routes, tools);
  reportCardRoutes(routes, tools);
  pledgeRoutes(routes, tools);
  consultRoutes(routes, tools);
  reportRoutes(routes, tools);
  noticeRoutes(routes, tools);
  drawRoutes(routes, tools);
  visitRoutes(routes, tools);
  contractRoutes(routes, tools);
  dutyRoutes(routes, tools);
  lifeRoutes(routes, tools);
  feedRoutes(routes, tools);
  // Before the editions, of which none may be called `drafts`.
  draftRoutes(routes, tools);
  draftDeskRoutes(routes, tools);
  rulebookRoutes(routes, tools);
  plainRoutes(routes, tools);
  bulkRoutes(routes, tools);
  deskRoutes(routes, tools);
  caseRoutes(routes, tools);
  exportDeskRoutes(routes, tools);
  intakeDeskRoutes(routes, tools, runningWorkOf(tools.services));
  return routes;
}

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;

function plainRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;

  routes.get(paths.counted, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.counted);
    return sendPage(c, context, <CountedPage context={context} />);
  });

  routes.get(paths.accessibility, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.accessibility);
    return sendPage(c, context, <AccessibilityPage context={context} />);
  });

  routes.get(paths.data, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.data);
    const view = await services.listDownloads();
    return sendPage(
      c,
      context,
      <DataPage context={context} operations={tools.operations} downloads={view} />,
    );
  });

  routes.get(paths.problems, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.problems);
    return sendPage(c, context, <ProblemListPage context={context} />);
  });

  routes.get('/problems/:code', async (c) => {
    const code = c.req.param('code');
    if (!isProblemCode(code)) return sendProblem(c, tools, notHere);
    const context = contextFor(tools, await services.clock({}), problemPath(code));
    return sendPage(c, context, <ProblemKindPage context={context} code={code} />);
  });
}
