import {
  formatAmount,
  isBefore,
  roundToTwoDigits,
  type CivilDate,
  type Money,
} from '@credence/domain';

import { leftOf, type ContractState, type DeliveryState } from '../fold-contracts.ts';
import {
  acceptedDelivery,
  ocdsVersion,
  ocidOf,
  type Release,
  type ReleasePackage,
} from './ocds.ts';

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
  const payer = referenceTo(buyer, buyer.home ?? 'buyer');
  const payee = named ? referenceTo(supplier, 'supplier') : { id: 'supplier', name: unnamed };
  const { terms } = contract;
  const days = state.days;
  const paymentTerms = {
    ...(days === undefined ? {} : { days }),
    ...(terms.yearlyRate === undefined ? {} : { yearlyRatePartsPerMillion: terms.yearlyRate }),
  };
  const amendments = amendmentsIn(state, named);
  return {
    ocid: ocidOf(contract),
    id: `${contractId}-${state.steps.length}`,
    date: moment(state.steps.at(-1)?.on ?? on),
    tag: ['contract', 'implementation', ...(amendments.length === 0 ? [] : ['contractAmendment'])],
    language: 'zh',
    initiationType: 'tender',
    parties: [
      { ...partyOf(payer, buyer, 'buyer'), ...scaleOf(contract.sizes?.buyerIsLarge && 'large') },
      {
        ...(named ? partyOf(payee, supplier, 'supplier') : { ...payee, roles: ['supplier'] }),
        ...scaleOf(contract.sizes && (contract.sizes.supplierIsSmall ? 'sme' : 'large')),
      },
    ],
    buyer: payer,
    awards: [{ id: 'award', status: 'active', suppliers: [payee] }],
    contracts: [
      {
        id: contract.number,
        awardID: 'award',
        title: contract.title,
        status: leftOf(state) <= 0 ? 'terminated' : 'active',
        dateSigned: moment(contract.signedOn),
        value: sum(state.amount),
        ...(Object.keys(paymentTerms).length === 0 ? {} : { paymentTerms }),
        ...(amendments.length === 0 ? {} : { amendments }),
        implementation: {
          milestones: [...plannedIn(state, sum, { on, whole }), ...deliveredIn(state, sum, whole)],
          transactions: paymentsIn(state, sum, whole).map((each) => ({ ...each, payer, payee })),
        },
      },
    ],
  };
}

/** What a supplier is called that does not wish to be named. */
const unnamed = '中小企业';

type Party = { readonly name: string; readonly code?: string | undefined };

/** Scheme and code where there is a code, as the standard advises. */
function referenceTo({ name, code }: Party, otherwise: string) {
  return { id: code === undefined ? otherwise : `${codeScheme}-${code}`, name };
}

function scaleOf(scale: string | false | undefined) {
  return scale === undefined || scale === false ? {} : { details: { scale } };
}

function partyOf(
  reference: ReturnType<typeof referenceTo>,
  { code }: Party,
  role: string,
): Release['parties'][number] {
  const identifier = code === undefined ? {} : { identifier: { scheme: codeScheme, id: code } };
  return { ...reference, ...identifier, roles: [role] };
}

/** Changes both sides agreed to; why, only where the supplier may be known. */
function amendmentsIn({ proposals }: ContractState, named: boolean) {
  return proposals.flatMap(({ place, said, agreedOn }) =>
    agreedOn === undefined
      ? []
      : [
          {
            ...{ id: amendmentId(place), date: moment(agreedOn) },
            ...(named ? { rationale: said.reason } : {}),
          },
        ],
  );
}

/** How an agreed change is called in files. */
export function amendmentId(place: number): string {
  return `amendment-${place}`;
}

/** How a payment made here is called in files; one from a file keeps the id it had there. */
export function paymentId({
  act,
  by,
  place,
}: Pick<ContractState['steps'][number], 'act' | 'by' | 'place'>): string {
  return by === 'file' && 'proof' in act ? act.proof : `payment-${place}`;
}

function valueOf(money: Money) {
  return { amount: Number(formatAmount(money)), currency: money.currency };
}

type ToValue = (amount: number) => { readonly amount: number; readonly currency: string };

function plannedIn(
  { milestones }: ContractState,
  sum: ToValue,
  { on, whole }: { readonly on: CivilDate; readonly whole: boolean },
) {
  return milestones.map(({ milestone, title, dueOn, by, amount, met }) => {
    // In public as on the page: of a payment, or of the supplier, lateness is not told here.
    const isTold = whole || (by === 'buyer' && amount === undefined);
    const open = isTold && isBefore(dueOn, on) ? 'notMet' : 'scheduled';
    return {
      ...{ id: milestone, title, type: by === 'buyer' ? 'financing' : 'engagement' },
      dueDate: moment(dueOn),
      // Beside the last day, the day on which it was met would say so all the same.
      ...(met === undefined || !isTold ? {} : { dateMet: moment(met.on) }),
      status: met === undefined ? open : 'met',
      ...(amount === undefined ? {} : { value: sum(amount) }),
    };
  });
}

/** In public only what the payer itself has said it accepted: a claim of the other side is none. */
function isSaid({ saidBy, confirmed }: DeliveryState, whole: boolean): boolean {
  return whole || saidBy !== 'supplier' || confirmed !== undefined;
}

function deliveredIn({ deliveries }: ContractState, sum: ToValue, whole: boolean) {
  const said = [...deliveries.values()].filter((each) => isSaid(each, whole));
  return said.map(({ said: { delivery, invoice, deliveredOn, amount, ...more } }) => ({
    ...{ id: delivery, title: invoice ?? delivery, type: 'delivery' },
    ...{ code: acceptedDelivery, dateMet: moment(deliveredOn), status: 'met' },
    value: sum(amount),
    ...(more.partial === true ? { partial: true } : {}),
    ...(whole ? agreedOf(more, sum) : {}),
  }));
}

/** What two sides agreed about a delivery, for whoever reads the whole. */
function agreedOf(
  { test, retention }: Pick<DeliveryState['said'], 'test' | 'retention'>,
  sum: ToValue,
) {
  const { endsOn, passedOn } = test ?? {};
  const met = passedOn === undefined ? {} : { dateMet: moment(passedOn) };
  return {
    ...(endsOn === undefined ? {} : { acceptanceTest: { endDate: moment(endsOn), ...met } }),
    ...(retention === undefined
      ? {}
      : { retention: { value: sum(retention.amount), dueDate: moment(retention.dueOn) } }),
  };
}

function paymentsIn({ steps, deliveries }: ContractState, sum: ToValue, whole: boolean) {
  return steps.flatMap((step) => {
    const { act } = step;
    if (act.kind !== 'paid' && act.kind !== 'advanced') return [];
    const payment = { id: paymentId(step), date: moment(act.paidOn), value: sum(act.amount) };
    if (act.kind === 'advanced') return [payment];
    const delivery = deliveries.get(act.delivery);
    if (delivery === undefined || !isSaid(delivery, whole)) return [];
    return [{ ...payment, relatedDelivery: act.delivery }];
  });
}

/** The standard knows moments alone; a civil day is its first one. */
function moment(day: CivilDate): string {
  return `${day}T00:00:00Z`;
}
