import { formatAmount, roundToTwoDigits, type CivilDate, type Money } from '@credence/domain';

import type { ContractState, DeliveryState } from '../fold-contracts.ts';
import { acceptedDelivery, ocdsVersion, type Release, type ReleasePackage } from './ocds.ts';

/** Scheme of unified social credit codes in the list of organisation identifiers. */
const codeScheme = 'CN-SCJGJ';

/** Contracts of one payer as a release package. */
export function toReleasePackage(
  states: readonly ContractState[],
  given: {
    readonly publisher: string;
    readonly uri: string;
    readonly on: CivilDate;
    /** Suppliers by name and exact sums, whatever they wished: for the operator alone. */
    readonly whole: boolean;
  },
): ReleasePackage {
  return {
    uri: given.uri,
    version: ocdsVersion,
    publishedDate: moment(given.on),
    publisher: { name: given.publisher },
    releases: states.map((state) => toRelease(state, given)),
  };
}

function toRelease(
  state: ContractState,
  { on, whole }: { readonly on: CivilDate; readonly whole: boolean },
): Release {
  const { contract } = state;
  const { contractId, buyer, supplier } = contract;
  const named = whole || state.named;
  const money = (amount: number): Money => ({ amount, currency: contract.currency });
  const sum = (amount: number) => valueOf(named ? money(amount) : roundToTwoDigits(money(amount)));
  const supplierId = named ? (supplier.code ?? 'supplier') : 'supplier';
  const { terms } = contract;
  const days = state.days;
  const paymentTerms = {
    ...(days === undefined ? {} : { days }),
    ...(terms.yearlyRate === undefined ? {} : { yearlyRatePartsPerMillion: terms.yearlyRate }),
  };
  return {
    ocid: contract.ocid ?? `ocds-credence-${contractId}`,
    id: `${contractId}-${state.steps.length}`,
    date: moment(state.steps.at(-1)?.on ?? on),
    tag: ['contract', 'implementation'],
    language: 'zh',
    initiationType: 'tender',
    parties: [
      partyOf(buyer.code ?? buyer.home ?? 'buyer', buyer, 'buyer'),
      named
        ? partyOf(supplierId, supplier, 'supplier')
        : { id: supplierId, name: '中小企业', roles: ['supplier'] },
    ],
    buyer: { id: buyer.code ?? buyer.home ?? 'buyer', name: buyer.name },
    awards: [{ id: 'award', suppliers: [{ id: supplierId, ...(named ? nameOf(supplier) : {}) }] }],
    contracts: [
      {
        id: contract.number,
        awardID: 'award',
        title: contract.title,
        status: isDone(state) ? 'terminated' : 'active',
        dateSigned: moment(contract.signedOn),
        value: sum(state.amount),
        ...(Object.keys(paymentTerms).length === 0 ? {} : { paymentTerms }),
        implementation: {
          milestones: [...plannedIn(state, sum), ...deliveredIn(state, sum, whole)],
          transactions: paymentsIn(state, sum, whole),
        },
      },
    ],
  };
}

function partyOf(
  id: string,
  { name, code }: { readonly name: string; readonly code?: string | undefined },
  role: string,
): Release['parties'][number] {
  const identifier = code === undefined ? {} : { identifier: { scheme: codeScheme, id: code } };
  return { id, name, ...identifier, roles: [role] };
}

function nameOf({ name }: { readonly name: string }) {
  return { name };
}

function valueOf(money: Money) {
  return { amount: Number(formatAmount(money)), currency: money.currency };
}

type ToValue = (amount: number) => { readonly amount: number; readonly currency: string };

function plannedIn({ milestones }: ContractState, sum: ToValue) {
  return milestones.map(({ milestone, title, dueOn, by, amount, met }) => ({
    ...{ id: milestone, title, type: by === 'buyer' ? 'financing' : 'engagement' },
    dueDate: moment(dueOn),
    ...(met === undefined ? {} : { dateMet: moment(met.on) }),
    status: met === undefined ? 'scheduled' : 'met',
    ...(amount === undefined ? {} : { value: sum(amount) }),
  }));
}

/** In public only what the payer itself has said it accepted: a claim of the other side is none. */
function isSaid({ saidBy, confirmed }: DeliveryState, whole: boolean): boolean {
  return whole || saidBy !== 'supplier' || confirmed !== undefined;
}

function deliveredIn({ deliveries }: ContractState, sum: ToValue, whole: boolean) {
  const said = [...deliveries.values()].filter((each) => isSaid(each, whole));
  return said.map(({ said }) => ({
    ...{ id: said.delivery, title: said.invoice ?? said.delivery, type: 'delivery' },
    ...{ code: acceptedDelivery, dateMet: moment(said.deliveredOn), status: 'met' },
    value: sum(said.amount),
  }));
}

/** A payment from a file keeps the id it had there. */
function paymentsIn({ steps, deliveries }: ContractState, sum: ToValue, whole: boolean) {
  return steps.flatMap(({ act, by, place }) => {
    if (act.kind !== 'paid') return [];
    const delivery = deliveries.get(act.delivery);
    if (delivery === undefined || !isSaid(delivery, whole)) return [];
    const id = by === 'file' ? act.proof : `payment-${place}`;
    return [
      { id, date: moment(act.paidOn), value: sum(act.amount), relatedDelivery: act.delivery },
    ];
  });
}

function isDone({ deliveries, amount }: ContractState): boolean {
  const paid = [...deliveries.values()].flatMap(({ payments }) => payments);
  return paid.reduce((left, payment) => left - payment.amount, amount) <= 0;
}

/** The standard knows moments alone; a civil day is its first one. */
function moment(day: CivilDate): string {
  return `${day}T00:00:00Z`;
}
