import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { ImpactTable, ImpactView, ProgramImpact } from '@credence/casework';
import {
  describeProblem,
  localise,
  parseCivilDate,
  type Language,
  type Localised,
} from '@credence/domain';
import { editionToJson, formatFinding, type Edition } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';

interface ImpactOptions {
  readonly baseline?: string;
  readonly draft: string;
  readonly asOf?: string;
  readonly format: 'text' | 'json';
  readonly agency: string;
  readonly official: string;
}

/** `credence rulebook impact`: what a draft would do to the register, in counts. */
export function addImpactCommand(rulebook: Command, context: Context): void {
  rulebook
    .command('impact')
    .description('count whom a draft would move from class to class, and by which rule')
    .requiredOption('--draft <edition>', 'folder of the draft, or the code of a shipped edition')
    .option('--baseline <code>', 'promulgated edition; the law of the day unless said')
    .option('--as-of <day>', 'the day it is about; today unless said')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .requiredOption('--agency <code>', 'the agency that drafts')
    .requiredOption('--official <name>', 'who asks')
    .action((options: ImpactOptions) => impact(context, options));
}

async function impact(context: Context, options: ImpactOptions): Promise<void> {
  const { terminal } = context;
  const { agency, official: name, baseline, asOf: day } = options;
  const asOf = day === undefined ? undefined : parseCivilDate(day);
  if (day !== undefined && asOf === undefined) {
    throw new CommandRefusal(`--as-of ${day}: a day, e.g. 2026-05-04.`, exits.wrongUse);
  }
  const draft = editionToJson(readDraft(terminal.cwd, options.draft));
  const view = await context.withSystem(async ({ casework }) => {
    const outcome = await casework.runImpact(
      { kind: 'operator', name, agency, role: 'legal_officer' },
      {
        draft,
        ...(baseline === undefined ? {} : { baseline }),
        ...(asOf === undefined ? {} : { asOf }),
      },
    );
    if (outcome.kind === 'found') return outcome.view;
    const { title, detail, todo } = describeProblem(outcome.problem, terminal.language);
    const said = outcome.findings.slice(0, 5).map(formatFinding);
    throw new CommandRefusal([`${title}. ${detail} ${todo}`, ...said].join('\n'));
  });
  line(
    terminal,
    options.format === 'json' ? JSON.stringify(view) : writeImpact(view, terminal.language),
  );
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

const words = {
  transitions: { zh: '分类变化（行：现行；列：草案）', en: 'Classes: now (rows), draft (columns)' },
  causes: { zh: '变化由哪条规则引起', en: 'Which rule makes them move' },
  bySector: { zh: '按行业', en: 'By industry' },
  bySize: { zh: '按规模', en: 'By size' },
  byRegion: { zh: '按地区', en: 'By region' },
  exits: { zh: '变差的单位有没有出路', en: 'Ways out of those who end worse' },
} as const;

/** The report as text: a star stands for a count that is withheld. */
function writeImpact(view: ImpactView, language: Language): string {
  const { baseline, draft, asOf, programs, notCompared, guards, hash } = view;
  const zh = language === 'zh';
  const lines = [
    `${baseline.code} ${baseline.hash.slice(0, 16)} -> ${draft.code} ${draft.hash.slice(0, 16)}  ${asOf}`,
    zh
      ? '* 少于10家或据此可以推算的数，不予列出。'
      : '* below ten, or would give such a count away.',
    ...programs.flatMap((program) => writeProgram(program, language)),
    ...(notCompared.length === 0
      ? []
      : [`${zh ? '未比较' : 'Not compared'}: ${notCompared.join(', ')}`]),
    ...guards.new.map((finding) => `+ ${formatFinding(finding)}`),
    ...guards.gone.map((finding) => `- ${formatFinding(finding)}`),
    `${zh ? '指纹' : 'Fingerprint'} ${hash}`,
  ];
  return lines.join('\n');
}

function writeProgram(program: ProgramImpact, language: Language): readonly string[] {
  const { kind, id, title } = program.program;
  const { medianDaysToExit: days, notEvaluated } = program;
  const zh = language === 'zh';
  const names = ['transitions', 'causes', 'bySector', 'bySize', 'byRegion', 'exits'] as const;
  return [
    `\n${localise(title, language).text}  ${kind}:${id}`,
    ...names.flatMap((name) => ['', words[name][language], ...writeTable(program[name], language)]),
    ...(days === undefined
      ? []
      : [zh ? `最近的出路，中位数 ${days} 天` : `Nearest way out, median: ${days} days`]),
    ...(notEvaluated === undefined
      ? []
      : [zh ? `事实不全，未计算：${notEvaluated} 家` : `Not evaluated: ${notEvaluated}`]),
  ];
}

function writeTable({ rows, columns, counts }: ImpactTable, language: Language): readonly string[] {
  if (counts === undefined) return [language === 'zh' ? '  全表不予列出' : '  withheld whole'];
  const label = ({ code, title }: { readonly code: string; readonly title?: Localised }): string =>
    title === undefined ? code : localise(title, language).text;
  const cells = (line: readonly (number | null)[]) => line.map((count) => count ?? '*').join('\t');
  return [
    `  \t${columns.map(label).join('\t')}\tΣ`,
    ...rows.map(
      (row, at) =>
        `  ${label(row)}\t${cells([...(counts.cells[at] ?? []), counts.rowTotals[at] ?? null])}`,
    ),
    `  Σ\t${cells([...counts.columnTotals, counts.total])}`,
  ];
}
