import { jsonOf, problem } from '@credence/domain';

import type { KnownPrincipal } from '../access/principal.ts';
import { contractStream, readContractAct } from '../entry/contract-payload.ts';
import {
  disclosureKind,
  disclosureStream,
  faultsInDisclosure,
  faultsInPromise,
  isDisclosure,
  isPromise,
  promiseActKind,
  promiseKind,
  promiseStream,
  readPromiseAct,
} from '../entry/promise-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { foldSubject } from '../state/subject-state.ts';
import { bodyEntries, lengthOf, stepEntry } from './contract-entries.ts';
import type { ContractOutcome } from './contract.ts';
import { foldPromises } from './fold-promises.ts';
import { judgeStep } from './judge-step.ts';
import { openContract, openDesk, type ContractParts, type OpenedDesk } from './open-contract.ts';
import { badForm, objectOf, personIn, record, refused, type Command } from './record-said.ts';

/** Whether a home is that of a public body, by anything the register holds of it. */
export function isPublicBody({ home, entries }: Pick<OpenedDesk, 'home' | 'entries'>): boolean {
  return foldSubject(home, entries).records.some(
    ({ record }) => record.subject.kind === 'public_body',
  );
}

/** @see {@link ContractCasework.actInContract} */
export async function actInContract(
  parts: ContractParts,
  { principal, home, contractId, said }: Command<'actInContract'>,
): Promise<ContractOutcome> {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.act' });
  if (desk.kind === 'refused') return refused(desk.problem);
  const read = readContractAct(said);
  if (read.kind === 'fault') return badForm(read.field);
  const unsaid = personIn(said);
  if (unsaid !== undefined) return refused(problem('case-person-number', { field: unsaid }));
  const found = await openContract(parts, principal, desk, contractId);
  if (found === undefined) return refused(problem('contract-not-found', { value: contractId }));
  const { seat, state, entries } = found;
  const { today, rulebook } = desk;
  const problems = judgeStep(state, read.act, { seat, today, rulebook });
  if (problems.length > 0) return refused(...problems);
  const stream = contractStream(contractId);
  return record(parts, principal, {
    id: contractId,
    entries: [stepEntry(parts, found.home, { contractId, on: today, by: seat, act: read.act })],
    expect: [{ home: found.home, stream, seq: lengthOf(entries, stream) }],
  });
}

/** @see {@link ContractCasework.makePromise} */
export async function makePromise(
  parts: ContractParts,
  { principal, home, said }: Command<'makePromise'>,
): Promise<ContractOutcome> {
  const desk = await openBody(parts, principal, home);
  if (desk.kind === 'refused') return desk;
  const promiseId = parts.uuid();
  const payload = { ...objectOf(said), promiseId, on: desk.today };
  if (!isPromise(payload)) return badForm(...faultsInPromise(payload));
  const unsaid = personIn(said);
  if (unsaid !== undefined) return refused(problem('case-person-number', { field: unsaid }));
  const stream = promiseStream(promiseId);
  const entries = [
    newEntry(parts, { home, stream, kind: promiseKind, payload: jsonOf(payload) }, undefined),
    ...(await bodyEntries(parts, { home, on: desk.today })),
  ];
  return record(parts, principal, { id: promiseId, entries, expect: [] });
}

/** @see {@link ContractCasework.actOnPromise} */
export async function actOnPromise(
  parts: ContractParts,
  { principal, home, promiseId, said }: Command<'actOnPromise'>,
): Promise<ContractOutcome> {
  const desk = await openBody(parts, principal, home);
  if (desk.kind === 'refused') return desk;
  const read = readPromiseAct(said);
  if (read.kind === 'fault') return badForm(...read.fields);
  const { act } = read;
  const unsaid = personIn(jsonOf(act));
  if (unsaid !== undefined) return refused(problem('case-person-number', { field: unsaid }));
  const done = act.kind === 'kept' ? act.keptOn : act.kind === 'compensated' ? act.paidOn : '';
  if (done > desk.today) {
    return refused(problem('contract-day-ahead', { value: done, until: desk.today }));
  }
  const state = foldPromises(desk.entries).find(({ promise }) => promise.promiseId === promiseId);
  const isDone = state?.kept !== undefined;
  const isUnowed = act.kind === 'compensated' && state?.changes.length === 0;
  if (state === undefined || isDone || isUnowed) {
    return refused(problem('contract-step-closed', { act: act.kind, seat: 'buyer' }));
  }
  const stream = promiseStream(promiseId);
  const payload = jsonOf({ promiseId, on: desk.today, act });
  return record(parts, principal, {
    id: promiseId,
    entries: [newEntry(parts, { home, stream, kind: promiseActKind, payload }, undefined)],
    expect: [{ home, stream, seq: lengthOf(desk.entries, stream) }],
  });
}

/** @see {@link ContractCasework.disclose} */
export async function disclose(
  parts: ContractParts,
  { principal, home, said }: Command<'disclose'>,
): Promise<ContractOutcome> {
  const desk = await openBody(parts, principal, home);
  if (desk.kind === 'refused') return desk;
  const payload = { ...objectOf(said), on: desk.today };
  if (!isDisclosure(payload)) return badForm(...faultsInDisclosure(payload));
  const until = Number(desk.today.slice(0, 4)) - 1;
  if (payload.year > until)
    return refused(problem('contract-year', { value: payload.year, until }));
  const entry = { home, stream: disclosureStream, kind: disclosureKind, payload: jsonOf(payload) };
  const entries = [
    newEntry(parts, entry, undefined),
    ...(await bodyEntries(parts, { home, on: desk.today })),
  ];
  return record(parts, principal, { id: String(payload.year), entries, expect: [] });
}

async function openBody(parts: ContractParts, principal: KnownPrincipal, home: string) {
  const desk = await openDesk(parts, principal, { home, operation: 'contract.act' });
  if (desk.kind === 'refused') return { kind: 'refused' as const, problems: [desk.problem] };
  if (isPublicBody(desk)) return desk;
  const closed = problem('contract-step-closed', { act: 'promise', seat: 'supplier' });
  return { kind: 'refused' as const, problems: [closed] };
}
