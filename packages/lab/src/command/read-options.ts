import { InvalidArgumentError, Option, type Command } from 'commander';

import type { ComparePlan, SocietyName } from '../experiment/plan.ts';
import { allMeasures } from '../harm/all-measures.ts';
import { practices } from '../regime/practice.ts';
import { tellKnown } from '../regime/tell-known.ts';
import { societies } from '../society/read-society.ts';

/** What every command that runs regimes is asked. */
export interface RunOptions {
  readonly agents?: number;
  readonly months?: number;
  readonly seed?: number;
  readonly replicates?: number;
  readonly until?: NonNullable<ComparePlan['until']>;
  readonly threads: number;
  readonly society?: SocietyName;
  readonly out?: string;
  readonly resume?: true;
  readonly format: 'text' | 'json' | 'csv';
}

export function addRunOptions(command: Command): Command {
  return command
    .option('--agents <number>', 'subjects of the society', wholeNumber)
    .option('--months <number>', 'months to run', wholeNumber)
    .option('--seed <number>', 'of all luck; the same seed gives the same bytes', wholeNumber)
    .option('--replicates <number>', 'runs of each regime; with --until, the most', wholeNumber)
    .option('--threads <number>', 'runs at a time; nothing depends on it', wholeNumber, 1)
    .addOption(
      new Option('--society <name>', 'by what the regimes are about, unless given').choices([
        ...societies,
      ]),
    )
    .option('--out <folder>', 'writes the result there, and keeps what is done when interrupted')
    .option('--resume', 'goes on from what the folder keeps')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    );
}

export function addUntil(command: Command): Command {
  return command.option(
    '--until <measure=width>',
    'more replicates until every paired difference of a measure is known so well',
    untilOption,
  );
}

export function wholeNumber(text: string): number {
  if (/^[0-9]{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError(`"${text}" is not a whole number above 0.`);
}

/** `--set practice=value`, several times. */
export function practiceOption(
  text: string,
  before: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const [id = '', value = ''] = splitAt(text);
  const practice = practices.find((each) => each.id === id);
  if (practice === undefined) {
    const ids = practices.map((each) => each.id);
    throw new InvalidArgumentError(`"${id}" is no practice. ${tellKnown(id, ids)}`);
  }
  const { least, most } = practice;
  const number = Number(value);
  if (value !== '' && number >= least && number <= most) return { ...before, [id]: number };
  throw new InvalidArgumentError(
    `${id}: "${value}" was given; accepted is a number from ${String(least)} to ${String(most)}.`,
  );
}

function untilOption(text: string): NonNullable<ComparePlan['until']> {
  const [measure = '', width = ''] = splitAt(text);
  const ids = allMeasures.map(({ id }) => id);
  if (!ids.includes(measure)) {
    throw new InvalidArgumentError(`"${measure}" is no measure. ${tellKnown(measure, ids)}`);
  }
  if (Number(width) > 0) return { measure, width: Number(width) };
  throw new InvalidArgumentError(
    `"${width}" is no width; write ${measure}=WIDTH with a number above 0.`,
  );
}

function splitAt(text: string): readonly string[] {
  const place = text.indexOf('=');
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}
