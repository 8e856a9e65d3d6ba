import { sharedContext } from '../../packages/cli/src/command/context.ts';
import { readEnvironment } from '../../packages/cli/src/environment.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { System } from '../../packages/cli/src/system.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import type { CommandResult } from './command.ts';

/**
 * Runs commands inside the process that has the register open, as a running server does: to open it
 * for each command takes seconds.
 */
export function openTerminal(
  system: System,
  cwd: string,
  settings: Readonly<Record<string, string>>,
): (...args: readonly string[]) => Promise<CommandResult> {
  const read = readEnvironment({ CREDENCE_DATA: cwd, ...settings });
  if (read.kind === 'refused') throw new Error(read.faults.join('\n'));
  const { environment } = read;
  return async (...args) => {
    const said = { out: '', err: '' };
    const terminal: Terminal = {
      ...{ cwd, isTty: false, columns: 100 },
      language: 'en',
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
    };
    const exit = await runProgram(args, sharedContext(environment, terminal, system));
    return { exit, ...said };
  };
}
