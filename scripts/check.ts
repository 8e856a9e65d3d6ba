import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const bin = (name: string): string => join('node_modules', '.bin', name);
const node = process.execPath;

/** What `npm run check` runs, in order; the first that fails ends it. */
const steps: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'build', command: [bin('tsc'), '-b'] },
  {
    name: 'types of tests and scripts',
    command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.check.json'],
  },
  { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
  {
    name: 'boundaries',
    command: [
      bin('depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
      'tests',
      'scripts',
    ],
  },
  { name: 'unused code', command: [bin('knip'), '--no-progress'] },
  { name: 'tidy', command: [node, '--import', 'tsx', 'scripts/tidy.ts'] },
  {
    name: 'rulebooks',
    command: [node, 'packages/cli/bin/credence.js', 'rulebook', 'check'],
  },
  {
    name: 'unit tests with coverage of domain',
    command: [
      bin('vitest'),
      'run',
      '--project',
      'unit',
      '--coverage',
      '--coverage.include=packages/domain/src/**',
      '--coverage.exclude=**/*.test.ts',
      '--coverage.reporter=text-summary',
      '--coverage.thresholds.functions=100',
      '--coverage.thresholds.branches=95',
    ],
  },
];

for (const { name, command } of steps) {
  const started = performance.now();
  const [file = '', ...args] = command;
  const { status } = spawnSync(file, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`check: ${name} failed after ${seconds} s`);
    process.exit(1);
  }
  console.log(`check: ${name} clean (${seconds} s)`);
}
