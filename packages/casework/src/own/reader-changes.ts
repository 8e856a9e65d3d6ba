import { problem, refuse, type CivilDate, type Refusal } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { actorOf, readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import {
  isSuperiorTold,
  readerToldStream,
  superiorToldStream,
  type ReaderToldPayload,
  type SuperiorToldPayload,
} from '../entry/own-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { AnswerClock } from '../view/view.ts';
import { changesIn } from './changes-in.ts';
import type { OwnCasework, ReaderChange } from './own.ts';
import type { OwnParts } from './own-parts.ts';
import { readerDesks, toldAt, type ReaderDesk } from './reader-desk.ts';
import { composeReaderLetter, readerLetterCard } from './reader-letter.ts';

/** Operator setting: how many of the organisations looked at last are watched for one reader. */
const homesWatched = 200;

/** What has been corrected or has ended since a reader looked at it, what he has not confirmed first. */
export async function listReaderChanges(
  parts: OwnParts,
  principal: KnownPrincipal,
): ReturnType<OwnCasework['listReaderChanges']> {
  const found = await findInbox(parts, principal);
  if (found.kind === 'refused') return found;
  const { clock, lines, below } = found;
  return { kind: 'found', view: { clock, changes: lines.map(({ change }) => change), below } };
}

/** One change; the first look at it is written down as a receipt. */
export async function openReaderChange(
  parts: OwnParts,
  principal: KnownPrincipal,
  id: string,
): ReturnType<OwnCasework['openReaderChange']> {
  const opened = await openLine(parts, principal, id);
  if (opened.kind !== 'opened') return opened;
  const { clock, rulebook, line } = opened;
  const letter = readerLetterCard(rulebook, clock.today) !== undefined;
  return { kind: 'found', view: { clock, change: line.change, letter } };
}

/** A change as a letter to this reader. */
export async function writeReaderLetter(
  parts: OwnParts,
  principal: KnownPrincipal,
  { id, language }: Parameters<OwnCasework['writeReaderLetter']>[1],
): ReturnType<OwnCasework['writeReaderLetter']> {
  const { press } = parts;
  if (press === undefined) return refuse(problem('case-letter-no-press', {}));
  const opened = await openLine(parts, principal, id);
  if (opened.kind !== 'opened') return opened;
  const composed = await composeReaderLetter(parts, opened.line, { ...opened, language });
  if (composed.kind === 'refused') return composed;
  const fileName = `correction-notice-${opened.line.change.on}.pdf`;
  return { kind: 'found', fileName, bytes: await press.print(composed.letter) };
}

/** The reader confirms that he knows of a change; whoever reads it again is shown the day. */
export async function acknowledgeChange(
  parts: OwnParts,
  principal: KnownPrincipal,
  id: string,
): ReturnType<OwnCasework['acknowledgeChange']> {
  const found = await findInbox(parts, principal);
  if (found.kind === 'refused') return found;
  const line = found.lines.find(({ change }) => change.id === id);
  if (line === undefined) return refuse(problem('page-not-found', { path: '' }));
  const { acknowledgedOn } = line.change;
  if (acknowledgedOn !== undefined) return { kind: 'acknowledged', on: acknowledgedOn };
  const { today } = found.clock;
  const refused = await writeReceipt(parts, principal, { line, on: today });
  return refused ?? { kind: 'acknowledged', on: today };
}

/** A change in the inbox of one of the reader's desks. */
export interface InboxChange {
  readonly desk: ReaderDesk;
  readonly change: ReaderChange;
}

interface Inbox {
  readonly kind: 'inbox';
  readonly clock: AnswerClock;
  readonly rulebook: Rulebook;
  readonly lines: readonly InboxChange[];
  readonly below: readonly SuperiorToldPayload[];
}

async function findInbox(parts: OwnParts, principal: KnownPrincipal): Promise<Inbox | Refusal> {
  const found = await readerDesks(parts, principal);
  if (found.kind === 'refused') return found;
  const { desks } = found;
  const { clock, rulebook } = await startAnswer(parts);
  const own = new Set(desks.map(({ home }) => home));
  // What becomes of its own records an organisation finds at its own desk.
  const read = (await parts.journal.homesReadBy(readerOf(principal), homesWatched)).filter(
    ({ home }) => !own.has(home),
  );
  const entries = await parts.journal.entriesOfMany(read.map(({ home }) => home));
  const by = actorOf(principal);
  const lines: InboxChange[] = [];
  const below: SuperiorToldPayload[] = [];
  for (const desk of desks) {
    const { told } = await toldAt(parts.journal, desk);
    const { hasPart } = desk;
    for (const each of read) {
      const past = { ...each, hasPart, by };
      for (const change of changesIn(entries.get(each.home) ?? [], past, { clock, rulebook })) {
        lines.push({ desk, change: { ...change, ...told.get(change.id) } });
      }
    }
    below.push(...(await toldAsSuperior(parts, desk)));
  }
  const isOpen = ({ change }: InboxChange) => (change.acknowledgedOn === undefined ? 0 : 1);
  lines.sort((a, b) => isOpen(a) - isOpen(b) || (a.change.on > b.change.on ? -1 : 1));
  return { kind: 'inbox', clock, rulebook, lines, below };
}

async function toldAsSuperior(
  { journal }: OwnParts,
  { home }: ReaderDesk,
): Promise<readonly SuperiorToldPayload[]> {
  const entries = await journal.entriesOf(home, { stream: superiorToldStream });
  return entries.flatMap(({ payload }) => (isSuperiorTold(payload) ? [payload] : [])).reverse();
}

type OpenedLine =
  | (Pick<Inbox, 'clock' | 'rulebook'> & { readonly kind: 'opened'; readonly line: InboxChange })
  | { readonly kind: 'not-found' }
  | Refusal;

async function openLine(
  parts: OwnParts,
  principal: KnownPrincipal,
  id: string,
): Promise<OpenedLine> {
  const found = await findInbox(parts, principal);
  if (found.kind === 'refused') return found;
  const { clock, rulebook } = found;
  const line = found.lines.find(({ change }) => change.id === id);
  if (line === undefined) return { kind: 'not-found' };
  if (line.change.openedOn !== undefined) return { kind: 'opened', clock, rulebook, line };
  const refused = await writeReceipt(parts, principal, { line, on: clock.today, step: 'opened' });
  if (refused !== undefined) return refused;
  const change = { ...line.change, openedOn: clock.today };
  return { kind: 'opened', clock, rulebook, line: { ...line, change } };
}

async function writeReceipt(
  parts: OwnParts,
  principal: KnownPrincipal,
  receipt: { readonly line: InboxChange; readonly on: CivilDate; readonly step?: 'opened' },
): Promise<Refusal | undefined> {
  const { line, on, step } = receipt;
  const { home, account } = line.desk;
  const { id } = line.change;
  const payload: ReaderToldPayload = {
    ...{ account, change: id, on },
    ...(step === undefined ? {} : { step }),
  };
  const entry = { home, stream: readerToldStream(account), kind: 'reader-told@1', payload };
  const outcome = await parts.journal.record(
    {
      ...{ actor: actorOf(principal), purpose: 'correction', basis: [] },
      idempotencyKey: step === undefined ? `told ${account} ${id}` : `${step} ${account} ${id}`,
    },
    [newEntry(parts, entry, undefined)],
  );
  return outcome.kind === 'conflict' ? refuse(problem('changed-meanwhile', {})) : undefined;
}
