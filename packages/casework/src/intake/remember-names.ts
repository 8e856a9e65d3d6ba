import type { NameKeys } from '../port/register.ts';

/**
 * Names kept at a time; the rows of one subject mostly stand near each other. Few, since whatever is
 * kept for long costs the collector more than spelling it again.
 */
const namesMax = 500;

/**
 * The same keys, with the last names kept: each row asks for its name several times, and spelling a
 * name is the dearest thing that is done with it.
 */
export function rememberNames(nameKeys: NameKeys): NameKeys {
  const known = new Map<string, ReturnType<NameKeys['fold']>>();
  return {
    ...nameKeys,
    fold(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const keys = nameKeys.fold(name);
      if (known.size >= namesMax) known.clear();
      known.set(name, keys);
      return keys;
    },
  };
}
