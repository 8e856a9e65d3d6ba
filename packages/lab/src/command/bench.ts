import type { Command } from 'commander';

import { runBench } from '../bench/run-bench.ts';
import { wholeNumber } from './read-options.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

/** `credence-lab bench`: the kernels beside hand-written loops and, where given, other simulators. */
export function addBenchCommand(program: Command, terminal: LabTerminal, end: EndWith): void {
  program
    .command('bench')
    .description(
      'measure the kernels against hand-written loops and, where given, other simulators',
    )
    .option(
      '--peers <folder>',
      'folder with node_modules/flocc; python3 with numpy is looked for by itself',
    )
    .option('--rounds <number>', 'how often each is run', wholeNumber, 7)
    .option('--large', 'also 1,000,000 agents, and the rules in force over as many organisations')
    .action(async (options: { peers?: string; rounds: number; large?: true }) => {
      end((await runBench(options, (text) => terminal.out(`${text}\n`))) ? 0 : 1);
    });
}
