import { problem, type Problem } from '@credence/domain';
import type { z } from '@hono/zod-openapi';

import { lastPage } from '../request/page-number.ts';
import { longestQuery } from '../request/query.ts';

const acceptedValues: Readonly<Record<string, string>> = {
  page: `1-${String(lastPage)}`,
  day: 'YYYY-MM-DD',
  q: `1-${String(longestQuery)}`,
};

/**
 * The problem behind a query that an operation does not take: an unknown name gets the names that
 * are taken, a wrong value what the value may be.
 */
export function refusedParameter(
  error: z.ZodError,
  given: Readonly<Record<string, string | undefined>>,
  takes: readonly string[],
): Problem {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const parameter = issue.keys[0] ?? '';
    return invalid({ parameter, found: given[parameter], accepted: takes.join(', ') || '-' });
  }
  const parameter = String(issue?.path[0] ?? '');
  const found = given[parameter];
  if (parameter === 'q' && (found === undefined || found === '')) {
    return problem('query-too-short', { min: 1 });
  }
  if (parameter === 'q' && issue?.code === 'too_big') {
    return problem('query-too-long', { length: found?.length ?? 0, max: longestQuery });
  }
  return invalid({ parameter, found, accepted: acceptedValues[parameter] ?? '-' });
}

/** Long or odd input is echoed in part only; the client knows what it sent. */
function invalid(what: {
  readonly parameter: string;
  readonly found: string | undefined;
  readonly accepted: string;
}): Problem {
  return problem('parameter-invalid', {
    parameter: what.parameter.slice(0, 40),
    value: (what.found ?? '').slice(0, 40),
    accepted: what.accepted,
  });
}
