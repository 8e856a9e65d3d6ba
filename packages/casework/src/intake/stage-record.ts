import { isOnOrAfter, type CivilDate, type PublicCreditRecord } from '@credence/domain';
import { canonicalMembers, Committed, joinMembers } from '@credence/proof';
import { retentionEndOf, type Edition, type Rulebook } from '@credence/rulebook';

import type { StagedRow } from '../port/intake.ts';
import type { NameKeys } from '../port/register.ts';
import { recordRows } from '../project/record-rows.ts';
import type { RecordContent } from './build-record.ts';

/** What every record of a batch is taken in under. */
export interface StageContext {
  readonly edition: Edition;
  readonly rulebook: Rulebook;
  readonly today: CivilDate;
  readonly batchId: string;
  /** Two officials say that the batch is backlog. */
  readonly backlog: boolean;
  readonly nameKeys: NameKeys;
  readonly uuid: () => string;
  readonly salt: () => string;
}

export type StageOutcome =
  | { readonly kind: 'staged'; readonly row: StagedRow; readonly sealed: boolean }
  /** Its retention is over: nobody may hold it any more. */
  | { readonly kind: 'expired' };

/** Turns a record's content into the row that waits in staging, with its commitment and its end. */
export function stageRecord(
  content: RecordContent,
  place: { readonly row: number; readonly staged: number },
  context: StageContext,
): StageOutcome {
  const { edition, today, batchId } = context;
  // What is spread stands last: an object that begins with another's fields costs the engine a shape
  // of its own each time, which outlives the row.
  const record: PublicCreditRecord = {
    recordId: context.uuid(),
    edition: edition.code,
    takenInOn: today,
    batchId,
    row: place.row,
    ...content,
    ...(context.backlog ? { backlog: true } : {}),
  };
  const eraseOn = retentionEndOf(edition, record);
  if (eraseOn !== undefined && isOnOrAfter(today, eraseOn)) return { kind: 'expired' };
  const [identifier] = record.subject.identifiers;
  const members = canonicalMembers(record);
  const committed = Committed.make(context.salt(), joinMembers(members));
  const { salt, commitment } = committed;
  const rows = recordRows({ record }, context.rulebook, { nameKeys: context.nameKeys, members });
  const { name } = record.subject;
  const row: StagedRow = {
    row: place.staged,
    identifier,
    committed,
    entry: {
      id: context.uuid(),
      stream: record.recordId,
      kind: 'record@1',
      payload: record,
      salt,
      commitment,
      ...(eraseOn === undefined ? {} : { eraseOn }),
    },
    ...rows,
    ...(name === undefined
      ? {}
      : { statedName: { name, folded: context.nameKeys.fold(name).folded } }),
  };
  // What the law closes to everyone has no line, not even one without days.
  return { kind: 'staged', row, sealed: rows.lines.length === 0 };
}
