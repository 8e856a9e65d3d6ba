import { describe, expect, it } from 'vitest';

import { fakeNameKeys } from '../fake-ports.test-support.ts';
import { rememberNames } from './remember-names.ts';

describe('rememberNames', () => {
  const names = ['望澜市青禾机电设备有限公司', 'Wanglan Trading Ltd', '澜', ''];

  it('gives a name the same keys however often it is asked about', () => {
    const remembered = rememberNames(fakeNameKeys);
    for (const name of [...names, ...names, ...names]) {
      const { folded, grams, canon, core, pinyin, initials, corePinyin, coreInitials } =
        remembered.fold(name);
      const keys = { folded, grams, canon, core, pinyin, initials, corePinyin, coreInitials };
      expect(keys).toEqual(fakeNameKeys.fold(name));
    }
  });

  it('spells a name once for the keys that every row asks for', () => {
    let spelt = 0;
    const remembered = rememberNames({
      ...fakeNameKeys,
      fold: (name) => {
        spelt += 1;
        return fakeNameKeys.fold(name);
      },
    });
    for (const name of [...names, ...names]) {
      const { folded, pinyin } = remembered.fold(name);
      expect(folded + pinyin).toBeTypeOf('string');
    }
    expect(spelt).toBe(names.length);
  });

  it('keeps of a name that it was told what every row asks for, and spells only what it was not', () => {
    const spelt: string[] = [];
    const remembered = rememberNames({
      ...fakeNameKeys,
      fold: (name) => {
        spelt.push(name);
        return fakeNameKeys.fold(name);
      },
    });
    const told = names.slice(0, 2).map((name) => {
      const { folded, pinyin } = fakeNameKeys.fold(name);
      return { name, folded, pinyin };
    });
    remembered.learn(told);
    for (const { name, ...keys } of told) {
      const { folded, pinyin } = remembered.fold(name);
      expect({ folded, pinyin }).toEqual(keys);
    }
    remembered.fold('澜');
    expect(spelt).toEqual(['澜']);

    // Should anybody ask for another key of it, it is found.
    const [first = ''] = names;
    expect(remembered.fold(first).grams).toEqual(fakeNameKeys.fold(first).grams);
  });
});
