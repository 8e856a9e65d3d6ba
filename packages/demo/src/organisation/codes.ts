import { createRandom, makeUscc, type RandomKey } from '@credence/domain';

import { region } from '../city/region.ts';
import type { Form } from './organisation.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SERIALS = ALPHABET.length ** 6;
/** Coprime to the number of serials, so that no two indices meet. */
const STRIDE = 104_729;

const kinds: Readonly<
  Record<Form, readonly [department: string, category: string, prefix: string]>
> = {
  enterprise: ['9', '1', 'MA'],
  branch: ['9', '1', 'MA'],
  sole_trader: ['9', '2', 'MA'],
  cooperative: ['9', '3', 'MA'],
  institution: ['1', '2', 'MB'],
  organ: ['1', '1', 'MB'],
  association: ['5', '1', 'MJ'],
  service_unit: ['5', '2', 'MJ'],
  foundation: ['5', '3', 'MJ'],
};

/**
 * Gives out unified codes of the reserved division: valid in both check characters, different for
 * different indices. A code that someone else holds already (`taken`) is passed over.
 */
export function createCodes(seed: RandomKey, taken: ReadonlySet<string>) {
  const offset = createRandom(seed, 'codes').below(SERIALS);
  let last = 0;
  return (form: Form): string => {
    const [department, category, prefix] = kinds[form];
    for (;;) {
      last += 1;
      const body8 = prefix + inAlphabet((offset + last * STRIDE) % SERIALS);
      const code = makeUscc({ department, category, region, body8 });
      if (!taken.has(code)) return code;
    }
  };
}

function inAlphabet(serial: number): string {
  let rest = serial;
  let text = '';
  for (let place = 0; place < 6; place += 1) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}
