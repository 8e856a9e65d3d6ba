import { describe, expect, it } from 'vitest';

import { problemOfError } from './problem-of-error.ts';

class CodedError extends Error {
  readonly code: string;
  readonly problem: unknown;

  constructor(code: string, problem?: unknown) {
    super('text with /home/someone/secret');
    this.code = code;
    this.problem = problem;
  }
}

describe('what a reader is told when something threw', () => {
  it('is the problem that the error carries, when it is about the request', () => {
    const problem = {
      code: 'day-out-of-range',
      params: { value: 'x', earliest: 'a', latest: 'b' },
    };
    expect(problemOfError(new CodedError('whatever', problem), undefined)).toEqual(problem);
  });

  it('is that the store cannot answer, without its words', () => {
    const problem = problemOfError(new CodedError('store-unavailable'), 'R1');
    expect(problem).toEqual({ code: 'store-unavailable', params: {} });
  });

  it('is a defect with its reference for everything else', () => {
    const defect = { code: 'internal-defect', params: { reference: 'R1' } };
    expect(problemOfError(new CodedError('ENOENT'), 'R1')).toEqual(defect);
    expect(problemOfError(new CodedError('x', { code: 'record-not-found' }), 'R1')).toEqual(defect);
    expect(problemOfError(new Error('boom'), 'R1')).toEqual(defect);
    expect(problemOfError('boom', 'R1')).toEqual(defect);
    expect(problemOfError(undefined, 'R1')).toEqual(defect);
  });
});
