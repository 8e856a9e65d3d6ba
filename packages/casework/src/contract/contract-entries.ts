import { jsonOf, type CivilDate } from '@credence/domain';

import {
  contractActKind,
  contractBodyKind,
  contractKind,
  contractPartyKind,
  contractStream,
  isContractBody,
  type ContractActPayload,
  type ContractPayload,
} from '../entry/contract-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Entry, Journal, NewEntry } from '../port/journal.ts';
import { derivedHome } from '../supply/derived-home.ts';

interface EntryParts {
  readonly journal: Pick<Journal, 'entriesOf'>;
  readonly uuid: () => string;
  readonly salt: () => string;
}

/** Where the register keeps whose contracts and promises it has. */
const bodies = derivedHome('contracts');
const bodyStream = 'bodies';
/** Apart from those: a body that no longer owes under a judgment is in no answer because of it. */
const judgedStream = 'judged';

/** A contract in the payer's home, its part in the supplier's, and the payer among all payers. */
export async function contractEntries(
  parts: EntryParts,
  home: string,
  contract: ContractPayload,
  seen: Set<string> = new Set(),
): Promise<readonly NewEntry[]> {
  const { contractId, on, supplier } = contract;
  const stream = contractStream(contractId);
  const opened = { home, stream, kind: contractKind, payload: jsonOf(contract) };
  const part = { contractId, home, on };
  const own =
    supplier.home === undefined
      ? []
      : [{ home: supplier.home, stream, kind: contractPartyKind, payload: jsonOf(part) }];
  return [
    ...[opened, ...own].map((entry) => newEntry(parts, entry, undefined)),
    ...(await bodyEntries(parts, { home, on }, seen)),
  ];
}

/** Once for each body. */
export async function bodyEntries(
  parts: EntryParts,
  body: { readonly home: string; readonly on: CivilDate },
  seen: Set<string> = new Set(),
): Promise<readonly NewEntry[]> {
  const known = seen.has(body.home);
  seen.add(body.home);
  return known ? [] : onceIn(parts, bodyStream, body);
}

/** Once for each body that a court has listed. */
export function judgedEntries(
  parts: EntryParts,
  body: { readonly home: string; readonly on: CivilDate },
): Promise<readonly NewEntry[]> {
  return onceIn(parts, judgedStream, body);
}

async function onceIn(
  parts: EntryParts,
  stream: string,
  body: { readonly home: string; readonly on: CivilDate },
): Promise<readonly NewEntry[]> {
  if ((await homesIn(parts, stream)).includes(body.home)) return [];
  const entry = { home: bodies, stream, kind: contractBodyKind, payload: jsonOf(body) };
  return [newEntry(parts, entry, undefined)];
}

export function stepEntry(
  parts: Pick<EntryParts, 'uuid' | 'salt'>,
  home: string,
  step: ContractActPayload,
): NewEntry {
  const stream = contractStream(step.contractId);
  return newEntry(parts, { home, stream, kind: contractActKind, payload: jsonOf(step) }, undefined);
}

/** Homes of all who pay under contracts of the register, or promised something. */
export function bodyHomes(parts: Pick<EntryParts, 'journal'>): Promise<readonly string[]> {
  return homesIn(parts, bodyStream);
}

/** Homes of the organs and enterprises of the state that a court has listed at some time. */
export function judgedHomes(parts: Pick<EntryParts, 'journal'>): Promise<readonly string[]> {
  return homesIn(parts, judgedStream);
}

async function homesIn(
  { journal }: Pick<EntryParts, 'journal'>,
  stream: string,
): Promise<readonly string[]> {
  const entries = await journal.entriesOf(bodies, { stream });
  const homes = entries.flatMap(({ payload }) => (isContractBody(payload) ? [payload.home] : []));
  return [...new Set(homes)];
}

/** How many entries a stream has, so that two who decide at once do not both act. */
export function lengthOf(entries: readonly Entry[], stream: string): number {
  return entries.filter((entry) => entry.stream === stream).length;
}
