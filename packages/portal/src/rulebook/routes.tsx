import { cardKinds } from '@credence/casework';
import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, sendProblem, type PageTools } from '../page/answer-page.tsx';
import { articlePath, cardPath, editionPath, paths, tryPath } from '../request/paths.ts';
import { ArticlePage } from './article-page.tsx';
import { CardPage } from './card-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { EditionPage, RulesPage, type Whereabouts } from './rules-page.tsx';
import { SectorsPage } from './sectors-page.tsx';
import { readTrial, trialQuery } from './trial-query.ts';
import { TryPage } from './try-page.tsx';

const notHere = { problem: { code: 'page-not-found', params: {} } } as const;

/** Pages of the rulebook: editions, their cards, what stands behind them, and trials. */
export function rulebookRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;

  routes.get(paths.rules, async (c) => {
    const view = await services.listEditions();
    const context = contextFor(tools, view.clock, paths.rules);
    return sendPage(c, context, <RulesPage context={context} view={view} />);
  });

  // Before the editions, of which none may be called `compare`.
  routes.get(paths.compare, async (c) => {
    const view = await services.compareRules();
    const context = contextFor(tools, view.clock, paths.compare);
    return sendPage(c, context, <ComparePage context={context} view={view} />);
  });

  // Before the editions, of which none may be called `sectors`.
  routes.get(paths.sectors, async (c) => {
    const view = await services.listSectors();
    const context = contextFor(tools, view.clock, paths.sectors);
    return sendPage(c, context, <SectorsPage context={context} view={view} />);
  });

  routes.get('/rules/:edition', async (c) => {
    const found = await services.viewEdition(c.req.param('edition'));
    if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
    const { clock, edition } = found.view;
    const context = contextFor(tools, clock, editionPath(edition.code));
    const elsewhere = await isElsewhere(tools, edition.code);
    const page = <EditionPage context={context} view={found.view} elsewhere={elsewhere} />;
    return sendPage(c, context, page);
  });

  cardRoutes(routes, tools);
  trialRoutes(routes, tools);
}

/** Whether an edition is the register's own, a draft of it, or here only to be compared. */
async function isElsewhere({ services }: PageTools, code: string): Promise<Whereabouts> {
  const { editions } = await services.listEditions();
  if (editions.some((each) => each.code === code)) return 'here';
  const { drafts } = await services.listPublicDrafts();
  const draft = drafts.find((each) => each.code === code);
  return draft === undefined ? 'elsewhere' : { draft: draft.hash };
}

function cardRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;

  routes.get('/rules/:edition/articles/:source/:at', async (c) => {
    const found = await services.viewArticle(c.req.param());
    if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
    const { clock, edition, article } = found.view;
    const address = articlePath(edition.code, article.source, article.at);
    const context = contextFor(tools, clock, address);
    return sendPage(c, context, <ArticlePage context={context} view={found.view} />);
  });

  routes.get('/rules/:edition/:kind/:id', async (c) => {
    const { edition, kind, id } = c.req.param();
    const known = cardKinds.find((each) => each === kind);
    if (known === undefined) return sendProblem(c, tools, notHere);
    const found = await services.viewCard(edition, known, id);
    const rule = await services.viewRule({ edition, kind: known, id });
    if (found.kind === 'not-found' || rule.kind === 'not-found') {
      return sendProblem(c, tools, notHere);
    }
    const { clock, card } = found.view;
    const address = cardPath(found.view.edition.code, card.kind, card.id);
    const context = contextFor(tools, clock, address);
    const elsewhere = await isElsewhere(tools, edition);
    const given = { context, view: found.view, rule: rule.view, elsewhere };
    return sendPage(c, context, <CardPage {...given} />);
  });
}

function trialRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get('/rules/:edition/:kind/:id/try', (c) => answerTrial(c, tools, 'page'));
  routes.get('/rules/:edition/:kind/:id/try.json', (c) => answerTrial(c, tools, 'data'));
}

async function answerTrial(
  c: PortalContext,
  tools: PageTools,
  as: 'page' | 'data',
): Promise<Response> {
  const [edition, kind, id] = [c.req.param('edition'), c.req.param('kind'), c.req.param('id')];
  if (edition === undefined || id === undefined) return sendProblem(c, tools, notHere);
  const known = cardKinds.find((each) => each === kind);
  if (known === undefined) return sendProblem(c, tools, notHere);
  const read = readTrial(new URL(c.req.url).searchParams);
  const back = tryPath(edition, { kind: known, id });
  if (read.kind === 'refused') return sendProblem(c, tools, { problem: read.problem });
  const found = await tools.services.tryRule({ edition, kind: known, id }, read.trial);
  if (found.kind === 'not-found') return sendProblem(c, tools, notHere);
  if (found.kind === 'refused') {
    const { parameter, value, accepted } = found;
    const refused = problem('parameter-invalid', {
      parameter,
      value: value.slice(0, 40),
      accepted,
    });
    return sendProblem(c, tools, { problem: refused });
  }
  const { view } = found;
  if (view.answer === undefined) c.status(statusOf({ code: 'parameter-invalid', params: {} }));
  if (as === 'data' && view.answer !== undefined) {
    c.set('zone', view.clock.zone);
    return c.json({ hash: view.answer.hash, trace: view.answer.trace });
  }
  // Facts that cannot be used are not repeated in a link.
  const kept = view.answer === undefined ? { ...read.trial, facts: {} } : read.trial;
  const context = contextFor(tools, view.clock, trialQuery(back, kept));
  return sendPage(c, context, <TryPage context={context} view={view} />);
}
