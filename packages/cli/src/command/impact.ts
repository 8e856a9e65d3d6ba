import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { figuresOf, type DraftReference, type ImpactOutcome } from '@credence/casework';
import { parseCivilDate, type CivilDate, type Language } from '@credence/domain';
import { editionToJson, formatFinding, type Edition } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { writeImpact, writeMovers } from './impact-text.ts';
import { problemText } from './problem-text.ts';

interface ImpactOptions {
  readonly baseline?: string;
  readonly draft: string;
  readonly asOf?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json';
  readonly agency: string;
  readonly official: string;
}

interface MoversOptions extends ImpactOptions {
  readonly program: string;
  readonly after?: string;
}

/**
 * `credence rulebook impact`: what a draft would do to the register, in counts; `credence rulebook
 * movers`: to whom, for the legal officer.
 */
export function addImpactCommand(rulebook: Command, context: Context): void {
  const impactCommand = rulebook
    .command('impact')
    .description('count whom a draft would move from class to class, and by which rule');
  withOptions(impactCommand).action((options: ImpactOptions) => impact(context, options));
  const moversCommand = rulebook
    .command('movers')
    .description('name whom a draft would move, five at a time; every look is written down')
    .requiredOption('--program <id>', 'program of the draft, e.g. cn.inspection')
    .option('--after <id>', 'where the page before ended');
  withOptions(moversCommand).action((options: MoversOptions) => movers(context, options));
}

function withOptions(command: Command): Command {
  return command
    .requiredOption(
      '--draft <edition>',
      'folder of the draft, code of a shipped edition, or the fingerprint of a proposed one',
    )
    .option('--baseline <code>', 'promulgated edition; the law of the day unless said')
    .option('--as-of <day>', 'the day it is about; today unless said')
    .addOption(new Option('--lang <language>', 'language of the text').choices(['zh', 'en']))
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .requiredOption('--agency <code>', 'the agency that drafts')
    .requiredOption('--official <name>', 'who asks; the register writes it down');
}

async function impact(context: Context, options: ImpactOptions): Promise<void> {
  const { terminal } = context;
  const query = queryOf(terminal.cwd, options);
  const view = await context.withSystem(async ({ casework }) => {
    const outcome = await casework.runImpact(officerOf(options), query);
    return outcome.kind === 'found' ? outcome.view : refuse(outcome, terminal.language);
  });
  if (options.format === 'text') {
    line(terminal, writeImpact(view, options.lang ?? terminal.language));
    return;
  }
  const figures = Object.fromEntries(
    view.programs.map((program) => [program.program.id, figuresOf(program)]),
  );
  line(terminal, JSON.stringify({ ...view, figures }));
}

async function movers(context: Context, options: MoversOptions): Promise<void> {
  const { terminal } = context;
  const { program, after } = options;
  const query = {
    ...{ ...queryOf(terminal.cwd, options), program },
    ...(after === undefined ? {} : { after }),
  };
  const view = await context.withSystem(async ({ casework }) => {
    const outcome = await casework.listMovers(officerOf(options), query);
    return outcome.kind === 'found' ? outcome.view : refuse(outcome, terminal.language);
  });
  const asText = (): string => writeMovers(view, options.lang ?? terminal.language);
  line(terminal, options.format === 'json' ? JSON.stringify(view) : asText());
}

function officerOf({ agency, official: name }: ImpactOptions) {
  return { kind: 'operator', name, agency, role: 'legal_officer' } as const;
}

function queryOf(
  cwd: string,
  { baseline, asOf: day, draft }: ImpactOptions,
): DraftReference & { readonly baseline?: string; readonly asOf?: CivilDate } {
  const asOf = day === undefined ? undefined : parseCivilDate(day);
  if (day !== undefined && asOf === undefined) {
    throw new CommandRefusal(`--as-of ${day}: a day, e.g. 2026-05-04.`, exits.wrongUse);
  }
  return {
    ...(/^[0-9a-f]{64}$/.test(draft)
      ? { hash: draft }
      : { draft: editionToJson(readDraft(cwd, draft)) }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function refuse(
  { problem, findings }: Extract<ImpactOutcome, { readonly kind: 'refused' }>,
  language: Language,
): never {
  const { title, detail, todo } = problemText(problem, language);
  const said = findings.slice(0, 5).map(formatFinding);
  throw new CommandRefusal([`${title}. ${detail} ${todo}`, ...said].join('\n'));
}

/** A draft that fails a check has no impact on anyone: it is refused here with what is wrong. */
function readDraft(cwd: string, name: string): Edition {
  const folder = [resolve(cwd, name), join(shippedRulebooks, name)].find((each) =>
    existsSync(join(each, 'edition.yaml')),
  );
  if (folder === undefined) {
    throw new CommandRefusal(`${name} is neither a folder of an edition nor a shipped one.`);
  }
  const { editions, findings } = checkFolder(folder);
  const edition = editions.find(({ code }) => code === basename(folder)) ?? editions.at(-1);
  if (edition !== undefined) return edition;
  const said = findings.slice(0, 5).map(formatFinding).join('\n');
  throw new CommandRefusal(`${name} does not pass the check, so it has no impact.\n${said}`);
}
