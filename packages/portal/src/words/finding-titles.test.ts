import { describe, expect, it } from 'vitest';

import { findingTitles } from './finding-titles.ts';

describe('titles of findings', () => {
  it('are words in both languages and no codes', () => {
    for (const [code, { zh, en }] of Object.entries(findingTitles)) {
      expect(zh, code).toMatch(/^\p{Script=Han}[\p{Script=Han}，、]*$/u);
      expect(en, code).toMatch(/^[A-Z][a-z, ]+$/);
    }
  });
});
