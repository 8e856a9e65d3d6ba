import { isOnOrAfter, type CivilDate, type PublicCreditRecord } from '@credence/domain';
import { commitmentOf } from '@credence/proof';
import { assessRecord, type Edition, type Rulebook } from '@credence/rulebook';

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
  const record: PublicCreditRecord = {
    ...content,
    recordId: context.uuid(),
    edition: edition.code,
    takenInOn: today,
    batchId,
    row: place.row,
  };
  const { retentionEndsOn: eraseOn, publicity } = assessRecord(edition, record, today);
  if (eraseOn !== undefined && isOnOrAfter(today, eraseOn)) return { kind: 'expired' };
  const [identifier] = record.subject.identifiers;
  const salt = context.salt();
  const row: StagedRow = {
    row: place.staged,
    identifier,
    ...recordRows({ record }, context.rulebook, context.nameKeys),
    entry: {
      id: context.uuid(),
      stream: record.recordId,
      kind: 'record@1',
      payload: record,
      salt,
      commitment: commitmentOf(salt, record),
      ...(eraseOn === undefined ? {} : { eraseOn }),
    },
  };
  const sealed = publicity.kind === 'not-shown' && publicity.because === 'sealed';
  return { kind: 'staged', row, sealed };
}
