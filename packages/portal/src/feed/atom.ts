import { toIso, type Instant, type Language } from '@credence/domain';

/** A feed of things that happened, as readers of news fetch it. */
export interface AtomFeed {
  /** For ever the same: a `tag:` (see `tagId`) or an https address. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly language: Language;
  /** Who speaks: the register, never a person. */
  readonly author: string;
  /** Absolute address of the feed itself. */
  readonly self: string;
  /** Absolute address of the page that says the same. */
  readonly page: string;
  /** When anything in the feed last changed; of an empty feed: since when it stands. */
  readonly updatedAt: Instant;
  /** Latest first. */
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** For ever the same: a `tag:` or an https address. */
  readonly id: string;
  readonly title: string;
  readonly updatedAt: Instant;
  readonly publishedAt?: Instant;
  /** Absolute address of what the entry is about; absent where nothing may be shown any more. */
  readonly link?: string;
  /** Plain text. */
  readonly summary?: string;
}

/** The type every feed is served with. */
export const atomType = 'application/atom+xml; charset=utf-8';

/**
 * Writes a feed as Atom 1.0.
 *
 * Source: RFC 4287; section 4.1.1 on what a feed must have, 4.2.6 on ids.
 */
export function writeAtom(feed: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tagOf(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    ...(feed.subtitle === undefined ? [] : [element('subtitle', feed.subtitle)]),
    element('updated', toIso(feed.updatedAt)),
    `<author>${element('name', feed.author)}</author>`,
    link('self', feed.self, 'application/atom+xml'),
    link('alternate', feed.page, 'text/html'),
    ...feed.entries.flatMap(entryLines),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entryLines(entry: AtomEntry): readonly string[] {
  const { id, title, updatedAt, publishedAt, link: address, summary } = entry;
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', toIso(updatedAt)),
    ...(publishedAt === undefined ? [] : [element('published', toIso(publishedAt))]),
    ...(address === undefined ? [] : [link('alternate', address, 'text/html')]),
    // An entry without a link must have content of its own.
    element(address === undefined ? 'content' : 'summary', summary ?? title),
    '</entry>',
  ];
}

/**
 * A `tag:` id (RFC 4151) that stays the same when addresses change.
 *
 * @param authority - host of the register at the time, e.g. `credit.example`
 * @param on - a day on which the authority held the host, `YYYY-MM-DD`
 */
export function tagId(authority: string, on: string, specific: string): string {
  const host = authority.replace(/:\d+$/, '').toLowerCase();
  return `tag:${host},${on}:${encodeURI(specific)}`;
}

function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-Hans' : language;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0, which has no way at all to carry most control characters. */
function escapeXml(text: string): string {
  return [...text]
    .filter(isXmlCharacter)
    .map((character) => escapes[character] ?? character)
    .join('');
}

function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return !surrogate && code !== 0xfffe && code !== 0xffff;
}
