import { problem } from '@credence/domain';

import { foldCases } from '../case/desk/fold-cases.ts';
import { proveByOpening } from '../case/service/prove-by-opening.ts';
import { newEntry } from '../matter/file-matters.ts';
import { actorOf } from '../access/actor-of.ts';
import type { DocumentOpenedPayload } from '../entry/own-payload.ts';
import { openedKey } from './inbox-of.ts';
import type { OwnCasework } from './own.ts';
import { heldSeats } from './held-seats.ts';
import { openOwn, type OpenedOwn, type OwnParts } from './own-parts.ts';
import { inboxIn } from './view-own-desk.ts';

/**
 * Shows a document of the inbox. The first time is written down: opening it is the receipt, and with
 * consent to electronic service its proof. What an official opens at a counter is neither.
 */
export async function openDocument(
  parts: OwnParts,
  principal: Parameters<OwnCasework['openDocument']>[0],
  { home, caseId, place }: Parameters<OwnCasework['openDocument']>[1],
): ReturnType<OwnCasework['openDocument']> {
  const asked = { home, operation: 'case.read', fields: ['case'] } as const;
  const own = await openOwn(parts, principal, asked);
  if (own.kind === 'refused') return own;
  const held = await heldSeats(parts, principal, own, caseId);
  const lineIn = (each: OpenedOwn) =>
    inboxIn(each, held).find((found) => found.caseId === caseId && found.place === place);
  const before = lineIn(own);
  if (before === undefined) return { kind: 'not-found' };
  const { clock, today } = own;
  if (principal.kind !== 'representative') return { kind: 'found', view: { clock, line: before } };
  const file = own.world.docket.get(caseId);
  // A receipt from before the consent, or one whose proof was lost on the way, is no proof yet.
  const proof = file && (await proveByOpening(parts, principal, { ...own, file, place }));
  // What has just been served asks for something, and from now on its time runs.
  const line = (proof?.kind === 'recorded' && lineIn(await readAgain(parts, own))) || before;
  if (line.openedOn !== undefined) return { kind: 'found', view: { clock, line } };
  const { account } = principal;
  const payload: DocumentOpenedPayload = { caseId, place, on: today, account };
  // In the stream of its case, so to speak, but not an act of it: nobody judges a receipt.
  const entry = { home, stream: `opened/${caseId}`, kind: 'document-opened@1', payload };
  const command = {
    ...{ actor: actorOf(principal), purpose: 'own', basis: [] },
    idempotencyKey: `opened ${openedKey(caseId, place)}`,
  };
  const outcome = await parts.journal.record(command, [newEntry(parts, entry, undefined)]);
  if (outcome.kind === 'conflict') {
    return { kind: 'refused', problem: problem('changed-meanwhile', {}) };
  }
  return { kind: 'found', view: { clock, line: { ...line, openedOn: today } } };
}

async function readAgain({ journal }: OwnParts, own: OpenedOwn): Promise<OpenedOwn> {
  const entries = await journal.entriesOf(own.home);
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  return { ...own, entries, world: { ...own.world, docket } };
}
