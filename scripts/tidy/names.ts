import ts from 'typescript';

import type { Finding, ProjectFile } from './finding.ts';

const livePackages = /^packages\/(?!lab\/)[^/]+\/src\//;
/** Words that would bring back what the register never does. */
const bannedWords = /score|blacklist/i;
const bannedWordsExempt = /^packages\/[^/]+\/src\/inspection\/backtest/;
const catchAlls = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.|$)/;

/** Names are the field's: no score, no blacklist, no drawer for everything, no open marks. */
export function checkNames(files: readonly ProjectFile[]): Finding[] {
  return files.flatMap((file) => [
    ...catchAllNames(file),
    ...identifiers(file),
    ...openMarks(file),
    ...fileName(file),
  ]);
}

function catchAllNames({ path }: ProjectFile): Finding[] {
  if (!path.startsWith('packages/') || !catchAlls.test(path)) return [];
  return [{ file: path, line: 1, message: 'name the room after its noun, not after nothing.' }];
}

function fileName({ path }: ProjectFile): Finding[] {
  const name = path.split('/').pop() ?? '';
  if (!/\.tsx?$/.test(name) || /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(name))
    return [];
  return [{ file: path, line: 1, message: 'file names are kebab-case.' }];
}

function identifiers({ path, text }: ProjectFile): Finding[] {
  if (!livePackages.test(path) || !/\.tsx?$/.test(path) || bannedWordsExempt.test(path)) return [];
  const findings: Finding[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && bannedWords.test(node.text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      findings.push({
        file: path,
        line: line + 1,
        message: `${node.text}: the live platform has no such thing; see docs/boundaries.md.`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function openMarks({ path, text }: ProjectFile): Finding[] {
  if (!/\.(tsx?|sql|css|mjs)$/.test(path) || path.startsWith('scripts/tidy')) return [];
  return text.split('\n').flatMap((line, index) =>
    /\b(TODO|FIXME|XXX)\b/.test(line)
      ? [
          {
            file: path,
            line: index + 1,
            message: 'open mark: make it an issue or a decision record.',
          },
        ]
      : [],
  );
}
