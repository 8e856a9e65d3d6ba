import type { CivilDate, Suspension } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import {
  contractActKind,
  contractKind,
  isContract,
  isContractStep,
  type ContractAct,
  type ContractActPayload,
  type ContractPayload,
  type ContractSide,
} from '../entry/contract-payload.ts';
import type { Entry } from '../port/journal.ts';

type Milestone = ContractPayload['milestones'][number];
type Of<Kind extends ContractAct['kind']> = Extract<ContractAct, { readonly kind: Kind }>;

/** One step with its place, from 0, by which others name it. */
export interface ContractStep extends ContractActPayload {
  readonly place: number;
}

/** One delivery with what became of it. */
export interface DeliveryState {
  readonly said: Of<'delivered'>;
  readonly saidBy: ContractStep['by'];
  readonly recordedOn: CivilDate;
  readonly askedOn?: CivilDate;
  readonly seenOn?: CivilDate;
  readonly confirmed?: { readonly on: CivilDate; readonly amount: number };
  /** The part that is disputed, in minor units, and why. */
  readonly disputed?: { readonly amount: number; readonly reason: string; readonly on: CivilDate };
  /** What was given up of the price. */
  readonly waived: number;
  readonly payments: readonly { readonly on: CivilDate; readonly amount: number }[];
  /** Day on which somebody last looked and found it unpaid. */
  readonly checkedOn?: CivilDate;
  readonly caseId?: string;
}

export interface MilestoneState extends Milestone {
  readonly met?: { readonly on: CivilDate; readonly by: ContractStep['by'] };
}

export interface BreachState {
  readonly place: number;
  /** Who is said to have broken it. */
  readonly of: ContractSide;
  readonly text: string;
  readonly on: CivilDate;
  readonly admittedOn?: CivilDate;
  readonly withdrawnOn?: CivilDate;
}

export interface ProposalState {
  readonly place: number;
  readonly by: ContractStep['by'];
  readonly said: Of<'proposed'>;
  readonly on: CivilDate;
  readonly agreedOn?: CivilDate;
}

/** A contract is what its entries say. */
export interface ContractState {
  readonly contract: ContractPayload;
  readonly steps: readonly ContractStep[];
  /** As agreed last. */
  readonly amount: number;
  readonly days?: number;
  readonly named: boolean;
  readonly milestones: readonly MilestoneState[];
  readonly deliveries: ReadonlyMap<string, DeliveryState>;
  /** Paid in advance and not used up by a delivery yet. */
  readonly unused: number;
  readonly proposals: readonly ProposalState[];
  readonly breaches: readonly BreachState[];
  readonly rests: readonly Suspension[];
}

/**
 * All contracts of a home, as they stood at the end of a day. An entry whose payload is erased says
 * nothing.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldContracts(
  entries: readonly Entry[],
  day?: CivilDate,
): ReadonlyMap<string, ContractState> {
  const opened = new Map<string, ContractPayload>();
  const steps = new Map<string, ContractStep[]>();
  for (const entry of entries) {
    const { kind, payload } = entry;
    if (payload === undefined) continue;
    if (kind === contractKind && isContract(payload)) {
      if (day === undefined || payload.on <= day) opened.set(payload.contractId, payload);
    } else if (kind === contractActKind && isContractStep(payload)) {
      const known = steps.get(payload.contractId) ?? [];
      steps.set(payload.contractId, [...known, { ...payload, place: known.length }]);
    } else if (kind.startsWith('contract@') || kind.startsWith('contract-act@')) {
      const place = `${kind} at position ${entry.position}`;
      throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
    }
  }
  return new Map(
    [...opened.values()].map((contract) => {
      const all = steps.get(contract.contractId) ?? [];
      const until = day === undefined ? all : all.filter(({ on }) => on <= day);
      return [contract.contractId, foldContract(contract, until)];
    }),
  );
}

/** What was opened and done, put together. */
export function foldContract(
  contract: ContractPayload,
  steps: readonly ContractStep[],
): ContractState {
  const agreed = new Map(
    steps.flatMap(({ act, on }) => (act.kind === 'agreed' ? [[act.place, on] as const] : [])),
  );
  const proposals = steps.flatMap(({ act, place, by, on }): ProposalState[] => {
    if (act.kind !== 'proposed') return [];
    const agreedOn = agreed.get(place);
    return [{ place, by, said: act, on, ...(agreedOn === undefined ? {} : { agreedOn }) }];
  });
  const changes = proposals.filter(({ agreedOn }) => agreedOn !== undefined);
  const days = changes.findLast(({ said }) => said.days !== undefined)?.said.days;
  const amount = changes.findLast(({ said }) => said.amount !== undefined)?.said.amount;
  const naming = steps.flatMap(({ act }) => (act.kind === 'naming' ? [act.named] : [])).at(-1);
  const agreedDays = days ?? contract.terms.days;
  const { deliveries, unused } = withAdvances(deliveriesOf(steps), steps);
  return {
    contract,
    steps,
    amount: amount ?? contract.amount,
    ...(agreedDays === undefined ? {} : { days: agreedDays }),
    named: naming ?? contract.named ?? false,
    milestones: milestonesOf(contract, changes, steps),
    ...{ deliveries, unused },
    proposals,
    breaches: breachesOf(steps),
    rests: changes.flatMap(({ said }) => (said.rests === undefined ? [] : [said.rests])),
  };
}

function milestonesOf(
  contract: ContractPayload,
  changes: readonly ProposalState[],
  steps: readonly ContractStep[],
): readonly MilestoneState[] {
  const current = new Map(contract.milestones.map((each) => [each.milestone, each]));
  for (const { said } of changes) {
    if (said.milestone !== undefined) current.set(said.milestone.milestone, said.milestone);
  }
  return [...current.values()].map((each) => {
    const met = steps.find(({ act }) => act.kind === 'met' && act.milestone === each.milestone);
    if (met?.act.kind !== 'met') return each;
    return { ...each, met: { on: met.act.metOn, by: met.by } };
  });
}

function deliveriesOf(steps: readonly ContractStep[]): ReadonlyMap<string, DeliveryState> {
  const all = new Map<string, DeliveryState>();
  for (const { act, on, by } of steps) {
    if (act.kind === 'delivered') {
      const start = { said: act, saidBy: by, recordedOn: on, waived: 0, payments: [] };
      all.set(act.delivery, start);
      continue;
    }
    if (!('delivery' in act)) continue;
    const before = all.get(act.delivery);
    if (before !== undefined) all.set(act.delivery, afterStep(before, act, on));
  }
  return all;
}

/** What was paid in advance fills the deliveries in the order of their days, each as far as it is open. */
function withAdvances(
  deliveries: ReadonlyMap<string, DeliveryState>,
  steps: readonly ContractStep[],
): Pick<ContractState, 'deliveries' | 'unused'> {
  const filled = new Map(deliveries);
  const order = [...deliveries.values()].toSorted((a, b) =>
    a.said.deliveredOn < b.said.deliveredOn ? -1 : 1,
  );
  let unused = 0;
  for (const { act } of steps) {
    if (act.kind !== 'advanced') continue;
    let left = act.amount;
    for (const { said } of order) {
      const delivery = filled.get(said.delivery);
      const amount = delivery === undefined ? 0 : Math.min(left, openAmount(delivery));
      if (delivery === undefined || amount <= 0) continue;
      const payments = [...delivery.payments, { on: act.paidOn, amount }];
      filled.set(said.delivery, { ...delivery, payments });
      left -= amount;
    }
    unused += left;
  }
  return { deliveries: filled, unused };
}

/** What of the price of a delivery is not paid and not given up. */
export function openAmount({
  said,
  waived,
  payments,
}: Pick<DeliveryState, 'said' | 'waived' | 'payments'>): number {
  return payments.reduce((left, { amount }) => left - amount, said.amount - waived);
}

/** What of the whole contract is neither paid nor given up. */
export function leftOf({ deliveries, amount, unused }: ContractState): number {
  return [...deliveries.values()].reduce(
    (left, { waived, payments }) =>
      payments.reduce((rest, payment) => rest - payment.amount, left - waived),
    amount - unused,
  );
}

function afterStep(
  before: DeliveryState,
  act: Exclude<Extract<ContractAct, { readonly delivery: string }>, { readonly kind: 'delivered' }>,
  on: CivilDate,
): DeliveryState {
  switch (act.kind) {
    case 'asked':
      return before.askedOn === undefined ? { ...before, askedOn: on } : before;
    case 'seen':
      return before.seenOn === undefined ? { ...before, seenOn: on } : before;
    case 'confirmed':
      return { ...before, confirmed: { on, amount: act.amount } };
    case 'disputed':
      return { ...before, disputed: { amount: act.amount, reason: act.reason, on } };
    case 'settled': {
      const { disputed, ...rest } = before;
      return { ...rest, waived: before.waived + Math.max(0, (disputed?.amount ?? 0) - act.owed) };
    }
    case 'paid':
      return { ...before, payments: [...before.payments, { on: act.paidOn, amount: act.amount }] };
    case 'still-unpaid':
      return { ...before, checkedOn: on };
    case 'complained':
      return { ...before, caseId: act.caseId };
  }
}

function breachesOf(steps: readonly ContractStep[]): readonly BreachState[] {
  const after = (kind: 'breach-admitted' | 'breach-withdrawn', place: number) =>
    steps.find(({ act }) => act.kind === kind && act.place === place)?.on;
  return steps.flatMap(({ act, place, by, on }): BreachState[] => {
    if (act.kind !== 'breach-claimed') return [];
    const admittedOn = after('breach-admitted', place);
    const withdrawnOn = after('breach-withdrawn', place);
    return [
      {
        ...{ place, on, text: act.text, of: by === 'supplier' ? 'buyer' : 'supplier' },
        ...(admittedOn === undefined ? {} : { admittedOn }),
        ...(withdrawnOn === undefined ? {} : { withdrawnOn }),
      },
    ];
  });
}
