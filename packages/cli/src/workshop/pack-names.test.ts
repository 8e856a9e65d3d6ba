import type { SpelledName } from '@credence/casework';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packNames, unpackNames } from './pack-names.ts';

/** The keys as plain data. */
function readOut({ name, keys }: SpelledName): SpelledName {
  const { folded, canon, core, pinyin, initials, corePinyin, coreInitials, grams } = keys;
  const one = { folded, canon, core, pinyin, initials, corePinyin, coreInitials };
  return { name, keys: { ...one, grams } };
}

describe('names on their way to another thread', () => {
  const text = fc.string({ unit: 'binary', maxLength: 8 });
  const keys = fc.record({
    ...{ folded: text, canon: text, core: text, pinyin: text, initials: text },
    ...{ corePinyin: text, coreInitials: text },
    grams: fc.array(text, { maxLength: 5 }),
  });

  it('arrive with all their keys', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, keys }), { maxLength: 5 }), (names) => {
        const arrived = [...unpackNames(structuredClone(packNames(names)))];
        expect(arrived.map(readOut)).toEqual(names);
        // They are cut out of a text whenever they are asked for, every time the same.
        expect(arrived.map(readOut)).toEqual(names);
      }),
    );
  });
});
