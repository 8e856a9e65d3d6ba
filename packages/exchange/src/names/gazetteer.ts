import type { Division } from '../regions/divisions.ts';
import { spellPinyin } from './spell-pinyin.ts';

/** A region as a name states it. */
export interface NameRegion {
  /** As written, without brackets. */
  readonly text: string;
  /** The city, or the province where no city is named, in its shortest form: the search key. */
  readonly short: string;
  /**
   * Codes of what it may mean, each without its trailing zeros, so that whatever lies inside begins
   * with it; several where places share a name, none where the place is in no table.
   */
  readonly codes: readonly string[];
}

export interface Gazetteer {
  /** The region at the beginning of a text and how many characters it takes. */
  readAtStart(text: string): RegionAtStart | undefined;
  /** The region that the whole text is. */
  readWhole(text: string): NameRegion | undefined;
  /** The region whose Latin name these letters are; wide ones only: provinces and large cities. */
  readLatin(letters: string): NameRegion | undefined;
  /** The region with which a text of pinyin begins, and how many letters it takes. */
  readLatinStart(letters: string): { readonly short: string; readonly length: number } | undefined;
}

export interface RegionAtStart {
  readonly region: NameRegion;
  readonly length: number;
  /** Written with its unit, 市 or 省: without one it may as well be a trade name. */
  readonly hasUnit: boolean;
}

interface Place {
  readonly code: string;
  readonly short: string;
  readonly level: 'province' | 'city' | 'county-city' | 'county';
}

interface Step {
  readonly length: number;
  readonly places: readonly Place[];
  readonly isFull: boolean;
}

const LONGEST = 15;
/** A short form takes its place only before enough of a name to be a name. */
const AFTER_SHORT = 2;
const AFTER_SHORT_COUNTY = 4;

const UNITS =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|省|市|地区|盟|林区|新区|区|县|旗)$/u;
const PEOPLES =
  /(?:蒙古族?|哈萨克族?|柯尔克孜族?|朝鲜族|土家族|苗族|藏族|羌族|彝族|哈尼族|壮族|傣族|景颇族|傈僳族|白族|回族|布依族|侗族|满族|瑶族|黎族|畲族|水族|拉祜族|佤族|独龙族|怒族|纳西族|普米族|仡佬族|毛南族|仫佬族|撒拉族|土族|保安族|东乡族|裕固族|达斡尔族|鄂温克族|鄂伦春族?|锡伯族?|塔吉克|各族)+$/u;

/** 朝阳 of 朝阳区, 延边 of 延边朝鲜族自治州; the name itself where nothing would be left. */
function shortNameOf(name: string): string {
  const withoutUnit = name.replace(UNITS, '');
  const isAutonomous = /自治[州县旗]$/u.test(name);
  const short = isAutonomous ? withoutUnit.replace(PEOPLES, '') : withoutUnit;
  if ([...short].length >= 2) return short;
  return [...withoutUnit].length >= 2 ? withoutUnit : name;
}

/** Reads regions in names; the customary Latin names are given as `latin -> code`. */
export function createGazetteer(
  divisions: readonly Division[],
  latinPlaces: ReadonlyMap<string, string> = new Map(),
): Gazetteer {
  const byFull = new Map<string, Place[]>();
  const byShort = new Map<string, Place[]>();
  const byLatin = new Map<string, Place[]>();
  const latinOf = new Map([...latinPlaces].map(([latin, code]) => [code, latin]));
  for (const { code, name } of divisions) {
    const place = { code: trimmed(code), short: shortNameOf(name), level: levelOf(code, name) };
    add(byFull, name, place);
    if (place.level === 'county') continue;
    add(byShort, place.short, place);
    if (place.level === 'county-city') continue;
    add(byLatin, spellPinyin(place.short).full, place);
    const customary = latinOf.get(code);
    if (customary !== undefined) add(byLatin, customary.replaceAll(' ', ''), place);
  }
  for (const [latin, code] of latinPlaces) {
    const place = [...byFull.values()].flat().find((each) => each.code === trimmed(code));
    if (place !== undefined) add(byLatin, latin.replaceAll(' ', ''), place);
  }
  const lengths = lengthsByBeginning([...byFull.keys(), ...byShort.keys()]);
  const readAtStart = (text: string): RegionAtStart | undefined =>
    readChain(text, { byFull, byShort, lengths });
  return {
    readAtStart,
    readWhole(text) {
      const places = byFull.get(text) ?? byShort.get(text);
      if (places !== undefined) return regionOf(text, [places]);
      const read = readAtStart(text);
      return read?.length === text.length ? read.region : undefined;
    },
    readLatin(letters) {
      const places = byLatin.get(letters);
      return places === undefined ? undefined : regionOf(letters, [places]);
    },
    readLatinStart(letters) {
      for (let length = Math.min(letters.length, 16); length >= 4; length -= 1) {
        const [place] = byLatin.get(letters.slice(0, length)) ?? [];
        if (place !== undefined) return { short: place.short, length };
      }
      return undefined;
    },
  };
}

interface Tables {
  readonly byFull: ReadonlyMap<string, readonly Place[]>;
  readonly byShort: ReadonlyMap<string, readonly Place[]>;
  /** How long places are that begin so, the longest first: most texts are asked about in vain. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function lengthsByBeginning(names: readonly string[]): Tables['lengths'] {
  const found = new Map<string, Set<number>>();
  for (const name of names) {
    if (name.length < 2 || name.length > LONGEST) continue;
    const begins = beginningOf(name);
    found.set(begins, (found.get(begins) ?? new Set()).add(name.length));
  }
  return new Map([...found].map(([begins, each]) => [begins, [...each].sort((a, b) => b - a)]));
}

function beginningOf(text: string): string {
  return text.slice(0, 2);
}

/** Province, city, county: each inside the one before, as far as the text names them. */
function readChain(text: string, tables: Tables): RegionAtStart | undefined {
  const chain: (readonly Place[])[] = [];
  let at = 0;
  let hasUnit = false;
  for (let step = nextStep(text, chain, tables); step !== undefined;) {
    chain.push(step.places);
    hasUnit ||= step.isFull;
    at += step.length;
    step = chain.length === 3 ? undefined : nextStep(text.slice(at), chain, tables);
  }
  if (chain.length === 0) return readUnknownCity(text);
  at += lengthOfZone(text.slice(at));
  return { region: regionOf(text.slice(0, at), chain), length: at, hasUnit };
}

function nextStep(
  text: string,
  chain: readonly (readonly Place[])[],
  { byFull, byShort, lengths }: Tables,
): Step | undefined {
  const possible = lengths.get(beginningOf(text));
  if (possible === undefined) return undefined;
  const outer = chain.at(-1);
  for (const length of possible) {
    if (length > text.length) continue;
    const word = text.slice(0, length);
    const full = inside(byFull.get(word) ?? [], outer);
    if (full.length > 0) return { length, places: full, isFull: true };
    const left = text.length - length;
    const short = inside(byShort.get(word) ?? [], outer).filter(
      ({ level }) => left >= (level === 'county-city' ? AFTER_SHORT_COUNTY : AFTER_SHORT),
    );
    if (short.length > 0) return { length, places: short, isFull: false };
  }
  return undefined;
}

function inside(places: readonly Place[], outer: readonly Place[] | undefined): readonly Place[] {
  if (outer === undefined) return places;
  return places.filter(({ code }) =>
    outer.some((each) => code !== each.code && code.startsWith(each.code)),
  );
}

/** Zones inside a city that firms put into their names and that are no division. */
const ZONE =
  /^(?:经济技术开发区|高新技术产业开发区|高新区(?!块)|自由贸易试验区|自贸区|保税区|开发区)/u;

function lengthOfZone(text: string): number {
  return ZONE.exec(text)?.[0].length ?? 0;
}

const CITY = /^(\p{Script=Han}{2,3})市(?=.{2})/u;
const NO_CITY = /[城超夜都股楼]$/u;

/** A city that no table has: what stands before 市 at the beginning. */
function readUnknownCity(text: string): RegionAtStart | undefined {
  const [whole, short] = CITY.exec(text) ?? [];
  if (whole === undefined || short === undefined || NO_CITY.test(short)) return undefined;
  return { region: { text: whole, short, codes: [] }, length: whole.length, hasUnit: true };
}

function regionOf(text: string, chain: readonly (readonly Place[])[]): NameRegion {
  const wide = chain.findLast(([first]) => first !== undefined && first.level !== 'county');
  const last = chain.at(-1) ?? [];
  return {
    text,
    short: wide?.[0]?.short ?? text,
    codes: [...new Set(last.map(({ code }) => code))],
  };
}

function trimmed(code: string): string {
  return code.replace(/(?:00)+$/, '');
}

function levelOf(code: string, name: string): Place['level'] {
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'city';
  return name.endsWith('市') ? 'county-city' : 'county';
}

function add(map: Map<string, Place[]>, key: string, place: Place): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [place]);
  else if (!known.some(({ code }) => code === place.code)) known.push(place);
}
