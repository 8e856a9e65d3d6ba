import type { KnownPrincipal } from '@credence/casework';
import type { Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from '../page/answer-page.tsx';
import { paths, reportCardPath, withQuery } from '../request/paths.ts';
import { cardCsv, cardsCsv, districtsCsv } from './card-files.ts';
import { LikeCasesPage } from './desk-page.tsx';
import { DistrictsPage } from './districts-page.tsx';
import { readCardQuery, yearProblem } from './read-card-query.ts';
import { ReportCardPage } from './report-card-page.tsx';
import { ReportCardsPage } from './report-cards-page.tsx';

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;

/** Report cards: of one office, of all by service, of the districts; and like cases at a desk. */
export function reportCardRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  officeRoutes(routes, tools);
  tableRoutes(routes, tools);
  districtRoutes(routes, tools);
  deskRoute(routes, tools);
}

function officeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  for (const ending of ['', '.csv'] as const) {
    routes.get(`/agencies/:id/report-card${ending}`, async (c) => {
      const id = c.req.param('id');
      const read = readCardQuery({ year: c.req.query('year') });
      const refuse = refusal(c, tools, reportCardPath(id));
      if (read.kind === 'refused') return refuse(read.problem);
      const { year } = read.query;
      const found = await services.viewReportCard(id, read.query);
      if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
      if (found.kind === 'no-such-year') return refuse(yearProblem(found, year));
      const { view } = found;
      if (ending === '.csv')
        return sendCsv(c, view.clock.zone, 'report-card', cardCsv(view, language));
      const context = contextFor(tools, view.clock, withQuery(reportCardPath(id), { year }));
      return sendPage(c, context, <ReportCardPage context={context} view={view} />);
    });
  }
}

function tableRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  for (const path of [paths.reportCards, paths.reportCardsFile]) {
    routes.get(path, async (c) => {
      const { year, by } = c.req.query();
      const read = readCardQuery({ year, by });
      const refuse = refusal(c, tools, paths.reportCards);
      if (read.kind === 'refused') return refuse(read.problem);
      const found = await services.listReportCards(read.query);
      if (found.kind === 'no-such-year') return refuse(yearProblem(found, read.query.year));
      const { view } = found;
      if (path === paths.reportCardsFile) {
        return sendCsv(c, view.clock.zone, 'report-cards', cardsCsv(view, language));
      }
      const context = contextFor(tools, view.clock, withQuery(path, { ...read.query }));
      return sendPage(c, context, <ReportCardsPage context={context} view={view} />);
    });
  }
}

function districtRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  for (const path of [paths.reportDistricts, paths.reportDistrictsFile]) {
    routes.get(path, async (c) => {
      const read = readCardQuery({ year: c.req.query('year') });
      const refuse = refusal(c, tools, paths.reportDistricts);
      if (read.kind === 'refused') return refuse(read.problem);
      const { year } = read.query;
      const found = await services.compareDistricts(read.query);
      if (found.kind === 'no-such-year') return refuse(yearProblem(found, year));
      const { view } = found;
      if (path === paths.reportDistrictsFile) {
        return sendCsv(c, view.clock.zone, 'districts', districtsCsv(view, language));
      }
      const context = contextFor(tools, view.clock, withQuery(path, { year }));
      return sendPage(c, context, <DistrictsPage context={context} view={view} />);
    });
  }
}

function deskRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskLikeCases,
    guarded('case.read', async (c, principal) => {
      const agency = c.req.query('agency') ?? ownAgency(principal);
      const found = await services.viewUnlikeCases(principal, agency);
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
      const address = withQuery(paths.deskLikeCases, { agency: c.req.query('agency') });
      const context = contextFor(tools, found.view.clock, address);
      return sendPage(c, context, <LikeCasesPage context={context} view={found.view} />);
    }),
  );
}

function ownAgency(principal: KnownPrincipal): string {
  return 'agency' in principal ? principal.agency : '';
}

function refusal(c: PortalContext, tools: PageTools, address: string) {
  return (problem: Problem) => sendProblem(c, tools, { problem, address });
}

function sendCsv(c: PortalContext, zone: string, name: string, text: string): Response {
  c.set('zone', zone);
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
}
