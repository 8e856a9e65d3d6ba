// `npm test`: install, build and run all tests; says what was skipped and how to get it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { prepare, root } from './prepare.mjs';

prepare();
const strict = process.env.CI === 'true';
const shared = process.env.CREDENCE_SHARED;
if (shared && !existsSync(shared)) fail(`CREDENCE_SHARED is ${shared}, which is not a folder.`);

const report = join(root, 'node_modules', '.cache', 'credence', 'tests.json');
mkdirSync(join(report, '..'), { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: process.env },
);
if (status !== 0) process.exit(status ?? 3);

const skipped = skippedTests(JSON.parse(readFileSync(report, 'utf8')));
const forData = skipped.filter((name) => name.includes('[reference data]'));
const others = skipped.filter((name) => !name.includes('[reference data]'));
if (forData.length > 0) {
  console.log(`\nSkipped for want of reference data (set CREDENCE_SHARED): ${forData.length}`);
  for (const name of forData) console.log(`  ${name}`);
}
if (others.length > 0) {
  console.log(`\nSkipped: ${others.length}. How to get what they need stands in each name.`);
  for (const name of others) console.log(`  ${name}`);
}
if (strict && (others.length > 0 || (shared && forData.length > 0))) {
  fail('With CI=true nothing may be skipped, save tests of reference data where that is absent.');
}

function skippedTests({ testResults }) {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status: state }) => ['skipped', 'pending', 'todo', 'disabled'].includes(state))
      .map(({ fullName }) => fullName),
  );
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
