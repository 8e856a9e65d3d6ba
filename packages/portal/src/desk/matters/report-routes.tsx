import { problem, type Problem } from '@credence/domain';
import type { KnownPrincipal } from '@credence/casework';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { formErrors } from '../../page/form-errors.ts';
import { inLanguage, paths, reportPath } from '../../request/paths.ts';
import { agencyOf } from './agency-of.ts';
import { textIn } from './form-text.ts';
import { ReportDeskPage, ReportsPage } from './report-pages.tsx';

const notHere = problem('page-not-found', { path: '' });

/** What readers reported to an agency, each report, and its answer. */
export function reportDeskRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.deskReports,
    guarded('error-report.read', async (c, principal) => {
      const found = await services.listErrorReports(principal, agencyOf(c, principal));
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const context = contextFor(tools, found.view.clock, paths.deskReports);
      return sendPage(c, context, <ReportsPage context={context} view={found.view} />);
    }),
  );

  routes.get(
    `${paths.deskReports}/:number`,
    guarded('error-report.read', (c, principal) => showReport(c, tools, { principal })),
  );

  routes.post(
    `${paths.deskReports}/:number/answer`,
    guarded('error-report.answer', async (c, principal) => {
      const form = await c.req.parseBody();
      const entered = { result: textIn(form, 'result'), text: textIn(form, 'text') };
      const number = c.req.param('number') ?? '';
      const outcome = await services.answerErrorReport({ principal, number, ...entered });
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      if (outcome.kind === 'refused') {
        const { problem: occurred } = outcome;
        const isField = occurred.code === 'text-length' || occurred.code === 'choice-invalid';
        if (!isField) return refuseWith(c, occurred);
        return showReport(c, tools, { principal, problem: occurred, entered });
      }
      return c.redirect(inLanguage(reportPath(number), language), 303);
    }),
  );
}

async function showReport(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly principal: KnownPrincipal;
    readonly problem?: Problem;
    readonly entered?: { readonly result: string; readonly text: string };
  },
): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const found = await tools.services.viewErrorReport(given.principal, number);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const context = contextFor(tools, found.view.clock, reportPath(number));
  const { problem: occurred, entered } = given;
  const errors = formErrors(c, tools, occurred, ({ code }) =>
    code === 'choice-invalid' ? 'result' : 'text',
  );
  return sendPage(
    c,
    context,
    <ReportDeskPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      errors={errors}
      {...(entered === undefined ? {} : { entered })}
    />,
  );
}
