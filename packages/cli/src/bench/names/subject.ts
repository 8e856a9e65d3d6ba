import { createRandom, makeUscc, type Random } from '@credence/domain';

import { drawCompany, writeName, type Company } from './company.ts';
import { drawLatinFirm, writeLatin, type LatinFirm } from './latin-firm.ts';

/** One invented organisation of a benchmark's register; a function of seed and number alone. */
export interface BenchSubject {
  readonly number: number;
  readonly home: string;
  /** A code of region 999999, which is assigned to no place. */
  readonly code: string;
  readonly company?: Company;
  readonly latin?: LatinFirm;
  readonly name: string;
  readonly former?: string;
}

const LATIN_SHARE = 0.02;
const FORMER_SHARE = 0.03;
const codeCharacters = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

export function benchSubject(seed: string, number: number): BenchSubject {
  const random = createRandom(seed, 'subject', number);
  const common = { number, home: homeOf(number), code: codeOf(number) };
  if (random.chance(LATIN_SHARE)) {
    const latin = drawLatinFirm(random);
    return { ...common, latin, name: writeLatin(latin) };
  }
  const company = drawCompany(random);
  const name = writeName(company);
  const former = random.chance(FORMER_SHARE) ? formerName(random, name) : undefined;
  return { ...common, company, name, ...(former === undefined ? {} : { former }) };
}

function formerName(random: Random, name: string): string | undefined {
  const former = writeName(drawCompany(random));
  return former === name ? undefined : former;
}

function homeOf(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

function codeOf(number: number): string {
  let body8 = '';
  for (let left = number; body8.length < 8; left = Math.floor(left / codeCharacters.length)) {
    body8 = (codeCharacters[left % codeCharacters.length] ?? '0') + body8;
  }
  return makeUscc({ department: '9', category: '1', region: '999999', body8 });
}
