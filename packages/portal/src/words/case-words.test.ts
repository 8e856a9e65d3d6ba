import { describe, expect, it } from 'vitest';

import { actWords, isActName } from './case-acts.ts';
import { caseKinds, codeWord, fieldNames, fieldWord, kindWord, partWord } from './case-codes.ts';
import { caseWords } from './case.ts';
import { oversightWords } from './oversight.ts';

const chinese = /\p{Script=Han}/u;

describe('words of cases', () => {
  it('are Chinese in Chinese and none of it in English', () => {
    for (const kind of caseKinds) {
      expect(kindWord('zh', kind)).toMatch(chinese);
      expect(kindWord('en', kind)).not.toMatch(chinese);
    }
    for (const name of Object.keys(fieldNames)) {
      expect(fieldWord('zh', name)).toMatch(chinese);
      expect(fieldWord('en', name)).not.toMatch(chinese);
    }
    for (const value of Object.values({ ...caseWords('en'), ...oversightWords('en') })) {
      if (typeof value === 'string') expect(value).not.toMatch(chinese);
    }
  });

  it('say of an action what is done and what was done', () => {
    expect(actWords('en', 'noticed')).toEqual({ act: 'Issue the notice', done: 'Notice issued' });
    expect(actWords('zh', 'served').done).toBe('已送达');
    expect(isActName('constructor')).toBe(false);
  });

  it('tell the part of a case from a test of a list that has the same code', () => {
    expect(partWord('zh', 'subject')).toBe('当事单位');
    expect(codeWord('zh', 'subject')).toBe('当事单位');
  });
});
