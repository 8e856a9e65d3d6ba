import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

const conditions = ['@credence/source'];
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'hono/jsx' } },
};

// As the command runs, see packages/cli/src/engine-flags.ts.
const isNode20 = process.versions.node.startsWith('20.');
const execArgv = isNode20 ? ['--no-turbo-inline-js-wasm-calls'] : [];
// No test keeps a state in a module or replaces one: files that share what is loaded take half the
// time.
const run = { execArgv, isolate: false };

export default defineConfig({
  test: {
    // Vitest would leave one processor idle, and much of what these tests do is to wait for others.
    maxWorkers: Math.max(2, availableParallelism()),
    // They run in the order of their names, larger files first, and none waits for the end of another:
    // journeys before the rest, whose load would make a reader at the browser wait.
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          ...run,
          // For a machine that has other work as well; none of them needs it by itself.
          testTimeout: 20_000,
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'tests/boundaries/**/*.test.ts'],
          exclude: ['**/*.int.test.{ts,tsx}', '**/dist/**'],
        },
      },
      {
        ...shared,
        test: {
          name: 'int',
          ...run,
          include: [
            'packages/*/src/**/*.int.test.{ts,tsx}',
            'tests/boundaries/**/*.int.test.ts',
            'tests/faults/**/*.test.ts',
            'tests/guards/**/*.int.test.ts',
          ],
          setupFiles: ['tests/support/keep-engine.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          ...run,
          include: ['tests/journeys/**/*.e2e.ts'],
          setupFiles: ['tests/support/keep-engine.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
