import type { KnownPrincipal, MatterOutcome } from '@credence/casework';
import { describeProblem, problem, type Problem } from '@credence/domain';
import type { FieldError } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import { statusOf } from '../../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { linkTo } from '../../page/page-context.ts';
import { matterPath, paths } from '../../request/paths.ts';
import { parsePage } from '../../request/page-number.ts';
import { agencyOf } from './agency-of.ts';
import { textIn } from './form-text.ts';
import type { MatterEntered } from './matter-forms.tsx';
import { MatterPage } from './matter-page.tsx';
import { QueuePage } from './queue-page.tsx';
import { reportDeskRoutes } from './report-routes.tsx';

/** The desk on which contradictions are settled: the queue, each matter, and the two steps. */
export function matterRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  queueRoute(routes, tools);
  matterRoute(routes, tools);
  stepRoutes(routes, tools);
  reportDeskRoutes(routes, tools);
}

const notHere = problem('page-not-found', { path: '' });

function queueRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskMatters,
    guarded('matter.read', async (c, principal) => {
      const page = parsePage(c.req.query('page'));
      if (page === undefined) return refuseWith(c, notHere);
      const agency = agencyOf(c, principal);
      const found = await tools.services.listMatters(principal, { agency, page });
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const context = contextFor(tools, found.view.clock, paths.deskMatters);
      return sendPage(c, context, <QueuePage context={context} view={found.view} />);
    }),
  );
}

function matterRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    `${paths.deskMatters}/:id`,
    guarded('matter.read', (c, principal) => showMatter(c, tools, { principal })),
  );
}

async function showMatter(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly principal: KnownPrincipal;
    readonly problem?: Problem;
    readonly entered?: MatterEntered;
  },
): Promise<Response> {
  const matterId = c.req.param('id') ?? '';
  const found = await tools.services.viewMatter(given.principal, matterId);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const context = contextFor(tools, found.view.clock, matterPath(matterId));
  if (given.problem !== undefined) c.status(statusOf(given.problem));
  const errors =
    given.problem === undefined ? [] : [errorOf(tools, given.problem, found.view.state)];
  return sendPage(
    c,
    context,
    <MatterPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      errors={errors}
      {...(given.entered === undefined ? {} : { entered: given.entered })}
    />,
  );
}

/** A refusal beside the field it is about. */
function errorOf(tools: PageTools, occurred: Problem, state: string): FieldError {
  const says = describeProblem(occurred, tools.language).detail;
  const fields: Readonly<Partial<Record<Problem['code'], string>>> = {
    'choice-invalid': 'choice',
    'basis-invalid': 'basis',
    'text-length': state === 'proposed' ? 'decline-reason' : 'reason',
  };
  return { fieldId: fields[occurred.code] ?? 'step', says };
}

/** Refusals that are answered on the form itself, with what was typed. */
const onForm: ReadonlySet<Problem['code']> = new Set([
  'choice-invalid',
  'basis-invalid',
  'text-length',
  'merge-not-yet',
  'second-person-needed',
]);

function stepRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  const answer = (
    c: PortalContext,
    principal: KnownPrincipal,
    step: { readonly outcome: MatterOutcome; readonly entered: MatterEntered },
  ): Response | Promise<Response> => {
    const { outcome, entered } = step;
    if (outcome.kind === 'not-found') return refuseWith(c, notHere);
    if (outcome.kind === 'refused') {
      const { problem: occurred } = outcome;
      if (!onForm.has(occurred.code)) return refuseWith(c, occurred);
      return showMatter(c, tools, { principal, problem: occurred, entered });
    }
    const context = contextFor(tools, undefined, matterPath(c.req.param('id') ?? ''));
    return c.redirect(linkTo({ ...context, language }, context.address), 303);
  };

  routes.post(
    `${paths.deskMatters}/:id/propose`,
    guarded('correction.propose', async (c, principal) => {
      const form = await c.req.parseBody();
      const entered = {
        choice: textIn(form, 'choice'),
        reason: textIn(form, 'reason'),
        basis: textIn(form, 'basis'),
      };
      const outcome = await services.proposeMatter({
        principal,
        matterId: c.req.param('id') ?? '',
        choice: entered.choice,
        reason: entered.reason,
        basis: entered.basis.split(/[;；]/u),
      });
      return answer(c, principal, { outcome, entered });
    }),
  );

  routes.post(
    `${paths.deskMatters}/:id/decide`,
    guarded('correction.decide', async (c, principal) => {
      const form = await c.req.parseBody();
      const reason = textIn(form, 'reason');
      const declined = textIn(form, 'verdict') !== 'agree';
      const outcome = await services.decideMatter({
        principal,
        matterId: c.req.param('id') ?? '',
        verdict: declined ? 'decline' : 'agree',
        ...(declined ? { reason } : {}),
      });
      return answer(c, principal, { outcome, entered: { choice: '', reason, basis: '' } });
    }),
  );
}
