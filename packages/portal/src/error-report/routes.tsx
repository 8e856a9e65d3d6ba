import { problem, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { refuseWith } from '../access/guarded.ts';
import { textIn } from '../desk/matters/form-text.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { formErrors } from '../page/form-errors.ts';
import { paths, recordErrorPath } from '../request/paths.ts';
import { FollowedPage, FollowPage, ReportedPage, ReportFormPage } from './pages.tsx';

const noRecord = problem('record-not-found', { record: '' });

/** Anyone may report an error in a record, and follow what became of it. No account is needed. */
export function errorReportRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  const pattern = '/organisations/:id/records/:recordId/report-error';

  routes.get(pattern, (c) => showForm(c, tools, {}));

  routes.post(pattern, async (c) => {
    const form = await c.req.parseBody();
    const entered = { field: textIn(form, 'field'), text: textIn(form, 'text') };
    const { id: subjectId, recordId } = c.req.param();
    const outcome = await services.reportError({ subjectId, recordId, ...entered });
    if (outcome.kind === 'not-found') return refuseWith(c, noRecord);
    if (outcome.kind === 'refused') {
      return showForm(c, tools, { problem: outcome.problem, entered });
    }
    const address = recordErrorPath(subjectId, recordId);
    const context = contextFor(tools, await services.clock({}), address);
    // The code is on this page alone: nobody on the way may keep it.
    c.header('cache-control', 'no-store');
    const back = { subjectId, recordId };
    const page = <ReportedPage context={context} outcome={outcome} back={back} />;
    return sendPage(c, context, page);
  });

  routes.get(paths.errorReports, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.errorReports);
    const number = (c.req.query('number') ?? '').slice(0, 40);
    const page = <FollowPage context={context} token={<CsrfField c={c} />} number={number} />;
    return sendPage(c, context, page);
  });

  // Posted, so that the code stands in no address, history or log.
  routes.post(paths.errorReports, async (c) => {
    const form = await c.req.parseBody();
    const number = textIn(form, 'number');
    const found = await services.followErrorReport(number, textIn(form, 'code'));
    c.header('cache-control', 'no-store');
    if (found.kind === 'not-found') {
      c.status(404);
      const context = contextFor(tools, await services.clock({}), paths.errorReports);
      const token = <CsrfField c={c} />;
      const page = <FollowPage context={context} token={token} number={number} missed />;
      return sendPage(c, context, page);
    }
    const context = contextFor(tools, found.view.clock, paths.errorReports);
    return sendPage(c, context, <FollowedPage context={context} view={found.view} />);
  });
}

async function showForm(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly problem?: Problem;
    readonly entered?: { readonly field: string; readonly text: string };
  },
): Promise<Response> {
  const { id = '', recordId = '' } = c.req.param();
  const found = await tools.services.viewErrorReportForm(id, recordId);
  if (found.kind === 'not-found') return refuseWith(c, noRecord);
  const { problem: occurred, entered } = given;
  const context = contextFor(tools, found.view.clock, recordErrorPath(id, recordId));
  const errors = formErrors(c, tools, occurred, ({ code }) =>
    code === 'choice-invalid' ? 'field' : 'text',
  );
  return sendPage(
    c,
    context,
    <ReportFormPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      errors={errors}
      {...(entered === undefined ? {} : { entered })}
    />,
  );
}
