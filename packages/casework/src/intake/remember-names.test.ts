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

  it('gives a name that it was told all its keys, and spells only what it was not', () => {
    const spelt: string[] = [];
    const remembered = rememberNames({
      ...fakeNameKeys,
      fold: (name) => {
        spelt.push(name);
        return fakeNameKeys.fold(name);
      },
    });
    const told = names.slice(0, 2).map((name) => ({ name, keys: fakeNameKeys.fold(name) }));
    remembered.learn(told);
    for (const { name, keys } of told) expect(remembered.fold(name)).toEqual(keys);
    remembered.fold('澜');
    expect(spelt).toEqual(['澜']);

    // The next names come: of those before, the two keys that every row asks for are kept.
    remembered.learn([]);
    for (const { name, keys } of told) {
      const { folded, pinyin } = remembered.fold(name);
      expect({ folded, pinyin }).toEqual({ folded: keys.folded, pinyin: keys.pinyin });
    }
    expect(spelt).toEqual(['澜']);
    expect(remembered.fold(names[0] ?? '').grams).toEqual(told[0]?.keys.grams);
  });
});
