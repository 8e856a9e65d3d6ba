import type { CivilDate } from '@credence/domain';
import { commitmentOf, sha256Hex } from '@credence/proof';

import type { CaseworkParts } from '../casework-parts.ts';
import type { IdentityReview, MatterOpened } from '../entry/matter-payload.ts';
import type { Actor, Command, Entry, NewEntry } from '../port/journal.ts';
import { namesIn } from '../project/record-rows.ts';
import { foldSubject } from '../state/subject-state.ts';
import { findEarlierJudgement, findJudged } from './earlier-judgement.ts';
import {
  foldMatters,
  identityReviewStream,
  matterStream,
  type MatterState,
} from './fold-matters.ts';
import { judgeIdentity, type NamePair } from './judge-identity.ts';
import { formerNamesOf, recordOf, type QuarantinedRow } from './settle-identity.ts';

/** The file and the office that quarantined rows come from. */
export interface FilingCommand {
  readonly actor: Actor;
  readonly file: { readonly name: string; readonly hash: string };
  /** Code of the agency that supplied the file, at whose desk the matters lie. */
  readonly source: string;
  /** The batch whose other rows were recorded, where there is one. */
  readonly batchId?: string;
  readonly today: CivilDate;
}

export interface FiledMatters {
  /** Ids of the matters these rows are now in, in the order of the rows. */
  readonly matters: readonly string[];
  readonly opened: number;
  /** Rows that lay at a desk already, or were decided there: nothing was added. */
  readonly known: number;
}

export type FilingParts = Pick<
  CaseworkParts,
  'journal' | 'register' | 'nameKeys' | 'uuid' | 'salt'
>;

/**
 * Puts rows that contradict the register on a desk, each whole, so that nothing is lost and nothing
 * is guessed. The same row of the same file is filed once however often it is tried; the same
 * content from another file joins the matter that waits, or that was decided against it.
 *
 * @throws RangeError for a row that contradicts no subject of the register
 */
export async function fileMatters(
  parts: FilingParts,
  command: FilingCommand,
  rows: readonly QuarantinedRow[],
): Promise<FiledMatters> {
  const matters: string[] = [];
  let opened = 0;
  for (const given of rows) {
    const home = await homeOf(parts, given);
    const entries = await parts.journal.entriesOf(home);
    const row = askWhoFirst(parts, { home, entries }, given);
    const known = findKnown(home, entries, row) ?? findDenied(parts, { home, entries }, row);
    if (known !== undefined) {
      matters.push(known.opened.matterId);
      continue;
    }
    const matter = await openingEntries(parts, command, { row, home });
    const outcome = await parts.journal.record(
      { ...commandOf(command), idempotencyKey: filingKey(command, row) },
      matter.entries,
      { expect: [{ home, stream: matterStream(matter.matterId), seq: 0 }] },
    );
    if (outcome.kind === 'recorded' && !outcome.receipt.replayed) {
      matters.push(matter.matterId);
      opened += 1;
      continue;
    }
    // Another process filed the very row between the look and the step.
    const filed = findKnown(home, await parts.journal.entriesOf(home), row);
    if (filed !== undefined) matters.push(filed.opened.matterId);
  }
  return { matters, opened, known: rows.length - opened };
}

function commandOf({ actor }: FilingCommand): Command {
  return { actor, purpose: 'intake', basis: [] };
}

function filingKey({ file }: FilingCommand, { staged }: QuarantinedRow): string {
  const { item, key } = staged.recordKey;
  return `matter:${sha256Hex(`${file.hash} ${staged.row} ${item} ${key}`)}`;
}

/** A matter lies with the subject that the row contradicts. */
async function homeOf(parts: FilingParts, { staged, why }: QuarantinedRow): Promise<string> {
  const home =
    why.kind === 'identity'
      ? why.finding.otherHome
      : await parts.register.findByIdentifier(staged.identifier);
  if (home === undefined) {
    throw new RangeError(`Row ${staged.row} contradicts no subject of the register.`);
  }
  return home;
}

/** The matter in which this very content waits, or was decided against. */
function findKnown(
  home: string,
  entries: readonly Entry[],
  { staged, why }: QuarantinedRow,
): MatterState | undefined {
  return foldMatters(home, entries).find(
    ({ opened, state, closed }) =>
      opened.kind === why.kind &&
      opened.record.item === staged.recordKey.item &&
      opened.key === staged.recordKey.key &&
      opened.contentHash === staged.recordKey.contentHash &&
      (state !== 'closed' || closed?.result === 'kept' || closed?.result === 'returned'),
  );
}

/**
 * A row that contradicts a record of the register under a name that is not its subject's is first of
 * all a question of who it is about: correcting the record would give it to somebody.
 */
function askWhoFirst(
  { nameKeys }: FilingParts,
  subject: { readonly home: string; readonly entries: readonly Entry[] },
  given: QuarantinedRow,
): QuarantinedRow {
  const { staged, why } = given;
  const record = recordOf(staged);
  const name = record?.subject.name;
  if (why.kind !== 'conflict' || record === undefined || name === undefined) return given;
  const { home, entries } = subject;
  const states = foldSubject(home, entries).records;
  const otherNames = [...new Set(states.flatMap((state) => namesIn(state.record)))];
  const finding = { row: staged.row, about: 'code', name, otherHome: home, otherNames } as const;
  const earlier = findEarlierJudgement(entries, finding, record, nameKeys);
  const formerNames = formerNamesOf(record);
  const question = { about: 'code', name, formerNames, otherNames, namesAreUnique: true } as const;
  const judged = judgeIdentity(
    { ...question, ...(earlier === 'same' ? { earlier } : {}) },
    nameKeys,
  );
  if (judged.kind !== 'review') return given;
  return { staged, why: { kind: 'identity', finding, pairs: judged.pairs } };
}

/** Two officials have said that the code is not this name's: the same pair is not asked again. */
function findDenied(
  { nameKeys }: FilingParts,
  { entries }: { readonly home: string; readonly entries: readonly Entry[] },
  { staged, why }: QuarantinedRow,
): MatterState | undefined {
  const record = recordOf(staged);
  if (why.kind !== 'identity' || why.finding.about !== 'code' || record === undefined) {
    return undefined;
  }
  const judged = findJudged(entries, why.finding, record, nameKeys);
  return judged?.closed?.choice === 'different' ? judged : undefined;
}

interface Opening {
  readonly row: QuarantinedRow;
  readonly home: string;
}

/**
 * The entries that open a matter. A registration under a contested code gets a page of its own until
 * the matter is settled, so that both bodies can be seen and told apart; a burden gets none.
 */
async function openingEntries(
  parts: FilingParts,
  command: Pick<FilingCommand, 'file' | 'source' | 'batchId' | 'today'>,
  { row, home }: Opening,
): Promise<{ readonly matterId: string; readonly entries: readonly NewEntry[] }> {
  const { staged, why } = row;
  const record = recordOf(staged);
  if (record === undefined) throw new RangeError(`Row ${staged.row} holds no record.`);
  const matterId = parts.uuid();
  const byCode = await parts.register.findByIdentifier(staged.identifier);
  const isContested = why.kind === 'identity' && why.finding.about === 'code';
  const provisionalHome = isContested && staged.registered ? parts.uuid() : undefined;
  const ownHome = byCode === home || why.kind === 'conflict' ? undefined : byCode;
  const payload: MatterOpened = {
    matterId,
    kind: why.kind,
    agency: command.source,
    on: command.today,
    file: { name: command.file.name, hash: command.file.hash },
    ...(command.batchId === undefined ? {} : { batchId: command.batchId }),
    key: staged.recordKey.key,
    contentHash: staged.recordKey.contentHash,
    record,
    ...(why.kind === 'conflict'
      ? {}
      : {
          identity: {
            about: why.finding.about,
            pairs: why.pairs.map(toCompared),
            ...(ownHome === undefined ? {} : { ownHome }),
            ...(provisionalHome === undefined ? {} : { provisionalHome }),
          },
        }),
  };
  const { eraseOn } = staged.entry;
  const entry = (into: string, stream: string, kind: string, content: NewEntry['payload']) =>
    newEntry(parts, { home: into, stream, kind, payload: content }, eraseOn);
  const entries = [entry(home, matterStream(matterId), 'matter-opened@1', payload)];
  if (provisionalHome !== undefined) {
    entries.push(entry(provisionalHome, record.recordId, 'record@1', record));
  }
  const marked = provisionalHome ?? ownHome;
  if (marked !== undefined) {
    const mark = reviewMark(staged, { matterId, matterHome: home, on: command.today });
    entries.push(entry(marked, identityReviewStream(matterId), 'identity-review@1', mark));
  }
  return { matterId, entries };
}

function reviewMark(
  { registered, visibleUntil }: QuarantinedRow['staged'],
  mark: Omit<IdentityReview, 'until'>,
): IdentityReview {
  // What could never be public must not show by a mark either.
  const until = registered ? undefined : ((visibleUntil ?? mark.on) as CivilDate);
  return { ...mark, ...(until === undefined ? {} : { until }) };
}

/** An entry with its salt and commitment, erased when the row itself would have been. */
export function newEntry(
  parts: Pick<FilingParts, 'uuid' | 'salt'>,
  entry: Pick<NewEntry, 'home' | 'stream' | 'kind' | 'payload'> & { readonly supersedes?: string },
  eraseOn: CivilDate | undefined,
): NewEntry {
  const salt = parts.salt();
  return {
    id: parts.uuid(),
    ...entry,
    salt,
    commitment: commitmentOf(salt, entry.payload),
    ...(eraseOn === undefined ? {} : { eraseOn }),
  };
}

function toCompared({ name, other, comparison }: NamePair) {
  const { verdict, components } = comparison;
  return {
    name,
    other,
    verdict,
    components: components.map(({ component, relation, a, b }) => ({
      component,
      relation,
      ...(a === undefined ? {} : { a }),
      ...(b === undefined ? {} : { b }),
    })),
  };
}
