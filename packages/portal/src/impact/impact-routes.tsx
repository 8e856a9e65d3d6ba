import type { ImpactReportPayload } from '@credence/casework';
import { canonicalJson } from '@credence/proof';
import { jsonOf, parseCivilDate, problem, type CivilDate } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { dayIn, readForm } from '../desk/form-values.ts';
import { endsWithin } from '../desk/intake/running.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { deskImpactPath, impactMoversPath, paths, withQuery } from '../request/paths.ts';
import { impactCsv } from './impact-csv.ts';
import { ImpactListPage } from './list-page.tsx';
import { MoversPage } from './movers-page.tsx';
import { ReportPage } from './report-page.tsx';
import { impactWorkOf } from './running.ts';

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;

/** How long a form waits for a report before the page says that it is being made. */
const waitMs = 4_000;

/** What drafts would do to the register, at the desk; names are for the legal officer alone. */
export function impactRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  listRoute(routes, tools);
  reportRoutes(routes, tools);
  fileRoute(routes, tools);
  moversRoute(routes, tools);
}

function listRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskImpact,
    guarded('impact.read', async (c, principal) => {
      const outcome = await services.listRuleDrafts(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const context = contextFor(tools, outcome.view.clock, paths.deskImpact);
      return sendPage(
        c,
        context,
        <ImpactListPage context={context} drafts={outcome.view.drafts} />,
      );
    }),
  );
}

function reportRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  const work = impactWorkOf(services);
  routes.get(
    `${paths.deskImpact}/:hash`,
    guarded('impact.read', async (c, principal) => {
      const hash = c.req.param('hash') ?? '';
      const outcome = await services.viewImpacts(principal, { hash });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') return sendProblem(c, tools, notHere);
      const { view } = outcome;
      const asked = c.req.query('report');
      const shown = view.reports.find((each) => each.hash === asked) ?? view.reports[0];
      const address = withQuery(deskImpactPath(hash), { report: asked });
      const context = contextFor(tools, view.clock, address);
      const may = {
        run: view.isProposed && services.offers(principal, 'impact.read', 'rule-change'),
        name: view.isProposed && services.offers(principal, 'impact.movers', 'rule-change'),
      };
      const page = { context, view, shown, work: work.stateOf(hash), may };
      return sendPage(c, context, <ReportPage {...page} token={<CsrfField c={c} />} />);
    }),
  );

  routes.post(
    `${paths.deskImpact}/:hash`,
    guarded('impact.read', async (c, principal) => {
      const hash = c.req.param('hash') ?? '';
      const form = await readForm(c);
      const day = dayIn(form, 'day');
      if (day.kind === 'refused') return refuseWith(c, day.problem);
      const baseline = form.text('baseline');
      const query = {
        hash,
        ...(baseline === '' ? {} : { baseline }),
        ...(day.day === undefined ? {} : { asOf: day.day }),
      };
      const made = work.start(hash, () => services.runImpact(principal, query));
      if (await endsWithin(made, waitMs)) {
        const outcome = await made;
        if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      }
      const context = contextFor(tools, undefined, deskImpactPath(hash));
      return c.redirect(linkTo(context, deskImpactPath(hash)), 303);
    }),
  );
}

function fileRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    `${paths.deskImpact}/:hash/reports/:file`,
    guarded('impact.read', async (c, principal) => {
      const [name, ending] = (c.req.param('file') ?? '').split('.');
      const outcome = await services.viewImpacts(principal, { hash: c.req.param('hash') ?? '' });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const found =
        outcome.kind === 'found'
          ? outcome.view.reports.find(({ hash }) => hash === name)
          : undefined;
      if (found === undefined) return sendProblem(c, tools, notHere);
      if (ending === 'json') return c.body(asJson(found), 200, file('application/json'));
      if (ending === 'csv') return c.body(impactCsv(found.report), 200, file('text/csv'));
      return sendProblem(c, tools, notHere);
    }),
  );
}

/** Canonical, so that whoever hashes `report` gets the fingerprint beside it. */
function asJson(payload: ImpactReportPayload): string {
  return canonicalJson(jsonOf(payload));
}

function file(type: string) {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': 'attachment',
    'cache-control': 'no-store',
  };
}

function moversRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    `${paths.deskImpact}/:hash/movers`,
    guarded('impact.movers', async (c, principal) => {
      const hash = c.req.param('hash') ?? '';
      const { program = '', baseline, after, day } = c.req.query();
      const asOf = readDay(day);
      if (asOf === 'invalid') return refuseWith(c, problem('day-invalid', { value: day ?? '' }));
      const outcome = await services.listMovers(principal, {
        ...{ hash, program },
        ...(baseline === undefined ? {} : { baseline }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(after === undefined ? {} : { after }),
      });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const { view } = outcome;
      const asked = { program, baseline, day };
      const context = contextFor(
        tools,
        view.clock,
        withQuery(impactMoversPath(hash), { ...asked, after }),
      );
      return sendPage(c, context, <MoversPage context={context} view={view} asked={asked} />);
    }),
  );
}

function readDay(text: string | undefined): CivilDate | 'invalid' | undefined {
  if (text === undefined || text === '') return undefined;
  return parseCivilDate(text) ?? 'invalid';
}
