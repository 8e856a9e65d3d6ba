import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nameParts } from './name-parts.ts';

describe('the parts a name may break between', () => {
  it('are its region, its middle and its legal form', () => {
    expect(nameParts('望澜市澜江机电设备制造有限公司')).toEqual([
      '望澜市',
      '澜江机电设备制造',
      '有限公司',
    ]);
    expect(nameParts('望澜市临港区澜江起重机械股份有限公司')).toEqual([
      '望澜市临港区',
      '澜江起重机械',
      '股份有限公司',
    ]);
  });

  it('are one for a short name and for one in Latin letters', () => {
    expect(nameParts('澜江机电')).toEqual(['澜江机电']);
    expect(nameParts('Lanjiang Electromechanical Co., Ltd.')).toHaveLength(1);
  });

  it('are the name again when joined, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(nameParts(name).join('')).toBe(name);
        expect(nameParts(`望澜市${name}有限公司`).join('')).toBe(`望澜市${name}有限公司`);
      }),
    );
  });
});
