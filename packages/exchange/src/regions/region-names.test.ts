import { describe, expect, it } from 'vitest';

import { createRegionNames } from './region-names.ts';

describe('the name of a region', () => {
  const nameOf = createRegionNames();

  it.each([
    ['110000', '北京市'],
    ['110105', '北京市朝阳区'],
    ['310115', '上海市浦东新区'],
    ['350200', '福建省厦门市'],
    ['410102', '河南省郑州市中原区'],
  ])('of %s says whose it is: %s', (code, name) => {
    expect(nameOf(code)).toBe(name);
  });

  it.each(['999999', '110100', '', '1101'])('of %s is not made up', (code) => {
    expect(nameOf(code)).toBeUndefined();
  });
});
