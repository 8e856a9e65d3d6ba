import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from '../page/answer-page.tsx';
import { settleAsOf } from '../request/day.ts';
import { bodyContractsPath, paths } from '../request/paths.ts';
import { disclosureCsv, disclosureManifest, fileName } from './disclosure-file.ts';
import { ownContractRoutes } from './own-routes.tsx';
import { BodiesPage, BodyContractsPage, DisclosuresPage } from './public-pages.tsx';
import { retaliationRoutes } from './retaliation-routes.tsx';

/** Public bodies and their word; both sides' desks; reports of retaliation. */
export function contractRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(paths.publicBodies, async (c) => {
    const { clock, bodies } = await services.listPublicBodies();
    const context = contextFor(tools, clock, paths.publicBodies);
    return sendPage(c, context, <BodiesPage {...{ context, bodies }} />);
  });
  routes.get(paths.disclosures, async (c) => {
    const view = await services.viewDisclosures(yearIn(c.req.query('year')));
    const context = contextFor(tools, view.clock, paths.disclosures);
    return sendPage(c, context, <DisclosuresPage {...{ context, view }} />);
  });
  for (const path of [paths.disclosuresFile, paths.disclosuresManifest]) {
    routes.get(path, async (c) => {
      const view = await services.viewDisclosures(yearIn(c.req.query('year')));
      const isCsv = path === paths.disclosuresFile;
      const name = isCsv ? fileName(view.year) : `overdue-${view.year}.json`;
      c.set('zone', view.clock.zone);
      return c.body(
        isCsv ? disclosureCsv(view, language) : disclosureManifest(view, language),
        200,
        {
          'content-type': `${isCsv ? 'text/csv' : 'application/json'}; charset=utf-8`,
          'content-disposition': `attachment; filename="${name}"`,
        },
      );
    });
  }
  routes.get('/organisations/:id/contracts', async (c) => {
    const id = c.req.param('id');
    const settled = await settleAsOf(services, c.req.query('day'));
    if (settled.kind === 'refused') return sendProblem(c, tools, { problem: settled.problem });
    const found = await services.viewPublicContracts(id, settled.asOf);
    if (found.kind === 'not-found') {
      const missing = problem('subject-not-found', { subject: id.slice(0, 40) });
      return sendProblem(c, tools, { problem: missing });
    }
    const { view } = found;
    const context = contextFor(tools, view.clock, bodyContractsPath(view.subject.id));
    return sendPage(c, context, <BodyContractsPage {...{ context, view }} />);
  });
  ownContractRoutes(routes, tools);
  retaliationRoutes(routes, tools);
}

/** A year of this century; anything else is the one that has ended last. */
function yearIn(asked = ''): number | undefined {
  return /^20\d{2}$/.test(asked) ? Number(asked) : undefined;
}
