import { createBusinessTerms, LONGEST_TERM, type BusinessTerms } from './business-terms.ts';
import type { Gazetteer, NameRegion } from './gazetteer.ts';
import type { LatinReading, NameParts } from './parse-name.ts';
import type { LegalForm, NameDictionaries } from './read-dictionaries.ts';

export interface LatinParser {
  /** Of a name in plain letters, see `plainName`. */
  parse(plain: string): NameParts;
}

const LONGEST_PLACE = 3;
/** More ways to understand one name are not looked for. */
const MOST_READINGS = 24;
/** Words beside the name of a place that say what it is. */
const PLACE_WORDS = new Set(['city', 'province', 'municipality']);
const BRANCH = ['branch', 'branch office', 'branch company', 'sub branch'];

/** Takes a Latin name apart: branch, legal form, region, terms of business, trade name. */
export function createLatinParser(
  dictionaries: NameDictionaries,
  gazetteer: Gazetteer,
): LatinParser {
  const { latinForms, latinAbbreviations, industries } = dictionaries;
  const terms = createBusinessTerms(industries);
  const written = (word: string): string => latinAbbreviations.get(word) ?? word;
  return {
    parse(plain) {
      const given = wordsOf(plain);
      const { words: whole, branch } = splitBranch(given, latinForms);
      const { words: named, form } = splitForm(whole, latinForms);
      const words = named.map(written);
      const { words: own, region } = splitRegion(words, gazetteer);
      const isGroup = own.length > 1 && own.at(-1) === 'group';
      const business = isGroup ? own.slice(0, -1) : own;
      const readings = readingsOf(business, terms);
      return {
        script: 'latin',
        ...(region === undefined ? {} : { region }),
        trade: business.join(' '),
        ...(form === undefined ? {} : { form }),
        isGroup,
        ...(branch === undefined ? {} : { branch }),
        core: own.join(''),
        words: branch === undefined ? words : [...words, ...branch.split(' ')],
        readings,
      };
    },
  };
}

/** Words without punctuation: an apostrophe joins, single letters with stops are one word. */
function wordsOf(plain: string): readonly string[] {
  return plain
    .replace(/['’`´]/gu, '')
    .replaceAll('&', ' and ')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function splitBranch(
  words: readonly string[],
  forms: readonly LegalForm[],
): { readonly words: readonly string[]; readonly branch?: string } {
  const text = words.join(' ');
  if (!BRANCH.some((each) => text.endsWith(` ${each}`))) return { words };
  for (let end = words.length - 1; end > 1; end -= 1) {
    const { form } = splitForm(words.slice(0, end), forms);
    if (form !== undefined) {
      return { words: words.slice(0, end), branch: words.slice(end).join(' ') };
    }
  }
  return { words: words.slice(0, -1), branch: words.slice(-1).join(' ') };
}

function splitForm(
  words: readonly string[],
  forms: readonly LegalForm[],
): { readonly words: readonly string[]; readonly form?: LegalForm } {
  const text = words.join(' ');
  const form = forms.find((each) => text.endsWith(` ${each.text}`));
  if (form === undefined) return { words };
  return { words: words.slice(0, words.length - form.text.split(' ').length), form };
}

/** The first words that are a place, at the beginning or anywhere else, as long as others are left. */
function splitRegion(
  words: readonly string[],
  gazetteer: Gazetteer,
): { readonly words: readonly string[]; readonly region?: NameRegion } {
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(LONGEST_PLACE, words.length - at); count >= 1; count -= 1) {
      const region = gazetteer.readLatin(words.slice(at, at + count).join(''));
      if (region === undefined) continue;
      const left = [...words.slice(0, at), ...words.slice(at + count)];
      const own = left.filter((word, index) => !(index === at && PLACE_WORDS.has(word)));
      if (own.length > 0) return narrower(own, region, gazetteer);
    }
  }
  return { words };
}

/** A city behind its province, as in "Jiangsu Suzhou ...". */
function narrower(
  words: readonly string[],
  outer: NameRegion,
  gazetteer: Gazetteer,
): { readonly words: readonly string[]; readonly region: NameRegion } {
  for (let count = Math.min(LONGEST_PLACE, words.length - 1); count >= 1; count -= 1) {
    const region = gazetteer.readLatin(words.slice(0, count).join(''));
    const lies = region?.codes.some((code) =>
      outer.codes.some((each) => code !== each && code.startsWith(each)),
    );
    if (region !== undefined && lies === true) return { words: words.slice(count), region };
  }
  return { words, region: outer };
}

/** Every split into a trade name and terms of business behind it; the most business first. */
function readingsOf(words: readonly string[], terms: BusinessTerms): readonly LatinReading[] {
  const readings: LatinReading[] = [];
  const seen = new Set<string>();
  const read = (end: number, industry: string): void => {
    if (readings.length >= MOST_READINGS) return;
    for (let count = Math.min(LONGEST_TERM, end - 1); count >= 1; count -= 1) {
      for (const zh of terms.read(words.slice(end - count, end))) read(end - count, zh + industry);
    }
    // Chinese puts two businesses side by side.
    if (end < words.length && end > 1 && words[end - 1] === 'and') read(end - 1, industry);
    const trade = words.slice(0, end).join('');
    const text = `${trade} ${industry}`;
    if (seen.has(text) || readings.length >= MOST_READINGS) return;
    seen.add(text);
    readings.push({ trade, industry });
  };
  read(words.length, '');
  return readings;
}
