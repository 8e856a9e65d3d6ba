import type { ContractOutcome, KnownPrincipal } from '@credence/casework';
import { problem } from '@credence/domain';

import { refuseWith } from '../access/guarded.ts';
import type { FormValues } from '../desk/form-values.ts';
import type { PortalContext } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { ownContractPath, paths, withQuery } from '../request/paths.ts';
import { OwnContractPage } from './own-contract-page.tsx';
import { OwnContractsPage } from './own-pages.tsx';
import { faultsOf } from './say-faults.ts';

/** Whose desk is answered, and what came of what was said there. */
interface Asked {
  readonly principal: KnownPrincipal;
  readonly home: string;
  readonly outcome?: ContractOutcome;
  /** The form that it came of. */
  readonly entered?: FormValues;
}

/** Every contract of an organisation, with why nothing was taken where that is so. */
export async function answerContracts(
  tools: PageTools,
  c: PortalContext,
  asked: Asked,
): Promise<Response> {
  const { principal, home } = asked;
  const found = await tools.services.viewOwnContracts(principal, home);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
  }
  const path = withQuery(paths.ownContracts, { subject: home });
  const context = contextFor(tools, found.view.clock, path);
  const page = { context, view: found.view, ...faultsIn(tools, c, asked) };
  return sendPage(c, context, <OwnContractsPage {...page} />);
}

/** One contract of an organisation, with why nothing was taken where that is so. */
export async function answerContract(
  tools: PageTools,
  c: PortalContext,
  asked: Asked & { readonly contractId: string },
): Promise<Response> {
  const { principal, home, contractId } = asked;
  const found = await tools.services.viewOwnContract(principal, { home, contractId });
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    return refuseWith(c, problem('contract-not-found', { value: contractId.slice(0, 40) }));
  }
  const path = withQuery(ownContractPath(contractId), { subject: home });
  const context = contextFor(tools, found.view.clock, path);
  const page = { context, view: found.view, ...faultsIn(tools, c, asked) };
  return sendPage(c, context, <OwnContractPage {...page} />);
}

/** On to a page of the same organisation once something was taken. */
export function goOn(
  tools: PageTools,
  c: PortalContext,
  { path, home }: { readonly path: string; readonly home: string },
): Response {
  const to = withQuery(path, { subject: home });
  return c.redirect(linkTo(contextFor(tools, undefined, to), to), 303);
}

function faultsIn(tools: PageTools, c: PortalContext, { outcome, entered }: Asked) {
  if (outcome?.kind !== 'refused' || entered === undefined) return {};
  c.status(422);
  return { refused: faultsOf(tools, entered, outcome) };
}
