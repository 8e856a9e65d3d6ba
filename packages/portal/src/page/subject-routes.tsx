import type { Hono } from 'hono';
import { problem } from '@credence/domain';

import type { PortalEnv } from '../http/environment.ts';
import { settleAsOf, settleDay } from '../request/day.ts';
import { parsePage, sliceOf } from '../request/page-number.ts';
import { inLanguage, paths, recordPath, subjectPath, withQuery } from '../request/paths.ts';
import { publishableRecord, publishableSubject } from '../request/publishable.ts';
import { refusedQuery } from '../request/query.ts';
import { statusOf } from '../http/answer-problem.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from './answer-page.tsx';
import { HomePage } from './home-page.tsx';
import { OrganisationPage } from './organisation-page.tsx';
import { RecordPage } from './record-page.tsx';
import { EmptySearchPage, RefusedSearchPage, SearchPage } from './search-page.tsx';

/** Records and other entries of one organisation on one page. */
const recordsPerPage = 20;

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;
const noSubject = { problem: { code: 'subject-not-found', params: {} } } as const;
const noRecord = { problem: { code: 'record-not-found', params: {} } } as const;

/** Finding an organisation, its page, and the page of each record. */
export function subjectRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  homeRoute(routes, tools);
  searchRoute(routes, tools);
  codeRoute(routes, tools);
  organisationRoute(routes, tools);
  recordRoute(routes, tools);
}

function homeRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { site, language } = tools;
  routes.get('/', async (c) => {
    if (language === 'zh' && site.name.zh === undefined) {
      // A register without a Chinese name opens in English, save for whoever asks for Chinese.
      c.header('vary', 'accept-language', { append: true });
      const wanted = preferredLanguage(c.req.header('accept-language'), 'en');
      if (wanted === 'en') return c.redirect(inLanguage('/', 'en'));
    }
    const settled = await settleDay(tools.services, c.req.query('day'));
    if (settled.kind === 'refused') {
      return sendProblem(c, tools, { problem: settled.problem, address: '/' });
    }
    const { clock } = settled;
    const day = clock.day === clock.today ? undefined : clock.day;
    const context = contextFor(tools, clock, withQuery('/', { day }));
    return sendPage(c, context, <HomePage context={context} />);
  });
}

function searchRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(paths.search, async (c) => {
    const query = (c.req.query('q') ?? '').trim();
    const settled = await settleDay(services, c.req.query('day'));
    if (settled.kind === 'refused') {
      return sendProblem(c, tools, { problem: settled.problem, address: paths.search });
    }
    const { clock } = settled;
    const page = parsePage(c.req.query('page'));
    if (page === undefined) return sendProblem(c, tools, notHere);
    const day = clock.day === clock.today ? undefined : clock.day;
    const plain = contextFor(tools, clock, withQuery(paths.search, { day }));
    if (query === '') return sendPage(c, plain, <EmptySearchPage context={plain} />);

    const refuse = (found: ReturnType<typeof problem>, shown: string) => {
      c.status(statusOf(found));
      const refused = <RefusedSearchPage context={plain} query={shown} problem={found} />;
      return sendPage(c, plain, refused);
    };
    const wrong = refusedQuery(query);
    if (wrong !== undefined) {
      return refuse(wrong, wrong.code === 'person-search-refused' ? '' : query);
    }
    const outcome = await services.searchSubjects(query, { day: clock.day, page });
    switch (outcome.kind) {
      case 'query-too-short':
        return refuse(problem('query-too-short', { min: 1 }), query);
      case 'query-too-long': {
        const found = { length: query.length, max: outcome.limit };
        return refuse(problem('query-too-long', found), query);
      }
      case 'found': {
        const { view } = outcome;
        if (page > 1 && view.results.length === 0) return sendProblem(c, tools, notHere);
        const turned = page === 1 ? undefined : page;
        const address = withQuery(paths.search, { q: query, page: turned, day });
        const context = contextFor(tools, view.clock, address);
        return sendPage(c, context, <SearchPage context={context} view={view} />);
      }
    }
  });
}

/** The address on a certificate or a QR code: it leads on, and is never the page itself. */
function codeRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get('/o/:code', async (c) => {
    const found = await services.viewSubject({ by: 'code', code: c.req.param('code') }, {});
    if (found.kind === 'not-found') return sendProblem(c, tools, noSubject);
    return c.redirect(inLanguage(subjectPath(found.view.subject.id), language), 302);
  });
}

function organisationRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get('/organisations/:id', async (c) => {
    const id = c.req.param('id');
    const settled = await settleAsOf(services, c.req.query('day'));
    if (settled.kind === 'refused') {
      return sendProblem(c, tools, { problem: settled.problem, address: subjectPath(id) });
    }
    const page = parsePage(c.req.query('page'));
    if (page === undefined) return sendProblem(c, tools, notHere);
    const found = await services.viewSubject({ by: 'id', id }, settled.asOf);
    if (found.kind === 'not-found') return sendProblem(c, tools, noSubject);

    const view = publishableSubject(found.view);
    const records = sliceOf(view.records, page, recordsPerPage);
    const others = sliceOf(view.others, page, recordsPerPage);
    const empty = records.items.length === 0 && others.items.length === 0;
    if (page > 1 && empty) return sendProblem(c, tools, notHere);
    const { clock, subject } = view;
    const day = clock.day === clock.today ? undefined : clock.day;
    const turned = page === 1 ? undefined : page;
    const address = withQuery(subjectPath(subject.id), { page: turned, day });
    const context = contextFor(tools, clock, address);
    const props = { context, view, records, others };
    return sendPage(c, context, <OrganisationPage {...props} />);
  });
}

function recordRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get('/organisations/:id/records/:recordId', async (c) => {
    const { id, recordId } = c.req.param();
    const settled = await settleAsOf(services, c.req.query('day'));
    if (settled.kind === 'refused') {
      const address = recordPath(id, recordId);
      return sendProblem(c, tools, { problem: settled.problem, address });
    }
    const found = await services.viewRecord(id, recordId, settled.asOf);
    const view = found.kind === 'found' ? publishableRecord(found.view) : undefined;
    if (view === undefined) return sendProblem(c, tools, noRecord);
    const { clock, subject, record } = view;
    const day = clock.day === clock.today ? undefined : clock.day;
    const address = withQuery(recordPath(subject.id, record.id), { day });
    const context = contextFor(tools, clock, address);
    return sendPage(
      c,
      context,
      <RecordPage
        context={context}
        view={view}
        explain={(step, language) => services.explain(step, language)}
      />,
    );
  });
}
