import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { ThreadSetup } from './thread-messages.ts';

/**
 * Rows live for moments, and by itself the engine keeps three rooms of 16 MB for them; a file that
 * wants more than the other limit is refused by the thread's end, not by that of the process.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** Starts a thread of the workshop, from the build or, in development, from source. */
export function startThread(setup: ThreadSetup): Worker {
  const options = { workerData: setup, resourceLimits };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./row-thread.js', import.meta.url), options);
  }
  // Node 20 reads no TypeScript, and a thread does not inherit its parent's loaders.
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const entry = new URL('./row-thread.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(entry)});
  });`;
  const execArgv = ['--conditions=@credence/source'];
  return new Worker(start, { ...options, eval: true, execArgv });
}
