import { problem } from '@credence/domain';
import type { MiddlewareHandler } from 'hono';

import type { PortalEnv } from '../http/environment.ts';
import type { Refuse } from '../http/gates.ts';
import { laneOf, type Admission } from './admission.ts';
import type { Metrics } from './metrics.ts';

/** Lets a request in, or refuses it at once; a refusal must cost next to nothing. */
export function admit(
  admission: Admission,
  metrics: Metrics | undefined,
  refuse: Refuse,
): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    const lane = laneOf(c.req.path);
    const answer = admission.enter(lane);
    if (answer.kind === 'shed') {
      metrics?.shed(lane);
      return refuse(c, problem('overloaded', { seconds: answer.retryAfterSeconds }));
    }
    try {
      await next();
    } finally {
      answer.leave();
    }
    return undefined;
  };
}
