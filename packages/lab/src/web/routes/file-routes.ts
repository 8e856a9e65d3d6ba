import { Hono, type Context } from 'hono';

import { comparisonCsv } from '../../experiment/tell/comparison-csv.ts';
import { sweepCsv } from '../../experiment/tell/sweep-csv.ts';
import { describeModel } from '../../report/describe-model.ts';
import { makeStatement } from '../../report/make-statement.ts';
import { readLook } from '../../report/stylesheet.ts';
import { worldModel } from '../../world/world-model.ts';
import { repeatCommand } from '../pages/repeat-command.ts';
import { lookedAt } from '../pages/result-page.tsx';
import type { SiteContext } from '../site.ts';
import type { LabRun } from '../state/run-shelf.ts';
import { sendFile, sendMissing } from './answers.ts';

/** What a run found, as files. */
export function fileRoutes(contextOf: (c: Context) => SiteContext): Hono {
  const routes = new Hono({ strict: false });
  routes.get(
    '/runs/:id/:file{comparison\\.json|comparison\\.csv|sweep\\.json|sweep\\.csv|statement\\.html}',
    (c) => {
      const context = contextOf(c);
      const id = c.req.param('id');
      const run = context.site.runs.find(id);
      const file = run === undefined ? undefined : fileOf(c, context, run, c.req.param('file'));
      if (file !== undefined) return sendFile(c, file);
      const { say } = context;
      return sendMissing(c, context, { title: say.noRun(id.slice(0, 40)), why: say.noRunWhy });
    },
  );
  return routes;
}

function fileOf(
  c: Context,
  { site, language }: SiteContext,
  run: LabRun,
  name: string,
): Parameters<typeof sendFile>[1] | undefined {
  const found = site.runs.found(run.id);
  if (found === undefined) return undefined;
  const as = (ending: string) => `${run.id}-${name.replace(/\..*$/, '')}.${ending}`;
  const json = (value: unknown) => ({
    ...{ name: as('json'), mediaType: 'application/json' },
    text: `${JSON.stringify(value, null, 2)}\n`,
  });
  const csv = (text: string) => ({ name: as('csv'), mediaType: 'text/csv', text });
  if (found.kind === 'sweep') {
    if (name === 'sweep.json') return json(found.sweep);
    return name === 'sweep.csv' ? csv(sweepCsv(found.sweep)) : undefined;
  }
  const { comparison } = found;
  if (name === 'comparison.json') return json(comparison);
  if (name === 'comparison.csv') return csv(comparisonCsv(comparison));
  if (name !== 'statement.html') return undefined;
  const about = lookedAt(comparison, c.req.query('about'));
  const statement = makeStatement(
    { comparison, about, language, command: repeatCommand(run), model: describeModel(worldModel) },
    readLook(),
  );
  const text = statement.files.get(statement.bound) ?? '';
  return { name: `${run.id}-statement-${language}.html`, mediaType: 'text/html', text };
}
