import { join } from 'node:path';

import { runLabProgram } from './program.ts';

/** Whoever reads the output may stop reading (`credence-lab ... | head`); that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { LC_ALL, LANG, CREDENCE_SHARED, CREDENCE_LAB_KEY } = process.env;
const { CREDENCE_LAB_PORT = '', CREDENCE_DATA = '' } = process.env;

const language = (LC_ALL ?? LANG ?? '').startsWith('zh') ? 'zh' : 'en';

try {
  process.exitCode = await runLabProgram(process.argv.slice(2), {
    language,
    ...(CREDENCE_SHARED !== undefined && CREDENCE_SHARED !== '' && { shared: CREDENCE_SHARED }),
    ...(CREDENCE_LAB_KEY !== undefined && CREDENCE_LAB_KEY !== '' && { labKey: CREDENCE_LAB_KEY }),
    site: siteOf(CREDENCE_LAB_PORT, CREDENCE_DATA),
    isTty: process.stderr.isTTY,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    // Once: a second Ctrl-C ends the process whatever it is doing.
    onInterrupt: (stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
      return () => {
        process.off('SIGINT', stop);
        process.off('SIGTERM', stop);
      };
    },
  });
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 3;
}

function siteOf(port: string, data: string): { port?: string; folder?: string } {
  return {
    ...(port !== '' && { port }),
    ...(data !== '' && { folder: join(data, 'lab') }),
  };
}
