import {
  jsonOf,
  later,
  problem,
  type CivilDate,
  type Problem,
  type PublicCreditRecord,
} from '@credence/domain';

import type { CaseAction } from '../../entry/case-payload.ts';
import type { IdentityReview, IdentityReviewEnded } from '../../entry/matter-payload.ts';
import type { RecordEnd, RecordMoved } from '../../entry/record-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { retentionOf } from '../../matter/find-held.ts';
import { identityReviewStream } from '../../matter/fold-matters.ts';
import type { Entry, Expectation, NewEntry } from '../../port/journal.ts';
import { recordRows } from '../../project/record-rows.ts';
import { foldSubject, type RecordState } from '../../state/subject-state.ts';
import type { CaseFile } from '../case.ts';
import { actsOf, matterOf } from '../fold-case.ts';
import type { CaseParts } from './open-desk.ts';

/** Entries that a step brings beside its own, in whichever home. */
export interface Follows {
  readonly entries: readonly NewEntry[];
  readonly expect: readonly Expectation[];
}

export type Following = Follows | { readonly refused: Problem };

interface Side {
  readonly home: string;
  readonly entries: readonly Entry[];
}

/**
 * What a case about who is who does in both homes: the marks while it is open, the move of records
 * once two have decided, and their way back. Nothing is rewritten: a record leaves one history by an
 * entry and stands in the other by an entry, so that both are whole again when it returns.
 */
export async function followIdentity(
  parts: CaseParts,
  file: CaseFile,
  action: CaseAction,
  own: Side,
): Promise<Following> {
  const matter = matterOf(file, 'identity');
  if (matter === undefined) return nothing;
  const other = { home: matter.other, entries: await parts.journal.entriesOf(matter.other) };
  const sides = [own, other] as const;
  switch (action.kind) {
    case 'opened': {
      const isThere = foldSubject(other.home, other.entries).records.length > 0;
      return isThere && other.home !== own.home ? nothing : missing([other.home]);
    }
    case 'noticed':
      return actsOf(file, 'noticed').length > 1
        ? nothing
        : { entries: await markBoth(parts, file, sides), expect: [] };
    case 'dropped':
      return {
        entries: actsOf(file, 'noticed').length === 0 ? [] : unmark(parts, file, sides),
        expect: [],
      };
    case 'approved': {
      const moved = await move(parts, file, { from: own, to: other });
      return 'refused' in moved
        ? moved
        : { ...moved, entries: [...moved.entries, ...unmark(parts, file, sides)] };
    }
    case 'undone':
      return move(parts, file, { from: other, to: own });
    default:
      return nothing;
  }
}

const nothing: Follows = { entries: [], expect: [] };

function missing(ids: readonly string[]): Following {
  return { refused: problem('case-history-changed', { missing: ids.join(', ') }) };
}

async function move(
  parts: CaseParts,
  file: CaseFile,
  { from, to }: { readonly from: Side; readonly to: Side },
): Promise<Following> {
  const ids = matterOf(file, 'identity')?.records ?? [];
  const standing = new Map(
    foldSubject(from.home, from.entries).records.map((state) => [state.record.recordId, state]),
  );
  const gone = ids.filter((id) => !standing.has(id));
  if (gone.length > 0) return missing(gone);
  const entries: NewEntry[] = [];
  const expect: Expectation[] = [];
  for (const id of ids) {
    const state = standing.get(id);
    if (state === undefined) continue;
    const record = restated(state.record, file, to);
    const eraseOn = await retentionOf(parts, record);
    const add = (home: string, kind: string, payload: NewEntry['payload']): void => {
      entries.push(newEntry(parts, { home, stream: id, kind, payload }, eraseOn));
    };
    const left: RecordMoved = { recordId: id, on: onOf(file), to: to.home, caseId: file.caseId };
    add(from.home, 'record-moved@1', left);
    add(to.home, 'record@1', jsonOf(record));
    if (state.end !== undefined && !hasEnd(to, state)) {
      const ended: RecordEnd = state.end;
      add(to.home, 'record-ended@1', ended);
    }
    for (const { home, entries: known } of [from, to]) {
      const seq = known.filter(({ stream }) => stream === id).at(-1)?.seq ?? 0;
      expect.push({ home, stream: id, seq });
    }
  }
  return { entries, expect };
}

/** Whether the history to which a record returns says of its end already. */
function hasEnd({ entries }: Side, { record }: RecordState): boolean {
  return entries.some(
    ({ stream, kind }) => stream === record.recordId && kind.startsWith('record-ended@'),
  );
}

/**
 * The statement as it stands in the other history. After a split it bears the other's code; two that
 * were one keep both. On its way back it bears what it bore.
 */
function restated(record: PublicCreditRecord, file: CaseFile, to: Side): PublicCreditRecord {
  const here = foldSubject(to.home, to.entries);
  const before = here.moved?.find(({ state }) => state.record.recordId === record.recordId);
  if (before !== undefined) return { ...record, subject: before.state.record.subject };
  if (matterOf(file, 'identity')?.does === 'merge') return record;
  const theirs = here.records.at(0)?.record.subject.identifiers;
  return theirs === undefined
    ? record
    : { ...record, subject: { ...record.subject, identifiers: theirs } };
}

function onOf({ actions, opened }: CaseFile): CivilDate {
  return actions.at(-1)?.on ?? opened.on;
}

/** Both pages say that it is being looked at, as long as anything in question may show at all. */
async function markBoth(
  parts: CaseParts,
  file: CaseFile,
  [own, other]: readonly [Side, Side],
): Promise<readonly NewEntry[]> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const ids = matterOf(file, 'identity')?.records ?? [];
  const rows = foldSubject(own.home, own.entries)
    .records.filter(({ record }) => ids.includes(record.recordId))
    .map((state) => recordRows(state, rulebook, parts));
  const shown = rows.flatMap(({ visibleUntil }) => visibleUntil ?? []);
  const until = rows.some(({ registered }) => registered)
    ? undefined
    : shown.reduce<CivilDate>((last, day) => later(last, day), onOf(file));
  return [
    [own.home, other.home],
    [other.home, own.home],
  ].map(([home = '', matterHome = '']) => {
    const mark: IdentityReview = {
      ...{ matterId: file.caseId, matterHome, on: onOf(file) },
      ...(until === undefined ? {} : { until }),
    };
    const stream = identityReviewStream(file.caseId);
    const entry = { home, stream, kind: 'identity-review@1', payload: mark };
    return newEntry(parts, entry, undefined);
  });
}

function unmark(
  parts: CaseParts,
  file: CaseFile,
  sides: readonly [Side, Side],
): readonly NewEntry[] {
  const ended: IdentityReviewEnded = { matterId: file.caseId, on: onOf(file) };
  const stream = identityReviewStream(file.caseId);
  return sides.map(({ home }) =>
    newEntry(parts, { home, stream, kind: 'identity-review-ended@1', payload: ended }, undefined),
  );
}
