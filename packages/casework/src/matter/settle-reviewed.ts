import { problem, type PublicCreditRecord } from '@credence/domain';

import type { IdentityReviewEnded } from '../entry/matter-payload.ts';
import type { RecordEnd } from '../entry/record-payload.ts';
import type { NewEntry } from '../port/journal.ts';
import { isRegistration } from '../state/visibility.ts';
import type { Deciding, Settlement } from './settlement.ts';
import { newEntry } from './file-matters.ts';
import { findHeld, retentionOf, type HeldRecord } from './find-held.ts';
import { identityReviewStream } from './fold-matters.ts';
import type { MatterParts } from './open-desk.ts';
import { state, type SettlementOutcome } from './settle-conflict.ts';
import { formerNamesOf } from './settle-identity.ts';

/**
 * Who a row's subject is, as two officials have found. `same`: the row is the subject's, and the
 * name becomes one of its names. `different`: the row goes to the subject of its own code where it
 * has one, and otherwise back to its supplier. Dividing what was mixed before is not done here:
 * nothing that stands is moved.
 */
export async function settleReviewed(
  parts: MatterParts,
  deciding: Deciding,
): Promise<SettlementOutcome> {
  const settled =
    deciding.proposal.choice === 'same'
      ? await settleSame(parts, deciding)
      : await settleDifferent(parts, deciding);
  if (settled.kind === 'refused') return settled;
  const { settlement } = settled;
  const ends = await endReviews(parts, deciding);
  return {
    kind: 'settled',
    settlement: { ...settlement, entries: [...settlement.entries, ...ends] },
  };
}

async function settleSame(parts: MatterParts, deciding: Deciding): Promise<SettlementOutcome> {
  const { matter, entries } = deciding;
  const { record, identity } = matter.opened;
  // Two codes with a history each would have to be merged, with notice to both: the seam for it.
  const [identifier] = record.subject.identifiers;
  const own = await parts.register.findByIdentifier(identifier);
  if (identity?.ownHome !== undefined || (own !== undefined && own !== matter.home)) {
    return { kind: 'refused', problem: problem('merge-not-yet', {}) };
  }
  const held = await findHeld(parts, matter.home, entries, matter);
  const rulebook = await parts.loader.load(await parts.journal.head());
  const renamed =
    held !== undefined && isRegistration(record.item, rulebook)
      ? withFormerNames(record, held)
      : record;
  const settlement = await state(parts, matter.home, { record: renamed, held });
  return { kind: 'settled', settlement };
}

/** The name that the registration had becomes a former one of the new statement. */
function withFormerNames(record: PublicCreditRecord, { state: held }: HeldRecord) {
  const before = held.record;
  const names = [
    ...formerNamesOf(record),
    ...formerNamesOf(before),
    ...(before.subject.name === undefined ? [] : [before.subject.name]),
  ];
  const former = [...new Set(names)].filter((name) => name !== record.subject.name);
  if (former.length === 0) return record;
  return { ...record, facts: { ...record.facts, former_names: former.join('；') } };
}

async function settleDifferent(parts: MatterParts, deciding: Deciding): Promise<SettlementOutcome> {
  const { matter } = deciding;
  const { record, identity } = matter.opened;
  const returned: Settlement = { result: 'returned', entries: [], expect: [] };
  // The code is the other subject's, so the row has none of its own.
  if (identity?.about !== 'name') return { kind: 'settled', settlement: returned };
  const [identifier] = record.subject.identifiers;
  const own = await parts.register.findByIdentifier(identifier);
  if (own === matter.home) return { kind: 'settled', settlement: returned };
  const home = own ?? parts.uuid();
  const entries = own === undefined ? [] : await parts.journal.entriesOf(own);
  const held = await findHeld(parts, home, entries, matter);
  // Its own subject has this document already; supplied again, the row is compared with it.
  if (held !== undefined) return { kind: 'settled', settlement: returned };
  const settlement = await state(parts, home, { record, held: undefined });
  return { kind: 'settled', settlement: { ...settlement, home } };
}

/** The marks on the other page end, and a page that stood for the review alone goes with them. */
async function endReviews(
  parts: MatterParts,
  { matter, today }: Deciding,
): Promise<readonly NewEntry[]> {
  const { matterId, identity, record } = matter.opened;
  const marked = identity?.provisionalHome ?? identity?.ownHome;
  if (marked === undefined) return [];
  const eraseOn = await retentionOf(parts, record);
  const ended: IdentityReviewEnded = { matterId, on: today };
  const mark = {
    home: marked,
    stream: identityReviewStream(matterId),
    kind: 'identity-review-ended@1',
    payload: ended,
  };
  const entries = [newEntry(parts, mark, eraseOn)];
  if (identity?.provisionalHome === undefined) return entries;
  const end: RecordEnd = { recordId: record.recordId, on: today, because: 'annulled' };
  const registration = {
    home: identity.provisionalHome,
    stream: record.recordId,
    kind: 'record-ended@1',
    payload: end,
  };
  return [...entries, newEntry(parts, registration, eraseOn)];
}
