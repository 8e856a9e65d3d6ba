import { isProblemCode, problem, problems, type Problem } from '@credence/domain';

/**
 * The problem a reader is told when something threw. A store or a rulebook that cannot answer now
 * says so by its code; everything else is our own defect. No text of an error ever leaves.
 */
export function problemOfError(error: unknown, reference: string | undefined): Problem {
  const code = codeOf(error);
  if (code !== undefined && isProblemCode(code) && problems[code].status === 503) {
    return { code, params: {} };
  }
  return problem('internal-defect', { reference: reference ?? '-' });
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
