import type { CivilDate, FactValue, PublicCreditRecord } from '@credence/domain';
import {
  canonicalJson,
  canonicalMembers,
  joinMembers,
  sha256Hex,
  type CanonicalMember,
} from '@credence/proof';
import type { ItemCard, Rulebook } from '@credence/rulebook';

import type { StagedName, StagedRow } from '../port/intake.ts';
import type { NameKeys, RecordKeyRow } from '../port/register.ts';
import {
  isRegistration,
  lastVisibleOf,
  listPublicDays,
  type RecordFacts,
} from '../state/visibility.ts';
import { recordLines } from './record-lines.ts';

/** Rows that one record gives, whether it waits in staging or stands in the journal. */
export type RecordRows = Pick<StagedRow, 'recordKey' | 'registered' | 'names' | 'identifiers'> & {
  readonly visibleUntil?: CivilDate;
  readonly lines: NonNullable<StagedRow['lines']>;
};

/**
 * The rows of one record. Staging and the rebuild of projections both come through here, so that
 * they cannot differ.
 *
 * @throws RangeError when the edition that took the record in is not in the rulebook
 */
export function recordRows(
  facts: RecordFacts,
  rulebook: Rulebook,
  means: {
    readonly nameKeys: NameKeys;
    /** The record's canonical members, where they are at hand. */
    readonly members?: readonly CanonicalMember[];
  },
): RecordRows {
  const { record } = facts;
  const { nameKeys, members = canonicalMembers(record) } = means;
  const edition = rulebook.editions.find(({ code }) => code === record.edition);
  const item = edition?.items.get(record.item);
  if (item === undefined) {
    throw new RangeError(
      `Record ${record.recordId} was taken in as ${record.item} under ${record.edition}, ` +
        'which the rulebook does not hold.',
    );
  }
  // A registration that was taken back registers nobody.
  const registered = facts.end === undefined && isRegistration(record.item, rulebook);
  const standing = listPublicDays(facts, rulebook);
  const visibleUntil = lastVisibleOf(standing.stretches);
  // A name that no public answer will ever carry is no search key either.
  const names = registered || visibleUntil !== undefined ? namesIn(record) : [];
  return {
    recordKey: recordKeyOf(record, item, members),
    registered,
    ...(registered || visibleUntil === undefined ? {} : { visibleUntil }),
    names: names.map((name): StagedName => ({
      name,
      keys: nameKeys.fold(name),
      ...(registered || visibleUntil === undefined ? {} : { visibleUntil }),
    })),
    identifiers: record.subject.identifiers,
    lines: recordLines(record, standing, { rulebook, nameKeys }),
  };
}

/** The names a record states: the subject's own, then former ones. */
export function namesIn(record: Pick<PublicCreditRecord, 'subject' | 'facts'>): readonly string[] {
  const former = record.facts['former_names'];
  const names = [
    ...(record.subject.name === undefined ? [] : [record.subject.name]),
    ...(typeof former === 'string' ? former.split(/[;；、]/u) : []),
  ];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** What makes a record the same record, and a hash of what it says. */
function recordKeyOf(
  record: PublicCreditRecord,
  item: Pick<ItemCard, 'key'>,
  members: readonly CanonicalMember[],
): Omit<RecordKeyRow, 'home'> {
  const key = canonicalJson(item.key.map((field) => fieldOf(record, field) ?? ''));
  return {
    item: record.item,
    key,
    contentHash: contentHash(record, members),
    recordId: record.recordId,
  };
}

/** What the register, the batch or the supplier added to what the row itself says. */
const notSaidByRow = new Set([
  'recordId',
  'edition',
  'takenInOn',
  'batchId',
  'row',
  'provider',
  'service',
  'backlog',
]);

/**
 * The same content from another supplier, file or row is the same content. Service counts where the
 * row itself shows it; a statement about a whole batch is not what a row says.
 */
function contentHash(
  record: Pick<PublicCreditRecord, 'service'>,
  members: readonly CanonicalMember[],
): string {
  const said = members.filter(
    ({ key }) => !notSaidByRow.has(key) || (key === 'service' && record.service.kind === 'shown'),
  );
  return sha256Hex(joinMembers(said));
}

/** A field of a record by its name in the catalogue, wherever the record keeps it. */
export function fieldOf(record: PublicCreditRecord, field: string): FactValue | undefined {
  switch (field) {
    case 'subject_code': {
      const [{ scheme, value }] = record.subject.identifiers;
      return `${scheme}:${value}`;
    }
    case 'subject_name':
      return record.subject.name;
    case 'subject_class':
      return record.subject.kind;
    case 'document_number':
      return record.document?.number;
    case 'document_title':
      return record.document?.title;
    case 'decided':
      return record.decidedOn;
    case 'valid_from':
      return record.validFrom;
    case 'valid_until':
      return record.validUntil;
    case 'corrected':
      return record.correctedOn;
    case 'authority':
      return record.authority?.name;
    case 'authority_code':
      return record.authority?.code;
    case 'provider':
      return record.provider.name;
    default:
      return record.facts[field];
  }
}
