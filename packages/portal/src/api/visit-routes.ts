import type { VisitResultLine } from '@credence/casework';
import { problem } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { lastPage, parsePage, resultsPerPage, sliceOf } from '../request/page-number.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { always, answered, refused } from './operation.ts';
import { refusal } from './problem.ts';
import * as schema from './schema.ts';
import { toClock } from './to-answer.ts';

const page = z
  .string()
  .optional()
  .openapi({
    param: { name: 'page', in: 'query' },
    description: `1-${String(lastPage)}; ${String(resultsPerPage)} results a page.`,
  });

const line = schema.visit
  .extend({
    code: z.string().openapi({ description: 'Code of whoever was visited.' }),
    name: z.string(),
    url: z.string(),
  })
  .openapi('VisitResultLine');

const results = createRoute({
  method: 'get',
  path: '/inspections/results',
  operationId: 'listVisitResults',
  summary: 'Results of visits that stand in public today, the latest visit first',
  description:
    'What the public list shows and no more: no person, no class, and of a draw nothing before its names are public. ' +
    'Files of the data set `visit-results` hold the same.',
  request: { query: z.strictObject({ page }) },
  responses: {
    ...answered(
      'One page of results.',
      z
        .object({
          clock: schema.clock,
          total: z.number().int().min(0),
          page: z.number().int().min(1),
          pageSize: z.number().int().min(1),
          results: z.array(line),
        })
        .openapi('VisitResultsAnswer'),
    ),
    ...refused,
    ...always,
  },
});

/** Results of visits as data. */
export function visitApi({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    results,
    async (c) => {
      const asked = c.req.valid('query').page;
      const number = parsePage(asked);
      if (number === undefined) {
        const accepted = `1-${String(lastPage)}`;
        const wrong = { parameter: 'page', value: asked ?? '', accepted };
        return refusal(c, problem('parameter-invalid', wrong), refuse);
      }
      const view = await services.listVisitResults();
      c.set('zone', view.clock.zone);
      const { items, ...slice } = sliceOf(view.results, number, resultsPerPage);
      return c.json({ clock: toClock(view.clock), ...slice, results: items.map(toLine) }, 200);
    },
    strict(results, language),
  );
}

function toLine(result: VisitResultLine) {
  const { code, name, list, checklist, agency, draw, joined, visitedOn, shownUntil } = result;
  return {
    ...{ code, name, url: `/o/${code}`, list, checklist, agency, visitedOn, shownUntil },
    result: result.result,
    ...(draw === undefined ? {} : { draw }),
    ...(joined === undefined ? {} : { joined: [...joined] }),
  };
}
