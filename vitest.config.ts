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

export default defineConfig({
  test: {
    // Vitest would leave one processor idle, and much of what these tests do is to wait for others.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          execArgv,
          // Nothing here keeps a state or replaces a module: files that share what is loaded take
          // half the time.
          isolate: false,
          sequence: { groupOrder: 2 },
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
          execArgv,
          sequence: { groupOrder: 2 },
          include: [
            'packages/*/src/**/*.int.test.{ts,tsx}',
            'tests/boundaries/**/*.int.test.ts',
            'tests/faults/**/*.test.ts',
            'tests/guards/**/*.int.test.ts',
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          execArgv,
          // Before the others, so that no load of theirs makes a reader at the browser wait.
          sequence: { groupOrder: 1 },
          include: ['tests/journeys/**/*.e2e.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
