import { basename, join, relative, resolve } from 'node:path';

import { runEditionCases, type CardCases } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { listEditionFolders, readEditionFolder, shippedRulebooks } from '../rulebook-folder.ts';
import { exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';

/** The cases beside one card, with the file as seen from the working directory. */
type Tried = CardCases & { readonly edition: string };

/** `credence rulebook test DIR`: do the rules what the cases beside them say? */
export function addTestCommand(rulebook: Command, context: Context, exit: Exit): void {
  rulebook
    .command('test')
    .description('run the cases beside the rules and say which do not come out')
    .argument('[folder]', 'a folder of one edition or of several', shippedRulebooks)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action((folder: string, { format }: { format: 'text' | 'json' }) => {
      const { terminal } = context;
      const { tried, broken } = tryFolder(resolve(terminal.cwd, folder), terminal.cwd);
      line(terminal, format === 'json' ? JSON.stringify({ cards: tried, broken }) : text(tried));
      for (const code of broken) {
        terminal.err(`${code} does not load; credence rulebook check says why.\n`);
      }
      const failed = tried.some(({ failures }) => failures.length > 0);
      exit.with(failed || broken.length > 0 ? exits.refused : exits.done);
    });
}

function tryFolder(
  folder: string,
  cwd: string,
): { readonly tried: readonly Tried[]; readonly broken: readonly string[] } {
  const { editions } = checkFolder(folder);
  const broken: string[] = [];
  const tried = listEditionFolders(folder).flatMap((path) => {
    const code = basename(path);
    const edition = editions.find((each) => each.code === code);
    if (edition === undefined) {
      broken.push(code);
      return [];
    }
    return runEditionCases(edition, readEditionFolder(path)).map((card) => ({
      ...card,
      edition: code,
      file: relative(cwd, join(path, card.file)),
    }));
  });
  return { tried, broken };
}

function text(tried: readonly Tried[]): string {
  const failures = tried.flatMap(({ file, failures: failed }) =>
    failed.map(({ line: at, place, said }) => `${file}:${at}  case ${place}  ${said}`),
  );
  const editions = [...new Set(tried.map(({ edition }) => edition))].map((code) => {
    const cards = tried.filter(({ edition }) => edition === code);
    const cases = cards.reduce((sum, each) => sum + each.cases, 0);
    const failed = cards.reduce((sum, each) => sum + failedIn(each), 0);
    return `${code}: ${cases} cases beside ${cards.length} cards, ${cases - failed} passed, ${failed} failed`;
  });
  const none = editions.length === 0 ? ['There are no cases beside these rules.'] : editions;
  return [...failures, ...none].join('\n');
}

/** One case can fail in several answers and counts once. */
function failedIn({ failures }: CardCases): number {
  return new Set(failures.map(({ place }) => place)).size;
}
