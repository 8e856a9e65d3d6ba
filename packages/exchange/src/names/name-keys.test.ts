import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createNameKeys } from './name-keys.ts';

const keys = createNameKeys();
const fold = (name: string) => keys.fold(name);
const foldQuery = (text: string) => keys.foldQuery(text);

describe('name keys', () => {
  it('fold a name to its letters and numbers', () => {
    expect(fold(' 望澜市“临港”（东浦）Ａbc－１２·科技 有限公司 ').folded).toBe(
      '望澜市临港东浦abc12科技有限公司',
    );
  });

  it.each([
    [
      'traditional and simplified characters',
      '望瀾市瀾江機電設備製造有限公司',
      '望澜市澜江机电设备制造有限公司',
    ],
    ['brackets of either width', '望澜（集团）公司', '望澜(集团)公司'],
    ['case and accents', 'CAFÉ Straße', 'cafe STRASSE'],
    ['spaces', '望澜 市 甲', '望澜市甲'],
  ])('are equal for %s', (_, one, other) => {
    expect(fold(one)).toEqual(fold(other));
  });

  it('give every pair of characters once, and a single character as itself', () => {
    expect(fold('澜江澜江').grams).toEqual(['澜江', '江澜']);
    expect(fold('澜').grams).toEqual(['澜']);
    expect(fold('（）').grams).toEqual([]);
    expect(fold('𠮷野家').grams).toEqual(['𠮷野', '野家']);
  });

  it('spell Han parts without tones and keep Latin ones', () => {
    expect(fold('澜江3M机电')).toMatchObject({
      pinyin: 'lanjiang3mjidian',
      initials: 'lj3mjd',
    });
    expect(fold('重庆银行')).toMatchObject({ pinyin: 'chongqingyinhang', initials: 'cqyh' });
    expect(fold('绿源')).toMatchObject({ pinyin: 'lvyuan' });
  });

  it('have no pinyin for a Latin name', () => {
    expect(fold('Acme Ltd.')).toMatchObject({ folded: 'acmeltd', pinyin: '', initials: '' });
  });

  it('take a query of Latin letters alone for possible pinyin', () => {
    expect(foldQuery(" Lan Jiang'")).toMatchObject({ folded: 'lanjiang', pinyin: 'lanjiang' });
    expect(foldQuery('澜江')).toEqual({ folded: '澜江', grams: ['澜江'] });
    expect(foldQuery('3m')).not.toHaveProperty('pinyin');
  });

  it('find every part of a name: its grams are among those of the name', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from('望澜市临港机电設備A1（')),
      minLength: 1,
    });
    fc.assert(
      fc.property(name, name, name, (before, part, after) => {
        const whole = new Set(fold(before + part + after).grams);
        const grams = foldQuery(part).grams.filter((gram) => Array.from(gram).length > 1);
        expect(grams.every((gram) => whole.has(gram))).toBe(true);
      }),
    );
  });

  it('fold what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { folded } = fold(name);
        expect(fold(folded).folded).toBe(folded);
      }),
    );
  });
});
