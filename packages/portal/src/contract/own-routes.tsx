import type { Hono } from 'hono';

import { guarded } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import { ownHome } from '../own/own-home.ts';
import type { PageTools } from '../page/answer-page.tsx';
import { ownContractPath, paths } from '../request/paths.ts';
import { actFields, contractSaid, isActKind, saidIn } from './act-fields.ts';
import { answerContract, answerContracts, goOn } from './own-answers.tsx';
import { ownWordRoutes } from './own-word-routes.ts';

/** The desk of either side of a contract. */
export function ownContractRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  registerRoutes(routes, tools);
  ownWordRoutes(routes, tools);
  oneContractRoutes(routes, tools);
}

/** Every contract of an organisation, and a further one put on the register. */
function registerRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.ownContracts,
    guarded('contract.read', (c, principal) =>
      answerContracts(tools, c, { principal, home: ownHome(principal, c) }),
    ),
  );
  routes.post(
    paths.ownContracts,
    guarded('contract.act', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const said = contractSaid(form, await services.contractCurrency());
      const outcome = await services.registerContract({ principal, home, said });
      if (outcome.kind === 'refused') {
        return answerContracts(tools, c, { principal, home, outcome, entered: form });
      }
      return goOn(tools, c, { path: ownContractPath(outcome.contractId), home });
    }),
  );
}

/** One contract, and what a side does in it or reports of it. */
function oneContractRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    '/own/contracts/:id',
    guarded('contract.read', (c, principal) => {
      const home = ownHome(principal, c);
      return answerContract(tools, c, { principal, home, contractId: c.req.param('id') ?? '' });
    }),
  );
  routes.post(
    '/own/contracts/:id/:act',
    guarded('contract.act', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const contractId = c.req.param('id') ?? '';
      const act = c.req.param('act') ?? '';
      const command = { principal, home, contractId };
      const said = act === 'retaliation' ? retaliationIn(form) : undefined;
      const currency = await services.contractCurrency();
      const outcome =
        said === undefined
          ? await services.actInContract({
              ...command,
              said: { kind: act, ...saidIn(isActKind(act) ? actFields[act] : [], form, currency) },
            })
          : await services.reportRetaliation({ ...command, said });
      if (outcome.kind === 'refused') {
        return answerContract(tools, c, { ...command, outcome, entered: form });
      }
      const path = act === 'retaliation' ? paths.ownContracts : ownContractPath(contractId);
      return goOn(tools, c, { path, home });
    }),
  );
}

function retaliationIn(form: { text(name: string): string }) {
  return { text: form.text('text'), since: form.text('since') };
}
