import type {
  LatePaymentView,
  ListingView,
  ListView,
  RecordView,
  SubjectLine,
  SubjectView,
} from '@credence/casework';
import {
  formatAmount,
  instantOf,
  localise,
  type CivilDate,
  type Instant,
  type Language,
} from '@credence/domain';

import { inLanguage, listPath, recordPath, subjectPath } from '../request/paths.ts';
import { plain } from '../sentence/sentence.ts';
import { recordSentence } from '../sentence/record-sentence.ts';
import { feedWords } from '../words/feed.ts';
import { groundWord, latePaymentWords } from '../words/late-payments.ts';
import { listingWords } from '../words/listings.ts';
import { tagId, writeAtom, type AtomEntry } from './atom.ts';

interface Given {
  readonly origin: string;
  /** How the register calls itself. */
  readonly name: string;
  readonly language: Language;
}

type RecordInFeed = Pick<
  RecordView,
  'id' | 'heading' | 'decidedOn' | 'publicity' | 'document' | 'item'
> & { readonly authority?: NonNullable<RecordView['authority']> };

/**
 * What stands published about one organisation today. Nothing in it tells of what has ended: an
 * entry that has is simply not there, and the feed bears the day of the newest one that is.
 */
export function subjectFeed(view: SubjectView, given: Given): string {
  const { subject, registration, records, others, clock } = view;
  const { listings = [], latePayments = [] } = view;
  const standing = [...records, ...others, ...(registration === undefined ? [] : [registration])];
  const title = subject.name ?? subject.identifiers[0]?.value ?? subject.id;
  return writeFeed(
    {
      id: `urn:uuid:${subject.id}`,
      title: feedWords(given.language).ofSubject(title),
      path: subjectPath(subject.id),
      entries: [
        ...listings.map((listing) => listingEntry(listing, subject.id, given)),
        ...latePayments.map((late) => latePaymentEntry(late, subject.id, given)),
        ...standing.map((record) => entryOf(record, subject.id, given)),
      ],
      since: clock.edition.inForceFrom,
    },
    given,
  );
}

/** What stands published on one list today, the latest begins first. */
export function listFeed(view: ListView, given: Given): string {
  const { list, entries, listed = [], clock } = view;
  const host = new URL(given.origin).host;
  const { title } = list;
  return writeFeed(
    {
      // The id must outlive editions: it rests on the list alone.
      id: tagId(host, '2023-01-01', `lists/${list.id}`),
      title: feedWords(given.language).ofList(localise(title, given.language).text),
      path: listPath(list.id),
      entries: [
        ...listed.map(({ subject, listing }) =>
          named(subject, listingEntry(listing, subject.id, given)),
        ),
        ...entries.map(({ subject, record }) =>
          named(subject, entryOf({ ...record, item: { code: list.id, title } }, subject.id, given)),
        ),
      ],
      since: clock.edition.inForceFrom,
    },
    given,
  );
}

function named({ name, identifiers }: SubjectLine, entry: AtomEntry): AtomEntry {
  const who = name ?? identifiers[0]?.value ?? '';
  return who === '' ? entry : { ...entry, title: `${who}: ${entry.title}` };
}

/** An entry in a list. Its end, removal or stay takes it out of the feed and leaves no trace in it. */
function listingEntry(
  listing: ListingView,
  subjectId: string,
  { origin, language }: Given,
): AtomEntry {
  const { id, list, document, begins, ends, disputedSince } = listing;
  const words = feedWords(language);
  const parts = [
    ends === undefined ? words.from(begins) : words.until(begins, ends),
    ...(disputedSince === undefined ? [] : [listingWords(language).disputedSince(disputedSince)]),
  ];
  return {
    id: tagId(new URL(origin).host, '2023-01-01', `listings/${id}`),
    title: [localise(list.title, language).text, document?.number]
      .filter((part) => part !== undefined)
      .join(language === 'zh' ? '，' : ', '),
    updatedAt: startOf(begins),
    publishedAt: startOf(begins),
    link: `${origin}${inLanguage(subjectPath(subjectId), language)}#list-${id}`,
    summary: parts.join(language === 'zh' ? '' : ' '),
  };
}

/** A payment that a public body is late with. Once it is paid it is out of the feed. */
function latePaymentEntry(
  late: LatePaymentView,
  subjectId: string,
  { origin, language }: Given,
): AtomEntry {
  const { id, amount, creditor, because, begins, ends, disputedSince } = late;
  const say = latePaymentWords(language);
  const { ofLatePayment, until, stop } = feedWords(language);
  const about = ofLatePayment(`${formatAmount(amount)} ${amount.currency}`);
  const parts = [
    `${groundWord(language, because)}${stop}`,
    until(begins, ends),
    ...(disputedSince === undefined ? [] : [`${say.disputed}${stop}`]),
  ];
  return {
    id: tagId(new URL(origin).host, '2023-01-01', `late-payments/${id}`),
    title: [about, creditor ?? say.unnamed].join(language === 'zh' ? '，' : ', '),
    updatedAt: startOf(begins),
    publishedAt: startOf(begins),
    link: `${origin}${inLanguage(subjectPath(subjectId), language)}#late-payments`,
    summary: parts.join(language === 'zh' ? '' : ' '),
  };
}

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly entries: readonly AtomEntry[];
  readonly since: CivilDate;
}

function writeFeed(feed: Feed, { origin, name, language }: Given): string {
  const page = `${origin}${inLanguage(feed.path, language)}`;
  const entries = [...feed.entries].sort(latestFirst);
  return writeAtom({
    id: feed.id,
    title: `${name}: ${feed.title}`,
    subtitle: feedWords(language).onlyStanding,
    language,
    author: name,
    self: `${page}/feed.atom`,
    page,
    updatedAt: entries[0]?.updatedAt ?? startOf(feed.since),
    entries,
  });
}

function entryOf(record: RecordInFeed, subjectId: string, { origin, language }: Given): AtomEntry {
  const { id, heading, publicity, document, item } = record;
  const words = feedWords(language);
  const begins = 'begins' in publicity ? publicity.begins : record.decidedOn;
  const ends = 'ends' in publicity && publicity.ends !== 'none' ? publicity.ends : undefined;
  const decided = plain(recordSentence(record, language), (on) => on);
  const [code] = heading.codes ?? [];
  const value = typeof heading.value === 'string' ? heading.value : '';
  const named = code === undefined ? value : localise(code, language).text;
  const kind = localise(item.title, language).text;
  return {
    id: `urn:uuid:${id}`,
    title: [kind, named, document?.number]
      .filter((part) => part !== undefined && part !== '')
      .join(language === 'zh' ? '，' : ', '),
    updatedAt: startOf(begins),
    publishedAt: startOf(begins),
    link: `${origin}${inLanguage(recordPath(subjectId, id), language)}`,
    summary: [decided, ends === undefined ? words.from(begins) : words.until(begins, ends)].join(
      language === 'zh' ? '' : ' ',
    ),
  };
}

/** Days have no hour; a feed wants one. */
function startOf(day: CivilDate): Instant {
  const start = instantOf(`${day}T00:00:00.000Z`);
  if (start === undefined) throw new RangeError(`${day} is not a day.`);
  return start;
}

function latestFirst(a: AtomEntry, b: AtomEntry): number {
  if (a.updatedAt !== b.updatedAt) return b.updatedAt - a.updatedAt;
  return a.id < b.id ? -1 : 1;
}
