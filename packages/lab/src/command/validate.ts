import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { parseCivilDate } from '@credence/domain';
import { InvalidArgumentError, Option, type Command } from 'commander';

import { checks } from '../validate/checks.ts';
import { validatedCode } from '../validate/validated-code.ts';
import { checkJson, printCheck, verdictOf } from '../validate/print-checks.ts';
import { wholeNumber } from './read-options.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

interface ValidateOptions {
  readonly only?: readonly string[];
  readonly brief?: true;
  readonly long?: true;
  readonly format: 'text' | 'json';
  readonly seed: number;
  readonly out?: string;
  readonly on?: string;
}

/** `credence-lab validate`: the Lab against closed forms and published results. */
export function addValidateCommand(program: Command, terminal: LabTerminal, end: EndWith): void {
  program
    .command('validate')
    .description('hold the Lab against closed forms and published results')
    .option('--only <checks>', 'e.g. V1,V3', checkIds)
    .option('--brief', 'small sizes')
    .option('--long', 'the longest sizes')
    .option('--seed <number>', 'seed of the runs', wholeNumber, 20_260_401)
    .option('--out <file>', 'keeps the figures for the pages of the Lab')
    .option('--on <day>', 'day that the kept file names, e.g. 2026-11-01', day)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async ({ only, brief, long, format, seed, out, on }: ValidateOptions) => {
      if (out !== undefined && on === undefined) {
        terminal.err(
          '--out keeps the figures with the day of the run: give --on YYYY-MM-DD too.\n',
        );
        end(2);
        return;
      }
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
        told.push(checkJson(checked));
      }
      const found = { seed, size, counts, checks: told };
      if (out !== undefined) keep(out, { day: on, code: validatedCode(), ...found });
      if (format === 'json') terminal.out(`${JSON.stringify(found, null, 2)}\n`);
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

function keep(path: string, found: object): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
}

function day(text: string): string {
  if (parseCivilDate(text) !== undefined) return text;
  throw new InvalidArgumentError(`"${text}" is no day; write it YYYY-MM-DD.`);
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
