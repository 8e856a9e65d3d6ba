import type { AcceptUploadOutcome } from '@credence/casework';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { batchPath, inLanguage, paths, uploadPath, withQuery } from '../../request/paths.ts';
import { intakeWords } from '../../words/intake-desk.ts';
import { readForm, type FormValues } from '../form-values.ts';
import { endsWithin, type RunningWork } from './running.ts';
import { UploadPage } from './upload-page.tsx';

/** How long the press of a button waits before the page says how far it is. */
const patienceMs = 15_000;

/** The second step: taking in, or letting go. */
export function decideRoutes(
  routes: Hono<PortalEnv>,
  tools: PageTools,
  running: RunningWork,
): void {
  const { services } = tools;
  routes.post(
    '/desk/intake/:upload/accept',
    guarded('intake.accept', async (c, principal) => {
      const id = c.req.param('upload') ?? '';
      const form = await readForm(c);
      const statement = {
        first: nameIn(form, 'first-official'),
        second: nameIn(form, 'second-official'),
      };
      if (!isComplete(statement)) return again(c, tools, { principal, id, statement });
      const result: { outcome?: AcceptUploadOutcome } = {};
      const work = running.start(id, 'take', async (onProgress) => {
        result.outcome = await services.acceptUpload({
          ...{ principal, id, onProgress },
          take: form.text('take') === 'valid' ? 'valid' : 'all',
          ...(statement.first === ''
            ? {}
            : { serviceStatement: [statement.first, statement.second] as const }),
        });
      });
      await endsWithin(work, patienceMs);
      return answer(c, tools, { id, outcome: result.outcome });
    }),
  );

  routes.post(
    '/desk/intake/:upload/discard',
    guarded('intake.check', async (c, principal) => {
      await services.discardUpload({ principal, id: c.req.param('upload') ?? '' });
      return c.redirect(inLanguage(paths.deskIntake, tools.language), 303);
    }),
  );
}

const longestName = 60;

function nameIn(form: FormValues, field: string): string {
  return form.text(field).slice(0, longestName);
}

interface Statement {
  readonly first: string;
  readonly second: string;
}

/** Nothing is stated, or two different officials state it. */
function isComplete({ first, second }: Statement): boolean {
  if (first === '' && second === '') return true;
  return first !== '' && second !== '' && first !== second;
}

/** Where the press of the button leads; without an outcome the page says how far it is. */
function answer(
  c: PortalContext,
  { language }: PageTools,
  given: { readonly id: string; readonly outcome: AcceptUploadOutcome | undefined },
): Response | Promise<Response> {
  const { id, outcome } = given;
  const upload = inLanguage(uploadPath(id), language);
  switch (outcome?.kind) {
    case 'refused':
      return refuseWith(c, outcome.problem);
    case 'gone':
      return refuseWith(c, { code: 'upload-gone', params: {} });
    case 'taken':
      return c.redirect(inLanguage(batchPath(outcome.batchId), language), 303);
    case 'not-taken':
      return c.redirect(withQuery(upload, { changed: 1 }), 303);
    default:
      return c.redirect(upload, 303);
  }
}

/** The page again with what was typed and what is wrong about it. */
async function again(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly principal: Parameters<PageTools['services']['viewUpload']>[0]['principal'];
    readonly id: string;
    readonly statement: Statement;
  },
): Promise<Response> {
  const { principal, id, statement } = given;
  const found = await tools.services.viewUpload({ principal, id });
  if (found.kind === 'gone') return refuseWith(c, { code: 'upload-gone', params: {} });
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  const context = contextFor(tools, found.view.clock, uploadPath(id));
  c.status(422);
  return sendPage(
    c,
    context,
    <UploadPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      page={1}
      statement={statement}
      error={intakeWords(tools.language).statementIncomplete}
    />,
  );
}
