import { askOwner } from '@credence/store';

import { ownContext } from './command/context.ts';
import { readEnvironment } from './environment.ts';
import { runProgram } from './program.ts';
import { exits, type Terminal } from './terminal.ts';

/** Commands that need no register run where they are called, also while a server holds the folder. */
const storeless = new Set(['uscc', 'rulebook check', 'rulebook schema', 'serve', 'help']);

const args = process.argv.slice(2);
const outcome = readEnvironment(process.env);
if (outcome.kind === 'refused') {
  for (const fault of outcome.faults) process.stderr.write(`${fault}\n`);
  process.exitCode = exits.wrongUse;
} else {
  const { environment } = outcome;
  const terminal = processTerminal();
  const answered =
    environment.databaseUrl === undefined && needsStore(args)
      ? await askOwner(environment.dataFolder, {
          argv: args,
          cwd: terminal.cwd,
          columns: terminal.columns,
          isTty: terminal.isTty,
          language: terminal.language,
          stdout: (text) => terminal.out(text),
          stderr: (text) => terminal.err(text),
        })
      : undefined;
  process.exitCode = answered ?? (await runProgram(args, ownContext(environment, terminal)));
}

function needsStore([first = 'help', second = '']: readonly string[]): boolean {
  return !first.startsWith('-') && !storeless.has(first) && !storeless.has(`${first} ${second}`);
}

function processTerminal(): Terminal {
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return {
    cwd: process.cwd(),
    language: /^zh/i.test(locale) ? 'zh' : 'en',
    isTty: process.stderr.isTTY,
    columns: process.stdout.columns || 100,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}
