import { kindCodes } from '../society/traits.ts';
import type { Conduct } from './read-conducts.ts';
import { lights, MOST_CONDUCTS, natures, NONE, weights } from './record-state.ts';

/** The conducts as the arrays that a run is given; each array is indexed by the number of a conduct. */
export function compileConducts(conducts: readonly Conduct[]): {
  readonly [Name in 'amounts' | 'rates' | 'gain' | 'harmOf' | 'fineOf']: Float64Array;
} & {
  readonly [
    Name in
      | 'conductAt'
      | 'nature'
      | 'weighed'
      | 'owed'
      | 'levelFrom'
      | 'levelTo'
      | 'foundBy'
      | 'mistakenFor'
  ]: Uint8Array;
} & { readonly conductCounts: Uint32Array } {
  const rates = new Float64Array(2 * MOST_CONDUCTS);
  const conductAt = new Uint8Array(2 * MOST_CONDUCTS);
  const conductCounts = new Uint32Array(2);
  const sums = [0, 0];
  conducts.forEach((conduct, number) => {
    const kind = kindCodes[conduct.subjects];
    const at = kind * MOST_CONDUCTS + (conductCounts[kind] ?? 0);
    // Doubled: a trait of the subject lets go half of the occasions in the mean.
    sums[kind] = (sums[kind] ?? 0) + 2 * conduct.rate.value;
    rates[at] = sums[kind];
    conductAt[at] = number;
    conductCounts[kind] = (conductCounts[kind] ?? 0) + 1;
  });
  const bytes = (of: (conduct: Conduct) => number): Uint8Array => {
    const array = new Uint8Array(MOST_CONDUCTS);
    conducts.forEach((conduct, number) => (array[number] = of(conduct)));
    return array;
  };
  const numbers = (of: (conduct: Conduct) => number): Float64Array => {
    const array = new Float64Array(MOST_CONDUCTS);
    conducts.forEach((conduct, number) => (array[number] = of(conduct)));
    return array;
  };
  return {
    ...{ rates, conductAt, conductCounts },
    amounts: Float64Array.from(conducts[0]?.amounts ?? []),
    nature: bytes(({ nature }) => natures.indexOf(nature)),
    weighed: bytes(({ weighed }) => weights.indexOf(weighed)),
    foundBy: bytes(({ found }) => lights.indexOf(found)),
    owed: bytes(({ owed }) => (owed ? 1 : 0)),
    levelFrom: bytes(({ levels }) => levels.from),
    levelTo: bytes(({ levels }) => levels.to),
    mistakenFor: bytes(({ mistakenFor }) => {
      const found = conducts.findIndex(({ id }) => id === mistakenFor);
      return found === -1 ? NONE : found;
    }),
    gain: numbers(({ gain }) => gain.value),
    harmOf: numbers(({ harm }) => harm.value),
    fineOf: numbers(({ fine }) => fine.value),
  };
}
