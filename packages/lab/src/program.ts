import { Command, InvalidArgumentError, Option } from 'commander';

import { runBench } from './bench/run-bench.ts';
import { LabError } from './engine/define-model.ts';
import { checks } from './validate/checks.ts';
import { checkJson, printCheck, verdictOf } from './validate/print-checks.ts';

/** Where the command speaks, and what it is told by its surroundings. */
export interface LabTerminal {
  readonly language: 'zh' | 'en';
  /** Folder of reference data (CREDENCE_SHARED). */
  readonly shared?: string;
  out(text: string): void;
  err(text: string): void;
}

/** 0 done, 1 findings, 2 wrong use, 3 defect: as of the `credence` command. */
export async function runLabProgram(
  args: readonly string[],
  terminal: LabTerminal,
): Promise<number> {
  let exit = 0;
  const program = new Command('credence-lab')
    .description('the Lab: models, their validation and their speed')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.err(text),
    });
  addValidate(program, terminal, (code) => (exit = code));
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
    .option('--large', 'also 1,000,000 organisations')
    .action(async (options: { peers?: string; rounds: number; large?: true }) => {
      exit = (await runBench(options, (text) => terminal.out(`${text}\n`))) ? 0 : 1;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof LabError) {
      terminal.err(`${error.message}\n`);
      return 1;
    }
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

interface ValidateOptions {
  readonly only?: readonly string[];
  readonly brief?: true;
  readonly long?: true;
  readonly format: 'text' | 'json';
  readonly seed: number;
}

function addValidate(program: Command, terminal: LabTerminal, end: (code: number) => void): void {
  program
    .command('validate')
    .description('hold the Lab against closed forms and published results')
    .option('--only <checks>', 'e.g. V1,V3', checkIds)
    .option('--brief', 'small sizes')
    .option('--long', 'the longest sizes')
    .option('--seed <number>', 'seed of the runs', wholeNumber, 20_260_401)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async ({ only, brief, long, format, seed }: ValidateOptions) => {
      const size = long ? 'long' : brief ? 'brief' : 'full';
      const shared = terminal.shared;
      const counts = { passed: 0, failed: 0, 'not-run': 0 };
      const told: object[] = [];
      for (const check of checks) {
        if (only !== undefined && !only.includes(check.id)) continue;
        const effort = { size, seed, ...(shared !== undefined && { shared }) } as const;
        const checked = { check, outcome: await check.run(effort) };
        counts[verdictOf(checked)] += 1;
        if (format === 'text') terminal.out(`${printCheck(checked, terminal.language)}\n`);
        else told.push(checkJson(checked));
      }
      if (format === 'json')
        terminal.out(`${JSON.stringify({ seed, size, counts, checks: told }, null, 2)}\n`);
      else terminal.out(summary(counts)[terminal.language]);
      end(counts.failed === 0 ? 0 : 1);
    });
}

function summary(counts: { passed: number; failed: number; 'not-run': number }) {
  const { passed, failed, 'not-run': notRun } = counts;
  return {
    zh: `通过 ${passed} 项，未通过 ${failed} 项；未运行 ${notRun} 项，不计入通过。\n`,
    en: `${passed} passed, ${failed} failed; ${notRun} not run, which do not count as passed.\n`,
  };
}

function checkIds(text: string): readonly string[] {
  const known = checks.map(({ id }) => id);
  const asked = text.split(',').map((id) => id.trim().toUpperCase());
  const strange = asked.filter((id) => !known.includes(id));
  if (strange.length === 0) return asked;
  throw new InvalidArgumentError(
    `There is no ${strange.join(', ')}; the checks are ${known.join(', ')}.`,
  );
}

function wholeNumber(text: string): number {
  if (/^[0-9]{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError(`"${text}" is not a whole number above 0.`);
}
