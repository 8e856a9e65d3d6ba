import { Hono, type Context } from 'hono';

import type { ExperimentFile } from '../../experiment/experiment-file.ts';
import { comparePage } from '../pages/compare-page.tsx';
import { experimentPage } from '../pages/experiment-page.tsx';
import { resultPage, lookedAt } from '../pages/result-page.tsx';
import { runPage, runsPage, sayState } from '../pages/run-page.tsx';
import { sweepPage } from '../pages/sweep-page.tsx';
import type { SiteContext } from '../site.ts';
import {
  readRegimes,
  readSize,
  usualSize,
  type RunOrder,
  type TypedOrder,
} from '../state/run-order.ts';
import { MOST_WAITING, type LabRun } from '../state/run-shelf.ts';
import { readForm, sendMissing, sendPage } from './answers.ts';
import { fileRoutes } from './file-routes.ts';
import { showReplay } from './show-replay.ts';

type ContextOf = (c: Context) => SiteContext;
type Handle = (c: Context, context: SiteContext, run: LabRun) => Response | Promise<Response>;

/** Finds the run an address names, or says that there is none. */
function withRun(contextOf: ContextOf, handle: Handle) {
  return async (c: Context): Promise<Response> => {
    const context = contextOf(c);
    const id = c.req.param('id') ?? '';
    const run = context.site.runs.find(id);
    if (run !== undefined) return handle(c, context, run);
    const { say } = context;
    return sendMissing(c, context, { title: say.noRun(id.slice(0, 40)), why: say.noRunWhy });
  };
}

/** Experiments, comparisons and what becomes of them. */
export function runRoutes(contextOf: ContextOf): Hono {
  const routes = new Hono({ strict: false });
  routes.get('/experiments/:id', (c) => {
    const context = contextOf(c);
    const found = experimentOf(context, c.req.param('id'));
    if (found === undefined) return missingExperiment(c, context);
    const first = { ...usualSize, months: found.plan.months, replicates: found.plan.replicates };
    return sendPage(c, experimentPage(context, found, asTyped(c.req.queries(), first)));
  });
  routes.post('/experiments/:id', async (c) => startExperiment(c, contextOf(c)));
  routes.get('/compare', (c) =>
    sendPage(c, comparePage(contextOf(c), asTyped(c.req.queries(), usualSize))),
  );
  routes.post('/compare', async (c) => startComparison(c, contextOf(c)));
  routes.get('/runs', (c) => sendPage(c, runsPage(contextOf(c))));
  routes.get('/runs/:id', withRun(contextOf, showRun));
  routes.get(
    '/runs/:id/progress',
    withRun(contextOf, (c, context, run) => {
      const { kind } = run.state;
      const { done, planned } = 'planned' in run.state ? run.state : { done: 0, planned: 0 };
      return c.json({ kind, done, planned, said: sayState(context, run) });
    }),
  );
  routes.post(
    '/runs/:id/cancel',
    withRun(contextOf, (c, { site, link }, { id }) => {
      site.runs.cancel(id);
      return c.redirect(link(`/runs/${id}`), 303);
    }),
  );
  routes.post(
    '/runs/:id/resume',
    withRun(contextOf, (c, context, { id }) => {
      const { site, link, say, words } = context;
      if (site.runs.resume(id) === 'going') return c.redirect(link(`/runs/${id}`), 303);
      return c.text(say.queueFull(words.number(MOST_WAITING)), 503);
    }),
  );
  routes.get('/runs/:id/replay', withRun(contextOf, showReplay));
  routes.route('/', fileRoutes(contextOf));
  return routes;
}

function experimentOf({ site }: SiteContext, id: string | undefined): ExperimentFile | undefined {
  return site.experiments.find(({ experiment }) => experiment === id);
}

function missingExperiment(c: Context, context: SiteContext): Response {
  const { say } = context;
  const title = say.noExperiment((c.req.param('id') ?? '').slice(0, 40));
  return sendMissing(c, context, { title, why: say.notFoundWhy(c.req.path) });
}

/** What an address or a form says, and the usual where it says nothing. */
function asTyped(
  given: Readonly<Record<string, readonly string[]>>,
  usual: Readonly<Record<keyof typeof usualSize, number>>,
): TypedOrder {
  const one = (name: keyof typeof usualSize): string => given[name]?.[0] ?? String(usual[name]);
  return {
    regimes: given['regime'] ?? [],
    society: given['society']?.[0] ?? '',
    ...{ agents: one('agents'), months: one('months') },
    ...{ seed: one('seed'), replicates: one('replicates') },
  };
}

async function typedIn(c: Context): Promise<TypedOrder> {
  const field = await readForm(c);
  const names = ['regime', 'society', 'agents', 'months', 'seed', 'replicates'] as const;
  const given = Object.fromEntries(names.map((name) => [name, field(name)]));
  return asTyped(given, usualSize);
}

async function startComparison(c: Context, context: SiteContext): Promise<Response> {
  const { site, say, words } = context;
  const typed = await typedIn(c);
  const known = site.shelf.list().map(({ id }) => id);
  const { ids, faults: wrong } = readRegimes(typed.regimes, known);
  const { size, faults } = readSize(typed, ids.length);
  const all = [...wrong, ...faults];
  if (all.length > 0) return sendPage(c, comparePage(context, typed, all), 422);
  const started = start(c, context, { regimes: site.shelf.named(ids), size });
  if (started !== undefined) return started;
  const full = say.queueFull(words.number(MOST_WAITING));
  return sendPage(c, comparePage(context, typed, [], full), 503);
}

async function startExperiment(c: Context, context: SiteContext): Promise<Response> {
  const { site, say, words } = context;
  const experiment = experimentOf(context, c.req.param('id'));
  if (experiment === undefined) return missingExperiment(c, context);
  const typed = await typedIn(c);
  const runs = experiment.regimes.length * pointsOf(experiment);
  const { size, faults } = readSize(typed, runs);
  if (faults.length > 0) {
    return sendPage(c, experimentPage(context, experiment, typed, faults), 422);
  }
  const { society } = experiment.plan;
  const started = start(c, context, {
    regimes: site.shelf.named(experiment.regimes),
    size: { ...size, ...(society === undefined ? {} : { society }) },
    experiment: experiment.experiment,
  });
  if (started !== undefined) return started;
  const full = say.queueFull(words.number(MOST_WAITING));
  return sendPage(c, experimentPage(context, experiment, typed, [], full), 503);
}

/** Settings that the design of an experiment takes, as far as a limit has to know. */
function pointsOf({ sweep }: ExperimentFile): number {
  if (sweep === undefined) return 1;
  const factors = sweep.factors.length;
  switch (sweep.design.kind) {
    case 'grid':
      return sweep.factors.reduce((all, { levels = [] }) => all * levels.length, 1);
    case 'saltelli':
      return sweep.design.sample * (2 * factors + 2);
    case 'morris':
      return sweep.design.trajectories * (factors + 1);
    default:
      return sweep.design.points;
  }
}

function start(c: Context, { site, link }: SiteContext, order: RunOrder): Response | undefined {
  const started = site.runs.start(order);
  return started === 'full' ? undefined : c.redirect(link(`/runs/${started.id}`), 303);
}

function showRun(c: Context, context: SiteContext, run: LabRun): Response {
  const found = context.site.runs.found(run.id);
  if (found === undefined) return sendPage(c, runPage(context, run));
  if (found.kind === 'sweep') {
    const measure = c.req.query('measure');
    return sendPage(c, sweepPage(context, run, { sweep: found.sweep, measure }));
  }
  const { comparison } = found;
  const about = lookedAt(comparison, c.req.query('about'));
  return sendPage(c, resultPage(context, run, { comparison, about }));
}
