import type { Context, TypedResponse } from 'hono';
import type { Language, Problem } from '@credence/domain';
import type { z } from '@hono/zod-openapi';

import { problemResponse, statusOf, type ProblemStatus } from '../http/answer-problem.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import type { problemDetails } from './schema.ts';

type Details = z.infer<typeof problemDetails>;

/**
 * A refusal as an operation declares it. The closed list gives the status; an operation that
 * answers one it does not declare is a defect, found here and not by a client.
 */
export function refusal<Status extends ProblemStatus>(
  c: Context,
  problem: Problem,
  options: { readonly declared: readonly Status[]; readonly otherwise: Language },
): Response & TypedResponse<Details, Status, 'json'> {
  const status = statusOf(problem);
  if (!options.declared.some((each) => each === status)) {
    throw new RangeError(
      `${problem.code} has status ${String(status)}, which is not declared here.`,
    );
  }
  const language = preferredLanguage(c.req.header('accept-language'), options.otherwise);
  // The status and the body were checked above; a Response carries no type of its own.
  return problemResponse(problem, language) as Response & TypedResponse<Details, Status, 'json'>;
}
