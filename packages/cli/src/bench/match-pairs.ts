import { createRandom, type Random } from '@credence/domain';

import {
  drawCompany,
  readingOf,
  variantKinds,
  writeName,
  writeVariant,
  type Company,
} from './names/company.ts';
import {
  branchPlaces,
  cities,
  industries,
  legalForms,
  tradeCharacters,
} from './names/company-words.ts';

/** Two names with the truth about them. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly isSame: boolean;
}

/** How two firms of nearly one name differ; each is another organisation with its own code. */
export const hardKinds = [
  'branch',
  'group',
  'other region',
  'one character',
  'other business',
] as const;
export type HardKind = (typeof hardKinds)[number];

const TRUE_OF_EACH = 790;
const HARD_OF_EACH = 1_400;
const UNRELATED = 900;
/** Share of the hard negatives whose second name is the English one. */
const ACROSS = 0.2;

/** 15,800 pairs: ten true variants, five hard negatives and pairs of unrelated firms. */
export function drawPairs(seed: string): readonly LabelledPair[] {
  const pairs: LabelledPair[] = [];
  for (const kind of variantKinds) {
    for (let index = 0; index < TRUE_OF_EACH; index += 1) {
      const random = createRandom(seed, 'true', kind, index);
      const company = drawVaried(random, kind);
      const [a, b] = [writeName(company), writeVariant(company, kind, random)];
      pairs.push({ a, b, kind, isSame: true });
    }
  }
  for (const kind of hardKinds) {
    for (let index = 0; index < HARD_OF_EACH; index += 1) {
      const random = createRandom(seed, 'hard', kind, index);
      const company = { ...withoutBranch(drawCompany(random)), form: legalForms[0] };
      const other = changed(company, kind, random);
      // Some are told apart only across scripts; a branch's name is not translated, and what sounds
      // alike is alike there.
      const isAcross =
        kind !== 'branch' &&
        (readingOf(other) !== readingOf(company)) === (kind === 'one character');
      const b =
        isAcross && random.chance(ACROSS)
          ? writeVariant(other, 'English', random)
          : writeName(other);
      pairs.push({ a: writeName(company), b, kind, isSame: false });
    }
  }
  for (let index = 0; index < UNRELATED; index += 1) {
    const random = createRandom(seed, 'unrelated', index);
    const [a, b] = [writeName(drawCompany(random)), writeName(drawCompany(random))];
    if (a !== b) pairs.push({ a, b, kind: 'unrelated', isSame: false });
  }
  return pairs;
}

/** A firm whose name the variant changes; a branch's name is not translated. */
function drawVaried(random: Random, kind: string): Company {
  const company = withoutBranch(drawCompany(random));
  if (kind === 'region after the trade name' && company.style === 'after-trade') {
    return { ...company, style: 'city' };
  }
  if (kind === 'region before the form' && company.style === 'before-form') {
    return { ...company, style: 'city' };
  }
  if (kind !== 'province and city') return company;
  const inProvince = cities.filter(({ province }) => province !== undefined);
  return { ...company, city: random.pick(inProvince), style: 'city' };
}

function withoutBranch(company: Company): Company {
  const { city, trade, industry, form, style } = company;
  return { city, trade, industry, form, style };
}

function changed(company: Company, kind: HardKind, random: Random): Company {
  switch (kind) {
    case 'branch':
      return { ...company, branch: `${random.pick(branchPlaces)}分公司` };
    case 'group':
      return { ...company, form: legalForms[3] };
    case 'other region':
      return { ...company, city: random.pick(cities.filter((city) => city !== company.city)) };
    case 'other business':
      return {
        ...company,
        industry: random.pick(industries.filter((industry) => industry !== company.industry)),
      };
    case 'one character': {
      const at = random.below(company.trade.length);
      const others = tradeCharacters.filter(([character]) => character !== company.trade[at]?.[0]);
      return { ...company, trade: company.trade.with(at, random.pick(others)) };
    }
  }
}
