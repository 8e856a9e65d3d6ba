import type { CivilDate } from '@credence/domain';

import type { CaseFile } from '../case/case.ts';
import { findSubjectHome } from '../case/desk/find-subject-home.ts';
import { foldCases } from '../case/desk/fold-cases.ts';
import { consentOn, foldConsents } from '../case/service/consent.ts';
import { readerToldStream, type ReaderToldPayload } from '../entry/own-payload.ts';
import { serviceConsentStream } from '../entry/service-consent-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Actor, Entry, LookSpan, Message, PastLooks } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { paperWaits } from '../work/mail-topics.ts';
import { wordToAgency } from '../work/word-to-agency.ts';
import { changesIn } from './changes-in.ts';
import type { OwnParts } from './own-parts.ts';
import { partOfAgency, partOfSeats, toldAt, type ReaderDesk } from './reader-desk.ts';

/** The register itself lays notices; nobody has to remember to. */
const actor = (agency: string): Actor => ({ official: 'register', agency, role: 'register' });

/** @see {@link OwnCasework.tellReaders} */
export async function tellReaders(parts: OwnParts, homes: readonly string[]): Promise<number> {
  const readers = (await parts.journal.readersOf(homes)).filter(({ reader }) => isTold(reader));
  if (readers.length === 0) return 0;
  const { clock, rulebook } = await startAnswer(parts);
  const read = await parts.journal.entriesOfMany([...new Set(readers.map(({ home }) => home))]);
  let count = 0;
  for (const { home, reader, ...looks } of joined(readers)) {
    const entries = read.get(home) ?? [];
    const desk = await deskOf(parts, reader, entries);
    if (desk === undefined || desk.home === home) continue;
    const { hasPart } = desk;
    const by = { official: desk.by, agency: desk.agency };
    const changes = changesIn(entries, { home, ...looks, hasPart, by }, { rulebook, clock });
    if (changes.length === 0) continue;
    const ids = changes.map(({ id }) => id);
    count += await lay(parts, desk, { ids, today: clock.today });
  }
  return count;
}

/** An organisation looks at its own records itself; a key has the feed of what was withdrawn. */
function isTold({ agency, role }: Actor): boolean {
  return agency !== '' || role === 'creditor' || role === 'other-subject';
}

interface Reader extends PastLooks {
  readonly home: string;
  readonly reader: Actor;
}

/** Somebody who looked in two offices of one agency is one reader. */
function joined(readers: readonly Reader[]): readonly Reader[] {
  const known = new Map<string, Reader>();
  for (const each of readers) {
    const { home, reader } = each;
    const key = [home, reader.agency, reader.official].join(' ');
    const before = known.get(key);
    known.set(key, before === undefined ? each : { ...before, ...bothLooks(before, each) });
  }
  return [...known.values()];
}

function bothLooks(one: PastLooks, other: PastLooks): PastLooks {
  const records = bothSpans(one.records, other.records);
  const cases = bothSpans(one.cases, other.cases);
  return {
    ...(records === undefined ? {} : { records }),
    ...(cases === undefined ? {} : { cases }),
  };
}

function bothSpans(one: LookSpan | undefined, other: LookSpan | undefined): LookSpan | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
    lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
  };
}

type ToldDesk = ReaderDesk & { readonly by: string; readonly agency: string };

/** The inbox of a reader who has an account; whoever works on the machine itself has none. */
async function deskOf(
  parts: OwnParts,
  { agency, role, official: account }: Actor,
  entries: readonly Entry[],
): Promise<ToldDesk | undefined> {
  const known = async (home: string) =>
    (await parts.register.accountsIn(home)).find((row) => row.account === account);
  if (agency !== '') {
    const home = (await parts.register.agencies()).find(({ code }) => code === agency)?.home;
    const row = home === undefined ? undefined : await known(home);
    if (home === undefined || row === undefined) return undefined;
    return { home, account, agency, by: row.name, hasPart: partOfAgency(agency) };
  }
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  const seats = new Map<string, CaseFile[]>();
  for (const file of files) {
    const home = role === seatOf(file) ? await seatHome(parts, file) : undefined;
    if (home !== undefined) seats.set(home, [...(seats.get(home) ?? []), file]);
  }
  for (const [home, ofHome] of seats) {
    const row = await known(home);
    // Who acts for several organisations is known by one of them.
    if (row === undefined && seats.size > 1) continue;
    return { home, account, agency: '', by: row?.name ?? '', hasPart: partOfSeats(ofHome) };
  }
  return undefined;
}

function seatOf({ opened: { matter } }: CaseFile): string {
  return matter.case === 'identity' ? 'other-subject' : 'creditor';
}

/** Home of the other organisation that has a part in a case. */
export async function seatHome(
  parts: Parameters<typeof findSubjectHome>[0],
  { opened }: CaseFile,
): Promise<string | undefined> {
  const { matter } = opened;
  if (matter.case === 'identity') return matter.other;
  const stated = matter.case === 'listing' ? matter.enforcement : matter;
  if (stated === undefined || !('creditorCode' in stated)) return undefined;
  return findSubjectHome(parts, { by: 'code', code: stated.creditorCode });
}

/** The reader himself, or another run, may write at the same moment. */
const attempts = 3;

async function lay(
  parts: OwnParts,
  desk: ToldDesk,
  { ids, today }: { readonly ids: readonly string[]; readonly today: CivilDate },
): Promise<number> {
  const { home, account } = desk;
  const stream = readerToldStream(account);
  for (let turn = 0; turn < attempts; turn += 1) {
    const { told, seq } = await toldAt(parts.journal, desk);
    const fresh = ids.filter((id) => !told.has(id));
    if (fresh.length === 0) return 0;
    const entries = fresh.map((change) => {
      const payload: ReaderToldPayload = { account, change, on: today, step: 'sent' };
      return newEntry(parts, { home, stream, kind: 'reader-told@1', payload }, undefined);
    });
    const outcome = await parts.journal.record(
      { actor: actor(desk.agency), purpose: 'correction', basis: [] },
      entries,
      { expect: [{ home, stream, seq }], outbox: await wordTo(parts, desk, today) },
    );
    if (outcome.kind === 'recorded') return fresh.length;
  }
  return 0;
}

/** Word by mail where there is an address: that something waits, and nothing of it. */
async function wordTo(
  parts: OwnParts,
  { home, agency }: ToldDesk,
  today: CivilDate,
): Promise<readonly Message[]> {
  if (agency !== '') return wordToAgency(parts, { home, agency });
  const consents = await parts.journal.entriesOf(home, { stream: serviceConsentStream });
  const mail = consentOn(foldConsents(consents), today)?.mail;
  return mail === undefined
    ? []
    : [{ home, stream: serviceConsentStream, topic: paperWaits, body: {} }];
}
