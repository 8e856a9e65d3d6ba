import {
  civilDayAt,
  isBefore,
  problem,
  type CivilDate,
  type Instant,
  type Problem,
} from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { actorOf, readerOf } from '../access/actor-of.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { toOwnLine } from '../access/own-record-line.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { effectOf } from '../case/effect/effect-of.ts';
import { isReaderTold, type ReaderToldPayload } from '../entry/own-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { AnswerClock } from '../view/view.ts';
import type { OwnCasework, ReaderChange } from './own.ts';
import type { OwnParts } from './own-parts.ts';

/** Operator setting: how many of the organisations looked at last are watched for one reader. */
const homesWatched = 200;

interface Desk {
  readonly kind: 'desk';
  /** Home of the reader's agency, where his receipts lie. */
  readonly home: string;
  readonly account: string;
}

/** What has been corrected or has ended since a reader looked at it, what he has not confirmed first. */
export async function listReaderChanges(
  parts: OwnParts,
  principal: KnownPrincipal,
): ReturnType<OwnCasework['listReaderChanges']> {
  const desk = await deskOf(parts, principal);
  if (desk.kind === 'refused') return desk;
  const { clock, changes } = await findChanges(parts, principal, desk);
  return { kind: 'found', view: { clock, changes } };
}

/** The reader confirms that he knows of a change; whoever reads it again is shown the day. */
export async function acknowledgeChange(
  parts: OwnParts,
  principal: KnownPrincipal,
  id: string,
): ReturnType<OwnCasework['acknowledgeChange']> {
  const desk = await deskOf(parts, principal);
  if (desk.kind === 'refused') return desk;
  const { clock, changes } = await findChanges(parts, principal, desk);
  const known = changes.find((change) => change.id === id);
  if (known === undefined) return refused(problem('page-not-found', { path: '' }));
  if (known.acknowledgedOn !== undefined) {
    return { kind: 'acknowledged', on: known.acknowledgedOn };
  }
  const { home, account } = desk;
  const payload: ReaderToldPayload = { account, change: id, on: clock.today };
  const entry = { home, stream: toldStream(account), kind: 'reader-told@1', payload };
  const outcome = await parts.journal.record(
    {
      ...{ actor: actorOf(principal), purpose: 'correction', basis: [] },
      idempotencyKey: `told ${account} ${id}`,
    },
    [newEntry(parts, entry, undefined)],
  );
  if (outcome.kind === 'conflict') return refused(problem('changed-meanwhile', {}));
  return { kind: 'acknowledged', on: clock.today };
}

function refused(found: Problem) {
  return { kind: 'refused', problem: found } as const;
}

const toldStream = (account: string): string => `told/${account}`;

async function deskOf(parts: OwnParts, principal: KnownPrincipal) {
  const agency = 'agency' in principal ? principal.agency : undefined;
  const resource = { kind: 'agency', ...(agency === undefined ? {} : { agency }) } as const;
  const decision = parts.access.decide(principal, 'corrections.receive', resource, 'correction');
  if (decision.kind === 'refused') return decision;
  const row = (await parts.register.agencies()).find(({ code }) => code === agency);
  if (row === undefined) return refused(problem('agency-unknown', { agency: agency ?? '' }));
  const desk: Desk = { kind: 'desk', home: row.home, account: readerOf(principal).official };
  return desk;
}

async function findChanges(
  parts: OwnParts,
  principal: KnownPrincipal,
  desk: Desk,
): Promise<{ readonly clock: AnswerClock; readonly changes: readonly ReaderChange[] }> {
  const { clock, rulebook } = await startAnswer(parts);
  const told = await toldOf(parts, desk);
  const read = await parts.journal.homesReadBy(readerOf(principal), homesWatched);
  const entries = await parts.journal.entriesOfMany(read.map(({ home }) => home));
  const changes = read.flatMap(({ home, firstAt }) =>
    changesIn(entries.get(home) ?? [], { home, firstAt, rulebook, clock, by: principal.name }),
  );
  const marked = changes.map((change): ReaderChange => {
    const acknowledgedOn = told.get(change.id);
    return acknowledgedOn === undefined ? change : { ...change, acknowledgedOn };
  });
  const isOpen = ({ acknowledgedOn }: ReaderChange) => (acknowledgedOn === undefined ? 0 : 1);
  marked.sort((a, b) => isOpen(a) - isOpen(b) || (a.on > b.on ? -1 : 1));
  return { clock, changes: marked };
}

async function toldOf(parts: OwnParts, { home, account }: Desk) {
  const entries = await parts.journal.entriesOf(home, { stream: toldStream(account) });
  return new Map<string, CivilDate>(
    entries.flatMap(({ payload }) =>
      isReaderTold(payload) ? [[payload.change, payload.on] as const] : [],
    ),
  );
}

interface Read {
  readonly home: string;
  readonly firstAt: Instant;
  readonly rulebook: Rulebook;
  readonly clock: AnswerClock;
  /** Who looked: what he did himself he need not be told. */
  readonly by: string;
}

/** Corrections and ends of a home after somebody first looked at it; nothing about anything else. */
function changesIn(entries: readonly Entry[], read: Read): readonly ReaderChange[] {
  const { home, firstAt, rulebook, clock, by } = read;
  const readOn = civilDayAt(firstAt, clock.zone);
  const name = headOf(home, entries)?.name;
  const head = { home, readOn, ...(name === undefined ? {} : { name }) };
  const known = new Set(
    entries.flatMap(({ stream, kind, recordedAt }) =>
      recordedAt <= firstAt && kind.startsWith('record@') ? [stream] : [],
    ),
  );
  const done = entries.filter(
    ({ stream, recordedAt }) => known.has(stream) && recordedAt > firstAt,
  );
  const corrected = done.flatMap(({ id, stream, kind, recordedAt, actor }): ReaderChange[] => {
    if (!kind.startsWith('record@') || actor.official === by) return [];
    const on = civilDayAt(recordedAt, clock.zone);
    return [{ ...head, id: `corrected/${id}`, recordId: stream, kind: 'corrected', on }];
  });
  const byHimself = new Set(
    done.flatMap(({ kind, stream, actor }) =>
      kind.startsWith('record-ended@') && actor.official === by ? [stream] : [],
    ),
  );
  const state = foldSubject(home, entries);
  const ended = state.records.flatMap((state): ReaderChange[] => {
    const { recordId } = state.record;
    if (!known.has(recordId) || byHimself.has(recordId)) return [];
    const { publicity } = toOwnLine(state, rulebook, clock.today);
    if (publicity.kind !== 'ended' || isBefore(publicity.endedOn, readOn)) return [];
    const on = publicity.endedOn;
    return [{ ...head, id: `ended/${recordId}/${on}`, recordId, kind: 'ended', on }];
  });
  const moved = (state.moved ?? []).flatMap(({ state: { record }, move }): ReaderChange[] => {
    const { recordId } = record;
    if (!known.has(recordId)) return [];
    return [{ ...head, id: `moved/${recordId}/${move.on}`, recordId, kind: 'moved', on: move.on }];
  });
  return [...corrected, ...ended, ...moved, ...endedListings(entries, read, head)];
}

function endedListings(
  entries: readonly Entry[],
  { home, rulebook, clock }: Read,
  head: Pick<ReaderChange, 'home' | 'readOn' | 'name'>,
): readonly ReaderChange[] {
  const kept = foldCases(entries);
  const docket = new Map([...kept].map(([id, { file }]) => [id, file]));
  const world = { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
  return [...docket.values()].flatMap((file): ReaderChange[] => {
    if (file.opened.matter.case !== 'listing') return [];
    const effect = effectOf(file, world, clock.today);
    const stood = effectOf(file, world, head.readOn).kind === 'in-effect';
    if (effect.kind !== 'ended' || !stood || isBefore(effect.on, head.readOn)) return [];
    const { caseId } = file;
    const id = `listing-ended/${caseId}/${effect.on}`;
    return [{ ...head, id, caseId, kind: 'listing-ended', on: effect.on }];
  });
}
