import {
  addDays,
  chooseRate,
  isBefore,
  later,
  overdueInterest,
  paymentDue,
  tranchesOf,
  type CivilDate,
  type PaymentRule,
  type Tranche,
} from '@credence/domain';
import { clockDays, paymentLawOf, type PaymentLaw, type Rulebook } from '@credence/rulebook';

import { confirmationCard } from '../case/effect/payment-effect.ts';
import { isProtected } from '../entry/contract-payload.ts';
import type { DeliveryView, TrancheView } from './contract.ts';
import type { ContractState, DeliveryState } from './fold-contracts.ts';

/** The step by which an edition says how long a debtor has to confirm what it owes. */
const confirming = 'confirm_receivable';

/** The rule on payment of the day on which something was handed over. */
export function paymentLawOn(rulebook: Rulebook, day: CivilDate): PaymentLaw | undefined {
  const edition = rulebook.on(day);
  return edition === undefined ? undefined : paymentLawOf(edition, day);
}

/**
 * Every delivery of a contract as of a day: when each part of its price is due, what is still owed,
 * and what runs on it. One from before the rule has no clock here.
 */
export function viewDeliveries(
  state: ContractState,
  rulebook: Rulebook,
  asOf: CivilDate,
): readonly DeliveryView[] {
  return [...state.deliveries.values()].flatMap((delivery) => {
    const law = paymentLawOn(rulebook, delivery.said.deliveredOn);
    return law === undefined ? [] : [viewDelivery({ state, delivery, law, rulebook }, asOf)];
  });
}

interface Owing {
  readonly state: ContractState;
  readonly delivery: DeliveryState;
  readonly law: PaymentLaw;
  readonly rulebook: Rulebook;
}

function viewDelivery(owing: Owing, asOf: CivilDate): DeliveryView {
  const { state, delivery, law, rulebook } = owing;
  const { said, disputed, waived } = delivery;
  const { terms, payer, signedOn } = state.contract;
  const rule = ruleFor(law, state);
  const due = paymentDue(rule, {
    ...{ payer, deliveredOn: said.deliveredOn, suspended: state.rests },
    ...(state.days === undefined ? {} : { agreedDays: state.days }),
    ...(said.test === undefined ? {} : { test: said.test }),
  });
  const agreed = terms.yearlyRate === undefined ? {} : { agreedYearly: terms.yearlyRate };
  const reached = isProtected(state.contract);
  const rate = reached ? chooseRate(rule, { signedOn, ...agreed }) : agreedRate(terms.yearlyRate);
  const parts = tranchesOf({
    ...{ amount: said.amount - waived, dueOn: due.dueOn },
    ...(said.retention === undefined ? {} : { retention: said.retention }),
    ...(disputed === undefined ? {} : { disputed: disputed.amount }),
  });
  const tranches = withPayments(parts, delivery).map(({ part, payments }): TrancheView => {
    const paid = payments
      .filter(({ on }) => !isBefore(asOf, on))
      .reduce((sum, { amount }) => sum + amount, 0);
    const { kind, amount } = part;
    const balance = amount - paid;
    if (part.kind === 'disputed') return { kind, amount, paid, balance, overdue: false };
    const { dueOn } = part;
    const debt = { amount, dueOn, payments, suspended: state.rests };
    const interest = overdueInterest(rule, rate, { debt, asOf });
    return {
      ...{ kind, amount, paid, balance, dueOn },
      overdue: balance > 0 && isBefore(dueOn, asOf),
      ...(interest.total === 0 ? {} : { interest }),
    };
  });
  const sumOf = (of: (part: TrancheView) => number) => tranches.reduce((sum, t) => sum + of(t), 0);
  const view: DeliveryView = {
    ...{ delivery: said.delivery, deliveredOn: said.deliveredOn, amount: said.amount - waived },
    ...(said.invoice === undefined ? {} : { invoice: said.invoice }),
    ...{ partial: said.partial ?? false, due, rate, tranches },
    balance: sumOf(({ balance }) => balance),
    overdue: sumOf(({ overdue, balance }) => (overdue ? balance : 0)),
    interest: sumOf(({ interest }) => interest?.total ?? 0),
    ...askedOf(delivery, rulebook, asOf),
    ...(delivery.confirmed === undefined ? {} : { confirmedOn: delivery.confirmed.on }),
    ...(disputed === undefined ? {} : { disputedBecause: disputed.reason }),
    ...(delivery.caseId === undefined ? {} : { caseId: delivery.caseId }),
  };
  const shown = reached ? shownIn(delivery, view, asOf) : undefined;
  return shown === undefined ? view : { ...view, shown };
}

/** Where the law gives no rate, only what was agreed runs. */
function agreedRate(yearlyRate = 0): DeliveryView['rate'] {
  return { rate: { parts: yearlyRate, per: 'year' }, because: 'not-protected' };
}

/**
 * The rule as it binds a contract: what was agreed before there was a limit, or where there is none, is
 * not cut by it, and not held against a rate of later days.
 *
 * Legal source: guard G15.
 */
function ruleFor({ rule, card }: PaymentLaw, { contract, days = 0 }: ContractState): PaymentRule {
  const { payer, signedOn } = contract;
  if (isProtected(contract) && !isBefore(signedOn, card.inForce.from)) return rule;
  const term = rule.terms[payer];
  return {
    terms: { ...rule.terms, [payer]: { ...term, most: Math.max(term.most, days) } },
    interest: { ...rule.interest, reference: [] },
  };
}

/** Payments fill the parts in the order of their days; what is disputed comes last. */
function withPayments(parts: readonly Tranche[], { payments }: DeliveryState) {
  const order = parts.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const left = payments.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map((each) => ({ ...each }));
  return order.map((part) => {
    let open = part.amount;
    const own: { on: CivilDate; amount: number }[] = [];
    for (const payment of left) {
      const amount = Math.min(open, payment.amount);
      if (amount === 0) continue;
      own.push({ on: payment.on, amount });
      payment.amount -= amount;
      open -= amount;
    }
    return { part, payments: own };
  });
}

function dayOf(part: Tranche): string {
  return part.kind === 'disputed' ? '9999-12-31' : part.dueOn;
}

function askedOf({ askedOn, seenOn }: DeliveryState, rulebook: Rulebook, asOf: CivilDate) {
  const edition = rulebook.on(asOf);
  const card = edition === undefined ? undefined : confirmationCard(edition);
  const confirmBy =
    seenOn === undefined || edition === undefined || card === undefined
      ? undefined
      : clockDays(edition, card, { service: seenOn }).get(confirming);
  return {
    ...(askedOn === undefined ? {} : { askedOn }),
    ...(seenOn === undefined ? {} : { seenOn }),
    ...(confirmBy === undefined ? {} : { confirmBy }),
  };
}

/**
 * Whether a late payment may be shown: the payer confirmed the debt, or let the days of the law pass
 * after it had seen what it was asked. What it disputes is never part of it.
 *
 * Legal source: guard N18.
 */
function shownIn(
  delivery: DeliveryState,
  { overdue, tranches, confirmBy }: DeliveryView,
  asOf: CivilDate,
): DeliveryView['shown'] {
  if (overdue === 0) return undefined;
  const firstLate = tranches
    .flatMap(({ overdue: isLate, dueOn }) => (isLate && dueOn !== undefined ? [dueOn] : []))
    .reduce((a, b) => (a < b ? a : b));
  const { confirmed, disputed, payments } = delivery;
  const silent = confirmed === undefined && disputed === undefined ? confirmBy : undefined;
  const ground =
    confirmed === undefined
      ? silent === undefined
        ? undefined
        : ({ because: 'unanswered', on: addDays(silent, 1) } as const)
      : ({ because: 'confirmed', on: confirmed.on } as const);
  if (ground === undefined) return undefined;
  const from = later(ground.on, addDays(firstLate, 1));
  // What was confirmed is shown, less what has been paid since; the rest nobody has confirmed.
  const since = payments.reduce(
    (sum, { on, amount }) =>
      confirmed === undefined || isBefore(on, confirmed.on) ? sum : sum + amount,
    0,
  );
  const most = confirmed === undefined ? overdue : confirmed.amount - since;
  const amount = Math.min(overdue, most);
  if (amount <= 0 || isBefore(asOf, from)) return undefined;
  return { because: ground.because, from, amount };
}
