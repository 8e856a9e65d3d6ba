import { problem } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { problemWords } from '../http/answer-problem.ts';

const refused = (purpose: string) =>
  problem('not-permitted', { operation: 'case.counter', purpose });

describe('a permission that is missing', () => {
  it('is said in words, in both languages, without a code', () => {
    const zh = problemWords(refused('counter'), 'zh');
    expect(zh.detail).toContain('“在窗口代为办理”（用途：窗口代办）');
    const en = problemWords(refused('counter'), 'en');
    expect(en.detail).toContain('may not act for somebody at the counter');
    expect(`${zh.detail}${en.detail}`).not.toMatch(/case\.counter|\{/);
  });

  it('says who grants it: the own office, or the organisation where it is its own', () => {
    expect(problemWords(refused('counter'), 'zh').todo).toContain('登记人员或者负责人');
    expect(problemWords(refused('own'), 'zh').todo).toContain('单位的代表人');
    expect(problemWords(refused('own'), 'en').todo).toContain('Mandates');
    const file = problem('not-permitted', { operation: 'person.read-own', purpose: 'own' });
    expect(problemWords(file, 'en').todo).toContain('nobody can grant it');
  });
});
