import type { CivilDate, PublicCreditRecord } from '@credence/domain';
import { assessRecord } from '@credence/rulebook';

import type { RecordState } from '../state/subject-state.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Entry } from '../port/journal.ts';
import { recordRows } from '../project/record-rows.ts';
import type { MatterState } from './fold-matters.ts';
import type { MatterParts } from './open-desk.ts';

/** First day on which what a record says may no longer be held. */
export async function retentionOf(
  parts: Pick<MatterParts, 'loader' | 'journal'>,
  record: PublicCreditRecord,
): Promise<CivilDate | undefined> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const edition = rulebook.editions.find(({ code }) => code === record.edition);
  if (edition === undefined) return undefined;
  return assessRecord(edition, record, record.takenInOn).retentionEndsOn;
}

/** The record that a subject has under the key of the row in question, with its newest entry. */
export async function findHeld(
  parts: Pick<MatterParts, 'loader' | 'journal' | 'nameKeys'>,
  home: string,
  entries: readonly Entry[],
  { opened }: Pick<MatterState, 'opened'>,
): Promise<HeldRecord | undefined> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  for (const state of foldSubject(home, entries).records) {
    if (state.record.item !== opened.record.item) continue;
    const { recordKey } = recordRows(state, rulebook, parts);
    if (recordKey.key !== opened.key) continue;
    const stream = entries.filter((entry) => entry.stream === state.record.recordId);
    const statement = stream.findLast(({ kind }) => kind.startsWith('record@'));
    return {
      state,
      contentHash: recordKey.contentHash,
      seq: stream.at(-1)?.seq ?? 0,
      ...(statement === undefined ? {} : { entryId: statement.id }),
    };
  }
  return undefined;
}

export interface HeldRecord {
  readonly state: RecordState;
  readonly contentHash: string;
  /** Length of the record's stream. */
  readonly seq: number;
  /** Entry that states it now. */
  readonly entryId?: string;
}
