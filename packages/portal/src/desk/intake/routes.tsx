import type { KnownPrincipal, UploadView } from '@credence/casework';
import { canonicalJson } from '@credence/proof';
import type { Problem, Refusal } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { parsePage } from '../../request/page-number.ts';
import { batchPath, inLanguage, paths, uploadPath } from '../../request/paths.ts';
import { BatchesPage } from './batches-page.tsx';
import { BatchPage, receiptFileName } from './batch-page.tsx';
import { ChoosePage } from './choose-page.tsx';
import { decideRoutes } from './decide-routes.tsx';
import { receiveForm } from './receive-form.ts';
import { reportCsv } from './report-csv.ts';
import { endsWithin, type RunningWork } from './running.ts';
import { UploadPage } from './upload-page.tsx';

/** How long a page waits for a check before it says how far it is. */
const patienceMs = 8_000;

/** The desk where an agency hands its files over, in one language. */
export function intakeDeskRoutes(
  routes: Hono<PortalEnv>,
  tools: PageTools,
  running: RunningWork,
): void {
  chooseRoutes(routes, tools);
  batchRoutes(routes, tools);
  decideRoutes(routes, tools, running);
  uploadRoutes(routes, tools, running);
}

function chooseRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskIntake,
    guarded('intake.check', async (c, principal) => {
      const found = await services.supplyChoices(principal);
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const context = contextFor(tools, found.view.clock, paths.deskIntake);
      const chosen = c.req.query('item');
      return sendPage(
        c,
        context,
        <ChoosePage
          context={context}
          view={found.view}
          token={<CsrfField c={c} />}
          {...(chosen === undefined ? {} : { chosen })}
        />,
      );
    }),
  );

  routes.post(
    paths.deskIntake,
    guarded('intake.check', async (c, principal) => {
      const outcome = await receiveForm(c, services, principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      return c.redirect(inLanguage(uploadPath(outcome.id), tools.language), 303);
    }),
  );
}

function uploadRoutes(routes: Hono<PortalEnv>, tools: PageTools, running: RunningWork): void {
  const { services } = tools;
  routes.get(
    '/desk/intake/:upload',
    guarded('intake.check', async (c, principal) => {
      const id = c.req.param('upload') ?? '';
      const found = await checkedUpload(tools, running, { principal, id });
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const { state } = found.view;
      if (state.kind === 'taken') {
        return c.redirect(inLanguage(batchPath(state.batchId), tools.language), 303);
      }
      const progress = running.progress(id);
      if (progress !== undefined) c.header('refresh', '3');
      const context = contextFor(tools, found.view.clock, uploadPath(id));
      return sendPage(
        c,
        context,
        <UploadPage
          context={context}
          view={found.view}
          token={<CsrfField c={c} />}
          page={parsePage(c.req.query('page')) ?? 1}
          changed={c.req.query('changed') === '1'}
          {...(progress === undefined ? {} : { progress })}
        />,
      );
    }),
  );

  routes.get(
    '/desk/intake/:upload/report.csv',
    guarded('intake.check', async (c, principal) => {
      const id = c.req.param('upload') ?? '';
      const found = await services.viewUpload({ principal, id });
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'gone' || !('report' in found.view.state)) return refuseWith(c, gone);
      c.header('content-disposition', 'attachment; filename="report.csv"');
      return c.body(reportCsv(found.view.state.report, tools.language), 200, {
        'content-type': 'text/csv; charset=utf-8',
      });
    }),
  );
}

const gone: Problem = { code: 'upload-gone', params: {} };

/** The upload with its check: begun where it was not, and waited for as long as a reader waits. */
async function checkedUpload(
  { services }: PageTools,
  running: RunningWork,
  upload: { readonly principal: KnownPrincipal; readonly id: string },
): Promise<{ readonly kind: 'found'; readonly view: UploadView } | Refusal> {
  const first = await services.viewUpload(upload);
  if (first.kind === 'gone') return { kind: 'refused', problem: gone };
  if (first.kind === 'refused') return first;
  const { state } = first.view;
  if (state.kind !== 'received' && running.progress(upload.id) === undefined) return first;
  const work = running.start(upload.id, 'check', (onProgress) =>
    services.checkUpload({ ...upload, onProgress }),
  );
  if (!(await endsWithin(work, patienceMs))) return first;
  const again = await services.viewUpload(upload);
  return again.kind === 'gone' ? { kind: 'refused', problem: gone } : again;
}

function batchRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskBatches,
    guarded('intake.read', async (c, principal) => {
      const page = parsePage(c.req.query('page')) ?? 1;
      const found = await services.listBatches({ principal, page });
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const context = contextFor(tools, found.view.clock, paths.deskBatches);
      return sendPage(c, context, <BatchesPage context={context} view={found.view} />);
    }),
  );

  routes.get(
    '/desk/intake/batches/:batch',
    guarded('intake.read', async (c, principal) => {
      const batchId = c.req.param('batch') ?? '';
      const found = await findBatch(c, tools, { principal, batchId });
      if (found instanceof Response) return found;
      const context = contextFor(tools, found.clock, batchPath(batchId));
      return sendPage(c, context, <BatchPage context={context} view={found} />);
    }),
  );

  routes.get(
    '/desk/intake/batches/:batch/receipt.json',
    guarded('intake.read', async (c, principal) => {
      const batchId = c.req.param('batch') ?? '';
      const found = await findBatch(c, tools, { principal, batchId });
      if (found instanceof Response) return found;
      const name = receiptFileName(found.signed);
      c.header('content-disposition', `attachment; filename="${name}"`);
      return c.body(canonicalJson(found.signed), 200, { 'content-type': 'application/json' });
    }),
  );
}

async function findBatch(
  c: PortalContext,
  { services }: PageTools,
  order: { readonly principal: KnownPrincipal; readonly batchId: string },
) {
  const found = await services.viewBatch(order);
  if (found.kind === 'found') return found.view;
  const { batchId } = order;
  const problem: Problem =
    found.kind === 'refused'
      ? found.problem
      : { code: 'batch-not-found', params: { batch: batchId.slice(0, 40) } };
  return refuseWith(c, problem);
}
