import { problem } from '@credence/domain';

import { actorOf, readerOf } from '../access/actor-of.ts';
import { headOf } from '../access/find-home.ts';
import { contractStream, isContractParty } from '../entry/contract-payload.ts';
import {
  faultsInAnswer,
  isRetaliationAnswer,
  retaliationAnswerKind,
  retaliationStream,
} from '../entry/promise-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { lengthOf, stepEntry } from './contract-entries.ts';
import type { ContractCasework, ContractLine, RetaliationState } from './contract.ts';
import { foldContracts, type ContractState } from './fold-contracts.ts';
import { foldDisclosures, foldPromises, foldRetaliations } from './fold-promises.ts';
import { openSteps } from './judge-step.ts';
import {
  openContract,
  openDesk,
  readAsOtherSide,
  viewContract,
  type ContractParts,
  type OpenedDesk,
} from './open-contract.ts';
import { viewDeliveries } from './owed.ts';
import { objectOf, personIn } from './record-said.ts';
import { isPublicBody } from './take-steps.ts';

/** @see {@link ContractCasework.viewOwnContracts} */
export async function viewOwnContracts(
  parts: ContractParts,
  ...[principal, home]: Parameters<ContractCasework['viewOwnContracts']>
): ReturnType<ContractCasework['viewOwnContracts']> {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.read' });
  if (desk.kind === 'refused') return desk;
  const subject = headOf(home, desk.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const bought = [...foldContracts(desk.entries).values()].map((state) =>
    lineOf(state, desk, { home, seat: 'buyer' }),
  );
  const supplied: ContractLine[] = [];
  const others = new Map<string, ReadonlyMap<string, ContractState>>();
  for (const { payload } of desk.entries) {
    if (!isContractParty(payload)) continue;
    const known =
      others.get(payload.home) ??
      foldContracts(
        await readAsOtherSide(parts, principal, { home: payload.home, role: 'supplier' }),
      );
    others.set(payload.home, known);
    const state = known.get(payload.contractId);
    if (state !== undefined) {
      supplied.push(lineOf(state, desk, { home: payload.home, seat: 'supplier' }));
    }
  }
  const { clock, entries, today } = desk;
  return {
    kind: 'found',
    view: {
      ...{ clock, subject },
      contracts: [...supplied, ...bought],
      promises: foldPromises(entries),
      retaliations: foldRetaliations(entries, today),
      disclosures: foldDisclosures(entries),
      currency: desk.edition.currency,
      isPublicBody: isPublicBody(desk),
    },
  };
}

function lineOf(
  state: ContractState,
  { rulebook, today }: OpenedDesk,
  at: Pick<ContractLine, 'home' | 'seat'>,
): ContractLine {
  const { contract } = state;
  const { contractId, number, title, signedOn, buyer, supplier, currency } = contract;
  const deliveries = viewDeliveries(state, rulebook, today);
  const sum = (of: (each: (typeof deliveries)[number]) => number) =>
    deliveries.reduce((total, each) => total + of(each), 0);
  return {
    ...{ contractId, ...at, number, title, signedOn },
    other: at.seat === 'buyer' ? supplier.name : buyer.name,
    amount: { amount: state.amount, currency },
    balance: sum(({ balance }) => balance),
    overdue: sum(({ overdue }) => overdue),
    interest: sum(({ interest }) => interest),
  };
}

/** @see {@link ContractCasework.viewOwnContract} */
export async function viewOwnContract(
  parts: ContractParts,
  ...[principal, { home, contractId }]: Parameters<ContractCasework['viewOwnContract']>
): ReturnType<ContractCasework['viewOwnContract']> {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.read' });
  if (desk.kind === 'refused') return desk;
  const subject = headOf(home, desk.entries);
  const found = await openContract(parts, principal, desk, contractId);
  if (subject === undefined || found === undefined) return { kind: 'not-found' };
  const { seat } = found;
  const asked = seat === 'buyer' ? unseenIn(found.state) : [];
  if (asked.length > 0) {
    const stream = contractStream(contractId);
    const seq = lengthOf(found.entries, stream);
    const steps = asked.map((delivery) => {
      const act = { kind: 'seen', delivery } as const;
      return stepEntry(parts, found.home, { contractId, on: desk.today, by: seat, act });
    });
    const command = { actor: actorOf(principal), purpose: 'own', basis: [] };
    const expect = [{ home: found.home, stream, seq }];
    const outcome = await parts.journal.record(command, steps, { expect });
    // Somebody else of the same desk opened it at the same moment: its receipt counts.
    if (outcome.kind === 'recorded') {
      return viewOwnContract(parts, principal, { home, contractId });
    }
  }
  const { clock, today } = desk;
  const view = viewContract(found.state, desk, today);
  return {
    kind: 'found',
    view: { clock, subject, seat, view, open: openSteps(found.state, seat) },
  };
}

function unseenIn({ deliveries }: ContractState): readonly string[] {
  return [...deliveries.values()].flatMap(({ said, askedOn, seenOn }) =>
    askedOn !== undefined && seenOn === undefined ? [said.delivery] : [],
  );
}

/** Operator setting: as many reports as one reads at once. */
const reportsPerPage = 20;

/** What waits for an answer comes first, then the newest. */
function rankOf({ report, answer }: RetaliationState): string {
  return `${answer === undefined ? 'waiting' : 'answered'} ${report.on} ${report.reportId}`;
}

/** @see {@link ContractCasework.listRetaliations} */
export async function listRetaliations(
  parts: ContractParts,
  ...[principal, { page = 1 } = {}]: Parameters<ContractCasework['listRetaliations']>
): ReturnType<ContractCasework['listRetaliations']> {
  const isAuditor = principal.kind === 'official' && principal.roles.includes('auditor');
  const purpose = isAuditor ? 'oversight' : 'supervision';
  const agency = 'agency' in principal ? principal.agency : '';
  const resource = { kind: 'agency', agency } as const;
  const decision = parts.access.decide(principal, 'retaliation.read', resource, purpose);
  if (decision.kind === 'refused') return decision;
  const { clock } = await startAnswer(parts);
  const agencies = await parts.register.agencies();
  const read = agencies.filter(({ code }) => isAuditor || code === agency);
  const reports: RetaliationState[] = [];
  const access = { reader: readerOf(principal), purpose, fields: ['retaliation'] };
  for (const { home } of read) {
    const entries = await parts.journal.readWithAccess(access, home);
    reports.push(...foldRetaliations(entries, clock.today));
  }
  const order = reports.toSorted((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1));
  const from = (page - 1) * reportsPerPage;
  const shown = order.slice(from, from + reportsPerPage);
  // Whoever complained sees who read its report: those on this page, and no others.
  for (const firm of new Set(shown.map(({ report }) => report.firm.home))) {
    await parts.journal.readWithAccess(access, firm);
  }
  const view = { clock, page, pageSize: reportsPerPage, total: order.length };
  return { kind: 'found', view: { ...view, reports: shown } };
}

/** @see {@link ContractCasework.answerRetaliation} */
export async function answerRetaliation(
  parts: ContractParts,
  { principal, reportId, said }: Parameters<ContractCasework['answerRetaliation']>[0],
): ReturnType<ContractCasework['answerRetaliation']> {
  const agency = 'agency' in principal ? principal.agency : '';
  const resource = { kind: 'agency', agency } as const;
  const decision = parts.access.decide(principal, 'retaliation.answer', resource, 'supervision');
  if (decision.kind === 'refused') return { kind: 'refused', problems: [decision.problem] };
  const { clock } = await startAnswer(parts);
  const own = (await parts.register.agencies()).find(({ code }) => code === agency);
  const access = { reader: readerOf(principal), purpose: 'supervision', fields: ['retaliation'] };
  const entries = own === undefined ? [] : await parts.journal.readWithAccess(access, own.home);
  const known = foldRetaliations(entries, clock.today).find(
    ({ report }) => report.reportId === reportId,
  );
  if (own === undefined || known === undefined || known.answer !== undefined) {
    const missing = problem('contract-not-found', { value: reportId.slice(0, 40) });
    return { kind: 'refused', problems: [missing] };
  }
  const payload = { ...objectOf(said), reportId, on: clock.today };
  if (!isRetaliationAnswer(payload)) {
    const problems = faultsInAnswer(payload).map((field) => problem('contract-form', { field }));
    return { kind: 'refused', problems };
  }
  // The firm reads the answer, so that nothing about a person may stand in it either.
  const unsaid = personIn(said);
  if (unsaid !== undefined) {
    return { kind: 'refused', problems: [problem('case-person-number', { field: unsaid })] };
  }
  const stream = retaliationStream(reportId);
  const kind = retaliationAnswerKind;
  const command = { actor: actorOf(principal), purpose: 'supervision', basis: [] };
  const outcome = await parts.journal.record(
    command,
    [own.home, known.report.firm.home].map((home) =>
      newEntry(parts, { home, stream, kind, payload: { ...payload } }, undefined),
    ),
    { expect: [{ home: own.home, stream, seq: lengthOf(entries, stream) }] },
  );
  return outcome.kind === 'conflict'
    ? answerRetaliation(parts, { principal, reportId, said })
    : { kind: 'recorded', contractId: reportId, receipt: outcome.receipt };
}
