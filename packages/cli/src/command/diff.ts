import { basename } from 'node:path';

import { diffEditions, formatFindingIn, writeDiff, type Edition } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { findEditionFolder } from '../rulebook-folder.ts';
import { CommandRefusal, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';

/** `credence rulebook diff A B`: what an edition says otherwise than another. */
export function addDiffCommand(rulebook: Command, context: Context): void {
  rulebook
    .command('diff')
    .description('say what one edition says otherwise than another, card by card, field by field')
    .argument('<older>', 'folder of an edition, or the code of a shipped one, e.g. cn-2023')
    .argument('<newer>', 'the same, e.g. cn-2026')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action((older: string, newer: string, { format }: { format: 'text' | 'json' }) => {
      const { terminal } = context;
      const diff = diffEditions(read(terminal, older), read(terminal, newer));
      line(
        terminal,
        format === 'json' ? JSON.stringify(diff, null, 2) : writeDiff(diff, terminal.language),
      );
    });
}

function read({ cwd, language }: Terminal, name: string): Edition {
  const folder = findEditionFolder(cwd, name);
  const { editions, findings } = checkFolder(folder);
  const edition = editions.find(({ code }) => code === basename(folder));
  if (edition !== undefined) return edition;
  const said = findings
    .slice(0, 5)
    .map((finding) => formatFindingIn(language, finding))
    .join('\n');
  throw new CommandRefusal(`${name} does not load, so it says nothing to compare.\n${said}`);
}
