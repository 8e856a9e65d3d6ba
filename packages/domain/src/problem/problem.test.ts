import { describe, expect, it } from 'vitest';

import { checkUscc } from '../subject/uscc.ts';
import { problemOfFault } from './problem-of-fault.ts';
import {
  describeProblem,
  isProblemCode,
  problem,
  problemCodes,
  problemParamNames,
  problems,
} from './problem.ts';
import { refuse } from './refusal.ts';

const namesIn = (text: string) => new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, n]) => n));

describe('the list of problems', () => {
  it.each(problemCodes)('%s is complete in both languages', (code) => {
    const { status, exit, title, detail, todo } = problems[code];
    for (const words of [title, detail, todo]) {
      expect(words.zh).toMatch(/\p{Script=Han}|^\{/u);
      expect(words.en).toMatch(/[a-z]/);
      expect(namesIn(words.zh)).toEqual(namesIn(words.en));
    }
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(exit === 0).toBe(status === 200);
    expect(exit === 3).toBe(status >= 500 && code !== 'setting-invalid');
  });

  it.each(problemCodes)('%s keeps the tone: no blame, no shouting, no apology', (code) => {
    const { title, detail, todo } = problems[code];
    const words = [title, detail, todo].flatMap(({ zh, en }) => [zh, en]).join(' ');
    expect(words).not.toMatch(
      /!|！|invalid input|oops|unfortunately|sorry|blacklist|黑名单|老赖|您/i,
    );
  });

  it('is closed', () => {
    expect(isProblemCode('record-conflict')).toBe(true);
    expect(isProblemCode('toString')).toBe(false);
    expect(new Set(problemCodes).size).toBe(Object.keys(problems).length);
  });
});

describe('describeProblem', () => {
  it('puts the parameters into the words of the language', () => {
    const occurred = problem('value-in-future', { value: '2027-01-01', today: '2026-04-10' });
    expect(describeProblem(occurred, 'zh').detail).toBe('现为 2027-01-01，今天是 2026-04-10。');
    expect(describeProblem(occurred, 'en')).toEqual({
      title: 'The date lies in the future',
      detail: 'Found 2027-01-01; today is 2026-04-10.',
      todo: 'Check the date.',
    });
  });

  it('shows a dash for a parameter left out, and never an inherited property', () => {
    expect(describeProblem({ code: 'page-not-found', params: {} }, 'en').detail).toContain('—');
    const proto = Object.create({ path: 'x' }) as Record<string, string>;
    expect(describeProblem({ code: 'page-not-found', params: proto }, 'en').detail).toContain('—');
  });

  it('does not read placeholders out of values', () => {
    const occurred = problem('day-invalid', { value: '{value}' });
    expect(describeProblem(occurred, 'en').detail).toContain('Found "{value}";');
  });

  it('names the parameters a code needs', () => {
    expect(problemParamNames('port-taken')).toEqual(['port', 'setting']);
    expect(problemParamNames('person-row-set-aside')).toEqual([]);
  });
});

describe('problemOfFault', () => {
  it('says which character a code should have', () => {
    const check = checkUscc('91110108717809965C');
    if (check.kind !== 'invalid') throw new Error('the code should fail');
    const words = check.faults.map((fault) => problemOfFault(fault, check.value));
    expect(words.map((each) => describeProblem(each, 'zh').detail)).toEqual([
      '第 17 位（组织机构代码的校验位）应为 6，现为 5。',
      '统一社会信用代码第 18 位应为 J，现为 C。',
    ]);
  });
});

describe('refuse', () => {
  it('is the outcome of whatever cannot be done because of a problem', () => {
    const found = problem('subject-not-found', { subject: 'x' });
    expect(refuse(found)).toEqual({ kind: 'refused', problem: found });
  });
});
