import ts from 'typescript';

import type { Finding, ProjectFile } from './finding.ts';

const fileLinesMax = 400;
const functionLinesMax = 70;

/** Files and functions stay within what a reader holds in mind; lines are Prettier's. */
export function checkBudgets(files: readonly ProjectFile[]): Finding[] {
  return files.filter(({ path }) => /\.tsx?$/.test(path)).flatMap(checkFile);
}

function checkFile({ path, text }: ProjectFile): Finding[] {
  const findings: Finding[] = [];
  const lines = text.split('\n');
  if (lines.length > fileLinesMax + 1) {
    findings.push({
      file: path,
      line: 1,
      message: `${lines.length - 1} lines; at most ${fileLinesMax}. Split it by what it decides.`,
    });
  }
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    if (isFunction(node) && !isTestBlock(node, path)) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const until = source.getLineAndCharacterOfPosition(node.end).line;
      if (until - from + 1 > functionLinesMax) {
        findings.push({
          file: path,
          line: from + 1,
          message: `function of ${until - from + 1} lines; at most ${functionLinesMax}.`,
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

function isFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isArrowFunction(node) ||
    ts.isFunctionExpression(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** `describe(...)` blocks of tests are lists, not functions. */
function isTestBlock(node: ts.Node, path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path) && ts.isCallExpression(node.parent);
}
