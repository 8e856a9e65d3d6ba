import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { toHex } from '../encoding/hex.ts';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './json-value.ts';

const shared = process.env['CREDENCE_SHARED'];

describe.skipIf(!shared)('published vectors of RFC 8785 [reference data]', () => {
  const folder = join(shared ?? '', 'data/conformance/jcs/testdata');
  const names = shared ? readdirSync(join(folder, 'input')).sort() : [];

  it('are the six documents of the suite', () => {
    expect(names.map((name) => name.replace('.json', ''))).toEqual([
      'arrays',
      'french',
      'structures',
      'unicode',
      'values',
      'weird',
    ]);
  });

  it.each(names)('%s gives the published bytes', (name) => {
    const input = JSON.parse(readFileSync(join(folder, 'input', name), 'utf8')) as JsonValue;
    const hex = readFileSync(join(folder, 'outhex', name.replace('.json', '.txt')), 'utf8');
    const bytes = new TextEncoder().encode(canonicalJson(input));
    expect(toHex(bytes)).toBe(hex.replace(/\s+/g, ''));
  });
});
