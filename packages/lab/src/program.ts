import { Command } from 'commander';

import { addBenchCommand } from './command/bench.ts';
import { addCompareCommands } from './command/compare.ts';
import { tellFileTrouble } from './command/file-trouble.ts';
import { addKeyCommand } from './command/key.ts';
import { UnknownRegime } from './regime/open-variants.ts';
import { addReportCommand } from './command/report.ts';
import { addServeCommand } from './command/serve.ts';
import { addSweepCommand } from './command/sweep.ts';
import type { LabTerminal } from './command/terminal.ts';
import { addValidateCommand } from './command/validate.ts';
import { LabError } from './engine/define-model.ts';
import { formatFault, LabFileError } from './regime/lab-fault.ts';

export type { LabTerminal } from './command/terminal.ts';

/** 0 done, 1 findings, 2 wrong use, 3 defect: as of the `credence` command. */
export async function runLabProgram(
  args: readonly string[],
  terminal: LabTerminal,
): Promise<number> {
  let exit = 0;
  const end = (code: number): void => {
    exit = code;
  };
  const program = new Command('credence-lab')
    .description('the Lab: models, their validation and their speed')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
    });
  addCompareCommands(program, terminal, end);
  addSweepCommand(program, terminal, end);
  addValidateCommand(program, terminal, end);
  addBenchCommand(program, terminal, end);
  addReportCommand(program, terminal, end);
  addKeyCommand(program, terminal);
  addServeCommand(program, terminal, end);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    return endOf(error, terminal);
  }
}

function endOf(error: unknown, terminal: LabTerminal): number {
  if (error instanceof LabFileError) {
    const told = error.faults.map((fault) => formatFault(terminal.language, fault));
    terminal.err(`${told.join('\n')}\n`);
    return 1;
  }
  if (error instanceof LabError) {
    terminal.err(`${error.said[terminal.language]}\n`);
    return error instanceof UnknownRegime ? 2 : 1;
  }
  const trouble = tellFileTrouble(error, terminal.language);
  if (trouble !== undefined) {
    terminal.err(`${trouble}\n`);
    return 1;
  }
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2;
  throw error;
}
