import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { IdentifierFault } from './identifier.ts';
import { makeUscc } from './make-uscc.ts';
import { checkUscc, regionOfUscc, uscc, usccAlphabet, usccCheckCharacter } from './uscc.ts';

/** Real codes stand in this test only, without any record: they prove the check characters. */
const validCodes = `
  914403001922038216 91110108551385082Q 911100006000650192 12100000400000624D 12100000400009127B
  53100000500021676K 51100000500002862F 51100000500012681T 51100000500009247D 53100000500019795A
  91440300708461136T 9144030071526726XG 91330100799655058B 9144030027939873X7 911103026605015136
  91110000802100433B 9144030010001686XA 91100000100003962T 12100000400002259P 1210000042500615X0
  12100000425006117P 12100000470095016Q 11330283002982634F 11610923MB2900168E 1134082855783407XL
  1142092201131905X1 112302070019030687 11991000010647510A 121526004609138637 12440300455752807L
  52610500MJU60350X1 52440111MJK9980480 52120000MJ0529018E 51610700305332460K 51140200MJ1693047P
  92510100MA61WJ3204 91460600MA5RC30P9Y 91341000MA2N0ABGXX 913101135696449862 91110000600037341L
  91350100M000100Y43`
  .trim()
  .split(/\s+/);

const body = fc
  .array(fc.constantFrom(...usccAlphabet), { minLength: 8, maxLength: 8 })
  .map((characters) => characters.join(''));
const anyCode = fc
  .tuple(fc.constantFrom('11', '12', '51', '91', '92', '93', 'A1', 'N3', 'Y1'), body)
  .map(([pair, body8]) => {
    const [department = '', category = ''] = pair;
    return makeUscc({ department, category, region: '999999', body8 });
  });

describe('checkUscc', () => {
  it('is tested with all forty-one valid vectors', () => expect(validCodes).toHaveLength(41));

  it.each(validCodes)('accepts %s', (code) => {
    expect(checkUscc(code)).toMatchObject({ kind: 'valid', value: code, warnings: [] });
  });

  const outer = (expected: string, found: string): IdentifierFault => ({
    code: 'outer-check',
    position: 18,
    found,
    expected,
  });
  const inner = (expected: string, found: string): IdentifierFault => ({
    code: 'inner-check',
    position: 17,
    found,
    expected,
  });

  it.each<[string, IdentifierFault[]]>([
    ['91350100M000100Y4Z', [{ code: 'alphabet', position: 18, found: 'Z' }, outer('3', 'Z')]],
    ['91350200M000000510', [outer('D', '0')]],
    ['91350128M00000019A', [outer('F', 'A')]],
    ['123456789012345678', [inner('8', '7')]],
    ['91110108717809965C', [inner('6', '5'), outer('J', 'C')]],
    ['9133010057462616XH', [inner('8', 'X'), outer('9', 'H')]],
    ['91110000800088421P', [inner('6', '1'), outer('W', 'P')]],
    ['A1110000600037341L', [outer('K', 'L')]],
    ['53100000500020462H', [outer('K', 'H')]],
    ['51100000500000024G', [inner('3', '4'), outer('M', 'G')]],
  ])('refuses %s with exactly the checks that fail', (code, faults) => {
    expect(checkUscc(code)).toEqual({ kind: 'invalid', value: code, faults });
  });

  it('says what the code says about its holder', () => {
    expect(checkUscc('92510100MA61WJ3204')).toMatchObject({ subjectKind: 'sole_trader' });
    expect(checkUscc('12100000400000624D')).toMatchObject({ subjectKind: 'public_body' });
    expect(checkUscc('914403001922038216')).toMatchObject({ subjectKind: 'organisation' });
    expect(checkUscc('53100000500021676K')).toMatchObject({ subjectKind: 'organisation' });
  });

  it('reads what people type: blanks, lower case, full width', () => {
    for (const typed of [
      ' 91350100m000100y43',
      '91350100 M000100Y 43',
      '９１350100M000100Y43\u200b',
    ]) {
      expect(checkUscc(typed)).toMatchObject({ kind: 'valid', value: '91350100M000100Y43' });
    }
  });

  it('reports a wrong length alone, with both lengths', () => {
    expect(checkUscc('91350100M000100Y4')).toEqual({
      kind: 'invalid',
      value: '91350100M000100Y4',
      faults: [{ code: 'length', found: '17', expected: '18' }],
    });
    expect(checkUscc('').kind).toBe('invalid');
  });

  it('names every character outside the alphabet and its place, and no check on it', () => {
    expect(checkUscc('9135O100M000I00Y43')).toEqual({
      kind: 'invalid',
      value: '9135O100M000I00Y43',
      faults: [
        { code: 'alphabet', position: 5, found: 'O' },
        { code: 'alphabet', position: 13, found: 'I' },
      ],
    });
    expect(checkUscc('Z1350100M000100Y43')).toMatchObject({
      faults: [{ code: 'alphabet', position: 1, found: 'Z' }],
    });
  });

  it('refuses a pair of department and category that names no body', () => {
    const first17 = '94350100M000100Y4';
    expect(checkUscc(first17 + usccCheckCharacter(first17))).toMatchObject({
      faults: [{ code: 'category', position: 1, found: '94' }],
    });
  });

  it('warns about an unknown division and never refuses it', () => {
    const regions = new Set(['350100']);
    expect(checkUscc('91350100M000100Y43', { regions })).toMatchObject({ warnings: [] });
    expect(uscc({ regions }).check('11991000010647510A')).toMatchObject({
      kind: 'valid',
      warnings: [{ code: 'region', position: 3, found: '991000' }],
    });
    const lettered = '91AB0100M000100Y4';
    expect(checkUscc(lettered + usccCheckCharacter(lettered))).toMatchObject({
      kind: 'valid',
      warnings: [{ code: 'region', found: 'AB0100' }],
    });
  });

  it('detects every single substitution by the outer check', () => {
    const place = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(anyCode, place, fc.constantFrom(...usccAlphabet), (code, i, character) => {
        fc.pre(code.charAt(i) !== character);
        expect(codesOf(code.slice(0, i) + character + code.slice(i + 1))).toContain('outer-check');
      }),
    );
  });

  it('detects every single substitution in all places of one code', () => {
    const code = '91350100M000100Y43';
    for (let i = 0; i < 18; i += 1) {
      for (const character of usccAlphabet) {
        if (character === code.charAt(i)) continue;
        const changed = code.slice(0, i) + character + code.slice(i + 1);
        expect(codesOf(changed)).toContain('outer-check');
      }
    }
  });

  it('detects every transposition of unequal neighbours by the outer check', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 0, max: 16 }), (code, i) => {
        fc.pre(code.charAt(i) !== code.charAt(i + 1));
        const swapped = code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2);
        expect(codesOf(swapped)).toContain('outer-check');
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        expect(['valid', 'invalid']).toContain(checkUscc(text).kind);
      }),
    );
  });
});

function codesOf(text: string): string[] {
  const check = checkUscc(text);
  return check.kind === 'valid' ? [] : check.faults.map(({ code }) => code);
}

describe('regionOfUscc', () => {
  it('gives the six digits behind department and category, and nothing where they are none', () => {
    expect(regionOfUscc('91350100M000100Y43')).toBe('350100');
    expect(regionOfUscc('913501A0M000100Y43')).toBeUndefined();
  });
});

describe('usccCheckCharacter', () => {
  it('gives 3 for the example of the standard', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
  });

  it('gives 0 where the sum leaves no remainder', () => {
    expect(usccCheckCharacter('00000000000000000')).toBe('0');
  });

  it('refuses what is not seventeen characters of the alphabet', () => {
    expect(() => usccCheckCharacter('9135')).toThrow(RangeError);
    expect(() => usccCheckCharacter('9135010OM000100Y4')).toThrow(RangeError);
  });
});
