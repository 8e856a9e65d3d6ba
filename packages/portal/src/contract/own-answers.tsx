import type { ContractOutcome, KnownPrincipal } from '@credence/casework';
import { paymentClauses, problem, type Problem } from '@credence/domain';

import { refuseWith } from '../access/guarded.ts';
import { refusalText } from '../case/say.ts';
import type { PortalContext } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { ownContractPath, paths, withQuery } from '../request/paths.ts';
import { clauseWord } from '../words/contract/contracts.ts';
import { OwnContractPage } from './own-contract-page.tsx';
import { OwnContractsPage } from './own-pages.tsx';
import type { Refused } from './said-form.tsx';

/** Whose desk is answered, and what came of what was said there. */
interface Asked {
  readonly principal: KnownPrincipal;
  readonly home: string;
  readonly outcome?: ContractOutcome;
}

/** Every contract of an organisation, with why nothing was taken where that is so. */
export async function answerContracts(
  tools: PageTools,
  c: PortalContext,
  { principal, home, outcome }: Asked,
): Promise<Response> {
  const found = await tools.services.viewOwnContracts(principal, home);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
  }
  const path = withQuery(paths.ownContracts, { subject: home });
  const context = contextFor(tools, found.view.clock, path);
  const page = { context, view: found.view, ...faultsIn(tools, c, outcome) };
  return sendPage(c, context, <OwnContractsPage {...page} />);
}

/** One contract of an organisation, with why nothing was taken where that is so. */
export async function answerContract(
  tools: PageTools,
  c: PortalContext,
  { principal, home, contractId, outcome }: Asked & { readonly contractId: string },
): Promise<Response> {
  const found = await tools.services.viewOwnContract(principal, { home, contractId });
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') {
    return refuseWith(c, problem('contract-not-found', { value: contractId.slice(0, 40) }));
  }
  const path = withQuery(ownContractPath(contractId), { subject: home });
  const context = contextFor(tools, found.view.clock, path);
  const page = { context, view: found.view, ...faultsIn(tools, c, outcome) };
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

function faultsIn(
  tools: PageTools,
  c: PortalContext,
  outcome: ContractOutcome | undefined,
): { refused?: Refused } {
  if (outcome?.kind !== 'refused') return {};
  const { language } = tools;
  c.status(422);
  const says = outcome.problems.map((each) => {
    const { title, detail } = refusalText(inWords(tools, each), language);
    return `${title}${language === 'zh' ? '。' : '. '}${detail}`;
  });
  return { refused: { says } };
}

/** A clause by its words and a bare article, where the law says them in codes. */
function inWords(tools: PageTools, refused: Problem): Problem {
  if (refused.code !== 'contract-clause') return refused;
  const { clause, article, received = '—', accepted = '—' } = refused.params;
  const at = String(article).split('#').at(-1) ?? '';
  const known = paymentClauses.find((each) => each === clause);
  const says = known === undefined ? String(clause) : clauseWord(known, tools.language);
  const named = contextFor(tools, undefined, paths.ownContracts).words.article(at);
  return problem('contract-clause', { clause: says, article: named, received, accepted });
}
