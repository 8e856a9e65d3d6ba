import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import type { Finding, ProjectFile } from './finding.ts';

/** Documents stay true: links lead somewhere, decisions are numbered, terms exist in the code. */
export function checkDocuments(files: readonly ProjectFile[]): Finding[] {
  const pages = files.filter(({ path }) => path.endsWith('.md'));
  return [...pages.flatMap(deadLinks), ...decisionNumbers(pages), ...glossaryTerms(files)];
}

function deadLinks({ path, text }: ProjectFile): Finding[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\]\(([^)\s#]+)(#[^)]*)?\)/g)].flatMap(([, target = '']) => {
      if (/^[a-z]+:/.test(target)) return [];
      const file = normalize(join(dirname(path), target));
      return existsSync(file)
        ? []
        : [{ file: path, line: index + 1, message: `the link ${target} leads nowhere.` }];
    }),
  );
}

function decisionNumbers(pages: readonly ProjectFile[]): Finding[] {
  const records = pages
    .map(({ path }) => path)
    .filter((path) => path.startsWith('docs/decisions/'))
    .sort();
  return records.flatMap((path, index) => {
    const wanted = String(index + 1).padStart(4, '0');
    return path.startsWith(`docs/decisions/${wanted}-`)
      ? []
      : [{ file: path, line: 1, message: `the next decision record is number ${wanted}.` }];
  });
}

/** The glossary names an identifier in back-quotes in its last column; it must stand in the code. */
function glossaryTerms(files: readonly ProjectFile[]): Finding[] {
  const glossary = files.find(({ path }) => path === 'docs/glossary.md');
  if (glossary === undefined) {
    return [{ file: 'docs/glossary.md', line: 1, message: 'the glossary is missing.' }];
  }
  const code = files
    .filter(({ path }) => /^(packages|rulebooks)\//.test(path))
    .map(({ text }) => text)
    .join('\n');
  return glossary.text.split('\n').flatMap((line, index) => {
    const identifier = /`([A-Za-z_]+)` \|\s*$/.exec(line)?.[1];
    if (identifier === undefined || code.includes(identifier)) return [];
    return [{ file: glossary.path, line: index + 1, message: `no code is named ${identifier}.` }];
  });
}
