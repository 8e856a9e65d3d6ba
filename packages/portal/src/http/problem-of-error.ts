import { HTTPException } from 'hono/http-exception';
import { isProblemCode, problem, problems, type Problem } from '@credence/domain';

/**
 * The problem a reader is told when something threw. Casework and the store say by a problem or a
 * code that they cannot answer this now; everything else is our own defect. No text of an error
 * ever leaves.
 */
export function problemOfError(error: unknown, reference: string | undefined): Problem {
  return problemIn(error) ?? problem('internal-defect', { reference: reference ?? '-' });
}

function problemIn(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof HTTPException && error.status === 415) {
    // Files have a check of their own; everything else that takes a body takes JSON.
    return problem('media-type-unknown', { found: '-', accepted: 'application/json' });
  }
  const carried = 'problem' in error ? toProblem(error.problem) : undefined;
  if (carried !== undefined) return carried;
  if (!('code' in error) || typeof error.code !== 'string' || !isProblemCode(error.code)) {
    return undefined;
  }
  return passes(problems[error.code].status) ? { code: error.code, params: {} } : undefined;
}

/** The store cannot answer, or has no room: neither is the reader's doing, and both pass. */
function passes(status: number): boolean {
  return status === 503 || status === 507;
}

/** A problem that a reader may be told: about the request, or that the answer must wait. */
function toProblem(carried: unknown): Problem | undefined {
  if (typeof carried !== 'object' || carried === null || !('code' in carried)) return undefined;
  const { code } = carried;
  if (typeof code !== 'string' || !isProblemCode(code)) return undefined;
  const { status } = problems[code];
  if (status !== 400 && !passes(status)) return undefined;
  return { code, params: 'params' in carried ? textParams(carried.params) : {} };
}

function textParams(params: unknown): Problem['params'] {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}
