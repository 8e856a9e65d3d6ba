import type { CivilDate } from '@credence/domain';

import type { ContractAct, ContractPayload } from '../../entry/contract-payload.ts';
import { foldContract, type ContractState, type ContractStep } from '../fold-contracts.ts';
import { acceptedDelivery, type OcdsContract, type OcdsMilestone } from './ocds.ts';
import type { ValueReader } from './read-values.ts';
import { amendmentId, paymentId } from './to-release.ts';

type Milestone = ContractPayload['milestones'][number];
type Delivered = Extract<ContractAct, { readonly kind: 'delivered' }>;

/**
 * What a release adds to a contract: changes of it first, then what was accepted, met and paid. What
 * is known by its id is no news; known under the same id with another sum or day is a fault.
 */
export function stepsOfFile(
  before: ContractState,
  given: OcdsContract,
  { reader, today }: { readonly reader: ValueReader; readonly today: CivilDate },
): ContractState {
  let state = before;
  const add = (act: ContractAct): void => {
    const place = state.steps.length;
    const step: ContractStep = {
      ...{ contractId: state.contract.contractId, on: today },
      by: 'file',
      act,
      place,
    };
    state = foldContract(state.contract, [...state.steps, step]);
  };
  const agree = (change: Omit<Extract<ContractAct, { kind: 'proposed' }>, 'kind'>): void => {
    add({ kind: 'proposed', ...change });
    add({ kind: 'agreed', place: state.steps.length - 1 });
  };
  for (const change of changesIn(state, given, reader)) agree(change);
  const { milestones, transactions } = given.implementation ?? {};
  for (const [index, each] of (milestones ?? []).entries()) {
    const path = `implementation/milestones/${index}`;
    const act = isDelivery(each)
      ? deliveredIn(state, each, { reader, path })
      : metIn(state, each, { reader, path });
    if (act !== undefined) add(act);
  }
  for (const [index, each] of (transactions ?? []).entries()) {
    const path = `implementation/transactions/${index}`;
    const act = paidIn(state, each, { reader, path });
    if (act !== undefined) add(act);
  }
  return state;
}

/** The milestones of a contract that comes for the first time; deliveries stand among its steps. */
export function milestonesOf(given: OcdsContract, reader: ValueReader): readonly Milestone[] {
  return (given.implementation?.milestones ?? []).flatMap((each, index) => {
    if (isDelivery(each)) return [];
    const milestone = milestoneIn(each, { reader, path: `implementation/milestones/${index}` });
    return milestone === undefined ? [] : [milestone];
  });
}

interface At {
  readonly reader: ValueReader;
  readonly path: string;
}

function milestoneIn(given: OcdsMilestone, { reader, path }: At): Milestone | undefined {
  const dueOn = reader.day(`${path}/dueDate`, given.dueDate, { future: true });
  const amount =
    given.value === undefined || given.value === null
      ? undefined
      : reader.sum(`${path}/value`, given.value);
  if (dueOn === undefined) return undefined;
  return {
    ...{ milestone: given.id, title: given.title ?? given.id, dueOn },
    by: given.type === 'financing' ? 'buyer' : 'supplier',
    ...(amount === undefined ? {} : { amount }),
  };
}

type Change = Omit<Extract<ContractAct, { readonly kind: 'proposed' }>, 'kind'>;

/** What both sides agreed to since: its reason is that of the newest amendment of the file. */
function changesIn(
  state: ContractState,
  given: OcdsContract,
  reader: ValueReader,
): readonly Change[] {
  const agreed = state.proposals.filter(({ agreedOn }) => agreedOn !== undefined);
  const reasons = (given.amendments ?? []).flatMap(({ id, rationale, description }) => {
    const says = rationale ?? description ?? id ?? 'OCDS';
    const isKnown = agreed.some(
      ({ place, by, said }) => amendmentId(place) === id || (by === 'file' && said.reason === says),
    );
    return isKnown ? [] : [says];
  });
  const reason = reasons.at(-1) ?? 'OCDS';
  const amount =
    given.value === undefined || given.value === null
      ? undefined
      : reader.sum('value', given.value);
  const days = given.paymentTerms?.days;
  const terms = {
    ...(amount === undefined || reader.isSame(amount, state.amount) ? {} : { amount }),
    ...(days === undefined || days === state.days ? {} : { days }),
  };
  const milestones = milestonesOf(given, reader).filter(
    (each) => !state.milestones.some((known) => isSameMilestone(each, known, reader)),
  );
  const changed = [
    ...(Object.keys(terms).length === 0 ? [] : [{ reason, ...terms }]),
    ...milestones.map((milestone) => ({ reason, milestone })),
  ];
  // An amendment that changes nothing which is read here is kept by its reason.
  const bare = changed.length === 0 ? reasons : reasons.slice(0, -1);
  return [...bare.map((each) => ({ reason: each })), ...changed];
}

function isSameMilestone(given: Milestone, known: Milestone, reader: ValueReader): boolean {
  const { milestone, dueOn, by, amount } = given;
  const isSum =
    amount === undefined || known.amount === undefined
      ? amount === known.amount
      : reader.isSame(amount, known.amount);
  return milestone === known.milestone && dueOn === known.dueOn && by === known.by && isSum;
}

function isDelivery({ code, type, status, value }: OcdsMilestone): boolean {
  const isAccepted = type === 'delivery' && status === 'met' && (value ?? undefined) !== undefined;
  return code === acceptedDelivery || isAccepted;
}

function deliveredIn(
  state: ContractState,
  given: OcdsMilestone,
  { reader, path }: At,
): Delivered | undefined {
  const deliveredOn = reader.day(`${path}/dateMet`, given.dateMet);
  const amount = reader.sum(`${path}/value`, given.value);
  if (deliveredOn === undefined || amount === undefined) return undefined;
  const known = state.deliveries.get(given.id)?.said;
  if (known !== undefined) {
    if (!reader.isSame(amount, known.amount)) {
      reader.fail(`${path}/value`, `${given.value?.amount}`, 'the sum it is known with');
    } else if (known.deliveredOn !== deliveredOn) {
      reader.fail(`${path}/dateMet`, deliveredOn, `${known.deliveredOn}, as it is known`);
    }
    return undefined;
  }
  const { title, partial, acceptanceTest: test, retention } = given;
  const held = retention === undefined || retention === null ? undefined : retention;
  const [amountHeld, dueOn] =
    held === undefined
      ? []
      : [
          reader.sum(`${path}/retention/value`, held.value),
          reader.day(`${path}/retention/dueDate`, held.dueDate, { future: true }),
        ];
  const endsOn =
    test?.endDate === undefined
      ? undefined
      : reader.day(`${path}/acceptanceTest/endDate`, test.endDate, { future: true });
  const passed = test?.dateMet ?? undefined;
  const passedOn =
    passed === undefined ? undefined : reader.day(`${path}/acceptanceTest/dateMet`, passed);
  return {
    ...{ kind: 'delivered', delivery: given.id, deliveredOn, amount },
    ...(title === undefined || title === null || title === given.id ? {} : { invoice: title }),
    ...(partial === true ? { partial } : {}),
    ...(amountHeld === undefined || dueOn === undefined
      ? {}
      : { retention: { amount: amountHeld, dueOn } }),
    ...(endsOn === undefined
      ? {}
      : { test: { endsOn, ...(passedOn === undefined ? {} : { passedOn }) } }),
  };
}

function metIn(
  state: ContractState,
  given: OcdsMilestone,
  { reader, path }: At,
): ContractAct | undefined {
  if (given.dateMet === undefined || given.dateMet === null) return undefined;
  const metOn = reader.day(`${path}/dateMet`, given.dateMet);
  const known = state.milestones.find(({ milestone }) => milestone === given.id);
  if (metOn === undefined || known === undefined || known.met !== undefined) return undefined;
  return { kind: 'met', milestone: given.id, metOn, proof: 'OCDS' };
}

type Transaction = NonNullable<NonNullable<OcdsContract['implementation']>['transactions']>[number];

function paidIn(
  state: ContractState,
  given: Transaction,
  { reader, path }: At,
): ContractAct | undefined {
  const paidOn = reader.day(`${path}/date`, given.date);
  const amount = reader.sum(`${path}/value`, given.value);
  if (paidOn === undefined || amount === undefined) return undefined;
  const [known] = state.steps.flatMap((step) => {
    const { act } = step;
    const isPayment = act.kind === 'paid' || act.kind === 'advanced';
    return isPayment && paymentId(step) === given.id ? [act] : [];
  });
  if (known !== undefined) {
    if (!reader.isSame(amount, known.amount)) {
      reader.fail(`${path}/value`, `${given.value?.amount}`, 'the sum it is known with');
    }
    return undefined;
  }
  const payment = { amount, paidOn, proof: given.id };
  const delivery = given.relatedDelivery ?? undefined;
  // For no delivery in particular: it goes to those that are open, the oldest first.
  if (delivery === undefined) return { kind: 'advanced', ...payment };
  if (state.deliveries.has(delivery)) return { kind: 'paid', delivery, ...payment };
  reader.fail(`${path}/relatedDelivery`, delivery, 'a delivery of this contract');
  return undefined;
}
