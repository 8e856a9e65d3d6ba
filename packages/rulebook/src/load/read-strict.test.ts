import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { readStrict } from './read-strict.ts';

const shape = z.strictObject({
  id: z.string(),
  range: z.strictObject({ from: z.number(), kind: z.enum(['linear', 'stepped']) }),
});

describe('readStrict', () => {
  it('gives what a file holds, with its places', () => {
    const reading = readStrict('a.yaml', 'id: one\nrange: { from: 0, kind: linear }\n', shape);
    if (reading.kind !== 'read') throw new Error('It was refused.');
    expect(reading.value).toEqual({ id: 'one', range: { from: 0, kind: 'linear' } });
    expect(reading.placeOf(['range', 'kind'])).toEqual({ line: 2, column: 25 });
  });

  it('refuses a strange key, a missing key and a wrong word, each at its place', () => {
    const reading = readStrict('a.yaml', 'idd: one\nrange: { from: 0, kind: linaer }\n', shape);
    if (reading.kind !== 'refused') throw new Error('It was accepted.');
    const told = reading.findings.map(({ line, column, message }) => [line, column, message]);
    expect(told).toContainEqual([1, 1, 'idd is not a key of this card. Did you mean id?']);
    expect(told.some(([, , message]) => String(message).startsWith('id is missing'))).toBe(true);
    expect(told.some(([line, , message]) => line === 2 && /linear\?$/.test(String(message)))).toBe(
      true,
    );
  });

  it('refuses what is no YAML and what is empty', () => {
    for (const text of ['a: [', '']) {
      expect(readStrict('a.yaml', text, shape).kind).toBe('refused');
    }
  });
});
