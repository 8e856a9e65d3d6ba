import { resolve } from 'node:path';

import type { Casework, ExportAnswerOutcome, ExportFile, Principal } from '@credence/casework';
import { type Language, type Problem } from '@credence/domain';
import { openSourceFile, writeTable, type TableOptions } from '@credence/exchange';
import type { Command } from 'commander';

import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { problemText } from './problem-text.ts';

const words = {
  zh: {
    exported: ({ counts }: ExportFile, path: string) =>
      `已写入 ${path}：新增 ${counts.new} 条，变更 ${counts.changed} 条，撤回 ${counts.withdrawal} 条。`,
    preview: ({ counts }: ExportFile) =>
      `只预览，没有记录：新增 ${counts.new} 条，变更 ${counts.changed} 条，撤回 ${counts.withdrawal} 条。`,
    nothing: '没有需要报送的内容。',
    answered: (accepted: number, returned: number, ended: number) =>
      `回执已记录：接收 ${accepted} 条，退回 ${returned} 条，撤下 ${ended} 条。`,
    known: '这份回执已经记录过。',
    row: (row: number) => `第 ${row} 行：`,
  },
  en: {
    exported: ({ counts }: ExportFile, path: string) =>
      `Written to ${path}: ${counts.new} new, ${counts.changed} changed, ${counts.withdrawal} withdrawn.`,
    preview: ({ counts }: ExportFile) =>
      `Preview only, nothing noted: ${counts.new} new, ${counts.changed} changed, ${counts.withdrawal} to withdraw.`,
    nothing: 'There is nothing to report.',
    answered: (accepted: number, returned: number, ended: number) =>
      `Answer noted: ${accepted} accepted, ${returned} returned, ${ended} taken down.`,
    known: 'This answer was noted before.',
    row: (row: number) => `row ${row}: `,
  },
} as const;

interface ExportOptions {
  readonly item: string;
  readonly to: string;
  readonly source: string;
  readonly official: string;
  readonly out?: string;
  readonly encoding: string;
  readonly dryRun?: boolean;
}

/** `credence export`: an agency's records in the columns of a national platform, and its answers. */
export function addExportCommands(program: Command, context: Context, exit: Exit): void {
  const group = program
    .command('export')
    .description('report records to another platform: what is new, changed or ended since')
    .requiredOption('--item <item>', 'penalty or licence')
    .requiredOption('--to <platform>', 'credit-china, necips, or as the schema of the item')
    .requiredOption('--source <code>', 'code of the agency whose records are reported')
    .option('--official <name>', 'who reports', 'data officer')
    .option('--out <file>', 'where the table goes: .csv or .xlsx')
    .option('--encoding <encoding>', 'of a CSV file: utf-8-bom or gb18030', 'utf-8-bom')
    .option('--dry-run', 'say what would be reported, note nothing')
    .action(async (options: ExportOptions) => {
      await context.withSystem(({ casework }) => runExport(context, casework, options));
    });
  group
    .command('answer')
    .description('note what the platform sent back, whole or not at all')
    .argument('<file>', 'CSV, JSON Lines or XLSX')
    .action(async (path: string) => {
      const options = group.opts<ExportOptions>();
      await context.withSystem(async ({ casework }) => {
        const done = await runAnswer(context, casework, path, options);
        exit.with(done ? exits.done : exits.refused);
      });
    });
}

async function runExport(
  { terminal }: Context,
  casework: Casework,
  options: ExportOptions,
): Promise<void> {
  const say = words[terminal.language];
  const { item, to: target, source } = options;
  const form = formOf(options);
  const path = resolve(terminal.cwd, options.out ?? `${target}-${item}.csv`);
  const dryRun = options.dryRun === true;
  const order = { principal: principalOf(options), item, target, source, dryRun };
  const outcome = await casework.exportRecords(order);
  switch (outcome.kind) {
    case 'refused':
      throw refusalOf(outcome.problem, terminal.language);
    case 'previewed':
      line(terminal, outcome.file.rows.length === 0 ? say.nothing : say.preview(outcome.file));
      return;
    case 'exported': {
      const { header, rows } = outcome.file;
      await writeTable(path, { header, rows: rows.map(({ cells }) => cells), ...form });
      line(terminal, say.exported(outcome.file, path));
    }
  }
}

function formOf({ out = '', encoding }: ExportOptions): TableOptions {
  if (out.endsWith('.xlsx')) return { format: 'xlsx' };
  if (encoding === 'utf-8-bom' || encoding === 'gb18030') return { format: 'csv', encoding };
  throw new CommandRefusal(
    `--encoding is "${encoding}"; utf-8-bom and gb18030 are accepted.`,
    exits.wrongUse,
  );
}

async function runAnswer(
  { terminal }: Context,
  casework: Casework,
  path: string,
  options: ExportOptions,
): Promise<boolean> {
  const opened = await openSourceFile(resolve(terminal.cwd, path));
  if (opened.kind === 'refused') {
    const { problem: code, found, accepted } = opened;
    throw refusalOf({ code, params: { file: path, found, accepted } }, terminal.language);
  }
  const { item, to: target, source } = options;
  const outcome = await casework.recordExportAnswer({
    ...{ principal: principalOf(options), item, target, source },
    file: opened.file,
  });
  for (const text of answerLines(outcome, terminal.language)) line(terminal, text);
  return outcome.kind !== 'refused';
}

function answerLines(outcome: ExportAnswerOutcome, language: Language): readonly string[] {
  const say = words[language];
  switch (outcome.kind) {
    case 'known':
      return [say.known];
    case 'recorded': {
      const { accepted, returned, ended } = outcome.counts;
      return [say.answered(accepted, returned, ended)];
    }
    case 'refused':
      return outcome.problems.map(({ row, problem }) => {
        const { title, detail, todo } = problemText(problem, language);
        return `${row === undefined ? '' : say.row(row)}${title}. ${detail} ${todo}`;
      });
  }
}

function principalOf({ official: name, source: agency }: ExportOptions): Principal {
  return { kind: 'operator', name, agency, role: 'data_officer' };
}

function refusalOf(occurred: Problem, language: Language): CommandRefusal {
  const { title, detail, todo } = problemText(occurred, language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`);
}
