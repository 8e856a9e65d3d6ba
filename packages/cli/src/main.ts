import { existsSync } from 'node:fs';
import { isatty } from 'node:tty';

import { askOwner, StoreError } from '@credence/store';

import { ownContext } from './command/context.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { runProgram } from './program.ts';
import { withLanguage } from './remote.ts';
import { exits, type Terminal } from './terminal.ts';

/** Commands that need no register run where they are called, also while a server holds the folder. */
const storeless = new Set([
  'uscc',
  'bench',
  'describe',
  'receipt verify',
  'rulebook check',
  'rulebook draft',
  'rulebook schema',
  'serve',
  'help',
]);

/** Whoever reads the output may stop reading (`credence ... | head`); that is no fault. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exits.done);
    throw error;
  });
}

// Settings of the folder where the command runs; what the surroundings set already stays.
if (existsSync('.env')) process.loadEnvFile('.env');

const args = process.argv.slice(2);
const outcome = readEnvironment(process.env);
if (outcome.kind === 'refused') {
  for (const fault of outcome.faults) process.stderr.write(`${fault}\n`);
  process.exitCode = exits.wrongUse;
} else {
  const { environment } = outcome;
  const terminal = processTerminal();
  process.exitCode = await answer(environment, terminal);
}

async function answer(environment: Environment, terminal: Terminal): Promise<number> {
  try {
    const answered = await askTheOwner(environment, terminal);
    return answered ?? (await runProgram(args, ownContext(environment, terminal)));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    terminal.err(`${error.message}\n`);
    return exits.defect;
  }
}

/** One process owns the folder of the embedded database; another hands its command over. */
async function askTheOwner(
  environment: Environment,
  terminal: Terminal,
): Promise<number | undefined> {
  if (environment.databaseUrl !== undefined || !needsStore(args)) return undefined;
  const asked = await askOwner(
    environment.dataFolder,
    {
      argv: withLanguage(terminal.language, args),
      cwd: terminal.cwd,
      columns: terminal.columns,
      isTTY: terminal.isTty,
    },
    { stdout: process.stdout, stderr: process.stderr },
  );
  return asked.kind === 'answered' ? asked.exitCode : undefined;
}

function needsStore([first = 'help', second = '']: readonly string[]): boolean {
  return !first.startsWith('-') && !storeless.has(first) && !storeless.has(`${first} ${second}`);
}

function processTerminal(): Terminal {
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return {
    cwd: process.cwd(),
    language: /^zh/i.test(locale) ? 'zh' : 'en',
    isTty: isatty(2),
    columns: process.stdout.columns || 100,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
