import type { SearchView } from '@credence/casework';

import type { PortalWords } from '../words/words.ts';

type CodeFault = NonNullable<SearchView['codeFaults']>[number];

/** What is wrong with a code, naming the character it should be where the check tells. */
export function codeFaultText(fault: CodeFault, say: PortalWords): string {
  const position = fault.position === undefined ? undefined : String(fault.position);
  const { found, expected } = fault;
  if (fault.fault === 'length') return say.codeFault.length;
  if (position === undefined) return say.codeFault.unknown;
  if (expected !== undefined && found !== undefined) {
    return say.codeFault.check(position, expected, found);
  }
  return fault.fault === 'alphabet' && found !== undefined
    ? say.codeFault.alphabet(position, found)
    : say.codeFault.other(position);
}
