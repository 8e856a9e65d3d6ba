import { ownContext, sharedContext } from '../../packages/cli/src/command/context.ts';
import { readEnvironment } from '../../packages/cli/src/environment.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { System } from '../../packages/cli/src/system.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import type { CommandResult } from './command.ts';

/**
 * Runs commands inside this process: with the register it has open, as a running server does, or by
 * themselves. To start a process for each command takes seconds, to open a register as well.
 */
export function openTerminal(
  system: System | undefined,
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
    const context =
      system === undefined
        ? ownContext(environment, terminal)
        : sharedContext(environment, terminal, system);
    const exit = await runProgram(args, context);
    return { exit, ...said };
  };
}
