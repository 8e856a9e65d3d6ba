import type { Command } from 'commander';

import { compareRegimes } from '../experiment/compare-regimes.ts';
import { comparisonCsv } from '../experiment/tell/comparison-csv.ts';
import { tellComparison } from '../experiment/tell/tell-comparison.ts';
import { finish, tellCancelled, withProgress } from './finish.ts';
import { openVariants } from '../regime/open-variants.ts';
import { addRunOptions, addUntil, practiceOption, type RunOptions } from './read-options.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

interface CompareOptions extends RunOptions {
  readonly set?: Readonly<Record<string, number>>;
}

/** `credence-lab compare` and `credence-lab run`: regimes on the same people with the same luck. */
export function addCompareCommands(program: Command, terminal: LabTerminal, end: EndWith): void {
  const describe = (command: Command): Command =>
    addRunOptions(command).option(
      '--set <practice=value>',
      'practice in place of the presets’ own; may be given several times',
      practiceOption,
    );
  describe(program.command('run'))
    .description('run one regime and tell its harms and benefits')
    .argument('<preset>', 'name of a preset')
    .action(async (preset: string, options: CompareOptions) => {
      end(await compare([preset], options, terminal));
    });
  describe(addUntil(program.command('compare')))
    .description('run regimes on the same people with the same luck, and tell how they differ')
    .argument('<presets...>', 'names of presets; the first is what the others are held against')
    .action(async (presets: readonly string[], options: CompareOptions) => {
      end(await compare(presets, options, terminal));
    });
}

async function compare(
  presets: readonly string[],
  options: CompareOptions,
  terminal: LabTerminal,
): Promise<number> {
  const { agents = 10_000, months = 36, seed = 1, replicates = 8 } = options;
  const { threads, society, until, out, resume } = options;
  const variants = await openVariants(presets, months, options.set);
  const outcome = await withProgress(terminal, (watch) =>
    compareRegimes(variants, {
      ...{ agents, months, seed, threads, ...watch },
      replicates: until === undefined || options.replicates !== undefined ? replicates : 100,
      ...(society === undefined ? {} : { society }),
      ...(until === undefined ? {} : { until }),
      ...(out === undefined ? {} : { keep: out, resume: resume === true }),
    }),
  );
  if ('kind' in outcome) {
    tellCancelled(terminal, outcome, out);
    return 1;
  }
  finish(terminal, options, 'comparison', {
    text: () => tellComparison(outcome, terminal.language),
    json: () => `${JSON.stringify(outcome, null, 2)}\n`,
    csv: () => comparisonCsv(outcome),
  });
  return 0;
}
