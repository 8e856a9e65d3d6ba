import { CaseworkError } from '@credence/casework';
import { describeProblem } from '@credence/domain';
import { StoreError } from '@credence/store';
import { Command, CommanderError } from 'commander';

import { addAccountCommands, addMandateCommands } from './command/account.ts';
import { addAgencyCommands } from './command/agency.ts';
import { addBenchCommands } from './command/bench.ts';
import { addClassCommands } from './command/class.ts';
import { addCaseCommands } from './command/case.ts';
import type { Context } from './command/context.ts';
import { addDescribeCommand } from './command/describe.ts';
import { addDemoCommand } from './command/demo.ts';
import { addRulebookCommands } from './command/edition.ts';
import { createExit } from './command/exit.ts';
import { addExportCommands } from './command/export.ts';
import { addImportCommand } from './command/import.ts';
import { addInspectCommands } from './command/inspect.ts';
import { addConsultCommands } from './command/consult.ts';
import { addContractCommands } from './command/contract.ts';
import { addLifeCommands } from './command/life.ts';
import { addMatterCommands } from './command/matter.ts';
import { addReceiptCommands } from './command/receipt.ts';
import { addReportCardCommand } from './command/report-card.ts';
import { addServeCommand } from './command/serve.ts';
import { addPublishCommand } from './command/publish.ts';
import { addStoreCommands } from './command/store.ts';
import { addUsccCommand } from './command/uscc.ts';
import { addWorkCommand } from './command/work.ts';
import { CommandRefusal, exits, type Terminal } from './terminal.ts';

/** Runs one command line and answers with its exit code; prints every refusal, throws nothing. */
export async function runProgram(args: readonly string[], context: Context): Promise<number> {
  const { terminal } = context;
  const exit = createExit();
  const program = new Command('credence')
    .description('a credit-supervision platform under law')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
    .showHelpAfterError();
  addServeCommand(program, context, runProgram);
  addImportCommand(program, context, exit);
  addExportCommands(program, context, exit);
  addDescribeCommand(program, terminal);
  addDemoCommand(program, context);
  addAgencyCommands(program, context);
  addAccountCommands(program, context);
  addMandateCommands(program, context);
  addRulebookCommands(program, context, exit);
  addUsccCommand(program, terminal, exit);
  addMatterCommands(program, context);
  addContractCommands(program, context);
  addLifeCommands(program, context);
  addConsultCommands(program, context);
  addReportCardCommand(program, context);
  addCaseCommands(program, context);
  addPublishCommand(program, context);
  addStoreCommands(program, context, exit);
  addWorkCommand(program, context);
  addReceiptCommands(program, context, exit);
  addClassCommands(program, context, exit);
  addInspectCommands(program, context, exit);
  addBenchCommands(program, context, exit);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit.code;
  } catch (error) {
    return endOf(error, terminal);
  }
}

function endOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.wrongUse;
  if (error instanceof StoreError) {
    terminal.err(`${error.message}\n`);
    return exits.defect;
  }
  if (error instanceof CommandRefusal) {
    terminal.err(`${error.message}\n`);
    return error.exit;
  }
  if (error instanceof CaseworkError && error.problem !== undefined) {
    const { title, detail, todo } = describeProblem(error.problem, terminal.language);
    terminal.err(`${title}. ${detail} ${todo}\n`);
    return exits.refused;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`${text}\n`);
  return exits.defect;
}
