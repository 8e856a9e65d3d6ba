import { problem, type Problem } from '@credence/domain';

import { refuseWith } from '../access/guarded.ts';
import type { PortalContext } from '../http/environment.ts';

/** What several things stand against is refused for the first of them. */
export function refuseFirst(
  c: PortalContext,
  problems: readonly Problem[],
): Response | Promise<Response> {
  return refuseWith(c, problems[0] ?? problem('page-not-found', { path: '' }));
}
