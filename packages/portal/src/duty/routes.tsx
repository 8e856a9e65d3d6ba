import type { DutyOutcome, KnownPrincipal } from '@credence/casework';
import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { ownHome } from '../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { deskFilingRoutes, saidFor } from './desk-filing-routes.tsx';
import { DutyDeskPage } from './desk-page.tsx';
import { OwnDutiesPage } from './own-duties-page.tsx';

/** What an organisation has to report, and what its authority sees of what is overdue. */
export function dutyRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  deskFilingRoutes(routes, tools);
  routes.get(
    paths.ownDuties,
    guarded('duty.read', (c, principal) =>
      answerOwn(tools, c, { principal, home: ownHome(principal, c) }),
    ),
  );
  routes.post(
    paths.ownDuties,
    guarded('duty.file', async (c, principal) => {
      const form = await readForm(c);
      const [home, duty, key] = [form.text('subject'), form.text('duty'), form.text('key')];
      const said = await saidIn(tools, form, duty);
      const filing = { principal, home, duty, said, ...(key === '' ? {} : { key }) };
      const outcome = await services.fileReport(filing);
      if (outcome.kind === 'refused') {
        return answerOwn(tools, c, { principal, home, sent: { form, outcome } });
      }
      const to = withQuery(paths.ownDuties, { subject: home, receipt: outcome.id });
      return c.redirect(linkTo(contextFor(tools, undefined, to), to), 303);
    }),
  );
  routes.get(
    paths.deskDuties,
    guarded('duty.oversee', (c, principal) => answerDesk(tools, c, { principal })),
  );
  routes.post(
    paths.deskDuties,
    guarded('duty.oversee', async (c, principal) => {
      const form = await readForm(c);
      const said = {
        ...{ number: form.text('number'), servedOn: form.text('servedOn') },
        mode: form.text('mode'),
      };
      const outcome = await services.demandReport({
        ...{ principal, home: form.text('subject'), duty: form.text('duty') },
        ...{ key: form.text('key'), said },
      });
      if (outcome.kind === 'refused') {
        return answerDesk(tools, c, { principal, sent: { form, outcome } });
      }
      return c.redirect(
        linkTo(contextFor(tools, undefined, paths.deskDuties), paths.deskDuties),
        303,
      );
    }),
  );
}

/** A form that was refused, with what was entered in it. */
interface Sent {
  readonly form: FormValues;
  readonly outcome: Extract<DutyOutcome, { readonly kind: 'refused' }>;
}

/** The fields that the card of today's law asks for; whatever else a form sends is left alone. */
async function saidIn({ services }: PageTools, form: FormValues, duty: string) {
  const { forms } = await services.dutyForms();
  return saidFor(
    forms.find((each) => each.duty === duty),
    form,
  );
}

async function answerOwn(
  tools: PageTools,
  c: PortalContext,
  asked: {
    readonly principal: KnownPrincipal;
    readonly home: string;
    readonly sent?: Sent;
  },
): Promise<Response> {
  const { principal, home, sent } = asked;
  const found = await tools.services.viewOwnDuties(principal, home);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
  }
  const address = withQuery(paths.ownDuties, { subject: home });
  const context = contextFor(tools, found.view.clock, address);
  const receipt = /^[0-9a-f-]{36}$/.exec(c.req.query('receipt') ?? '')?.[0];
  if (sent !== undefined) c.status(422);
  const page = {
    ...{ context, view: found.view, ...(receipt === undefined ? {} : { receipt }) },
    ...(sent === undefined ? {} : { sent: { form: sent.form, ...sent.outcome } }),
  };
  return sendPage(c, context, <OwnDutiesPage {...page} />);
}

async function answerDesk(
  tools: PageTools,
  c: PortalContext,
  asked: { readonly principal: KnownPrincipal; readonly sent?: Sent },
): Promise<Response> {
  const { principal, sent } = asked;
  const found = await tools.services.listDutyDesk(principal);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
  const context = contextFor(tools, found.view.clock, paths.deskDuties);
  if (sent !== undefined) c.status(422);
  const page = { problems: sent?.outcome.problems ?? [], entered: sent?.form };
  return sendPage(c, context, <DutyDeskPage {...{ context, view: found.view, ...page }} />);
}
