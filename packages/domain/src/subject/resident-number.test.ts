import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  checkResidentNumber,
  looksLikeResidentNumber,
  maskResidentNumber,
} from './resident-number.ts';

/** Published examples: the standard's two and one of a public validator. */
const published = ['11010519491231002X', '440524188001010014', '360426199101010071'];

describe('checkResidentNumber', () => {
  it.each(published)('recognises the published example %s', (number) => {
    expect(checkResidentNumber(number)).toEqual({ kind: 'valid' });
  });

  it.each([
    ['110105194912310021', 'check'],
    ['11010519491231002', 'length'],
    ['11010519491231002A', 'alphabet'],
    ['01010519491231002X', 'division'],
    ['11010519490231002X', 'birth-date'],
    ['11010517991231002X', 'birth-date'],
    ['11010521001231002X', 'birth-date'],
  ])('refuses %s for its %s', (number, because) => {
    expect(checkResidentNumber(number)).toEqual({ kind: 'invalid', because });
  });

  it('reads a small x and blanks', () => {
    expect(checkResidentNumber('110105 19491231 002x').kind).toBe('valid');
  });
});

describe('maskResidentNumber', () => {
  it('leaves three characters and the last, never a digit of the birth date', () => {
    expect(maskResidentNumber('11010519491231002x')).toBe('110**************X');
    expect(maskResidentNumber('123456')).toBe('******');
  });

  it('shows at most four characters of any text and keeps its length', () => {
    const characters = fc.constantFrom(...Array.from('0123456789X'));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), (list) => {
        const masked = maskResidentNumber(list.join(''));
        expect(masked).toHaveLength(list.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(4);
        expect(masked.slice(6, 14)).not.toMatch(/^\d{8}/);
      }),
    );
  });
});

describe('looksLikeResidentNumber', () => {
  it.each([
    '当事人张某（身份证号11010519491231002X）',
    'id=110105194912310 02x',
    '身份证 110105-19491231-002X。',
    '１１０１０５１９４９１２３１００２Ｘ',
    '2026年 11010519491231002X',
    '11010519491231002X abc',
  ])('finds the number in "%s"', (text) => expect(looksLikeResidentNumber(text)).toBe(true));

  it.each([
    '91350100M000100Y43',
    '914403001922038216',
    '望市监罚〔2026〕1187号',
    '罚款 20000 元，2026-04-10 决定',
    '110105194912310021',
    '9911010519491231002X',
    '',
  ])('finds none in "%s"', (text) => expect(looksLikeResidentNumber(text)).toBe(false));
});
