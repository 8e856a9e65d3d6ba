import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language, Problem } from '@credence/domain';

import { problemResponse } from '../http/answer-problem.ts';
import type { PortalEnv } from '../http/environment.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import type { PortalServices } from '../services.ts';
import { refusedParameter } from './refused-parameter.ts';

/** What the operations of the API are built from. */
export interface ApiTools {
  readonly api: OpenAPIHono<PortalEnv>;
  readonly services: PortalServices;
  /** Language of problems for a client that names none. */
  readonly language: Language;
}

interface CheckedRequest {
  readonly request: { readonly query: { readonly shape: Readonly<Record<string, unknown>> } };
}

type Checked =
  | { readonly success: true }
  | { readonly success: false; readonly error: z.ZodError; readonly target: string };

/** Refuses what an operation does not take: a strange path is no page, a strange query is named. */
export function strict(operation: CheckedRequest, language: Language) {
  const takes = Object.keys(operation.request.query.shape);
  return (result: Checked, c: Context): Response | undefined => {
    if (result.success) return undefined;
    const problem: Problem =
      result.target === 'param'
        ? { code: 'page-not-found', params: {} }
        : refusedParameter(result.error, c.req.query(), takes);
    return problemResponse(problem, preferredLanguage(c.req.header('accept-language'), language));
  };
}
