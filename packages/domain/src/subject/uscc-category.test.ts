import { describe, expect, it } from 'vitest';

import { usccCategory } from './uscc-category.ts';

describe('usccCategory', () => {
  it.each([
    ['11', 'public_body'],
    ['12', 'public_body'],
    ['13', 'public_body'],
    ['19', 'public_body'],
    ['31', 'organisation'],
    ['51', 'organisation'],
    ['52', 'organisation'],
    ['53', 'organisation'],
    ['59', 'organisation'],
    ['91', 'organisation'],
    ['92', 'sole_trader'],
    ['93', 'organisation'],
    ['A1', 'public_body'],
    ['E1', 'organisation'],
    ['N2', 'organisation'],
    ['Y1', 'organisation'],
  ])('%s is a %s', (pair, kind) => expect(usccCategory(pair)).toMatchObject({ kind }));

  it.each(Array.from('123456789ABCDEFGNY'))(
    'knows department %s with category 1 in both languages',
    (department) => {
      const found = usccCategory(`${department}1`);
      expect(Object.keys(found?.department.title ?? {})).toEqual(['zh', 'en']);
      expect(Object.keys(found?.category.title ?? {})).toEqual(['zh', 'en']);
    },
  );

  it.each(['94', '99', '14', '54', '00', 'H1', 'Y2', 'Y9', 'B2', '9', '', '9A'])(
    'knows no body under "%s"',
    (pair) => expect(usccCategory(pair)).toBeUndefined(),
  );

  it('reads the first two characters of a whole code', () => {
    expect(usccCategory('92510100MA61WJ3204')).toMatchObject({
      department: { code: '9' },
      category: { code: '2', title: { zh: '个体工商户' } },
    });
  });
});
