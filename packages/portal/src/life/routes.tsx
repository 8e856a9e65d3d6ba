import type { KnownPrincipal, LifeOutcome } from '@credence/casework';
import { describeProblem, problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { inLanguage, paths, withQuery } from '../request/paths.ts';
import { LifeDeskPage, type LifeDeskProps } from './desk-page.tsx';
import { saidInForm } from './event-form.tsx';

/** Events in the life of organisations, at the desk of their registering authority. */
export function lifeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.deskLife,
    guarded('life.read', (c, principal) => {
      const done = (['stands', 'waiting', 'refused'] as const).find(
        (each) => each === c.req.query('done'),
      );
      const code = (c.req.query('code') ?? '').trim();
      return showDesk(tools, c, principal, { code, ...(done === undefined ? {} : { done }) });
    }),
  );
  routes.post(
    paths.deskLife,
    guarded('life.enter', async (c, principal) => {
      const form = await readForm(c);
      const code = form.text('code');
      const said = saidInForm(form);
      const outcome = await services.enterLifeEvent({ principal, code, said });
      return answer(c, principal, { code, outcome, entered: form });
    }),
  );
  routes.post(
    paths.deskLifeSettled,
    guarded('life.confirm', async (c, principal) => {
      const form = await readForm(c);
      const act = form.text('act') === 'confirm' ? 'confirm' : 'refuse';
      const reason = form.text('reason');
      const eventId = form.text('event');
      const command = { principal, eventId, act, reason } as const;
      return answer(c, principal, { code: '', outcome: await services.settleLifeEvent(command) });
    }),
  );

  async function answer(
    c: PortalContext,
    principal: KnownPrincipal,
    given: Pick<LifeDeskProps, 'code' | 'entered'> & { readonly outcome: LifeOutcome },
  ): Promise<Response> {
    const { outcome, ...asked } = given;
    const { code } = asked;
    if (outcome.kind === 'recorded') {
      const back = withQuery(paths.deskLife, { code, done: outcome.state });
      return c.redirect(inLanguage(back, language), 303);
    }
    const [first = problem('page-not-found', { path: '' })] = outcome.problems;
    if (first.code === 'not-permitted' || first.code === 'budget-spent') {
      return refuseWith(c, first);
    }
    c.status(statusOf(first));
    const says = outcome.problems.map((each) => {
      const { title, detail, todo } = describeProblem(each, language);
      return `${title}${language === 'zh' ? '：' : ': '}${detail} ${todo}`;
    });
    return showDesk(tools, c, principal, { ...asked, refused: { says } });
  }
}

/** The desk as its officer sees it, with what was refused. */
async function showDesk(
  tools: PageTools,
  c: PortalContext,
  principal: KnownPrincipal,
  given: Omit<LifeDeskProps, 'context' | 'view'>,
): Promise<Response> {
  const { services, language } = tools;
  const code = given.code === '' ? undefined : given.code;
  const found = await services.viewLifeDesk(principal, code);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    // The desk stays open: a wrong code is told beside the field it was typed in.
    const missing = problem('subject-not-found', { subject: given.code.slice(0, 40) });
    const rest = await services.viewLifeDesk(principal);
    if (rest.kind !== 'found') return refuseWith(c, missing);
    c.status(404);
    const refused = { says: [describeProblem(missing, language).detail] };
    const context = contextFor(tools, rest.view.clock, paths.deskLife);
    return sendPage(c, context, <LifeDeskPage {...{ context, ...given, ...rest, refused }} />);
  }
  const context = contextFor(tools, found.view.clock, paths.deskLife);
  return sendPage(c, context, <LifeDeskPage {...{ context, ...given }} view={found.view} />);
}
