import {
  describeProblem,
  problems,
  type Language,
  type Problem,
  type ProblemText,
} from '@credence/domain';

import { problemPath } from '../request/paths.ts';
import { permissionWords } from '../words/permission.ts';

/** The HTTP statuses a problem of the portal can have. */
export type ProblemStatus =
  400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 507;

const statuses: readonly ProblemStatus[] = [
  400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 500, 502, 503, 507,
];

/** Status of a problem; one that no HTTP answer may give is our own defect. */
export function statusOf(problem: Problem): ProblemStatus {
  const { status } = problems[problem.code];
  return statuses.find((each) => each === status) ?? 500;
}

/**
 * A problem in words. Nothing published at an address is said without the address: an answer about
 * a record that has ended must not differ from one about a record that never was.
 */
export function problemWords(problem: Problem, language: Language): ProblemText {
  const words = describeProblem(problem, language);
  switch (problem.code) {
    case 'page-not-found':
      return { ...words, detail: nothingHere[language] };
    case 'not-permitted':
      return permissionWords(problem, language);
    case 'subject-not-found':
      return { ...words, detail: nothingPublished[language] };
    default:
      return words;
  }
}

const nothingHere: Readonly<Record<Language, string>> = {
  zh: '这个地址没有页面。',
  en: 'There is no page at this address.',
};

const nothingPublished: Readonly<Record<Language, string>> = {
  zh: '这个地址没有公示中的内容。',
  en: 'Nothing is published at this address.',
};

/** RFC 9457 problem details in one language. They say nothing about the address asked for. */
function problemDetails(problem: Problem, language: Language, reference?: string) {
  const { title, detail, todo } = problemWords(problem, language);
  const { parameter, accepted } = problem.params;
  return {
    type: problemPath(problem.code),
    title,
    status: statusOf(problem),
    detail,
    todo,
    ...(parameter === undefined ? {} : { parameter: String(parameter) }),
    ...(accepted === undefined ? {} : { accepted: String(accepted) }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** Seconds after which to come back, for problems that pass by themselves. */
export function retryAfter(problem: Problem): number | undefined {
  switch (problem.code) {
    case 'comments-too-fast':
    case 'rate-limited': {
      const { seconds } = problem.params;
      return typeof seconds === 'number' ? seconds : 1;
    }
    case 'overloaded':
      return typeof problem.params['seconds'] === 'number' ? problem.params['seconds'] : 1;
    case 'budget-spent':
      return 3_600;
    case 'sign-in-unavailable':
    case 'sign-in-clock':
    case 'store-unavailable':
    case 'store-full':
    case 'store-stopped':
    case 'clock-skew':
    case 'edition-missing':
      return 30;
    default:
      return undefined;
  }
}

/** The whole problem answer of the API. */
export function problemResponse(
  problem: Problem,
  language: Language,
  reference?: string,
  /** Further members of the document, e.g. the report of a file. */
  more: object = {},
): Response {
  const seconds = retryAfter(problem);
  const details = { ...problemDetails(problem, language, reference), ...more };
  return new Response(JSON.stringify(details), {
    status: statusOf(problem),
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language === 'zh' ? 'zh-Hans' : 'en',
      vary: 'Accept-Language',
      ...(statusOf(problem) === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
      ...(problem.code === 'method-not-allowed' ? { allow: 'GET, HEAD' } : {}),
    },
  });
}
