import { describe, expect, it } from 'vitest';

import { maskOwnerName, maskTrader } from './mask-owner-name.ts';

describe('the name of an individual business in bulk (N12)', () => {
  it.each([
    ['李建国便利店', '李＊＊便利店'],
    ['望澜市李建国便利店', '望澜市李＊＊便利店'],
    ['望澜市澜东区欧阳静小吃部', '望澜市澜东区欧阳＊＊吃部'],
    ['王芳', '王＊'],
  ])('%s is %s', (name, masked) => {
    expect(maskOwnerName(name)).toBe(masked);
  });

  it.each(['望澜市孤帆五金商行', '张记小吃店', '望澜市王家面馆', 'Blue Door Cafe', ''])(
    '%s holds no given name after a surname and stays',
    (name) => {
      expect(maskOwnerName(name)).toBe(name);
    },
  );

  it('is masked in every column that repeats it, and the address is left out', () => {
    const row = {
      name: '李建国便利店',
      code: '92999999MA00000154',
      content: '准予李建国便利店零售',
      former_names: '李建国小卖部；望澜便民店',
      address: '测试街九号',
      fine: 100,
    };
    expect(maskTrader(row)).toEqual({
      name: '李＊＊便利店',
      code: '92999999MA00000154',
      content: '准予李＊＊便利店零售',
      former_names: '李＊＊小卖部；望澜便民店',
      fine: 100,
    });
  });
});
