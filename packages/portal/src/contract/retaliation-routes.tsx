import type { KnownPrincipal } from '@credence/casework';
import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { addressOf, RetaliationPage } from './retaliation-page.tsx';
import { faultsOf, type RefusedForm } from './say-faults.ts';

/** What small firms report of bodies below, for the agency above and for oversight. */
export function retaliationRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskRetaliation,
    guarded('retaliation.read', (c, principal) => show(c, principal)),
  );
  routes.post(
    paths.deskRetaliation,
    guarded('retaliation.answer', async (c, principal) => {
      const form = await readForm(c);
      const remedy = form.text('remedy');
      const said = {
        outcome: form.text('outcome'),
        reason: form.text('reason'),
        ...(remedy === '' ? {} : { remedy }),
      };
      const reportId = form.text('report');
      const outcome = await services.answerRetaliation({ principal, reportId, said });
      if (outcome.kind === 'refused') {
        const [first] = outcome.problems;
        // What does not fit is shown beside what was entered; what is not open to him is a page of its own.
        const isMendable = first?.code === 'contract-form' || first?.code === 'case-person-number';
        return isMendable
          ? show(c, principal, faultsOf(tools, form, outcome))
          : refuseWith(c, first ?? problem('page-not-found', { path: '' }));
      }
      const context = contextFor(tools, undefined, paths.deskRetaliation);
      return c.redirect(addressOf(context, pageAsked(c)), 303);
    }),
  );

  async function show(
    c: PortalContext,
    principal: KnownPrincipal,
    refused?: RefusedForm,
  ): Promise<Response> {
    const found = await services.listRetaliations(principal, { page: pageAsked(c) });
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
    const context = contextFor(tools, found.view.clock, paths.deskRetaliation);
    const answers = principal.kind === 'official' && !principal.roles.includes('auditor');
    const { view } = found;
    if (refused !== undefined) c.status(422);
    return sendPage(c, context, <RetaliationPage {...{ context, view, answers, refused }} />);
  }
}

function pageAsked(c: PortalContext): number {
  return Number(/^[1-9]\d{0,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
}
