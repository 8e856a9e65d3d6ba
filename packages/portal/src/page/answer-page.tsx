import type { AnswerClock } from '@credence/casework';
import type { Language, Problem } from '@credence/domain';
import { renderPage } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { ReaderContext } from '../access/reader-context.ts';
import type { SignInParts } from '../access/session.ts';
import { retryAfter, statusOf } from '../http/answer-problem.ts';
import type { PortalContext } from '../http/environment.ts';
import { problemPath } from '../request/paths.ts';
import type { PortalServices } from '../services.ts';
import { pageContext, type PageContext, type Site } from './page-context.ts';
import { ProblemPage } from './problem-page.tsx';
import type { OperationLine } from './prose-page.tsx';

/** What the pages of one language are made with. */
export interface PageTools {
  readonly services: PortalServices;
  readonly site: Site;
  readonly language: Language;
  /** Operations of the API, listed on the page about data. */
  readonly operations: readonly OperationLine[];
  /** Absent where nobody can sign in. */
  readonly signIn?: SignInParts;
}

/** The context of one page: its time and law, and the address its language switch keeps. */
export function contextFor(
  tools: PageTools,
  clock: AnswerClock | undefined,
  address: string,
): PageContext {
  return pageContext({ site: tools.site, language: tools.language, clock, address });
}

/** Sends a page; its zone decides how long it may be reused. */
export function sendPage(c: PortalContext, context: PageContext, page: Child): Response {
  c.set('zone', context.clock?.zone);
  c.header('content-language', context.words.tag);
  return c.html(renderPage(<ReaderContext.Provider value={c}>{page}</ReaderContext.Provider>));
}

/**
 * Sends a problem as a page. Without an address of its own its language switch leads to the
 * explanation of the problem, since the address asked for is not to be repeated.
 */
export async function sendProblem(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly problem: Problem;
    readonly address?: string;
    readonly reference?: string | undefined;
  },
): Promise<Response> {
  const { problem, reference } = given;
  const clock = await clockOrNothing(tools.services);
  const context = contextFor(tools, clock, given.address ?? problemPath(problem.code));
  const seconds = retryAfter(problem);
  c.header('content-language', context.words.tag);
  if (seconds !== undefined) c.header('retry-after', String(seconds));
  if (problem.code === 'method-not-allowed') c.header('allow', 'GET, HEAD');
  const page = (
    <ProblemPage
      context={context}
      problem={problem}
      {...(reference === undefined ? {} : { reference })}
    />
  );
  const whole = <ReaderContext.Provider value={c}>{page}</ReaderContext.Provider>;
  return c.html(renderPage(whole), statusOf(problem));
}

/** A page about a failure must not fail because the register cannot say its time. */
async function clockOrNothing(services: PortalServices): Promise<AnswerClock | undefined> {
  try {
    return await services.clock({});
  } catch {
    return undefined;
  }
}
