import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkLei, lei, leiCheckDigits } from './lei.ts';
import { localNumber } from './local-number.ts';
import {
  checkOrganisationCode,
  organisationCode,
  organisationCodeCheckCharacter,
} from './organisation-code.ts';
import { createSchemes } from './schemes.ts';
import { uscc } from './uscc.ts';

const business = localNumber({ id: 'business', pattern: 'digits', minLength: 1, maxLength: 7 });

describe('checkOrganisationCode', () => {
  it('accepts the code with and without hyphen, in small letters too', () => {
    for (const typed of ['M000100Y4', 'M000100Y-4', 'm000100y-4']) {
      expect(checkOrganisationCode(typed)).toMatchObject({ kind: 'valid', value: 'M000100Y4' });
    }
  });

  it('knows the check characters X and 0', () => {
    expect(checkOrganisationCode('71526726X').kind).toBe('valid');
    expect(checkOrganisationCode('27939873X').kind).toBe('valid');
    expect(organisationCodeCheckCharacter('70846113')).toBe('6');
    expect(organisationCodeCheckCharacter('00000000')).toBe('0');
  });

  it('names the check character that would be right', () => {
    expect(organisationCode().check('M000100Y5')).toEqual({
      kind: 'invalid',
      value: 'M000100Y5',
      faults: [{ code: 'check', position: 9, found: '5', expected: '4' }],
    });
  });

  it('refuses a wrong length and characters of no code', () => {
    expect(checkOrganisationCode('M000100Y')).toMatchObject({ faults: [{ code: 'length' }] });
    expect(checkOrganisationCode('M00_100Y4')).toMatchObject({
      faults: [{ code: 'alphabet', position: 4, found: '_' }],
    });
    expect(() => organisationCodeCheckCharacter('M000')).toThrow(RangeError);
  });
});

describe('checkLei', () => {
  it.each(['5493001KJTIIGC8Y1R12', 'HWUPKR0MPOU8FGXBT394', '7LTWFZYICNSX8D621K86'])(
    'accepts %s',
    (code) => expect(checkLei(code)).toMatchObject({ kind: 'valid', value: code }),
  );

  it('names the check digits that would be right', () => {
    expect(lei().check('5493001KJTIIGC8Y1R13')).toEqual({
      kind: 'invalid',
      value: '5493001KJTIIGC8Y1R13',
      faults: [{ code: 'check', position: 19, found: '13', expected: '12' }],
    });
  });

  it('refuses a wrong length and characters of no code', () => {
    expect(checkLei('5493')).toMatchObject({ faults: [{ code: 'length', expected: '20' }] });
    expect(checkLei('5493001KJTIIGC8Y1R1-')).toMatchObject({
      faults: [{ code: 'alphabet', position: 20, found: '-' }],
    });
    expect(() => leiCheckDigits('5493')).toThrow(RangeError);
  });

  it('detects every substitution of a digit by a digit and of a letter by a letter', () => {
    const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const anyCharacter = fc.constantFrom(...Array.from(characters));
    const first18 = fc.array(anyCharacter, { minLength: 18, maxLength: 18 });
    const place = fc.integer({ min: 0, max: 19 });
    fc.assert(
      fc.property(first18, place, anyCharacter, (list, i, character) => {
        const code = list.join('') + leiCheckDigits(list.join(''));
        fc.pre(code.charAt(i) !== character && /\d/.test(code.charAt(i)) === /\d/.test(character));
        expect(checkLei(code.slice(0, i) + character + code.slice(i + 1)).kind).toBe('invalid');
      }),
    );
  });
});

describe('localNumber', () => {
  it('checks characters and length, both ends included, and keeps leading zeros', () => {
    expect(business.check('007')).toEqual({ kind: 'valid', value: '007', warnings: [] });
    expect(business.check('1234567').kind).toBe('valid');
    expect(business.check('12345678')).toMatchObject({
      faults: [{ code: 'length', found: '8', expected: '1-7' }],
    });
    expect(business.check('')).toMatchObject({ faults: [{ code: 'length', found: '0' }] });
    expect(business.check('12A')).toMatchObject({
      faults: [{ code: 'alphabet', position: 3, found: 'A' }],
    });
  });

  it('may have letters', () => {
    const rule = { id: 'case', pattern: 'alphanumeric', minLength: 2, maxLength: 4 } as const;
    expect(localNumber(rule).check('a12')).toMatchObject({ kind: 'valid', value: 'A12' });
  });
});

describe('createSchemes', () => {
  const schemes = createSchemes([uscc(), lei(), business]);

  it('finds a scheme by its id', () => {
    expect(schemes.get('lei')?.id).toBe('lei');
    expect(schemes.get('unknown')).toBeUndefined();
    expect(schemes.declared).toHaveLength(3);
  });

  it('detects what a text is, first declared first', () => {
    expect(schemes.detect('91350100M000100Y43')?.scheme.id).toBe('uscc');
    expect(schemes.detect('5493001KJTIIGC8Y1R12')?.check.value).toBe('5493001KJTIIGC8Y1R12');
    expect(schemes.detect('4711')?.scheme.id).toBe('business');
    expect(schemes.detect('91350100M000100Y4Z')).toBeUndefined();
  });

  it('refuses two schemes of one id', () => {
    expect(() => createSchemes([lei(), lei()])).toThrow('same id');
  });
});
