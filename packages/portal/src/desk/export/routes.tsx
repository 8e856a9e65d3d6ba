import type { ExportAnswerOutcome, ExportFile, KnownPrincipal } from '@credence/casework';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { inLanguage, paths, withQuery } from '../../request/paths.ts';
import { readForm } from '../form-values.ts';
import { takeFormFile } from '../intake/receive-form.ts';
import { ExportPage, type Chosen } from './export-page.tsx';

/** The desk that reports to the national platforms, in one language. */
export function exportDeskRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskExport,
    guarded('export.write', (c, principal) => {
      const item = c.req.query('item') ?? '';
      const to = c.req.query('to') ?? '';
      return showExports(c, tools, { principal, item, to });
    }),
  );

  routes.post(
    `${paths.deskExport}/file`,
    guarded('export.write', async (c, principal) => {
      const form = await readForm(c);
      const [item, target] = [form.text('item'), form.text('to')];
      const source = agencyOf(principal);
      const outcome = await services.exportRecords({ principal, item, target, source });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'previewed') {
        const page = inLanguage(paths.deskExport, tools.language);
        return c.redirect(withQuery(page, { item, to: target }), 303);
      }
      const name = `${target}-${item}-${outcome.file.exportId.slice(-12)}.csv`;
      c.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`);
      return c.body(csvOf(outcome.file), 200, { 'content-type': 'text/csv; charset=utf-8' });
    }),
  );

  routes.post(
    `${paths.deskExport}/answer`,
    guarded('export.record-answer', async (c, principal) => {
      const chosen = { item: '', to: '' };
      const outcome = await takeFormFile(c, ({ fields, fileName, bytes }) => {
        chosen.item = fields.get('item') ?? '';
        chosen.to = fields.get('to') ?? '';
        return services.takeExportAnswer({
          ...{ principal, item: chosen.item, target: chosen.to, fileName, bytes },
        });
      });
      if (outcome.kind === 'refused' && 'problem' in outcome) {
        return refuseWith(c, outcome.problem);
      }
      if (outcome.kind === 'refused') c.status(422);
      return showExports(c, tools, { principal, ...chosen, answer: outcome });
    }),
  );
}

async function showExports(
  c: PortalContext,
  tools: PageTools,
  asked: {
    readonly principal: KnownPrincipal;
    readonly item: string;
    readonly to: string;
    readonly answer?: ExportAnswerOutcome;
  },
): Promise<Response> {
  const { services } = tools;
  const { principal, item, to, answer } = asked;
  const source = agencyOf(principal);
  const choices = await services.listExportChoices({ principal, source });
  const choice = choices.find((each) => each.importAs === item);
  const known = choice?.targets.some(({ target }) => target === to) === true;
  let chosen: Chosen | undefined;
  if (choice !== undefined && known) {
    const view = await services.viewExports({ principal, item, target: to, source });
    if (view.kind === 'refused') return refuseWith(c, view.problem);
    chosen = { choice, target: to, view };
  }
  const address = withQuery(paths.deskExport, known ? { item, to } : {});
  const context = contextFor(tools, await services.clock({}), address);
  return sendPage(
    c,
    context,
    <ExportPage
      context={context}
      choices={choices}
      token={<CsrfField c={c} />}
      {...(chosen === undefined ? {} : { chosen })}
      {...(answer === undefined ? {} : { answer })}
    />,
  );
}

function agencyOf(principal: KnownPrincipal): string {
  return 'agency' in principal ? principal.agency : '';
}

/** The very cells: a platform reads them, so nothing is put before them. */
function csvOf({ header, rows }: ExportFile): string {
  const lines = [header, ...rows.map(({ cells }) => cells)];
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return `\uFEFF${text}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
