import type { Command } from 'commander';

import { readExperiment } from '../experiment/read-experiment.ts';
import { runSweep } from '../experiment/sweep.ts';
import { sweepCsv } from '../experiment/tell/sweep-csv.ts';
import { tellSweep } from '../experiment/tell/tell-sweep.ts';
import { regimeIds } from '../regime/read-preset.ts';
import { readStudies } from '../study/all-studies.ts';
import { runStudy } from '../study/run-study.ts';
import { finish, tellCancelled, withProgress } from './finish.ts';
import { openVariants } from '../regime/open-variants.ts';
import { addRunOptions, type RunOptions } from './read-options.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

/** `credence-lab sweep`: an experiment as its file says, or smaller. */
export function addSweepCommand(program: Command, terminal: LabTerminal, end: EndWith): void {
  addRunOptions(program.command('sweep'))
    .description('carry out an experiment: regimes over a design of practices')
    .argument('<experiment>', 'path of the file of an experiment')
    .action(async (path: string, options: RunOptions) => {
      end(await sweep(path, options, terminal));
    });
}

async function sweep(path: string, options: RunOptions, terminal: LabTerminal): Promise<number> {
  const { agents, months, seed, replicates, society, threads, out, resume } = options;
  const file = await readExperiment(path, await regimeIds());
  const study = (await readStudies()).find(({ id }) => id === file.study);
  const plan = {
    threads,
    ...(agents === undefined ? {} : { agents }),
    ...(months === undefined ? {} : { months }),
    ...(seed === undefined ? {} : { seed }),
    ...(replicates === undefined ? {} : { replicates }),
    ...(society === undefined ? {} : { society }),
    ...(out === undefined ? {} : { keep: out, resume: resume === true }),
  };
  const variants =
    study === undefined ? await openVariants(file.regimes, months ?? file.plan.months) : [];
  const outcome = await withProgress(terminal, (watch) =>
    study === undefined
      ? runSweep(file, variants, { ...plan, ...watch })
      : runStudy(study, file, { ...plan, ...watch }),
  );
  if ('kind' in outcome) {
    // A study takes seconds: nothing of it is kept.
    tellCancelled(terminal, outcome, study === undefined ? out : undefined);
    return 1;
  }
  finish(terminal, options, file.experiment, {
    text: () => tellSweep(outcome, terminal.language),
    json: () => `${JSON.stringify(outcome, null, 2)}\n`,
    csv: () => sweepCsv(outcome),
  });
  return 0;
}
