import {
  checkResidentNumber,
  type Identifier,
  type IdentifierFault,
  type Schemes,
} from '@credence/domain';
import { schemesOf } from '@credence/rulebook';

import type { SearchOutcome } from './answer.ts';
import type { Entry, Journal } from '../port/journal.ts';
import type { NameKeys, Register } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from './answer-clock.ts';
import { withLists } from './listing-view.ts';
import { byRank, findBestMatch, type NameMatch } from './match-name.ts';
import { findPublicSubject, toSubjectLine, type PublicSubject } from './subject-line.ts';
import type { SearchView, SubjectLine } from './view.ts';

const searchPageSize = 20;

/** Fewer characters of a code are a registering office and a region, not an organisation. */
const shortestCodeStart = 8;

/** Characters a query may have; the longest name of the official tables has 200. */
const longestQuery = 200;

export interface SearchParts {
  readonly journal: Journal;
  readonly register: Register;
  readonly nameKeys: NameKeys;
}

/**
 * Answers a search by code, name, pinyin or initials. A code is tried first and exactly, in every
 * scheme of the edition; names come in the register's order, which no record influences. What looks
 * like a code and is none gets the reason, and those whose code begins so. A person's number is
 * never looked up nor repeated.
 */
export async function searchSubjects(
  parts: SearchParts,
  answering: Answering,
  search: { readonly query: string; readonly page: number },
): Promise<SearchOutcome> {
  const query = search.query.normalize('NFKC').trim();
  if (query === '') return { kind: 'query-too-short' };
  if ([...query].length > longestQuery) return { kind: 'query-too-long', limit: longestQuery };

  const { clock, edition } = answering;
  const registerSize = await parts.register.countSubjects(clock.today);
  const page = { page: search.page, pageSize: searchPageSize, registerSize };
  const none = { clock, ...page, total: 0, more: false, results: [] };
  if (checkResidentNumber(query).kind === 'valid') {
    return { kind: 'found', view: { ...none, query: '' } };
  }
  const schemes = schemesOf(edition);
  const byCode = await findByCode(parts, answering, { query, schemes });
  if (byCode !== undefined) {
    const results = search.page === 1 ? [byCode] : [];
    return { kind: 'found', view: { ...none, query, total: 1, results } };
  }
  const named = await findByName(parts, answering, { query, page: search.page });
  const faults = named.total === 0 ? codeFaults(query, schemes) : [];
  const found = named.total > 0 ? named : await findByCodeStart(parts, answering, search, schemes);
  const view = { clock, query, ...page, ...found };
  return { kind: 'found', view: faults.length === 0 ? view : { ...view, codeFaults: faults } };
}

async function findByCode(
  parts: SearchParts,
  answering: Answering,
  search: { readonly query: string; readonly schemes: Schemes },
): Promise<SubjectLine | undefined> {
  const identifiers = search.schemes.declared.flatMap((scheme): Identifier[] => {
    const check = scheme.check(search.query);
    return check.kind === 'valid' ? [{ scheme: scheme.id, value: check.value }] : [];
  });
  if (identifiers.length === 0) return undefined;
  const homes = await parts.register.findByIdentifiers(identifiers);
  for (const identifier of identifiers) {
    const home = homes.get(`${identifier.scheme}:${identifier.value}`);
    if (home === undefined) continue;
    const entries = await parts.journal.entriesOf(home);
    const subject = findPublicSubject(foldSubject(home, entries), answering);
    // A code that only an ended record states no longer leads here.
    if (subject?.identifiers.some((known) => isSame(known, identifier)) !== true) continue;
    return toResult(parts, answering, { subject, entries }, { kind: 'code' });
  }
  return undefined;
}

/** Those whose code begins with what was typed, on one page; a longer beginning finds the others. */
async function findByCodeStart(
  parts: SearchParts,
  answering: Answering,
  search: { readonly query: string; readonly page: number },
  schemes: Schemes,
): Promise<Pick<SearchView, 'total' | 'more' | 'results'>> {
  const start = search.query.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const none = { total: 0, more: false, results: [] };
  if ([...start].length < shortestCodeStart || !looksLikeCode(start)) return none;
  const known = await parts.register.findByIdentifierStart(start, {
    schemes: schemes.declared.map(({ id }) => id),
    limit: searchPageSize + 1,
  });
  const entries = await parts.journal.entriesOfMany(known.map(({ home }) => home));
  const results = known.flatMap((identifier) => {
    const own = entries.get(identifier.home) ?? [];
    const subject = findPublicSubject(foldSubject(identifier.home, own), answering);
    if (subject?.identifiers.some((each) => isSame(each, identifier)) !== true) return [];
    return [toResult(parts, answering, { subject, entries: own }, { kind: 'code-begins' })];
  });
  const distinct = results.filter(
    ({ id }, index) => results.findIndex((each) => each.id === id) === index,
  );
  const shown = distinct.slice(0, searchPageSize);
  return {
    total: shown.length,
    more: distinct.length > shown.length,
    results: search.page === 1 ? shown : [],
  };
}

async function findByName(
  parts: SearchParts,
  answering: Answering,
  search: { readonly query: string; readonly page: number },
): Promise<Pick<SearchView, 'total' | 'more' | 'results'>> {
  const query = parts.nameKeys.foldQuery(search.query);
  const found = await parts.register.searchNames(query, {
    today: answering.clock.today,
    limit: searchPageSize,
    offset: (search.page - 1) * searchPageSize,
  });
  const entries = await parts.journal.entriesOfMany(found.hits.map(({ home }) => home));
  const matched = found.hits.flatMap(({ home }) => {
    const own = entries.get(home) ?? [];
    const subject = findPublicSubject(foldSubject(home, own), answering);
    const match = findBestMatch(subject?.names ?? [], query, parts.nameKeys);
    return subject === undefined || match === undefined
      ? []
      : [{ subject, entries: own, ...match }];
  });
  const results = matched.sort(byRank).map((hit) => toResult(parts, answering, hit, matchOf(hit)));
  // What the register counted and nobody may see is not counted either.
  const hidden = found.hits.length - results.length;
  return { total: found.total - hidden, more: found.more, results };
}

/** A branch has its parent's name and yet a code and records of its own: the result says so. */
function toResult(
  { nameKeys }: SearchParts,
  answering: Answering,
  found: { readonly subject: PublicSubject; readonly entries: readonly Entry[] },
  match: NonNullable<SubjectLine['match']>,
): SubjectLine {
  const { subject, entries } = found;
  const parent = subject.name === undefined ? undefined : nameKeys.parentName(subject.name);
  const line = withLists(toSubjectLine(subject, answering.edition, match), entries, answering);
  return parent === undefined ? line : { ...line, branchOf: parent };
}

/** The name is told only where it is not the current one. */
function matchOf(
  hit: NameMatch & { readonly subject: PublicSubject },
): NonNullable<SubjectLine['match']> {
  const { name, match: kind, subject } = hit;
  return name === subject.name ? { kind } : { kind, name };
}

function isSame(a: Identifier, b: Identifier): boolean {
  return a.scheme === b.scheme && a.value === b.value;
}

/** Latin letters and digits, mostly digits, with blanks or hyphens between: meant as a code. */
function looksLikeCode(query: string): boolean {
  const plain = query.replace(/[\s-]/g, '');
  const digits = plain.replace(/\D/g, '').length;
  return /^[0-9A-Za-z]{6,30}$/.test(plain) && digits * 2 >= plain.length;
}

/** Why a text that was meant as a code is none, in the scheme whose length it comes closest to. */
function codeFaults(query: string, schemes: Schemes): NonNullable<SearchView['codeFaults']> {
  if (!looksLikeCode(query)) return [];
  const attempts = schemes.declared.flatMap((scheme) => {
    const check = scheme.check(query.replaceAll('-', ''));
    return check.kind === 'invalid' ? [{ scheme: scheme.id, faults: check.faults }] : [];
  });
  // A text that is a code of some scheme is right; it is only not in the register.
  if (attempts.length < schemes.declared.length) return [];
  const best = Math.min(...attempts.map(({ faults }) => distance(faults)));
  return attempts
    .filter(({ faults }) => distance(faults) === best)
    .flatMap(({ scheme, faults }) => faults.map((fault) => toCodeFault(scheme, fault)));
}

/** How far a text is from the length of a scheme; 0 when only its characters are wrong. */
function distance(faults: readonly IdentifierFault[]): number {
  const length = faults.find(({ code }) => code === 'length');
  if (length === undefined) return 0;
  const bounds = (length.expected ?? '').split('-').map(Number);
  return Math.min(...bounds.map((bound) => Math.abs(Number(length.found) - bound)));
}

function toCodeFault(
  scheme: string,
  fault: IdentifierFault,
): NonNullable<SearchView['codeFaults']>[number] {
  const { code, ...rest } = fault;
  return { scheme, fault: code, ...rest };
}
