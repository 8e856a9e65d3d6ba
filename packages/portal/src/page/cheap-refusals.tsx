import type { Language, Problem } from '@credence/domain';
import { renderPage } from '@credence/pages';

import { problemResponse, retryAfter, statusOf } from '../http/answer-problem.ts';
import type { PortalContext } from '../http/environment.ts';
import { isApi, type Refuse } from '../http/gates.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import { problemPath } from '../request/paths.ts';
import { contextFor, type PageTools } from './answer-page.tsx';
import { ProblemPage } from './problem-page.tsx';

/**
 * Refusals of too many requests. They come when there is too much to do, so they ask the store
 * nothing and a page of them is written once: by language and by the seconds it names, of which
 * there are few.
 */
export function cheapRefusals(tools: Omit<PageTools, 'language'>, otherwise: Language): Refuse {
  const written = new Map<string, string>();

  function pageOf(language: Language, problem: Problem): string {
    const key = `${language} ${problem.code} ${JSON.stringify(problem.params)}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const context = contextFor({ ...tools, language }, undefined, problemPath(problem.code));
    const text = renderPage(<ProblemPage context={context} problem={problem} />);
    if (written.size < mostWritten) written.set(key, text);
    return text;
  }

  return (c: PortalContext, problem) => {
    if (isApi(c.req.path)) {
      return problemResponse(
        problem,
        preferredLanguage(c.req.header('accept-language'), otherwise),
      );
    }
    const language = c.req.path === '/en' || c.req.path.startsWith('/en/') ? 'en' : 'zh';
    const seconds = retryAfter(problem);
    return new Response(pageOf(language, problem), {
      status: statusOf(problem),
      headers: {
        'content-type': 'text/html; charset=UTF-8',
        'content-language': language === 'zh' ? 'zh-Hans' : 'en',
        ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
      },
    });
  };
}

const mostWritten = 200;
