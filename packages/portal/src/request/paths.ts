import type { CardKind } from '@credence/casework';
import type { Language } from '@credence/domain';

/** Paths of the pages without the language; one place, so that no link can lead nowhere. */
export const paths = {
  home: '/',
  search: '/search',
  rules: '/rules',
  counted: '/how-counted',
  data: '/data',
  accessibility: '/accessibility',
  problems: '/problems',
  api: '/api/v1',
  openapi: '/api/v1/openapi.json',
} as const;

export function subjectPath(id: string): string {
  return `/organisations/${encodeURIComponent(id)}`;
}

export function recordPath(subjectId: string, recordId: string): string {
  return `${subjectPath(subjectId)}/records/${encodeURIComponent(recordId)}`;
}

export function editionPath(code: string): string {
  return `/rules/${encodeURIComponent(code)}`;
}

export function cardPath(edition: string, kind: CardKind, id: string, article?: string): string {
  const path = `${editionPath(edition)}/${kind}/${encodeURIComponent(id)}`;
  return article === undefined ? path : `${path}#${encodeURIComponent(article)}`;
}

export function problemPath(code: string): string {
  return `${paths.problems}/${encodeURIComponent(code)}`;
}

/** Chinese stands at the root, English under `/en`; the rest of the address is the same. */
export function inLanguage(path: string, language: Language): string {
  if (language === 'zh') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** A path with its query; empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value));
  }
  const [before = path, fragment] = path.split('#', 2);
  const text = given.toString();
  const address = text === '' ? before : `${before}?${text}`;
  return fragment === undefined ? address : `${address}#${fragment}`;
}
