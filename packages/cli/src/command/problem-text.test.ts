import { describeProblem, problem } from '@credence/domain';
import { permissionWords } from '@credence/portal';
import { describe, expect, it } from 'vitest';

import { problemText } from './problem-text.ts';

describe('a problem at the terminal', () => {
  it('says in words what somebody may not do, the same words as the pages', () => {
    const refused = problem('not-permitted', { operation: 'case.open', purpose: 'supervision' });
    expect(problemText(refused, 'en')).toEqual(permissionWords(refused, 'en'));
    expect(problemText(refused, 'en').detail).toContain('may not open a case');
    expect(problemText(refused, 'zh').detail).toContain('不能“提出案件”（用途：监督管理）');
  });

  it('says everything else as its card has it', () => {
    const other = problem('agency-unknown', { agency: 'x' });
    expect(problemText(other, 'zh')).toEqual(describeProblem(other, 'zh'));
  });
});
