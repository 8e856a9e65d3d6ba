import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import type { Casework } from '@credence/casework';
import { describeProblem, type CivilDate } from '@credence/domain';
import {
  checkEdition,
  editionToJson,
  fileSchemas,
  formatFinding,
  type Edition,
  type Finding,
} from '@credence/rulebook';
import type { Command } from 'commander';

import { listEditionFolders, readEditionFolder, shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import { addDraftCommand } from './draft.ts';
import type { Exit } from './exit.ts';

/** `credence rulebook check|promulgate|schema`. */
export function addRulebookCommands(program: Command, context: Context, exit: Exit): void {
  const rulebook = program.command('rulebook').description('editions of the rulebook');
  rulebook
    .command('check')
    .description('check editions and say what is wrong, with file, line and column')
    .argument('[folder]', 'a folder of one edition or of several', shippedRulebooks)
    .action((folder: string) => {
      const checked = checkFolder(resolve(context.terminal.cwd, folder));
      for (const finding of checked.findings) printFinding(context.terminal, finding);
      for (const { code, hash } of checked.editions) {
        line(context.terminal, `${code}  ${hash.slice(0, 16)}  no findings`);
      }
      if (checked.findings.length > 0) line(context.terminal, countOf(checked.findings));
      exit.with(checked.findings.length === 0 ? exits.done : exits.refused);
    });
  addDraftCommand(rulebook, context);
  rulebook
    .command('promulgate')
    .description('write an edition into the journal; two different officials approve it')
    .argument('<edition>', 'code of the edition, e.g. cn-2026')
    .requiredOption('--approved-by <officials>', 'two names, separated by a comma')
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
      const { title, detail } = describeProblem(outcome.problem, terminal.language);
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

/** Checks every edition of a folder, those before their successors. */
export function checkFolder(folder: string): {
  readonly editions: readonly Edition[];
  readonly findings: readonly Finding[];
} {
  const editions: Edition[] = [];
  const findings: Finding[] = [];
  const waiting = [...listEditionFolders(folder)];
  if (waiting.length === 0) {
    const found = readdirSync(folder).slice(0, 5).join(', ');
    throw new CommandRefusal(`${folder} holds no edition.yaml; it holds: ${found || 'nothing'}.`);
  }
  while (waiting.length > 0) {
    const ready = waiting.findIndex((each) => predecessorReady(each, editions, waiting));
    const [next = ''] = waiting.splice(Math.max(ready, 0), 1);
    const predecessor = editions.find(({ code }) => code === succeedsOf(next));
    const outcome = checkEdition(
      readEditionFolder(next),
      predecessor === undefined ? {} : { predecessor },
    );
    if (outcome.kind === 'loaded') editions.push(outcome.edition);
    else {
      const prefix = relative(process.cwd(), next);
      for (const each of outcome.findings) {
        findings.push({ ...each, file: join(prefix, each.file) });
      }
    }
  }
  return { editions, findings };
}

function predecessorReady(
  folder: string,
  editions: readonly Edition[],
  waiting: readonly string[],
): boolean {
  const older = succeedsOf(folder);
  return (
    older === undefined ||
    editions.some(({ code }) => code === older) ||
    !waiting.some((each) => each.endsWith(`/${older}`))
  );
}

function succeedsOf(folder: string): string | undefined {
  const card = readEditionFolder(folder).get('edition.yaml') ?? '';
  const code = /^succeeds:\s*([\w.-]+)/m.exec(card)?.[1];
  return code === 'none' ? undefined : code;
}

function printFinding(terminal: Terminal, finding: Finding): void {
  line(terminal, formatFinding(finding));
}

function countOf(findings: readonly Finding[]): string {
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  return `${count}; an edition with one does not load.`;
}
