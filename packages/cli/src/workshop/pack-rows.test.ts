import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packRows, unpackRows } from './pack-rows.ts';

describe('rows on their way to another thread', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 });
  const row = fc.record({
    row: fc.integer({ min: 1, max: 0xffffffff }),
    cells: fc.array(cell, { maxLength: 6 }),
  });

  it('arrive as they were, whatever their cells hold', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect([...unpackRows(structuredClone(packRows(rows)))]).toEqual(rows);
      }),
    );
  });
});
