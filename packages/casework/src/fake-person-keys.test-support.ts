import { sha256Hex } from '@credence/proof';

import type { PersonKeys } from './port/person-keys.ts';

/** Keys of people without a process: a pass is the number backwards. */
export function fakePersonKeys(): PersonKeys {
  const keyOf = (number: string, { agency, caseId }: { agency: string; caseId: string }) =>
    sha256Hex([number, agency, caseId].join('/'));
  const turned = (text: string) => [...text].reverse().join('');
  return {
    admit: (number) => Promise.resolve({ kind: 'admitted', pass: turned(number) }),
    blind: (number, place) => Promise.resolve({ kind: 'blinded', key: keyOf(number, place) }),
    knows: () => Promise.resolve(true),
    match: (pass, places) =>
      Promise.resolve({
        kind: 'matched',
        own: places.map((place) => place.key === keyOf(turned(pass), place)),
      }),
  };
}
