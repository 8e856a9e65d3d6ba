import { readFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Actor, Casework, ImportOutcome } from '@credence/casework';
import { openSourceFile } from '@credence/exchange';
import { Option, type Command } from 'commander';

import { startProgress } from '../progress.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { printImport } from './import-report.ts';
import { problemText } from './problem-text.ts';

interface ImportOptions {
  readonly item: string;
  readonly source: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly serviceStatedBy?: string;
  readonly migration?: string;
  readonly official: string;
  readonly format: string;
}

/** `credence import FILE`: one file of one agency, whole or not at all. */
export function addImportCommand(program: Command, context: Context, exit: Exit): void {
  program
    .command('import')
    .description('take a file of an agency into the register, whole or not at all')
    .argument('<file>', 'CSV (UTF-8, GB18030), JSON Lines (UTF-8) or XLSX')
    .requiredOption(
      '--item <item>',
      'penalty, licence, registration, inspection, or as the edition',
    )
    .requiredOption('--source <code>', 'code of the agency that supplies the file')
    .option('--mapping <mapping>', 'a mapping card: its id in the edition, or a file')
    .option('--dry-run', 'read and report, store nothing')
    .option(
      '--accept-valid',
      'the explicit second step: take the rows without fault; those that contradict the ' +
        'register go to a desk',
    )
    .option(
      '--service-stated-by <officials>',
      'two officials who state that the decisions were served',
    )
    .option(
      '--migration <officials>',
      'backlog, so stated by two officials: its lateness is not counted; every check is made as ' +
        'always, and what is past its retention is not stored',
    )
    .option('--official <name>', 'who imports', 'data officer')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async (path: string, options: ImportOptions) => {
      await context.withSystem(async ({ casework }) => {
        const outcome = await importPath(context, casework, path, options);
        if (options.format === 'json') line(context.terminal, JSON.stringify(outcome, null, 2));
        else printImport(context.terminal, outcome);
        exit.with(outcome.kind === 'refused' || hasFaults(outcome) ? exits.refused : exits.done);
      });
    });
}

export type ImportOrder = Omit<ImportOptions, 'format'>;

/** Opens a file and imports it, with a bar where someone watches. */
export async function importPath(
  context: Context,
  casework: Casework,
  path: string,
  order: ImportOrder,
): Promise<Exclude<ImportOutcome, { readonly kind: 'command-refused' }>> {
  const { terminal } = context;
  const opened = await openSourceFile(resolve(terminal.cwd, path));
  if (opened.kind === 'refused') {
    const { title, detail, todo } = problemText(
      {
        code: opened.problem,
        params: { file: path, found: opened.found, accepted: opened.accepted },
      },
      terminal.language,
    );
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  }
  const actor: Actor = { official: order.official, agency: order.source, role: 'data_officer' };
  const progress = startProgress(terminal, opened.file.name);
  try {
    const outcome = await casework.importFile({
      file: opened.file,
      item: order.item,
      source: order.source,
      ...(order.mapping === undefined ? {} : { mapping: mappingOf(terminal.cwd, order.mapping) }),
      dryRun: order.dryRun === true,
      acceptValid: order.acceptValid === true,
      ...(order.serviceStatedBy === undefined
        ? {}
        : { serviceStatement: twoOfficials('--service-stated-by', order.serviceStatedBy) }),
      ...(order.migration === undefined
        ? {}
        : { migration: twoOfficials('--migration', order.migration) }),
      actor,
      onProgress: (rows) => progress.advance(rows),
    });
    if (outcome.kind !== 'command-refused') return outcome;
    const { title, detail, todo } = problemText(outcome.problem, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  } finally {
    progress.end();
  }
}

/** A file's text where there is such a file, else the id of a card of the edition. */
function mappingOf(cwd: string, mapping: string): string {
  const path = resolve(cwd, mapping);
  return existsSync(path) ? readFileSync(path, 'utf8') : mapping;
}

function twoOfficials(option: string, text: string): readonly [string, string] {
  const [first, second, ...others] = text.split(/[,，]/).map((name) => name.trim());
  if (!first || !second || others.length > 0 || first === second) {
    throw new CommandRefusal(
      `${option} is "${text}"; it takes two different names, separated by a comma.`,
      exits.wrongUse,
    );
  }
  return [first, second];
}

/** A trial run that found faults ends like a refusal, so that scripts see it. */
function hasFaults(outcome: ImportOutcome): boolean {
  return outcome.kind === 'checked' && outcome.report.problemsTotal > 0;
}
