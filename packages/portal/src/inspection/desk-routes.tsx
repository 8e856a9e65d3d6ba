import type { DrawDesk, DrawStepOutcome, KnownPrincipal, PlanOutcome } from '@credence/casework';
import { problem, type CivilDate, type Problem } from '@credence/domain';
import { drandQuicknet, type BeaconRound } from '@credence/proof';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { agencyOf } from '../desk/matters/agency-of.ts';
import { dayIn, readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { formErrors } from '../page/form-errors.ts';
import { deskDrawPath, inLanguage, paths } from '../request/paths.ts';
import { DeskDrawPage, DeskDrawsPage, type Entered } from './desk-pages.tsx';

const notHere = problem('page-not-found', { path: '' });

/** The desk at which draws are planned, approved, made and disclosed. */
export function drawDeskRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  planRoutes(routes, tools);
  readRoutes(routes, tools);
  stepRoutes(routes, tools);
}

/** The list of draws, and what is laid beside it: a new plan, or a visit picked by hand. */
function planRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskInspections,
    guarded('inspection.plan', (c, principal) => showDesk(c, tools, { principal })),
  );
  routes.post(
    paths.deskInspections,
    guarded('inspection.plan', async (c, principal) => {
      const form = await readForm(c);
      const outcome = await plan(tools, principal, { c, form });
      if (outcome.kind === 'planned') return go(c, tools, deskDrawPath(outcome.view.draw));
      const entered = enteredIn(form);
      return showDesk(c, tools, { principal, entered, problem: outcome.problem, form: 'plan' });
    }),
  );
  routes.post(
    paths.deskPicks,
    guarded('inspection.plan', async (c, principal) => {
      const form = await readForm(c);
      const [code, reason] = [form.text('code'), form.text('reason')];
      const order = { agency: agencyOf(c, principal), code, reason };
      const outcome = await services.handPick(principal, order);
      if (outcome.kind === 'picked') return go(c, tools, paths.deskInspections);
      const entered = { code, reason };
      return showDesk(c, tools, { principal, entered, problem: outcome.problem, form: 'pick' });
    }),
  );
}

/** One draw, as a page and as the whole file. */
function readRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    `${paths.deskInspections}/:draw`,
    guarded('inspection.plan', (c, principal) => showDraw(c, tools, { principal })),
  );
  routes.get(
    `${paths.deskInspections}/:draw/draw.json`,
    guarded('inspection.read', async (c, principal) => {
      const found = await services.readWholeDraw(principal, c.req.param('draw') ?? '');
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'not-found') return refuseWith(c, notHere);
      return c.body(found.text, 200, { 'content-type': 'application/json; charset=utf-8' });
    }),
  );
}

/** The steps of one draw: approval, drawing, disclosure. */
function stepRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  const answer = (c: PortalContext, principal: KnownPrincipal, outcome: DrawStepOutcome) =>
    answerStep(c, tools, { principal, outcome });
  routes.post(
    `${paths.deskInspections}/:draw/commit`,
    guarded('inspection.approve', async (c, principal) => {
      const draw = c.req.param('draw') ?? '';
      const chain = (await readForm(c)).text('beacon') === 'drand' ? { chain: drandQuicknet } : {};
      return answer(c, principal, await services.commitDraw(principal, { draw, ...chain }));
    }),
  );
  routes.post(
    `${paths.deskInspections}/:draw/draw`,
    guarded('inspection.plan', async (c, principal) => {
      const draw = c.req.param('draw') ?? '';
      const round = roundIn((await readForm(c)).text('round'));
      const given = round === undefined ? {} : { round };
      return answer(c, principal, await services.carryOutDraw(principal, { draw, ...given }));
    }),
  );
  routes.post(
    `${paths.deskInspections}/:draw/disclose`,
    guarded('inspection.plan', async (c, principal) => {
      const outcome = await services.discloseDraw(principal, c.req.param('draw') ?? '');
      return answer(c, principal, outcome);
    }),
  );
}

function go(c: PortalContext, { language }: PageTools, path: string): Response {
  return c.redirect(inLanguage(path, language), 303);
}

function answerStep(
  c: PortalContext,
  tools: PageTools,
  { principal, outcome }: { readonly principal: KnownPrincipal; readonly outcome: DrawStepOutcome },
): Response | Promise<Response> {
  if (outcome.kind === 'not-found') return refuseWith(c, notHere);
  if (outcome.kind === 'taken') return go(c, tools, deskDrawPath(outcome.view.draw));
  // Whoever may not do it at all may not see the page either.
  if (outcome.problem.code === 'not-permitted') return refuseWith(c, outcome.problem);
  return showDraw(c, tools, { principal, problem: outcome.problem });
}

async function plan(
  { services }: PageTools,
  principal: KnownPrincipal,
  { c, form }: { readonly c: PortalContext; readonly form: FormValues },
): Promise<PlanOutcome> {
  const [from, until] = [dayOf(form, 'from'), dayOf(form, 'until')];
  if (typeof from !== 'string') return { kind: 'refused', problem: from };
  if (typeof until !== 'string') return { kind: 'refused', problem: until };
  return services.planInspections(principal, {
    ...{ agency: agencyOf(c, principal), card: form.text('card'), from, until },
    inspectors: inspectorsIn(form.text('inspectors')),
    again: form.text('again'),
  });
}

function dayOf(form: FormValues, name: string): CivilDate | Problem {
  const read = dayIn(form, name);
  if (read.kind === 'refused') return read.problem;
  return read.day ?? problem('day-invalid', { value: '' });
}

/** One a line: a name, and behind a colon the codes of organisations he must not visit. */
function inspectorsIn(text: string) {
  return text.split('\n').flatMap((line) => {
    const [name = '', codes = ''] = line.split(/[:：]/u).map((part) => part.trim());
    if (name === '') return [];
    return [{ name, recused: codes.split(/[,，、\s]+/u).filter((code) => code !== '') }];
  });
}

/** A round as drand writes it; what is none is left to the check of the round that was named. */
function roundIn(text: string): BeaconRound | undefined {
  if (text === '') return undefined;
  const none: BeaconRound = { round: 0, signature: '', randomness: '' };
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return none;
    const round: unknown = Reflect.get(read, 'round');
    const signature: unknown = Reflect.get(read, 'signature');
    const randomness: unknown = Reflect.get(read, 'randomness');
    const isRound =
      typeof round === 'number' && isHex(signature) && isHex(randomness) && round >= 1;
    return isRound ? { round, signature, randomness } : none;
  } catch {
    return none;
  }
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^([0-9a-f]{2})+$/u.test(value);
}

function enteredIn(form: FormValues): Entered {
  const names = ['from', 'until', 'inspectors', 'again'] as const;
  return Object.fromEntries(names.map((name) => [name, form.text(name)]));
}

interface Shown {
  readonly principal: KnownPrincipal;
  readonly problem?: Problem;
  readonly entered?: Entered;
  readonly form?: 'plan' | 'pick';
}

async function deskOf(
  c: PortalContext,
  tools: PageTools,
  principal: KnownPrincipal,
): Promise<DrawDesk | Problem> {
  const found = await tools.services.deskDraws(principal, agencyOf(c, principal));
  return found.kind === 'refused' ? found.problem : found;
}

async function showDesk(c: PortalContext, tools: PageTools, shown: Shown): Promise<Response> {
  const desk = await deskOf(c, tools, shown.principal);
  if ('code' in desk) return refuseWith(c, desk);
  const context = contextFor(tools, desk.clock, paths.deskInspections);
  const errors = formErrors(c, tools, shown.problem, (occurred) => fieldOf(occurred, shown.form));
  const { entered = {} } = shown;
  return sendPage(c, context, <DeskDrawsPage {...{ context, desk, errors, entered }} />);
}

function fieldOf({ code }: Problem, form: Shown['form']): string {
  if (form === 'pick') return code === 'choice-invalid' ? 'code' : 'reason';
  if (code === 'draw-period-taken') return 'again';
  if (code === 'draw-inspectors' || code === 'draw-interest') return 'inspectors';
  if (code === 'choice-invalid' || code === 'draw-office') return 'card';
  return 'from';
}

async function showDraw(c: PortalContext, tools: PageTools, shown: Shown): Promise<Response> {
  const desk = await deskOf(c, tools, shown.principal);
  if ('code' in desk) return refuseWith(c, desk);
  const view = desk.draws.find(({ draw }) => draw === c.req.param('draw'));
  if (view === undefined) return refuseWith(c, notHere);
  const context = contextFor(tools, desk.clock, deskDrawPath(view.draw));
  const errors = formErrors(c, tools, shown.problem, () => 'step');
  const { agencies } = await tools.services.listAgencies();
  return sendPage(c, context, <DeskDrawPage {...{ context, view, errors, agencies }} />);
}
