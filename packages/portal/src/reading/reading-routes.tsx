import { localise } from '@credence/domain';
import type { Hono } from 'hono';

import { atomType } from '../feed/atom.ts';
import { statusOf } from '../http/answer-problem.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from '../page/answer-page.tsx';
import { settleDay } from '../request/day.ts';
import { agencyPath, listPath, paths, withQuery } from '../request/paths.ts';
import { AgenciesPage, AgencyPage } from './agency-pages.tsx';
import { changesFeed } from './changes-feed.ts';
import { ChangesPage } from './changes-page.tsx';
import { CopyPage } from './copy-page.tsx';
import { ListPage, ListsPage } from './list-pages.tsx';
import { readCopyQuery, readListQuery } from './list-query.ts';
import { statisticsCsv, statisticsFiles } from './statistics-csv.ts';
import { StatisticsPage } from './statistics-page.tsx';

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;

/** Pages that look across subjects: lists, agencies, statistics, changes of the rules, copies. */
export function readingRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  listRoutes(routes, tools);
  agencyRoutes(routes, tools);
  statisticsRoutes(routes, tools);
  changesRoutes(routes, tools);
  copyRoute(routes, tools);
}

function listRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(paths.lists, async (c) => {
    const settled = await settleDay(services, c.req.query('day'));
    if (settled.kind === 'refused') {
      return sendProblem(c, tools, { problem: settled.problem, address: paths.lists });
    }
    const { clock } = settled;
    const day = clock.day === clock.today ? undefined : clock.day;
    const view = await services.listLists({ day: clock.day });
    const context = contextFor(tools, view.clock, withQuery(paths.lists, { day }));
    return sendPage(c, context, <ListsPage context={context} view={view} />);
  });

  routes.get('/lists/:id', async (c) => {
    const id = c.req.param('id');
    const { order, agency, region, from, until, page } = c.req.query();
    const settled = await settleDay(services, c.req.query('day'));
    if (settled.kind === 'refused') {
      return sendProblem(c, tools, { problem: settled.problem, address: listPath(id) });
    }
    const read = readListQuery({ order, agency, region, from, until, page });
    if (read.kind === 'refused') {
      return sendProblem(c, tools, { problem: read.problem, address: listPath(id) });
    }
    const { clock } = settled;
    const found = await services.viewList(id, { ...read.query, day: clock.day });
    if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
    const { view } = found;
    if (view.page > 1 && view.entries.length === 0) return sendProblem(c, tools, notHere);
    const { query } = read;
    const choice = {
      order: query.order,
      ...(query.agency === undefined ? {} : { agency: query.agency }),
      ...(query.region === undefined ? {} : { region: query.region }),
      ...(query.decidedFrom === undefined ? {} : { from: query.decidedFrom }),
      ...(query.decidedUntil === undefined ? {} : { until: query.decidedUntil }),
    };
    const address = withQuery(listPath(view.list.id), {
      ...choice,
      order: choice.order === 'decided' ? undefined : choice.order,
      page: view.page === 1 ? undefined : view.page,
      day: clock.day === clock.today ? undefined : clock.day,
    });
    const context = contextFor(tools, view.clock, address);
    return sendPage(c, context, <ListPage context={context} view={view} choice={choice} />);
  });
}

function agencyRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(paths.agencies, async (c) => {
    const view = await services.listAgencies();
    const context = contextFor(tools, view.clock, paths.agencies);
    return sendPage(c, context, <AgenciesPage context={context} view={view} />);
  });

  routes.get('/agencies/:code', async (c) => {
    const found = await services.viewAgency(c.req.param('code'));
    if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
    const { view } = found;
    const context = contextFor(tools, view.clock, agencyPath(view.agency.code));
    return sendPage(c, context, <AgencyPage context={context} view={view} />);
  });
}

function statisticsRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(paths.statistics, async (c) => {
    const view = await services.viewStatistics();
    const context = contextFor(tools, view.clock, paths.statistics);
    return sendPage(c, context, <StatisticsPage context={context} view={view} />);
  });

  routes.get('/statistics/:file', async (c) => {
    const [name = '', ending] = c.req.param('file').split('.');
    const view = await services.viewStatistics();
    const table = statisticsFiles(view).get(name);
    if (table === undefined || ending !== 'csv') return sendProblem(c, tools, notHere);
    c.set('zone', view.clock.zone);
    return c.body(statisticsCsv(table, language), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    });
  });
}

function changesRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language, site } = tools;
  routes.get(paths.changes, async (c) => {
    const view = await services.viewRuleChanges();
    const context = contextFor(tools, view.clock, paths.changes);
    return sendPage(c, context, <ChangesPage context={context} view={view} />);
  });

  routes.get(paths.changesFeed, async (c) => {
    const view = await services.viewRuleChanges();
    c.set('zone', view.clock.zone);
    const { origin } = new URL(c.req.url);
    const name = localise(site.name, language).text;
    const text = changesFeed(view, { origin, name, language });
    return c.body(text, 200, { 'content-type': atomType });
  });
}

function copyRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(paths.copies, async (c) => {
    const { record = '', organisation = '', fingerprint = '' } = c.req.query();
    const form = { record, organisation, fingerprint };
    const asked = record !== '' || organisation !== '' || fingerprint !== '';
    const query = readCopyQuery(form);
    if (query === undefined) {
      const context = contextFor(tools, await services.clock({}), paths.copies);
      if (asked) c.status(statusOf({ code: 'parameter-invalid', params: {} }));
      const page = <CopyPage context={context} form={form} {...(asked ? { wrong: true } : {})} />;
      return sendPage(c, context, page);
    }
    const [answer] = await services.checkCopies([query]);
    const address = withQuery(paths.copies, { ...form });
    if (answer === undefined) throw new Error('A copy that was asked about has no answer.');
    const context = contextFor(tools, answer.clock, address);
    return sendPage(c, context, <CopyPage context={context} form={form} answer={answer} />);
  });
}
