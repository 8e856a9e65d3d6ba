import type { ReceivedCommand } from '@credence/store';

import type { Terminal } from './terminal.ts';

/** The language of a person at another process travels in front of the command line. */
export function withLanguage(language: string, args: readonly string[]): readonly string[] {
  return ['--language', language, ...args];
}

/** The terminal of a person at another process, and the command line as it was typed there. */
export function remoteTerminal(command: ReceivedCommand): {
  readonly terminal: Terminal;
  readonly args: readonly string[];
} {
  const [, language, ...args] = command.argv;
  return {
    args,
    terminal: {
      cwd: command.cwd,
      language: language === 'zh' ? 'zh' : 'en',
      isTty: command.isTTY,
      columns: command.columns,
      out: (text) => void command.stdout.write(text),
      err: (text) => void command.stderr.write(text),
    },
  };
}
