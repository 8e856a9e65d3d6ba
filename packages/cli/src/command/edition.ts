import { resolve } from 'node:path';

import type { Casework } from '@credence/casework';
import { type CivilDate, type Language } from '@credence/domain';
import {
  allGuards,
  editionToJson,
  fileSchemas,
  formatFindingIn,
  type Edition,
  type Finding,
} from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import { checkFormats, errorsOf, reportOf, type CheckFormat } from './check-report.ts';
import type { Context } from './context.ts';
import { addAffectedCommand } from './affected.ts';
import { addDiffCommand } from './diff.ts';
import { addDraftsCommands } from './drafts.ts';
import { addDraftCommand } from './draft.ts';
import { addExplainCommand } from './explain.ts';
import { addImpactCommand } from './impact.ts';
import { addPrepareCommands } from './prepare.ts';
import { addTestCommand } from './rule-cases.ts';
import type { Exit } from './exit.ts';
import { problemText } from './problem-text.ts';

/** `credence rulebook`: editions, from the check of a folder to their promulgation. */
export function addRulebookCommands(program: Command, context: Context, exit: Exit): void {
  const rulebook = program.command('rulebook').description('editions of the rulebook');
  rulebook
    .command('check')
    .description('check editions and say what is wrong, with guard, card, field and repair')
    .argument('[folder]', 'a folder of one edition or of several', shippedRulebooks)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(checkFormats).default('text'),
    )
    .addOption(
      new Option(
        '--lang <language>',
        'language of the words; that of the terminal unless said',
      ).choices(['zh', 'en']),
    )
    .action((folder: string, { format, lang }: { format: CheckFormat; lang?: Language }) => {
      const { terminal } = context;
      const checked = checkFolder(resolve(terminal.cwd, folder));
      const language = lang ?? terminal.language;
      line(terminal, reportOf(checked, { format, language, rules: allGuards }));
      exit.with(errorsOf(checked.findings).length === 0 ? exits.done : exits.refused);
    });
  addAffectedCommand(rulebook, context);
  addDiffCommand(rulebook, context);
  addDraftCommand(rulebook, context);
  addExplainCommand(rulebook, context);
  addImpactCommand(rulebook, context);
  addTestCommand(rulebook, context, exit);
  addPrepareCommands(rulebook, context);
  addDraftsCommands(rulebook, context);
  rulebook
    .command('promulgate')
    .description('write an edition into the journal; two officials approve it, at once or in turn')
    .argument('<edition>', 'code of the edition, e.g. cn-2026')
    .requiredOption(
      '--approved-by <officials>',
      'two names separated by a comma, or one where the edition was proposed',
    )
    .option('--from <folder>', 'folder of editions', shippedRulebooks)
    .action(async (code: string, options: { approvedBy: string; from: string }) => {
      await context.withSystem(async ({ casework, store }) => {
        const before = await store.register.editions();
        const officials = options.approvedBy.split(/[,，]/).map((name) => name.trim());
        const folder = resolve(context.terminal.cwd, options.from);
        await promulgate(context, casework, { code, folder, officials });
        const after = await store.register.editions();
        // Until when a subject is visible at all follows from the editions; a new one may say less.
        if (before.length > 0 && after.length > before.length) await store.admin.rebuild();
      });
    });
  rulebook
    .command('schema')
    .description('print the JSON Schema of every kind of card')
    .action(() => {
      line(context.terminal, JSON.stringify(fileSchemas(), null, 2));
    });
}

/** Promulgates an edition and, before it, those it succeeds, where the journal lacks them. */
export async function promulgate(
  context: Context,
  casework: Casework,
  order: { readonly code: string; readonly folder: string; readonly officials: readonly string[] },
): Promise<void> {
  const { terminal } = context;
  const { editions, findings } = checkFolder(order.folder);
  const wanted = editions.find(({ code }) => code === order.code);
  if (wanted === undefined) {
    for (const finding of findings) printFinding(terminal, finding);
    const known = editions.map(({ code }) => code).join(', ');
    throw new CommandRefusal(`No edition ${order.code} in ${order.folder}; there are: ${known}.`);
  }
  for (const edition of lineOf(wanted, editions)) {
    const today = context.today(edition.zone);
    const outcome = await casework.promulgate(
      editionToJson(edition),
      approvals(order.officials, today),
    );
    if (outcome.kind === 'refused') {
      const { title, detail } = problemText(outcome.problem, terminal.language);
      throw new CommandRefusal(`${title}: ${detail}`);
    }
    line(terminal, `${edition.code}  ${edition.hash.slice(0, 16)}  ${outcome.kind}`);
  }
}

function approvals(officials: readonly string[], on: CivilDate) {
  return officials.map((official, index) => ({
    official,
    role: index === 0 ? 'legal_officer' : 'head_of_authority',
    on,
  }));
}

function lineOf(edition: Edition, editions: readonly Edition[]): readonly Edition[] {
  const older = editions.find(({ code }) => code === edition.succeeds);
  return older === undefined ? [edition] : [...lineOf(older, editions), edition];
}

function printFinding(terminal: Terminal, finding: Finding): void {
  line(terminal, formatFindingIn(terminal.language, finding));
}
