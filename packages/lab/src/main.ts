import { runLabProgram } from './program.ts';

/** Whoever reads the output may stop reading (`credence-lab ... | head`); that is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { LC_ALL, LANG, CREDENCE_SHARED } = process.env;
const language = (LC_ALL ?? LANG ?? '').startsWith('zh') ? 'zh' : 'en';

try {
  process.exitCode = await runLabProgram(process.argv.slice(2), {
    language,
    ...(CREDENCE_SHARED !== undefined && CREDENCE_SHARED !== '' && { shared: CREDENCE_SHARED }),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 3;
}
