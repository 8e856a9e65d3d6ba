import type { Random } from '@credence/domain';

import {
  branchPlaces,
  cities,
  industries,
  legalForms,
  toTraditional,
  tradeCharacters,
  type City,
  type Industry,
} from './company-words.ts';

/** An invented firm by what its name consists of. */
export interface Company {
  readonly city: City;
  readonly trade: readonly (readonly [character: string, reading: string])[];
  readonly industry: Industry;
  readonly form: (typeof legalForms)[number];
  /** How its register writes the name. */
  readonly style: Style;
  readonly branch?: string;
}

/** Where the region stands and how much of it is written. */
export type Style = 'city' | 'city-unit' | 'province' | 'after-trade' | 'before-form';

const styles: readonly (readonly [Style, number])[] = [
  ['city', 38],
  ['city-unit', 40],
  ['province', 6],
  ['after-trade', 9],
  ['before-form', 7],
];

/** Weights that fall with the place: few characters are in many names, as in real registers. */
const weightedCharacters = tradeCharacters.map(
  (pair, index) => [pair, Math.round(10_000 / (index + 3))] as const,
);
const weightedForms = legalForms.map((form) => [form, form.weight] as const);

export function drawCompany(random: Random): Company {
  const length = random.pickWeighted([
    [2, 46],
    [3, 40],
    [4, 14],
  ]);
  const trade = Array.from({ length }, () => random.pickWeighted(weightedCharacters));
  return {
    city: random.pick(cities),
    trade,
    industry: random.pick(industries),
    form: random.pickWeighted(weightedForms),
    style: random.pickWeighted(styles),
    ...(random.chance(0.02) ? { branch: `${random.pick(branchPlaces)}分公司` } : {}),
  };
}

export function tradeOf({ trade }: Company): string {
  return trade.map(([character]) => character).join('');
}

export function readingOf({ trade }: Company): string {
  return trade.map(([, reading]) => reading).join('');
}

/** Region, trade name and business in pinyin, syllable by syllable. */
export function syllablesOf(company: Company): {
  readonly city: readonly string[];
  readonly own: readonly string[];
} {
  const { city, trade, industry } = company;
  return {
    city: city.reading.split('-'),
    own: [...trade.map(([, reading]) => reading), ...industry.reading.split('-')],
  };
}

/** The name as its register, or someone with other habits, writes it. */
export function writeName(company: Company, style: Style = company.style): string {
  const { city, industry, form, branch = '' } = company;
  const trade = tradeOf(company);
  const province = city.province === undefined ? '' : `${city.province}省`;
  // 广西 is no province but an autonomous region, whose short form takes no unit.
  const outer = city.province === '广西' ? '广西' : province;
  switch (style) {
    case 'city':
      return city.name + trade + industry.zh + form.text + branch;
    case 'city-unit':
      return `${city.name}市${trade}${industry.zh}${form.text}${branch}`;
    case 'province':
      return `${outer}${city.name}市${trade}${industry.zh}${form.text}${branch}`;
    case 'after-trade':
      return `${trade}（${city.name}）${industry.zh}${form.text}${branch}`;
    case 'before-form':
      return `${trade}${industry.zh}（${city.name}）${form.text}${branch}`;
  }
}

/** The ten ways in which one firm's name is truly written otherwise. */
export const variantKinds = [
  'width and brackets',
  'traditional characters',
  'region after the trade name',
  'region before the form',
  'province and city',
  'city with or without its unit',
  'other wording of the form',
  'without the form',
  'English',
  'English, shortened',
] as const;
export type VariantKind = (typeof variantKinds)[number];

/** The name in another true form; may be the registered one where the register writes it so. */
export function writeVariant(company: Company, kind: VariantKind, random: Random): string {
  const { form, industry, style, branch = '' } = company;
  const written = writeName(company);
  switch (kind) {
    case 'width and brackets':
      return spaced(written.replaceAll('（', '(').replaceAll('）', ')'), random);
    case 'traditional characters':
      return toTraditional(written);
    case 'region after the trade name':
      return writeName(company, 'after-trade');
    case 'region before the form':
      return writeName(company, 'before-form');
    case 'province and city':
      return writeName(company, 'province');
    case 'city with or without its unit':
      return writeName(company, style === 'city' ? 'city-unit' : 'city');
    case 'other wording of the form':
      return written.replace(form.text + branch, form.other + branch);
    case 'without the form':
      return written.replace(form.text + branch, groupOf(company) + branch);
    case 'English':
      return writeEnglish(company, industry.en, form.en);
    case 'English, shortened':
      return writeEnglish(company, industry.short, form.en.replaceAll(/[.,]/g, '')).toUpperCase();
  }
}

/** 集团 is part of who it is, not of its form. */
function groupOf({ form }: Company): string {
  return form.text.includes('集团') ? '集团' : '';
}

/** Blanks and a full-width letter's worth of habits of whoever types a name. */
function spaced(text: string, random: Random): string {
  const characters = Array.from(text);
  const at = random.between(1, characters.length - 1);
  return `${characters.slice(0, at).join('')}　${characters.slice(at).join('')} `;
}

function writeEnglish(company: Company, business: string, form: string): string {
  const { city, branch } = company;
  const trade = readingOf(company);
  const name = `${capital(city.en)} ${capital(trade)} ${business} ${form}`;
  return branch === undefined ? name : `${name} Branch`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
