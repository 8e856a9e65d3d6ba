import type { Command } from 'commander';

import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { addBacktestCommand } from './inspect-backtest.ts';
import { addDrawCommands } from './inspect-draw.ts';
import { addVisitCommands } from './inspect-visits.ts';

/** What a command about inspections has: its group and the surroundings of a command. */
export interface InspectParts {
  readonly inspect: Command;
  readonly context: Context;
  readonly exit: Exit;
}

const commands: readonly ((parts: InspectParts) => void)[] = [
  addBacktestCommand,
  addDrawCommands,
  addVisitCommands,
];

/** `credence inspect NAME`: plan, draw and verify inspections, and measure what may weigh in them. */
export function addInspectCommands(program: Command, context: Context, exit: Exit): void {
  const inspect = program
    .command('inspect')
    .description('plan, draw and verify inspections; measure what a schedule foresees');
  for (const add of commands) add({ inspect, context, exit });
}
