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
});
