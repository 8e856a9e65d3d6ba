import type { NameQuery, NameWay } from '@credence/casework';

import { createBusinessTerms, splitTrade, type BusinessTerms } from './business-terms.ts';
import { foldName, gramsOfWord, twoGrams } from './fold-name.ts';
import type { NameParser, NameParts } from './parse-name.ts';
import type { NameDictionaries } from './read-dictionaries.ts';
import { spellPinyin } from './spell-pinyin.ts';

const PINYIN = /^[a-z]+$/;
const HAN = /\p{Script=Han}/u;
/** A trade name of fewer letters without its business would be every other name. */
const SHORTEST_TRADE_LETTERS = 5;
/** Two syllables have as many; a place, or a business that is known, says the rest. */
const SHORTEST_PLACED_LETTERS = 4;
const GRAMS_ASKED = 4;

/** The ways in which a query may be meant, the best first. */
export function createQueryWays(
  parser: NameParser,
  dictionaries: NameDictionaries,
): (text: string) => NameQuery {
  // 有限公司 as whoever spells the whole name spells it.
  const formEnds = dictionaries.hanForms
    .filter(({ text }) => /^\p{Script=Han}+$/u.test(text))
    .map(({ text }) => spellPinyin(text));
  const terms = createBusinessTerms(dictionaries.industries);
  return (text) => {
    const folded = foldName(text);
    if (folded === '') return { ways: [] };
    const parts = parser.parse(text);
    const ways = HAN.test(folded) ? hanWays(folded, parts) : latinWays(folded, parts);
    if (!PINYIN.test(folded)) return { ways };
    return { ways: [...ways, ...pinyinWays(folded, parts, { parser, formEnds, terms })] };
  };
}

/** Whole name, the same in other words, its beginning, the trade name's, anywhere, by sound. */
function hanWays(folded: string, { region, core }: NameParts): readonly NameWay[] {
  const canon = (region?.short ?? '') + core;
  const isWord = [...folded].length > 1;
  return [
    equal('folded', [folded]),
    // A name that does not say where is not contradicted by a query that does.
    equal('canon', region === undefined ? [canon] : [canon, core]),
    ...(region === undefined ? [equal('core', [core])] : []),
    prefix('folded', folded),
    prefix('canon', canon),
    ...(region === undefined ? [prefix('core', core)] : []),
    // One character is looked up as a beginning only.
    ...(isWord ? [inside(folded, rarestGrams(folded, core))] : []),
    ...(isWord ? soundWays(region?.short, core) : []),
  ];
}

function soundWays(short: string | undefined, core: string): readonly NameWay[] {
  const ofCore = spellPinyin(core).full;
  if (ofCore === '') return [];
  const texts = short === undefined ? [ofCore] : [spellPinyin(short).full + ofCore, ofCore];
  return [equal('pinyin', texts), ...(short === undefined ? [equal('corePinyin', [ofCore])] : [])];
}

function latinWays(folded: string, { words = [] }: NameParts): readonly NameWay[] {
  const canon = words.join(' ');
  const grams = [...new Set(words.flatMap(gramsOfWord))];
  return [
    equal('folded', [folded]),
    ...(canon === '' ? [] : [equal('canon', [canon])]),
    prefix('folded', folded),
    ...(canon === '' ? [] : [prefix('canon', canon)]),
    ...(grams.length === 0
      ? []
      : [{ match: 'name', how: 'words', key: 'canon', words, grams } as const]),
    ...(folded.length > 1 ? [inside(folded, twoGrams(folded))] : []),
  ];
}

interface Spelling {
  readonly parser: NameParser;
  readonly terms: BusinessTerms;
  readonly formEnds: readonly { readonly full: string; readonly initials: string }[];
}

/** Letters that may spell a Chinese name, or be its English one: Shanghai Huaxing Technology. */
function pinyinWays(folded: string, parts: NameParts, spelling: Spelling): readonly NameWay[] {
  const { region, readings = [], isGroup } = parts;
  const place = region === undefined ? '' : spellPinyin(region.short).full;
  const group = isGroup ? 'jituan' : '';
  const read = readings.map(({ trade, industry }) => trade + spellPinyin(industry).full + group);
  const spelled = spelledName(folded, spelling);
  const whole = distinct([folded, spelled, ...read.map((each) => place + each)]);
  const beginnings = distinct([folded, spelled, place + (read.at(-1) ?? '')]);
  return [
    equal('pinyin', region === undefined ? whole : distinct([...whole, ...read]), 'pinyin'),
    ...(region === undefined ? [equal('corePinyin', whole, 'pinyin')] : []),
    ...beginnings.map((text) => prefix('pinyin', text, 'pinyin')),
    ...(region === undefined ? beginnings.map((text) => prefix('corePinyin', text, 'pinyin')) : []),
    // Initials are typed as one word.
    ...(parts.words?.length === 1 ? initialsWays(folded, spelling) : []),
    ...tradeWays(place, parts, spelling.terms),
  ];
}

/**
 * A name whose business the glossary has in part or not at all, named last: by the trade name, which
 * comes first in the English name of a Chinese firm, and by as much of the business as is known.
 */
function tradeWays(
  place: string,
  { trade, readings = [] }: NameParts,
  terms: BusinessTerms,
): readonly NameWay[] {
  const words = trade.split(' ');
  if (words.length < 2) return [];
  const { named, business } = splitTrade(words, terms);
  const known = business.map((texts) => distinct(texts.map((zh) => spellPinyin(zh).full)));
  const keys: readonly PrefixKey[] = place === '' ? ['pinyin', 'corePinyin'] : ['pinyin'];
  const shortest = place === '' ? SHORTEST_TRADE_LETTERS : SHORTEST_PLACED_LETTERS;
  const alone = distinct([readings[0]?.trade ?? '', named, words[0] ?? '']).filter(
    (text) => text.length >= shortest,
  );
  const behind =
    known.length === 0 || (place === '' && named.length < SHORTEST_PLACED_LETTERS)
      ? []
      : // Every business that is known, else any of them.
        [known, ...(known.length > 1 ? [[known.flat()]] : [])];
  return [
    ...behind.flatMap((groups) =>
      keys.map((key) => ({ ...prefix(key, place + named, 'pinyin'), behind: groups })),
    ),
    ...alone.flatMap((text) => keys.map((key) => prefix(key, place + text, 'pinyin'))),
  ];
}

/** A name spelled as it is written: with the 市 of its city and with its legal form. */
function spelledName(folded: string, { parser, formEnds }: Spelling): string {
  const end = longestEnd(
    folded,
    formEnds.map(({ full }) => full),
  );
  const named = folded.slice(0, folded.length - end);
  const place = parser.gazetteer.readLatinStart(named);
  if (place === undefined) return named;
  const rest = named.slice(place.length);
  const own = rest.startsWith('shi') && rest.length > 3 ? rest.slice(3) : rest;
  return spellPinyin(place.short).full + own;
}

/** As typed first; without the form and without 市, which the keys have not, afterwards. */
function initialsWays(folded: string, { formEnds }: Spelling): readonly NameWay[] {
  const end = longestEnd(
    folded,
    formEnds.map(({ initials }) => initials),
  );
  const named = folded.slice(0, folded.length - end);
  const others = [
    named,
    ...[2, 3].flatMap((at) =>
      named.length > 4 && named[at] === 's' ? [named.slice(0, at) + named.slice(at + 1)] : [],
    ),
  ].filter((text) => text !== folded);
  const keys = ['initials', 'coreInitials'] as const;
  return [
    ...keys.map((key) => equal(key, [folded], 'initials')),
    ...keys.map((key) => prefix(key, folded, 'initials')),
    ...distinct(others).flatMap((text) => keys.map((key) => prefix(key, text, 'initials'))),
  ];
}

/** How many letters at the end are the longest of these, if something is left before them. */
function longestEnd(text: string, ends: readonly string[]): number {
  return Math.max(
    0,
    ...ends
      .filter((end) => text.endsWith(end) && text.length > end.length + 1)
      .map(({ length }) => length),
  );
}

type PrefixKey = Extract<NameWay, { how: 'prefix' }>['key'];
type Match = NameWay['match'];

function equal(key: PrefixKey, texts: readonly string[], match: Match = matchOf(key)): NameWay {
  return { match, how: 'equal', key, texts };
}

function prefix(key: PrefixKey, text: string, match: Match = matchOf(key)): NameWay {
  return { match, how: 'prefix', key, text };
}

function inside(text: string, grams: readonly string[]): NameWay {
  return { match: 'name', how: 'inside', key: 'folded', text, grams };
}

/**
 * Four pairs find few names, and those of the trade name, with which the core begins, are rarer than
 * those of regions and forms; whether the whole text is there is looked at in the few.
 */
function rarestGrams(folded: string, core: string): readonly string[] {
  const grams = twoGrams(folded);
  const own = twoGrams(core).filter((gram) => grams.includes(gram));
  return distinct([...own, ...grams]).slice(0, GRAMS_ASKED);
}

function matchOf(key: PrefixKey): Match {
  if (key === 'pinyin' || key === 'corePinyin') return 'pinyin';
  return key === 'initials' || key === 'coreInitials' ? 'initials' : 'name';
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
