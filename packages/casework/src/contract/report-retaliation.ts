import { isBefore, jsonOf, problem } from '@credence/domain';
import { clockDays } from '@credence/rulebook';

import {
  faultsInRetaliation,
  isRetaliation,
  retaliationKind,
  retaliationStream,
} from '../entry/promise-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { findAgency } from '../promulgate/add-agency.ts';
import { wordToAgency } from '../work/word-to-agency.ts';
import type { ContractOutcome } from './contract.ts';
import { openContract, openDesk, type ContractParts } from './open-contract.ts';
import { badForm, objectOf, personIn, record, refused, type Command } from './record-said.ts';

/** The step by which an edition says how long a superior has to answer. */
const answering = 'answer';

/** @see {@link ContractCasework.reportRetaliation} */
export async function reportRetaliation(
  parts: ContractParts,
  { principal, home, contractId, said }: Command<'reportRetaliation'>,
): Promise<ContractOutcome> {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.act' });
  if (desk.kind === 'refused') return refused(desk.problem);
  const found = await openContract(parts, principal, desk, contractId);
  if (found?.seat !== 'supplier') {
    return refused(problem('contract-not-found', { value: contractId }));
  }
  const { today, edition } = desk;
  const unsaid = personIn(said);
  if (unsaid !== undefined) return refused(problem('case-person-number', { field: unsaid }));
  const { buyer, supplier } = found.state.contract;
  const receiver = await receiverOf(parts, buyer);
  if (receiver === undefined) {
    return refused(problem('contract-superior-missing', { body: buyer.name }));
  }
  const { to, noSuperior } = receiver;
  const card = edition.clocks.get('complaint.retaliation');
  const answerBy =
    card === undefined
      ? undefined
      : clockDays(edition, card, { application: today }).get(answering);
  const reportId = parts.uuid();
  const payload = {
    ...objectOf(said),
    ...{ reportId, on: today, contractId, to: to.code },
    firm: { home, name: supplier.name },
    body: { home: found.home, name: buyer.name },
    ...(noSuperior ? { noSuperior } : {}),
    ...(answerBy === undefined ? {} : { answerBy }),
  };
  if (!isRetaliation(payload)) return badForm(...faultsInRetaliation(payload));
  if (isBefore(today, payload.since)) {
    return refused(problem('contract-day-ahead', { value: payload.since, until: today }));
  }
  const stream = retaliationStream(reportId);
  const kind = retaliationKind;
  const entries = [home, to.home].map((each) =>
    newEntry(parts, { home: each, stream, kind, payload: jsonOf(payload) }, undefined),
  );
  const outbox = await wordToAgency(parts, { home: to.home, agency: to.code });
  return record(parts, principal, { id: reportId, entries, expect: [], outbox });
}

/**
 * The agency above a body, found by its code or name. Where the register does not know it, whoever
 * keeps the register has the report, and it says so; no other agency ever gets it.
 */
async function receiverOf(
  parts: ContractParts,
  body: { readonly name: string; readonly code?: string | undefined },
) {
  const agencies = await parts.register.agencies();
  const names = [body.name, body.code];
  const own = agencies.find(({ code, name }) =>
    [name.zh, name.en, code].some((each) => each !== undefined && names.includes(each)),
  );
  const above = own === undefined ? undefined : (await findAgency(parts, own.home))?.superior;
  const superior = agencies.find(({ code }) => code === above);
  if (superior !== undefined) return { to: superior, noSuperior: false } as const;
  const keeper = agencies.find(({ code }) => code === parts.registerAgency && code !== own?.code);
  return keeper === undefined ? undefined : ({ to: keeper, noSuperior: true } as const);
}
