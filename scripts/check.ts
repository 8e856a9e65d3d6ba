import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const bin = (name: string): string => join('node_modules', '.bin', name);
const node = process.execPath;

/** What the others read: declarations and the command. */
const build: Step = { name: 'build', command: [bin('tsc'), '-b'] };

/** What `npm run check` runs: the two rows side by side, each in its order; one failure ends all. */
const rows: readonly (readonly Step[])[] = [
  [
    { name: 'lint', command: [bin('eslint'), '--max-warnings', '0', '.'] },
    {
      name: 'boundaries',
      command: [
        ...[bin('depcruise'), '--config', '.dependency-cruiser.cjs'],
        ...['packages', 'tests', 'scripts'],
      ],
    },
  ],
  [
    { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
    {
      name: 'types of tests and scripts',
      command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.check.json'],
    },
    { name: 'unused code', command: [bin('knip'), '--no-progress'] },
    { name: 'tidy', command: [node, '--import', 'tsx', 'scripts/tidy.ts'] },
    {
      name: 'rulebooks',
      command: [node, 'packages/cli/bin/credence.js', 'rulebook', 'check'],
    },
    {
      // All unit tests are `npm test`; how much of domain its own tests reach is seen here.
      name: 'coverage of domain',
      command: [
        ...[bin('vitest'), 'run', '--project', 'unit', 'packages/domain'],
        '--coverage',
        '--coverage.include=packages/domain/src/**',
        '--coverage.exclude=**/*.test.ts',
        '--coverage.reporter=text-summary',
        '--coverage.thresholds.functions=100',
        '--coverage.thresholds.branches=95',
      ],
    },
  ],
];

const stop = new AbortController();
const sound = (await run(build)) && (await Promise.all(rows.map(runRow))).every(Boolean);
if (!sound) process.exit(1);

async function runRow(steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) {
    if (!(await run(step))) return false;
  }
  return true;
}

/** What a step says is shown when it ends, so that the rows do not mix. */
function run({ name, command: [file = '', ...args] }: Step): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const said: Buffer[] = [];
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stop.signal,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    });
    child.stdout.on('data', (part: Buffer) => said.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (stop.signal.aborted) {
        resolve(false);
        return;
      }
      process.stdout.write(Buffer.concat(said));
      if (status === 0) {
        console.log(`check: ${name} clean (${seconds} s)`);
        resolve(true);
        return;
      }
      console.error(`check: ${name} failed after ${seconds} s`);
      stop.abort();
      resolve(false);
    });
  });
}
