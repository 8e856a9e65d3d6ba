import { problem } from '@credence/domain';

import { proveByOpening } from '../case/service/prove-by-opening.ts';
import { newEntry } from '../matter/file-matters.ts';
import { actorOf } from '../access/actor-of.ts';
import type { DocumentOpenedPayload } from '../entry/own-payload.ts';
import { openedKey } from './inbox-of.ts';
import type { OwnCasework } from './own.ts';
import { openOwn, type OwnParts } from './own-parts.ts';
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
  const line = inboxIn(own).find((each) => each.caseId === caseId && each.place === place);
  if (line === undefined) return { kind: 'not-found' };
  const { clock, today } = own;
  if (principal.kind !== 'representative') return { kind: 'found', view: { clock, line } };
  const file = own.world.docket.get(caseId);
  // A receipt from before the consent, or one whose proof was lost on the way, is no proof yet.
  if (file !== undefined) await proveByOpening(parts, principal, { ...own, file, place });
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
