import type { CivilDate } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import type { Rulebook } from '@credence/rulebook';

import type { BulkRow, SubjectEntries } from '../port/bulk.ts';
import type { RecordState } from '../state/subject-state.ts';
import { rowsOfSubject, stateOf, type RowOfSet } from './bulk-rows.ts';
import { frozenOn } from './law-changes.ts';
import type { DrawsOfVisits } from './visit-rows.ts';

/** Why a row changed: something was stated or decided, the law changed, or time passed. */
export type ChangeCause = 'source' | 'processing' | 'time';

export interface BulkChange {
  readonly op: 'ADD' | 'MOD' | 'DEL';
  readonly dataset: string;
  readonly record: string;
  readonly cause: ChangeCause;
  /** The row as it now is; absent where it is gone. */
  readonly row?: BulkRow;
}

/** One side of a comparison: what was known, under which law, on which day. */
export interface Side {
  readonly subject: SubjectEntries;
  readonly rulebook: Rulebook;
  readonly day: CivilDate;
  readonly drawn?: DrawsOfVisits | undefined;
}

/** What became of the public rows of one subject from one state of the register to another. */
export function compareSubject(before: Side, after: Side): readonly BulkChange[] {
  const [old, now] = [indexed(before), indexed(after)];
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (record) => !isSame(old.get(record), now.get(record)),
  );
  if (changed.length === 0) return [];
  const causeOf = causes(before, after);
  return changed.flatMap((record): BulkChange[] => {
    const [was, is] = [old.get(record), now.get(record)];
    const cause = causeOf(record, is);
    const { dataset } = is ?? was ?? { dataset: '' };
    if (is === undefined) return [{ op: 'DEL', dataset, record, cause }];
    if (was === undefined) return [{ op: 'ADD', dataset, record, cause, row: is.row }];
    if (was.dataset === is.dataset) return [{ op: 'MOD', dataset, record, cause, row: is.row }];
    return [
      { op: 'DEL', dataset: was.dataset, record, cause },
      { op: 'ADD', dataset, record, cause, row: is.row },
    ];
  });
}

function indexed({ subject, ...law }: Side): ReadonlyMap<string, RowOfSet> {
  return new Map(rowsOfSubject(subject, law).map((row) => [row.record, row]));
}

function isSame(a: RowOfSet | undefined, b: RowOfSet | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.dataset === b.dataset && canonicalJson(a.row) === canonicalJson(b.row);
}

/**
 * A statement or decision about the record comes first; then what the old law, left as it was, would
 * have made of the new day is compared with what is.
 */
function causes(
  before: Side,
  after: Side,
): (record: string, is: RowOfSet | undefined) => ChangeCause {
  const [old, now] = [statesOf(before), statesOf(after)];
  let byTimeAlone: ReadonlyMap<string, RowOfSet> | undefined;
  return (record, is) => {
    if (!isSameState(old.get(record), now.get(record))) return 'source';
    // A listing has no statement of its own: whatever was said of the subject since may be about it.
    if (!now.has(record) && after.subject.entries.length > before.subject.entries.length) {
      return 'source';
    }
    byTimeAlone ??= indexed({ ...after, rulebook: frozenOn(before.rulebook, before.day) });
    return isSame(byTimeAlone.get(record), is) ? 'time' : 'processing';
  };
}

function statesOf({ subject }: Side): ReadonlyMap<string, RecordState> {
  const { records } = stateOf(subject);
  return new Map(records.map((state) => [state.record.recordId, state]));
}

function isSameState(a: RecordState | undefined, b: RecordState | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.position === b.position && a.end?.on === b.end?.on && a.disputedSince === b.disputedSince
  );
}
