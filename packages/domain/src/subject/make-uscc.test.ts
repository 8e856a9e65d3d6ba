import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeUscc } from './make-uscc.ts';
import { checkUscc, usccAlphabet } from './uscc.ts';

const parts = { department: '9', category: '1', region: '999999', body8: 'MA000001' };

describe('makeUscc', () => {
  it('makes codes of the reserved division that pass both checks', () => {
    const body = fc.array(fc.constantFrom(...usccAlphabet), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(body, fc.constantFrom('1', '2', '3'), (characters, category) => {
        const code = makeUscc({ ...parts, category, body8: characters.join('') });
        expect(code).toMatch(/^9[123]999999/);
        expect(checkUscc(code)).toMatchObject({ kind: 'valid', value: code, warnings: [] });
      }),
    );
  });

  it('gives different organisations different codes', () => {
    expect(makeUscc(parts)).not.toBe(makeUscc({ ...parts, body8: 'MA000002' }));
  });

  it('refuses parts that belong to no code', () => {
    expect(() => makeUscc({ ...parts, category: '7' })).toThrow('names no kind of body');
    expect(() => makeUscc({ ...parts, region: '99999' })).toThrow('division');
    expect(() => makeUscc({ ...parts, body8: 'MA0001' })).toThrow(RangeError);
    expect(() => makeUscc({ ...parts, body8: 'MAOI0001' })).toThrow(RangeError);
  });
});
