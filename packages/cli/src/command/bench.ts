import type { Command } from 'commander';

import { addImportBench } from '../bench/import.ts';
import { addMatchBench } from '../bench/match.ts';
import { addReadBench } from '../bench/read.ts';
import { addRulebookBench } from '../bench/rulebook/rulebook.ts';
import { addSearchBench } from '../bench/search.ts';
import { addWorkBench } from '../bench/work.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';

/** What a benchmark has: the group it adds its sub-command to, and the surroundings of a command. */
export interface BenchParts {
  readonly bench: Command;
  readonly context: Context;
  readonly exit: Exit;
}

/** Every benchmark adds its own sub-command; one line each. */
const benches: readonly ((parts: BenchParts) => void)[] = [
  addImportBench,
  addMatchBench,
  addReadBench,
  addRulebookBench,
  addSearchBench,
  addWorkBench,
];

/**
 * `credence bench NAME`: measures one thing on invented data and prints the raw numbers beside the
 * ratios. A benchmark opens a database of its own, never the one of the settings.
 */
export function addBenchCommands(program: Command, context: Context, exit: Exit): void {
  const bench = program
    .command('bench')
    .description('measure on invented data, in an empty database of its own');
  for (const add of benches) add({ bench, context, exit });
}
