import type { Hono } from 'hono';

import { guarded } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import type { PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { disclosureFields, promiseActFields, promiseFields, saidIn } from './act-fields.ts';
import { answerContracts, goOn } from './own-answers.tsx';

/** The word of a public body: promises, what becomes of them, and the yearly disclosure. */
export function ownWordRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.post(
    paths.ownPromises,
    guarded('contract.act', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const said = saidIn(promiseFields, form, await services.contractCurrency());
      const outcome = await services.makePromise({ principal, home, said });
      if (outcome.kind === 'refused') {
        return answerContracts(tools, c, { principal, home, outcome, entered: form });
      }
      return goOn(tools, c, { path: paths.ownContracts, home });
    }),
  );
  routes.post(
    '/own/promises/:id/:act',
    guarded('contract.act', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const act = c.req.param('act') ?? '';
      const fields = isPromiseAct(act) ? promiseActFields[act] : [];
      const said = { kind: act, ...saidIn(fields, form, await services.contractCurrency()) };
      const promiseId = c.req.param('id') ?? '';
      const outcome = await services.actOnPromise({ principal, home, promiseId, said });
      if (outcome.kind === 'refused') {
        return answerContracts(tools, c, { principal, home, outcome, entered: form });
      }
      return goOn(tools, c, { path: paths.ownContracts, home });
    }),
  );
  routes.post(
    paths.ownDisclosures,
    guarded('contract.act', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const said = saidIn(disclosureFields, form, await services.contractCurrency());
      const outcome = await services.disclose({ principal, home, said });
      if (outcome.kind === 'refused') {
        return answerContracts(tools, c, { principal, home, outcome, entered: form });
      }
      return goOn(tools, c, { path: paths.ownContracts, home });
    }),
  );
}

function isPromiseAct(act: string): act is keyof typeof promiseActFields {
  return Object.hasOwn(promiseActFields, act);
}
