import { formatAmount, isBefore, problem, type CivilDate, type Problem } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import {
  isProtected,
  type ContractAct,
  type ContractActKind,
  type ContractSide,
} from '../entry/contract-payload.ts';
import { leftOf, openAmount, type ContractState, type DeliveryState } from './fold-contracts.ts';
import { paymentLawOn } from './owed.ts';

/** Which side may take which step. */
const seats: Readonly<Record<ContractActKind, readonly ContractSide[]>> = {
  delivered: ['supplier', 'buyer'],
  asked: ['supplier'],
  // Written by the register when the payer opens what it was asked.
  seen: [],
  confirmed: ['buyer'],
  disputed: ['buyer'],
  settled: ['buyer', 'supplier'],
  paid: ['buyer', 'supplier'],
  advanced: ['buyer', 'supplier'],
  'still-unpaid': ['supplier'],
  proposed: ['buyer', 'supplier'],
  agreed: ['buyer', 'supplier'],
  met: ['buyer', 'supplier'],
  'breach-claimed': ['buyer', 'supplier'],
  'breach-admitted': ['buyer', 'supplier'],
  'breach-withdrawn': ['buyer', 'supplier'],
  complained: ['supplier'],
  naming: ['supplier'],
};

/** What stands against a step of a side; empty: it may be taken. */
export function judgeStep(
  state: ContractState,
  act: ContractAct,
  given: { readonly seat: ContractSide; readonly today: CivilDate; readonly rulebook: Rulebook },
): readonly Problem[] {
  const { seat, today, rulebook } = given;
  const closed = problem('contract-step-closed', { act: act.kind, seat });
  if (!seats[act.kind].includes(seat) || !isOpen(state, act, seat)) return [closed];
  const day = dayOf(act);
  const { signedOn } = state.contract;
  if (day !== undefined && (isBefore(today, day) || isBefore(day, signedOn))) {
    return [problem('contract-day', { value: day, from: signedOn, until: today })];
  }
  const limit = limitOf(state, act);
  if ('amount' in act && limit !== undefined && act.amount > limit) {
    const said = (amount: number): string => {
      const { currency } = state.contract;
      return `${formatAmount({ amount, currency })} ${currency}`;
    };
    return [problem('contract-sum', { value: said(act.amount), limit: said(limit) })];
  }
  if (act.kind === 'delivered' && paymentLawOn(rulebook, act.deliveredOn) === undefined) {
    return [problem('contract-law-missing', { day: act.deliveredOn })];
  }
  if (act.kind === 'proposed' && act.days !== undefined) {
    const { payer } = state.contract;
    const term = paymentLawOn(rulebook, today)?.card.payers.find((each) => each.payer === payer);
    if (term !== undefined && isProtected(state.contract) && act.days > term.most) {
      const [{ source, at } = { source: '—', at: '—' }] = term.basis;
      const told = { received: act.days, accepted: term.most };
      const refusal = { clause: 'term_too_long', article: `${source}#${at}`, ...told };
      return [problem('contract-clause', refusal)];
    }
  }
  return [];
}

/** Kinds of steps a side may take now; what each says is judged when it is sent. */
export function openSteps(state: ContractState, seat: ContractSide): readonly ContractActKind[] {
  const has = (is: (delivery: DeliveryState) => boolean): boolean =>
    [...state.deliveries.values()].some(is);
  const some: Partial<Record<ContractActKind, boolean>> = {
    seen: false,
    asked: has(({ askedOn }) => askedOn === undefined),
    confirmed: has(({ confirmed }) => confirmed === undefined),
    disputed: has(({ disputed }) => disputed === undefined),
    settled: has(({ disputed }) => disputed !== undefined),
    paid: has((delivery) => openAmount(delivery) > 0),
    advanced: leftOf(state) > 0,
    'still-unpaid': has((delivery) => openAmount(delivery) > 0),
    complained: isProtected(state.contract) && has((delivery) => openAmount(delivery) > 0),
    agreed: state.proposals.some(({ by, agreedOn }) => by !== seat && agreedOn === undefined),
    met: state.milestones.some(({ met }) => met === undefined),
    'breach-admitted': state.breaches.some((each) => each.of === seat && isClaimed(each)),
    'breach-withdrawn': state.breaches.some((each) => each.of !== seat && isClaimed(each)),
  };
  const kinds = Object.keys(seats).filter(isKind);
  return kinds.filter((kind) => seats[kind].includes(seat) && some[kind] !== false);
}

function isKind(kind: string): kind is ContractActKind {
  return Object.hasOwn(seats, kind);
}

function isClaimed(breach: ContractState['breaches'][number]): boolean {
  return breach.admittedOn === undefined && breach.withdrawnOn === undefined;
}

function isOpen(state: ContractState, act: ContractAct, seat: ContractSide): boolean {
  switch (act.kind) {
    case 'delivered':
      return !state.deliveries.has(act.delivery);
    case 'agreed': {
      const proposal = state.proposals.find(({ place }) => place === act.place);
      return proposal !== undefined && proposal.by !== seat && proposal.agreedOn === undefined;
    }
    case 'met':
      return state.milestones.some(
        ({ milestone, met }) => milestone === act.milestone && met === undefined,
      );
    case 'breach-admitted':
    case 'breach-withdrawn': {
      const breach = state.breaches.find(({ place }) => place === act.place);
      const isOwn = act.kind === 'breach-admitted' ? breach?.of === seat : breach?.of !== seat;
      return breach !== undefined && isClaimed(breach) && isOwn;
    }
    case 'advanced':
      return leftOf(state) > 0;
    case 'complained':
      return (
        isProtected(state.contract) && isOpenFor(state.deliveries.get(act.delivery), act, seat)
      );
    case 'proposed':
    case 'breach-claimed':
    case 'naming':
      return true;
    default:
      return isOpenFor(state.deliveries.get(act.delivery), act, seat);
  }
}

function isOpenFor(
  delivery: DeliveryState | undefined,
  act: ContractAct,
  seat: ContractSide,
): boolean {
  if (delivery === undefined) return false;
  if (act.kind === 'settled') {
    const { disputed } = delivery;
    // The payer can only drop its dispute; to give up a part is the supplier's.
    return disputed !== undefined && (seat === 'supplier' || act.owed >= disputed.amount);
  }
  if (act.kind === 'asked') return delivery.askedOn === undefined;
  return act.kind === 'confirmed' || openAmount(delivery) > 0;
}

function limitOf(state: ContractState, act: ContractAct): number | undefined {
  if (act.kind === 'delivered') {
    const before = [...state.deliveries.values()].reduce((sum, { said }) => sum + said.amount, 0);
    return state.amount - before;
  }
  if (act.kind === 'advanced') return leftOf(state);
  if (!('delivery' in act)) return undefined;
  const delivery = state.deliveries.get(act.delivery);
  return delivery === undefined ? undefined : openAmount(delivery);
}

function dayOf(act: ContractAct): CivilDate | undefined {
  if (act.kind === 'delivered') return act.deliveredOn;
  if (act.kind === 'paid' || act.kind === 'advanced') return act.paidOn;
  return act.kind === 'met' ? act.metOn : undefined;
}
