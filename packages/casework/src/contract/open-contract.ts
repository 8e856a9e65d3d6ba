import {
  judgeClauses,
  problem,
  type CivilDate,
  type Problem,
  type Refusal,
} from '@credence/domain';
import type { Edition, Rulebook } from '@credence/rulebook';

import type { Operation } from '../access/operation.ts';
import { readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { isContractParty, isProtected, type ContractSide } from '../entry/contract-payload.ts';
import type { Entry } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { toBasis } from '../view/record-view.ts';
import type { AnswerClock } from '../view/view.ts';
import type { ContractView } from './contract.ts';
import { foldContracts, type ContractState } from './fold-contracts.ts';
import { paymentLawOn, viewDeliveries } from './owed.ts';
import { paymentSayings } from './payment-sayings.ts';

export type ContractParts = CaseParts;

/** A desk opened for its own organisation. */
export interface OpenedDesk {
  readonly kind: 'opened';
  readonly home: string;
  readonly clock: AnswerClock;
  readonly today: CivilDate;
  readonly rulebook: Rulebook;
  readonly edition: Edition;
  readonly entries: readonly Entry[];
}

/** Decides, reads and writes down who looked. */
export async function openDesk(
  parts: ContractParts,
  principal: KnownPrincipal,
  asked: { readonly home: string; readonly operation: Operation },
): Promise<OpenedDesk | Refusal> {
  const { home, operation } = asked;
  const resource = { kind: 'subject', home } as const;
  const decision = parts.access.decide(principal, operation, resource, 'own');
  if (decision.kind === 'refused') return decision;
  const { clock, rulebook, edition } = await startAnswer(parts);
  const look = { home, purpose: 'own', fields: ['contracts'] } as const;
  const read = await readClosed(parts, principal, look);
  if (read.kind === 'refused') return read;
  const { today } = clock;
  return { kind: 'opened', home, clock, today, rulebook, edition, entries: read.entries };
}

/** A contract with the side that the desk has in it. */
export interface OpenedContract {
  readonly home: string;
  readonly seat: ContractSide;
  readonly state: ContractState;
  readonly entries: readonly Entry[];
}

/**
 * A contract of a desk: in its own home where it pays, in the payer's where it supplies. The look
 * at the other's home is written down there, as that of its supplier.
 */
export async function openContract(
  parts: ContractParts,
  principal: KnownPrincipal,
  desk: OpenedDesk,
  contractId: string,
): Promise<OpenedContract | undefined> {
  const own = foldContracts(desk.entries).get(contractId);
  if (own !== undefined) {
    return { home: desk.home, seat: 'buyer', state: own, entries: desk.entries };
  }
  const part = desk.entries
    .flatMap(({ payload }) => (isContractParty(payload) ? [payload] : []))
    .find((each) => each.contractId === contractId);
  if (part === undefined) return undefined;
  const asked = { home: part.home, role: 'supplier' } as const;
  const entries = await readAsOtherSide(parts, principal, asked);
  const state = foldContracts(entries).get(contractId);
  return state === undefined ? undefined : { home: part.home, seat: 'supplier', state, entries };
}

/** One side reads the other's home, and is written down there as that side. */
export async function readAsOtherSide(
  parts: ContractParts,
  principal: KnownPrincipal,
  { home, role }: { readonly home: string; readonly role: ContractSide },
): Promise<readonly Entry[]> {
  const reader = { ...readerOf(principal), role };
  return parts.journal.readWithAccess({ reader, purpose: 'own', fields: ['contracts'] }, home);
}

/** A contract as its sides read it, with the articles of every day and clause. */
export function viewContract(
  state: ContractState,
  { rulebook, edition }: { readonly rulebook: Rulebook; readonly edition: Edition },
  asOf: CivilDate,
): ContractView {
  const { contract } = state;
  const lawThen = paymentLawOn(rulebook, contract.signedOn);
  const reached = isProtected(contract);
  const law = reached ? (lawThen ?? paymentLawOn(rulebook, asOf)) : undefined;
  // What was agreed before the law refused it is refused by nothing (guard G15).
  const refused =
    lawThen === undefined || !reached ? [] : judgeClauses(lawThen.rule, agreedIn(state));
  const cited = ({
    basis,
    confidence,
  }: Pick<NonNullable<typeof law>['card'], 'basis' | 'confidence'>) =>
    basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition));
  const term = law?.card.payers.find(({ payer }) => payer === contract.payer);
  return {
    ...{ contract, reached },
    amount: { amount: state.amount, currency: contract.currency },
    ...(state.days === undefined ? {} : { days: state.days }),
    named: state.named,
    milestones: state.milestones,
    deliveries: viewDeliveries(state, rulebook, asOf),
    proposals: state.proposals,
    breaches: state.breaches,
    refused: refused.map((each) => {
      const row = law?.card.clauses.find(({ clause }) => clause === each.clause);
      return { ...each, basis: row === undefined ? [] : cited(row) };
    }),
    law: paymentSayings(law?.card, contract.payer, edition),
    termBasis: term === undefined ? [] : cited(term),
    interestBasis: law === undefined ? [] : cited(law.card.interest),
  };
}

function agreedIn({ contract, days }: ContractState) {
  const { payer, signedOn, terms } = contract;
  return {
    ...{ payer, signedOn, clauses: terms.clauses ?? [] },
    ...(days === undefined ? {} : { days }),
    ...(terms.yearlyRate === undefined ? {} : { yearlyRate: terms.yearlyRate }),
  };
}

/** Each clause that the law refuses, as a problem that names its article. */
export function clauseProblems(
  state: ContractState,
  law: { readonly rulebook: Rulebook; readonly edition: Edition },
  today: CivilDate,
): readonly Problem[] {
  return viewContract(state, law, today).refused.map((each) => {
    const [basis] = each.basis;
    const article = basis === undefined ? '—' : `${basis.citation.source}#${basis.citation.at}`;
    const { clause, received = clause, accepted = '—' } = each;
    return problem('contract-clause', { clause, article, received, accepted });
  });
}
