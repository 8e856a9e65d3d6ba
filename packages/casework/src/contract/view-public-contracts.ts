import {
  civilDate,
  daysBetween,
  isBefore,
  roundToTwoDigits,
  type CivilDate,
} from '@credence/domain';
import { paymentLawOf, type PaymentLaw } from '@credence/rulebook';

import type { Actor, Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { viewLatePayments } from '../view/late-payment-view.ts';
import { findPublicSubject, toSubjectLine, type PublicSubject } from '../view/subject-line.ts';
import type { LatePaymentView } from '../view/view.ts';
import { bodyHomes, judgedHomes } from './contract-entries.ts';
import type { ContractCasework, DisclosureLine, PublicContract } from './contract.ts';
import { foldContracts, leftOf, type ContractState } from './fold-contracts.ts';
import {
  firstDisclosedOn,
  foldDisclosures,
  foldPromises,
  type PromiseState,
} from './fold-promises.ts';
import { judgmentsOf, namedAbove, noticesAbove } from './judgments-of.ts';
import type { ContractParts } from './open-contract.ts';
import { complaintDays, paymentSayings } from './payment-sayings.ts';
import { toReleasePackage } from './ocds/to-release.ts';

/** Operator setting: as many bodies as one page can hold. */
const mostBodies = 500;

interface ReadBody {
  readonly home: string;
  readonly entries: readonly Entry[];
  readonly subject: PublicSubject;
}

/** Whoever pays and is a public body by what stands in public today; of others nothing is shown. */
async function readBodies(
  parts: ContractParts,
  answering: Answering,
  homes: readonly string[],
): Promise<readonly ReadBody[]> {
  const read = await parts.journal.entriesOfMany(homes);
  return homes.flatMap((home) => {
    const entries = read.get(home) ?? [];
    const subject = findPublicSubject(foldSubject(home, entries), answering);
    return subject?.kind === 'public_body' ? [{ home, entries, subject }] : [];
  });
}

/** @see {@link ContractCasework.listPublicBodies} */
export async function listPublicBodies(
  parts: ContractParts,
): ReturnType<ContractCasework['listPublicBodies']> {
  const answering = await startAnswer(parts);
  const all = [...(await bodyHomes(parts)), ...(await judgedHomes(parts))];
  const homes = [...new Set(all)].slice(0, mostBodies);
  const { clock, edition } = answering;
  const bodies = await readBodies(parts, answering, homes);
  const lines = bodies.map((body) => ({
    subject: toSubjectLine(body.subject, edition),
    contracts: runningIn(body.entries, clock).length,
    promises: foldPromises(body.entries).length,
    judgments: judgmentsOf(body, answering).length,
    latePayments: viewLatePayments(body.home, body.entries, answering).length,
  }));
  // A body of which nothing stands any more is in no answer: not as a line of noughts either.
  const shown = lines.filter((line) =>
    [line.contracts, line.promises, line.judgments, line.latePayments].some((count) => count > 0),
  );
  const nameOf = ({ subject }: (typeof lines)[number]) => subject.name ?? '';
  return { clock, bodies: shown.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) };
}

/** @see {@link ContractCasework.viewPublicContracts} */
export async function viewPublicContracts(
  parts: ContractParts,
  ...[home, asOf]: Parameters<ContractCasework['viewPublicContracts']>
): ReturnType<ContractCasework['viewPublicContracts']> {
  const answering = await startAnswer(parts, asOf);
  const [body] = uuid.test(home) ? await readBodies(parts, answering, [home.toLowerCase()]) : [];
  if (body === undefined) return { kind: 'not-found' };
  const { clock, edition } = answering;
  const { entries, subject } = body;
  const promises = bothDays(foldPromises(entries), foldPromises(entries, clock.day));
  const notices = await noticesAbove(parts, namedAbove(body, answering));
  const card = paymentLawOf(edition, clock.day)?.card;
  const complaint = complaintDays(edition);
  const year = Number(clock.today.slice(0, 4)) - 1;
  const owed = [year, year + 1].map((each) => ({ year: each, dueOn: disclosureDue(card, each) }));
  const said = new Set(foldDisclosures(entries).map((each) => each.year));
  const [next] = owed.flatMap(({ year: of, dueOn }) =>
    dueOn === undefined || said.has(of) || isBefore(dueOn, clock.today)
      ? []
      : [{ year: of, dueOn }],
  );
  return {
    kind: 'found',
    view: {
      clock,
      subject: toSubjectLine(subject, edition),
      judgments: judgmentsOf(body, answering, notices),
      law: paymentSayings(card, 'public_body', edition),
      ...(complaint === undefined ? {} : { complaint }),
      ...(next === undefined ? {} : { disclosure: next }),
      contracts: runningIn(entries, clock).map((state) => toPublic(state, clock.today)),
      latePayments: viewLatePayments(home, entries, answering),
      promises,
      disclosures: foldDisclosures(entries).filter(({ on }) => !isBefore(clock.day, on)),
    },
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** As they stand today, of those that were known on the day. */
function bothDays(
  now: readonly PromiseState[],
  then: readonly PromiseState[],
): readonly PromiseState[] {
  const known = new Set(then.map(({ promise }) => promise.promiseId));
  return now.filter(({ promise }) => known.has(promise.promiseId));
}

/** Contracts that were there on the day and are not performed and paid for today. */
function runningIn(
  entries: readonly Entry[],
  { today, day }: { readonly today: CivilDate; readonly day: CivilDate },
): readonly ContractState[] {
  const then = foldContracts(entries, day);
  return [...foldContracts(entries, today).values()].filter(
    (state) =>
      then.has(state.contract.contractId) &&
      state.contract.payer === 'public_body' &&
      isOwned(state) &&
      leftOf(state) > 0,
  );
}

/** The payer wrote it down, or has taken a step in it: a supplier's word alone is shown nowhere. */
function isOwned({ contract, steps }: ContractState): boolean {
  return (
    contract.by !== 'supplier' ||
    steps.some(({ by, act }) => by !== 'supplier' && act.kind !== 'seen')
  );
}

function toPublic(state: ContractState, today: CivilDate): PublicContract {
  const { contractId, number, title, signedOn, currency, supplier } = state.contract;
  const amount = { amount: state.amount, currency };
  return {
    ...{ contractId, number, title, signedOn },
    amount: state.named ? amount : roundToTwoDigits(amount),
    ...(state.named ? { supplier: supplier.name } : {}),
    milestones: state.milestones.map(({ title: says, by, dueOn, met, amount: price }) => {
      // Of a payment its lateness is shown above or not at all, as the law lets it.
      const isPast = met === undefined && price === undefined && isBefore(dueOn, today);
      const isLate = met !== undefined && price === undefined && isBefore(dueOn, met.on);
      const done = isLate ? 'met-late' : 'met';
      const open = isPast && by === 'buyer' ? 'past' : 'open';
      const state = met === undefined ? open : by === 'buyer' ? done : 'met';
      return { title: says, by, dueOn, state };
    }),
    admitted: state.breaches.flatMap(({ of, admittedOn }) =>
      admittedOn === undefined ? [] : [{ of, on: admittedOn }],
    ),
  };
}

/** @see {@link ContractCasework.viewDisclosures} */
export async function viewDisclosures(
  parts: ContractParts,
  asked?: number,
): ReturnType<ContractCasework['viewDisclosures']> {
  const answering = await startAnswer(parts);
  const { clock, edition } = answering;
  const year = asked ?? Number(clock.today.slice(0, 4)) - 1;
  const dueOn = disclosureDue(paymentLawOf(edition, clock.day)?.card, year);
  const yearEnd = civilDate(`${year}-12-31`);
  const homes = (await bodyHomes(parts)).slice(0, mostBodies);
  const bodies = await readBodies(parts, answering, homes);
  const lines = bodies.map(({ home, entries, subject }): DisclosureLine => {
    const said = foldDisclosures(entries).find((each) => each.year === year);
    const firstOn = firstDisclosedOn(entries).get(year);
    const day = isBefore(clock.today, yearEnd) ? clock.today : yearEnd;
    const known = viewLatePayments(home, entries, { ...answering, clock: { ...clock, day } });
    return {
      subject: toSubjectLine(subject, edition),
      ...(said === undefined ? {} : { said }),
      known: { contracts: known.length, amount: sumOf(known, edition.currency) },
      late: dueOn !== undefined && isBefore(dueOn, firstOn ?? clock.today),
    };
  });
  return { clock, year, ...(dueOn === undefined ? {} : { dueOn }), lines };
}

/** By when the word on a year is due; undefined where the law asks for none. */
function disclosureDue(card: PaymentLaw['card'] | undefined, year: number): CivilDate | undefined {
  return card === undefined ? undefined : civilDate(`${year + 1}-${card.disclosedBy}`);
}

function sumOf(late: readonly LatePaymentView[], currency: string) {
  const amount = late.reduce((sum, each) => sum + each.amount.amount, 0);
  return roundToTwoDigits({ amount, currency });
}

/** @see {@link ContractCasework.latePaymentsOf} */
export async function latePaymentsOf(
  parts: ContractParts,
  home: string,
): ReturnType<ContractCasework['latePaymentsOf']> {
  const answering = await startAnswer(parts);
  const [body] = await readBodies(parts, answering, [home]);
  if (body === undefined) return undefined;
  const { clock, edition } = answering;
  const late = viewLatePayments(home, body.entries, answering);
  const days = late.map(({ begins }) => daysBetween(begins, clock.today));
  const amount = sumOf(late, edition.currency);
  return { home, shown: late.length, amount, longestDays: Math.max(0, ...days) };
}

/** @see {@link ContractCasework.exportContracts} */
export async function exportContracts(
  parts: ContractParts,
  home: string,
  { wholeFor }: { readonly wholeFor?: Actor } = {},
): ReturnType<ContractCasework['exportContracts']> {
  const answering = await startAnswer(parts);
  const [body] = await readBodies(parts, answering, [home]);
  if (body === undefined) return { kind: 'not-found' };
  const { clock } = answering;
  const whole = wholeFor !== undefined;
  if (whole) {
    const access = { reader: wholeFor, purpose: 'supervision', fields: ['contracts'] };
    await parts.journal.readWithAccess(access, home);
  }
  const states = whole ? [...foldContracts(body.entries).values()] : runningIn(body.entries, clock);
  const publisher = body.subject.name ?? home;
  const uri = `urn:uuid:${home}`;
  return {
    kind: 'found',
    view: toReleasePackage(states, { publisher, uri, on: clock.today, whole }),
  };
}
