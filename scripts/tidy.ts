import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

import { checkBudgets } from './tidy/budgets.ts';
import { checkDocuments } from './tidy/documents.ts';
import type { ProjectFile } from './tidy/finding.ts';
import { checkNames } from './tidy/names.ts';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(tsx?|mjs|cjs|js|css|md|ya?ml|sql)$/.test(path) && isFile(path))
  .map((path): ProjectFile => ({ path, text: readFileSync(path, 'utf8') }));

const findings = [...checkBudgets(files), ...checkNames(files), ...checkDocuments(files)];
for (const { file, line, message } of findings) console.error(`${file}:${line}  ${message}`);
console.log(`tidy: ${files.length} files, ${findings.length} findings`);
if (findings.length > 0) process.exit(1);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
