import { describeProblem, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { fileAnswer } from '../http/file-response.ts';
import { paths, withQuery } from '../request/paths.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from './answer-page.tsx';
import { KeyMadePage, KeyPage, TakePage, type FormFault } from './key-page.tsx';

/** Pages about keys, and files taken with one in a browser. */
export function bulkRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;

  routes.get(paths.key, async (c) => {
    const context = contextFor(tools, await services.clock({}), paths.key);
    return sendPage(c, context, <KeyPage context={context} />);
  });

  routes.post(paths.key, async (c) => {
    const given = { holder: await fieldOf(c, 'holder'), purpose: await fieldOf(c, 'purpose') };
    const outcome = await services.createReaderKey(given);
    const context = contextFor(tools, await services.clock({}), paths.key);
    if (outcome.kind === 'created') {
      return sendPage(c, context, <KeyMadePage context={context} secret={outcome.key} />);
    }
    const fault = faultOf(outcome.problem, String(outcome.problem.params['field'] ?? 'holder'));
    c.status(400);
    return sendPage(c, context, <KeyPage context={context} given={given} fault={fault} />);
  });

  routes.get(paths.take, async (c) => {
    const manifest = await manifestOf(c.req.query('dataset'));
    if (manifest === undefined) return sendProblem(c, tools, notHere);
    const address = withQuery(paths.take, { dataset: manifest.dataset });
    const context = contextFor(tools, await services.clock({}), address);
    return sendPage(c, context, <TakePage context={context} manifest={manifest} />);
  });

  routes.post(paths.take, async (c) => {
    const manifest = await manifestOf(await fieldOf(c, 'dataset'));
    if (manifest === undefined) return sendProblem(c, tools, notHere);
    const { dataset } = manifest;
    const reader = await services.readerOfKey((await fieldOf(c, 'key')).trim());
    const file = await fieldOf(c, 'file');
    const outcome = await services.openDownload(reader ?? { kind: 'anonymous' }, { dataset, file });
    if (outcome.kind === 'opened') return fileAnswer(c, outcome);
    if (outcome.problem.code !== 'key-needed') {
      return sendProblem(c, tools, { problem: outcome.problem, address: paths.data });
    }
    const address = withQuery(paths.take, { dataset });
    const context = contextFor(tools, await services.clock({}), address);
    const fault = faultOf(outcome.problem, 'key');
    c.status(401);
    return sendPage(c, context, <TakePage context={context} manifest={manifest} fault={fault} />);
  });

  async function manifestOf(dataset: string | undefined) {
    const { manifests } = await services.listDownloads();
    return manifests.find((each) => each.dataset === dataset && each.access === 'key');
  }

  function faultOf(found: Problem, field: string): FormFault {
    const { detail } = describeProblem(found, language);
    return { field, says: detail };
  }
}

const notHere = { problem: { code: 'download-not-here', params: {} } } as const;

/** One text field of a form; anything else counts as empty. */
async function fieldOf(c: PortalContext, name: string): Promise<string> {
  const form = await c.req.parseBody();
  const value = form[name];
  return typeof value === 'string' ? value : '';
}
