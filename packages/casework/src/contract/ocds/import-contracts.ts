import {
  jsonOf,
  parseAmount,
  parseCivilDate,
  problem,
  type CivilDate,
  type Problem,
} from '@credence/domain';
import type { z } from 'zod';

import { findSubjectHome } from '../../case/desk/find-subject-home.ts';
import { headOf } from '../../access/find-home.ts';
import type { CaseParts } from '../../case/desk/open-desk.ts';
import type { ContractAct, ContractPayload } from '../../entry/contract-payload.ts';
import { holdsPersonData } from '../../intake/person-scan.ts';
import type { Access, Actor, Entry, NewEntry } from '../../port/journal.ts';
import { derivedHome } from '../../supply/derived-home.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { contractEntries, stepEntry } from '../contract-entries.ts';
import { foldContracts, type ContractState } from '../fold-contracts.ts';
import { isPublicBody } from '../take-steps.ts';
import {
  acceptedDelivery,
  releasePackage,
  type OcdsContract,
  type OcdsParty,
  type Release,
} from './ocds.ts';

/** What a file of releases brought, or everything that is wrong with it. */
export type ImportedContracts =
  | {
      readonly kind: 'taken';
      readonly contracts: number;
      /** Contracts that were known, and of those with something new. */
      readonly known: number;
      readonly continued: number;
      readonly steps: number;
      /** Fields about people that were not read, and releases set aside because of them. */
      readonly personFields: number;
      readonly setAside: number;
      /** Nothing was stored: it was asked only. */
      readonly check: boolean;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** As much as a person can read at once. */
const mostProblems = 50;

/** Fields of a party that tell about people. */
const personFields = ['contactPoint', 'address', 'additionalContactPoints', 'persons'];

interface Planned {
  readonly home: string;
  readonly contract: ContractPayload;
  readonly steps: readonly ContractAct[];
}

/**
 * Takes the contracts of a release package: all of them, or nothing. Whoever pays has to be on the
 * register; what tells about people is not read, and a release with a person as a party is set aside.
 */
export async function importContracts(
  parts: CaseParts,
  command: { readonly actor: Actor; readonly file: string; readonly check?: boolean },
): Promise<ImportedContracts> {
  const given = jsonIn(command.file);
  if (given === undefined) {
    return { kind: 'refused', problems: [invalid('', 'no JSON', 'a release package')] };
  }
  const read = releasePackage.safeParse(given);
  if (!read.success) return { kind: 'refused', problems: faultsOf(read.error, given) };
  const { clock, edition } = await startAnswer(parts);
  const planned: Planned[] = [];
  const problems: Problem[] = [];
  const access = { reader: command.actor, purpose: 'intake', fields: ['contracts'] };
  const known = new Map<string, readonly Entry[]>();
  let [setAside, dropped] = [0, 0];
  for (const [index, release] of read.data.releases.entries()) {
    dropped += release.parties.flatMap((each) => personFields.filter((f) => f in each)).length;
    if (release.parties.some(isPerson)) {
      setAside += 1;
      continue;
    }
    const path = `/releases/${index}`;
    const one = await planRelease(parts, release, {
      path,
      today: clock.today,
      currency: edition.currency,
      access,
      known,
    });
    planned.push(...one.planned);
    problems.push(...one.problems);
  }
  if (problems.length > 0) return { kind: 'refused', problems: problems.slice(0, mostProblems) };
  const check = command.check === true;
  const stored = await store(parts, planned, {
    actor: command.actor,
    today: clock.today,
    check,
    known,
  });
  return { kind: 'taken', ...stored, personFields: dropped, setAside, check };
}

function isPerson({ name, identifier }: OcdsParty): boolean {
  return [name, identifier?.id].some((text) => text !== undefined && holdsPersonData(text));
}

async function planRelease(
  parts: CaseParts,
  release: Release,
  given: {
    readonly path: string;
    readonly today: CivilDate;
    readonly currency: string;
    readonly access: Access;
    readonly known: Map<string, readonly Entry[]>;
  },
): Promise<{ readonly planned: readonly Planned[]; readonly problems: readonly Problem[] }> {
  const { path, today, currency, access, known } = given;
  const buyer = release.parties.find(({ id }) => id === release.buyer.id);
  const code = buyer?.identifier?.id;
  const home = code === undefined ? undefined : await findSubjectHome(parts, { by: 'code', code });
  if (home === undefined || code === undefined) {
    const at = `${path}/buyer/id`;
    const accepted = 'a party whose identifier is on the register';
    return { planned: [], problems: [invalid(at, release.buyer.id, accepted)] };
  }
  // Once for each payer of the file, however many releases it has.
  const entries = known.get(home) ?? (await parts.journal.readWithAccess(access, home));
  known.set(home, entries);
  const head = headOf(home, entries);
  const payer = isPublicBody({ home, entries }) ? 'public_body' : 'large_enterprise';
  const problems: Problem[] = [];
  const planned: Planned[] = [];
  for (const [index, each] of (release.contracts ?? []).entries()) {
    const at = `${path}/contracts/${index}`;
    const supplierId = release.awards?.find(({ id }) => id === each.awardID)?.suppliers?.[0]?.id;
    const supplier = release.parties.find(({ id }) => id === supplierId);
    if (supplier?.name === undefined) {
      const accepted = 'an award with one supplier among the parties';
      problems.push(invalid(`${at}/awardID`, each.awardID, accepted));
      continue;
    }
    const supplierCode = supplier.identifier?.id;
    const supplierHome =
      supplierCode === undefined
        ? undefined
        : await findSubjectHome(parts, { by: 'code', code: supplierCode });
    const reader = readerOf(at, { today, currency, problems });
    const signedOn = reader.day('dateSigned', each.dateSigned);
    const amount = reader.sum('value', each.value);
    if (signedOn === undefined || amount === undefined) continue;
    planned.push({
      home,
      contract: {
        contractId: derivedHome(`ocds ${release.ocid} ${each.id}`),
        ...{ on: today, by: 'file', ocid: release.ocid, number: each.id, signedOn, amount },
        ...{ title: each.title ?? each.id, currency, payer },
        buyer: { home, name: head?.name ?? buyer?.name ?? code, code },
        supplier: {
          ...(supplierHome === undefined ? {} : { home: supplierHome }),
          name: supplier.name,
          ...(supplierCode === undefined ? {} : { code: supplierCode }),
        },
        terms: termsOf(each),
        milestones: milestonesOf(each, reader),
      },
      steps: stepsOf(each, reader),
    });
  }
  return { planned, problems };
}

function termsOf({ paymentTerms }: OcdsContract): ContractPayload['terms'] {
  const { days, yearlyRatePartsPerMillion: yearlyRate } = paymentTerms ?? {};
  return {
    ...(days === undefined ? {} : { days }),
    ...(yearlyRate === undefined ? {} : { yearlyRate }),
  };
}

type Reader = ReturnType<typeof readerOf>;

/** Reads days and sums, and keeps what cannot be read with its path. */
function readerOf(
  at: string,
  given: { readonly today: CivilDate; readonly currency: string; readonly problems: Problem[] },
) {
  const { today, currency, problems } = given;
  return {
    fail: (path: string, received: string, accepted: string): void => {
      problems.push(invalid(`${at}/${path}`, received, accepted));
    },
    day: (path: string, text: string, future = false): CivilDate | undefined => {
      const day = parseCivilDate(text.slice(0, 10));
      if (day !== undefined && (future || day <= today)) return day;
      problems.push(invalid(`${at}/${path}`, text, `a day that exists, up to ${today}`));
      return undefined;
    },
    sum: (
      path: string,
      { amount, currency: own }: { readonly amount: number; readonly currency: string },
    ): number | undefined => {
      const parsed = parseAmount(String(amount), { currency, unit: 'base' });
      if (own === currency && parsed.kind === 'amount' && parsed.money.amount > 0) {
        return parsed.money.amount;
      }
      problems.push(invalid(`${at}/${path}`, `${amount} ${own}`, `a sum in ${currency}`));
      return undefined;
    },
  };
}

function isDelivery({ code, type, status, value }: Milestone): boolean {
  return (
    code === acceptedDelivery || (type === 'delivery' && status === 'met' && value !== undefined)
  );
}

type Milestone = NonNullable<NonNullable<OcdsContract['implementation']>['milestones']>[number];

function milestonesOf(each: OcdsContract, reader: Reader): ContractPayload['milestones'] {
  return (each.implementation?.milestones ?? []).flatMap((given, index) => {
    if (isDelivery(given)) return [];
    const path = `implementation/milestones/${index}`;
    if (given.dueDate === undefined) {
      reader.fail(`${path}/dueDate`, 'nothing', 'a day');
      return [];
    }
    const dueOn = reader.day(`${path}/dueDate`, given.dueDate, true);
    const amount = given.value === undefined ? undefined : reader.sum(`${path}/value`, given.value);
    if (dueOn === undefined) return [];
    return [
      {
        ...{ milestone: given.id, title: given.title ?? given.id, dueOn },
        by: given.type === 'financing' ? ('buyer' as const) : ('supplier' as const),
        ...(amount === undefined ? {} : { amount }),
      },
    ];
  });
}

function stepsOf(each: OcdsContract, reader: Reader): readonly ContractAct[] {
  const { milestones = [], transactions = [] } = each.implementation ?? {};
  const steps: ContractAct[] = [];
  for (const [index, given] of milestones.entries()) {
    const path = `implementation/milestones/${index}`;
    if (given.dateMet === undefined) continue;
    const metOn = reader.day(`${path}/dateMet`, given.dateMet);
    if (metOn === undefined) continue;
    if (!isDelivery(given)) {
      steps.push({ kind: 'met', milestone: given.id, metOn, proof: 'OCDS' });
      continue;
    }
    if (given.value === undefined) {
      reader.fail(`${path}/value`, 'nothing', 'the sum of what was accepted');
      continue;
    }
    const amount = reader.sum(`${path}/value`, given.value);
    if (amount === undefined) continue;
    const invoice =
      given.title === undefined || given.title === given.id ? {} : { invoice: given.title };
    steps.push({ kind: 'delivered', delivery: given.id, ...invoice, deliveredOn: metOn, amount });
  }
  const first = steps.find(({ kind }) => kind === 'delivered');
  for (const [index, given] of transactions.entries()) {
    const path = `implementation/transactions/${index}`;
    const paidOn = reader.day(`${path}/date`, given.date);
    const amount = reader.sum(`${path}/value`, given.value);
    const wanted =
      given.relatedDelivery ?? (first?.kind === 'delivered' ? first.delivery : undefined);
    const delivery = steps.find((step) => step.kind === 'delivered' && step.delivery === wanted);
    if (delivery?.kind !== 'delivered') {
      reader.fail(`${path}/relatedDelivery`, wanted ?? 'nothing', 'a delivery of this contract');
      continue;
    }
    if (paidOn === undefined || amount === undefined) continue;
    steps.push({ kind: 'paid', delivery: delivery.delivery, amount, paidOn, proof: given.id });
  }
  return steps;
}

/** One transaction for each payer; a file that comes again adds what is new in it. */
async function store(
  parts: CaseParts,
  planned: readonly Planned[],
  {
    actor,
    today,
    check,
    known,
  }: {
    readonly actor: Actor;
    readonly today: CivilDate;
    readonly check: boolean;
    readonly known: ReadonlyMap<string, readonly Entry[]>;
  },
) {
  const counts = { contracts: 0, known: 0, continued: 0, steps: 0 };
  const entries: NewEntry[] = [];
  const bodies = new Set<string>();
  for (const { home, contract, steps } of planned) {
    const before = foldContracts(known.get(home) ?? []).get(contract.contractId);
    const fresh = steps.filter((act) => before === undefined || !isKnown(before, act));
    counts.contracts += before === undefined ? 1 : 0;
    counts.known += before === undefined ? 0 : 1;
    counts.continued += before !== undefined && fresh.length > 0 ? 1 : 0;
    counts.steps += fresh.length;
    if (before === undefined) {
      entries.push(...(await contractEntries(parts, home, contract, bodies)));
    }
    const { contractId } = contract;
    entries.push(
      ...fresh.map((act) => stepEntry(parts, home, { contractId, on: today, by: 'file', act })),
    );
  }
  if (!check && entries.length > 0) {
    const outcome = await parts.journal.record({ actor, purpose: 'intake', basis: [] }, entries);
    if (outcome.kind === 'conflict') throw new Error('The contracts changed while they were read.');
  }
  return counts;
}

function isKnown(state: ContractState, act: ContractAct): boolean {
  const wanted = JSON.stringify(jsonOf(act));
  return state.steps.some((step) => JSON.stringify(jsonOf(step.act)) === wanted);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultsOf(error: z.ZodError, given: unknown): readonly Problem[] {
  return error.issues.slice(0, mostProblems).map(({ path, message }) => {
    const place = path.map((part) => `/${String(part)}`).join('');
    return invalid(place, receivedAt(given, path), message);
  });
}

function receivedAt(given: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = given;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return 'nothing';
    at = Reflect.get(at, part);
  }
  if (at === undefined) return 'nothing';
  return JSON.stringify(at).slice(0, 60);
}

function invalid(path: string, received: string, accepted: string): Problem {
  return problem('ocds-invalid', { path: path === '' ? '/' : path, received, accepted });
}
