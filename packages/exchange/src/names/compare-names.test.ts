import type { NameComponentKind } from '@credence/casework';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createNameKeys } from './name-keys.ts';

const nameKeys = createNameKeys();
const compare = (a: string, b: string) => nameKeys.compare(a, b);
const own = '上海华兴科技有限公司';

const relationOf = (a: string, b: string, wanted: NameComponentKind) =>
  compare(a, b).components.find(({ component }) => component === wanted)?.relation;

describe('two names are the same', () => {
  it.each([
    ['in full width, with blanks', '上海　华兴科技有限公司 '],
    ['in traditional characters', '上海華興科技有限公司'],
    ['with the unit of the city', '上海市华兴科技有限公司'],
    ['with the region behind the trade name', '华兴（上海）科技有限公司'],
    ['with the region before the form', '华兴科技(上海)有限公司'],
    ['with the long form', '上海华兴科技有限责任公司'],
    ['without the form', '上海华兴科技'],
  ])('%s', (_, other) => {
    expect(compare(own, other).verdict).toBe('same');
  });

  it('where the city is named with its province', () => {
    const verdict = compare('江苏省苏州市华兴科技有限公司', '苏州华兴科技有限公司').verdict;
    expect(verdict).toBe('same');
  });

  it('in Latin letters without case, accents, punctuation and form', () => {
    expect(compare("Joe's Café, LLC", 'JOES CAFE').verdict).toBe('same');
    expect(compare('Acme Intl. Trading Inc.', 'ACME International Trading').verdict).toBe('same');
  });
});

describe('two names are different', () => {
  it.each([
    ['a branch', 'branch', '上海华兴科技有限公司浦东分公司'],
    ['a group', 'legal-form', '上海华兴科技集团有限公司'],
    ['a group in brackets', 'legal-form', '上海华兴科技（集团）有限公司'],
    ['another region', 'region', '苏州华兴科技有限公司'],
    ['another character', 'trade-name', '上海华达科技有限公司'],
    ['another business', 'industry', '上海华兴贸易有限公司'],
    ['a cooperative', 'legal-form', '上海华兴科技专业合作社'],
  ] as const)('for %s', (_, component, other) => {
    expect(relationOf(own, other, component)).toBe('contradictory');
    expect(compare(own, other).verdict).toBe('different');
  });

  it('for two branches of one parent', () => {
    expect(compare(`${own}浦东分公司`, `${own}浦西分公司`).verdict).toBe('different');
    expect(compare(`${own}浦东分公司`, `${own}浦东分公司`).verdict).toBe('same');
  });

  it('across scripts for another region, business or sound', () => {
    for (const other of [
      'Suzhou Huaxing Technology Co., Ltd.',
      'Shanghai Huaxing Trading Co., Ltd.',
      'Shanghai Huada Technology Co., Ltd.',
      'Shanghai Huaxing Technology Group Co., Ltd.',
    ]) {
      expect([other, compare(own, other).verdict]).toEqual([other, 'different']);
    }
  });
});

describe('a person has to look', () => {
  it.each([
    ['the same sound', 'trade-name', '上海华星科技有限公司'],
    ['no region', 'region', '华兴科技有限公司'],
    ['no business', 'industry', '上海华兴有限公司'],
    ['a form it may have passed through', 'legal-form', '上海华兴科技股份有限公司'],
    ['a district more', 'region', '上海市徐汇区华兴科技有限公司'],
    ['the English name', 'trade-name', 'Shanghai Huaxing Technology Co., Ltd.'],
    ['the English name, shortened', 'trade-name', 'SHANGHAI HUAXING TECH CO LTD'],
  ] as const)('for %s, and never is it the same', (_, component, other) => {
    expect(compare(own, other).verdict).toBe('review');
    expect(['compatible', 'absent']).toContain(relationOf(own, other, component));
  });
});

describe('the comparison of any two names', () => {
  const words =
    '上海 上海市 苏州 江苏省 华 兴 星 科技 贸易 （ ） 集团 有限公司 股份有限公司 分公司 Shanghai Huaxing Tech Ltd'.split(
      ' ',
    );
  const name = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 })
    .map((parts) => parts.join(''));
  const components = ['branch', 'legal-form', 'region', 'trade-name', 'industry'];

  it('explains every component once and shows both texts', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compare(a, b).components.map(({ component }) => component)).toEqual(components);
      }),
    );
    expect(compare(own, '苏州华兴科技').components[2]).toEqual({
      component: 'region',
      relation: 'contradictory',
      a: '上海',
      b: '苏州',
    });
  });

  it('gives the same the other way round', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const mirrored = compare(b, a).components.map(
          ({ component, relation, a: one, b: other }) => ({
            component,
            relation,
            ...(other === undefined ? {} : { a: other }),
            ...(one === undefined ? {} : { b: one }),
          }),
        );
        expect({ ...compare(a, b) }).toEqual({ ...compare(b, a), components: mirrored });
      }),
    );
  });

  it('is the same for a name and itself', () => {
    fc.assert(
      fc.property(name, (each) => {
        expect(compare(each, each).verdict).toBe('same');
      }),
    );
  });

  it('is never the same for a name and its branch, its group or a name in another script', () => {
    fc.assert(
      fc.property(name, (each) => {
        expect(compare(`${each}有限公司`, `${each}有限公司城南分公司`).verdict).not.toBe('same');
      }),
    );
  });
});

describe('the parent of a branch', () => {
  const parentName = (name: string) => nameKeys.parentName(name);

  it('is what stands before the branch, as written', () => {
    expect(parentName('上海华興科技（集团）有限公司浦东分公司')).toBe(
      '上海华興科技（集团）有限公司',
    );
    expect(parentName('建设银行股份有限公司上海分行')).toBe('建设银行股份有限公司');
    expect(parentName('Acme Trading Ltd. Shanghai Branch')).toBe('Acme Trading Ltd.');
  });

  it('is nobody for a name that is no branch', () => {
    expect(parentName(own)).toBeUndefined();
    expect(parentName('分公司')).toBeUndefined();
  });
});
