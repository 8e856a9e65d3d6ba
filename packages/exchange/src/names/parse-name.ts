import { plainName } from './fold-name.ts';
import { createGazetteer, type Gazetteer, type NameRegion } from './gazetteer.ts';
import { createLatinParser, type LatinParser } from './parse-latin-name.ts';
import type { LegalForm, NameDictionaries } from './read-dictionaries.ts';

/** An organisation's name taken apart. Texts are folded; none of them is ever empty. */
export interface NameParts {
  readonly script: 'han' | 'latin';
  readonly region?: NameRegion;
  /** What remains: the part that distinguishes. */
  readonly trade: string;
  readonly industry?: string;
  readonly form?: LegalForm;
  /** A group is another organisation than the company of the same name. */
  readonly isGroup: boolean;
  /** What names the branch; a branch is another organisation than its parent. */
  readonly branch?: string;
  /** The name without region and legal form: search key. */
  readonly core: string;
  /** Words of a Latin name in their order, abbreviations written out, without the legal form. */
  readonly words?: readonly string[];
  /** For a Latin name: trade name and industry in every way in which its words may be meant. */
  readonly readings?: readonly LatinReading[];
}

/** One way to understand the words of a Latin name as a Chinese one. */
export interface LatinReading {
  /** Letters of the trade name. */
  readonly trade: string;
  /** Chinese words for its business, empty where the name states none. */
  readonly industry: string;
}

export interface NameParser {
  readonly gazetteer: Gazetteer;
  parse(name: string): NameParts;
  /** The same for a name that `plainName` has folded already. */
  parsePlain(plain: string): NameParts;
}

const HAN = /\p{Script=Han}/u;
const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{N}]/gu;
const NEITHER_LETTER_NOR_BRACKET = /[^\p{L}\p{N}()]/gu;
const SHORTEST_TRADE = 2;

/** Takes names apart in a fixed order: branch, legal form, region, industry; the rest is the trade name. */
export function createNameParser(dictionaries: NameDictionaries): NameParser {
  const gazetteer = createGazetteer(dictionaries.divisions, dictionaries.latinPlaces);
  const latin: LatinParser = createLatinParser(dictionaries, gazetteer);
  const parsePlain = (plain: string): NameParts =>
    HAN.test(plain) ? parseHan(plain, dictionaries, gazetteer) : latin.parse(plain);
  return { gazetteer, parse: (name) => parsePlain(plainName(name)), parsePlain };
}

function parseHan(plain: string, dictionaries: NameDictionaries, gazetteer: Gazetteer): NameParts {
  const text = plain
    .replace(/[【〔［「『《〈[{<]/gu, '(')
    .replace(/[】〕］」』》〉\]}>]/gu, ')')
    .replace(NEITHER_LETTER_NOR_BRACKET, '')
    .replaceAll('(集团)', '集团');
  const { whole, branch } = splitBranch(text, dictionaries);
  const { rest: named, form } = splitForm(whole, dictionaries.hanForms);
  const { rest, region } = splitRegion(named, gazetteer);
  const isGroup = rest.length > 2 && rest.endsWith('集团');
  const business = isGroup ? rest.slice(0, -2) : rest;
  const industry = industryAtEnd(business, dictionaries.industries);
  const trade = business.slice(0, business.length - industry.length);
  return {
    script: 'han',
    ...(region === undefined ? {} : { region }),
    trade,
    ...(industry === '' ? {} : { industry }),
    ...(form === undefined ? {} : { form }),
    isGroup,
    ...(branch === undefined ? {} : { branch: lettersOf(branch) }),
    core: rest + lettersOf(branch ?? ''),
  };
}

/** The suffix of a branch with the words that say which one: all that follows the legal form. */
function splitBranch(
  text: string,
  { branchSuffixes, hanForms }: NameDictionaries,
): { readonly whole: string; readonly branch?: string } {
  const suffix = branchSuffixes.find((each) => text.endsWith(each));
  if (suffix === undefined || text.length - suffix.length < SHORTEST_TRADE) return { whole: text };
  const before = text.slice(0, -suffix.length);
  const ends = hanForms.map(({ text: form }) => {
    const at = before.lastIndexOf(form);
    return at < SHORTEST_TRADE ? -1 : at + form.length;
  });
  const end = Math.max(...ends);
  return end > 0
    ? { whole: text.slice(0, end), branch: text.slice(end) }
    : { whole: before, branch: suffix };
}

function splitForm(
  text: string,
  forms: readonly LegalForm[],
): { readonly rest: string; readonly form?: LegalForm } {
  const form = forms.find(
    (each) => text.endsWith(each.text) && text.length - each.text.length >= SHORTEST_TRADE,
  );
  if (form === undefined) return { rest: text };
  return { rest: text.slice(0, -form.text.length), form };
}

interface Located {
  readonly rest: string;
  readonly region?: NameRegion;
}

/**
 * The region at the beginning, else the first one in brackets; other brackets open. A place without
 * its unit at the beginning gives way to one in brackets: there it is a trade name.
 */
function splitRegion(text: string, gazetteer: Gazetteer): Located {
  const atStart = gazetteer.readAtStart(text);
  const first = atStart === undefined ? undefined : lettersOf(text.slice(atStart.length));
  const begun =
    atStart === undefined || first === undefined || first === ''
      ? undefined
      : { rest: first, region: atStart.region };
  if (begun !== undefined && atStart?.hasUnit === true) return begun;
  return inBrackets(text, gazetteer) ?? begun ?? { rest: lettersOf(text) };
}

function inBrackets(text: string, gazetteer: Gazetteer): Located | undefined {
  for (const bracket of text.matchAll(/\(([^()]+)\)/gu)) {
    const region = gazetteer.readWhole(bracket[1] ?? '');
    const rest = lettersOf(text.replace(bracket[0], ''));
    if (region !== undefined && rest !== '') return { rest, region };
  }
  return undefined;
}

/** Words of business from the end, the longest first, as long as a trade name is left. */
function industryAtEnd(text: string, industries: NameDictionaries['industries']): string {
  let start = text.length;
  for (let length = longestWord; length >= 1;) {
    const word = text.slice(Math.max(start - length, 0), start);
    const leaves = start - length >= SHORTEST_TRADE;
    if (!leaves || word.length < length || !industries.has(word)) {
      length -= 1;
      continue;
    }
    start -= length;
    length = longestWord;
  }
  return text.slice(start);
}

const longestWord = 8;

function lettersOf(text: string): string {
  return text.replace(NEITHER_LETTER_NOR_NUMBER, '');
}
