import type { PublicCreditRecord, Refusal } from '@credence/domain';

import type { Deciding, Settlement } from './settlement.ts';
import { newEntry } from './file-matters.ts';
import { findHeld, retentionOf, type HeldRecord } from './find-held.ts';
import type { MatterParts } from './open-desk.ts';

export type SettlementOutcome =
  { readonly kind: 'settled'; readonly settlement: Settlement } | Refusal;

/** Two statements of one document: the new one takes the old one's place, or it does not. */
export async function settleConflict(
  parts: MatterParts,
  deciding: Deciding,
): Promise<SettlementOutcome> {
  if (deciding.proposal.choice === 'keep') {
    return { kind: 'settled', settlement: { result: 'kept', entries: [], expect: [] } };
  }
  const { matter, entries } = deciding;
  const held = await findHeld(parts, matter.home, entries, matter);
  const { record } = matter.opened;
  return { kind: 'settled', settlement: await state(parts, matter.home, { record, held }) };
}

/**
 * The row as a statement of the record it is about. Where the register holds the record, the new
 * statement stands in its stream and names the old one: who may replay sees both. What the register
 * itself noted when it first took the record in stays: correcting is not supplying anew.
 */
export async function state(
  parts: MatterParts,
  home: string,
  given: { readonly record: PublicCreditRecord; readonly held: HeldRecord | undefined },
): Promise<Settlement> {
  const { record, held } = given;
  const stated = held === undefined ? record : inPlaceOf(held.state.record, record);
  const stream = stated.recordId;
  const entry = {
    ...{ home, stream, kind: 'record@1', payload: stated },
    ...(held?.entryId === undefined ? {} : { supersedes: held.entryId }),
  };
  return {
    result: held === undefined ? 'recorded' : 'corrected',
    entries: [newEntry(parts, entry, await retentionOf(parts, stated))],
    expect: [{ home, stream, seq: held?.seq ?? 0 }],
    recordId: stream,
  };
}

function inPlaceOf(held: PublicCreditRecord, record: PublicCreditRecord): PublicCreditRecord {
  const { recordId, takenInOn, backlog } = held;
  const stated: Mutable<PublicCreditRecord> = { ...record, recordId, takenInOn };
  if (backlog === undefined) delete stated.backlog;
  else stated.backlog = backlog;
  return stated;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
