import { describeProblem, type Problem } from '@credence/domain';
import type { FieldError } from '@credence/pages';

import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext } from '../http/environment.ts';
import type { PageTools } from './answer-page.tsx';

/**
 * What a form shown again says of the problem that was met, if any, beside the field it is about; the
 * answer takes the problem's status.
 */
export function formErrors(
  c: PortalContext,
  { language }: Pick<PageTools, 'language'>,
  occurred: Problem | undefined,
  fieldOf: (occurred: Problem) => string,
): readonly FieldError[] {
  if (occurred === undefined) return [];
  c.status(statusOf(occurred));
  return [{ fieldId: fieldOf(occurred), says: describeProblem(occurred, language).detail }];
}
