import type { NameKeys, NameSearchKeys } from '@credence/casework';

import type { Division } from '../regions/divisions.ts';
import { createNameComparer } from './compare-names.ts';
import { foldName, gramsOfWord, lettersOfPlain, plainName, twoGrams } from './fold-name.ts';
import { createNameParser, type NameParser } from './parse-name.ts';
import { createQueryWays } from './query-ways.ts';
import { readDictionaries, type NameDictionaries } from './read-dictionaries.ts';
import { spellPinyin, type PinyinKeys } from './spell-pinyin.ts';

export interface NameKeysOptions {
  /** Places that no official table has, e.g. those of an invented city. */
  readonly places?: readonly Division[];
  /** Other dictionaries than those that come with Credence; for measuring what they are worth. */
  readonly dictionaries?: NameDictionaries;
}

/** Search keys of names and of queries, made by the same steps so that they meet. */
export function createNameKeys(options: NameKeysOptions = {}): NameKeys {
  const dictionaries = options.dictionaries ?? readDictionaries(options.places);
  const parser = createNameParser(dictionaries);
  return {
    fold: (name) => foldKeys(name, parser),
    foldQuery: createQueryWays(parser, dictionaries),
    parentName: (name) => parentName(name, parser),
    compare: createNameComparer(parser, dictionaries),
  };
}

/** The name as written without its branch, where the branch stands at its end as it was folded. */
function parentName(name: string, parser: NameParser): string | undefined {
  const { branch } = parser.parse(name);
  if (branch === undefined) return undefined;
  const characters = Array.from(name.trim());
  for (let end = characters.length - 1; end > 1; end -= 1) {
    if (foldName(characters.slice(end).join('')) !== foldName(branch)) continue;
    return characters.slice(0, end).join('').trim();
  }
  return undefined;
}

function foldKeys(name: string, parser: NameParser): NameSearchKeys {
  const plain = plainName(name);
  const folded = lettersOfPlain(plain);
  const parts = parser.parsePlain(plain);
  if (parts.script === 'latin') {
    const words = parts.words ?? [];
    const grams = new Set([...twoGrams(folded), ...words.flatMap(gramsOfWord)]);
    const none = { pinyin: '', initials: '', corePinyin: '', coreInitials: '' };
    return { folded, grams: [...grams], canon: words.join(' '), core: '', ...none };
  }
  const { region, core } = parts;
  const ofCore = spellPinyin(core);
  const grams = twoGrams(folded);
  if (region === undefined) {
    const { full, initials } = ofCore;
    return {
      folded,
      grams,
      canon: core,
      core: '',
      pinyin: full,
      initials,
      corePinyin: '',
      coreInitials: '',
    };
  }
  // Spelled apart, so that the core sounds alike with a region before it and without one.
  const ofRegion = spellRegion(region.short);
  return {
    folded,
    grams,
    canon: region.short + core,
    core,
    pinyin: ofRegion.full + ofCore.full,
    initials: ofRegion.initials + ofCore.initials,
    corePinyin: ofCore.full,
    coreInitials: ofCore.initials,
  };
}

/** Regions kept at a time: the names of a file lie in few of them. */
const regionsMax = 500;
const regions = new Map<string, PinyinKeys>();

function spellRegion(short: string): PinyinKeys {
  const before = regions.get(short);
  if (before !== undefined) return before;
  const keys = spellPinyin(short);
  if (regions.size >= regionsMax) regions.clear();
  regions.set(short, keys);
  return keys;
}
