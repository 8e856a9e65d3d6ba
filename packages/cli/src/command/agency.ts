import type { Casework } from '@credence/casework';
import { localise } from '@credence/domain';
import type { Command } from 'commander';

import { CommandRefusal, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface AgencyOptions {
  readonly name: string;
  readonly nameEn?: string;
  readonly supplies: string;
  readonly superior?: string;
  readonly review?: string;
  readonly mail?: string;
  readonly acts?: string;
  readonly official: string;
}

/** `credence agency add|list`: the bodies whose files the register takes. */
export function addAgencyCommands(program: Command, context: Context): void {
  const agency = program.command('agency').description('agencies that supply files');
  agency
    .command('add')
    .description('let an agency supply files')
    .argument('<code>', 'its code')
    .requiredOption('--name <name>', 'its name')
    .option('--name-en <name>', 'its English name')
    .requiredOption('--supplies <items>', 'catalogue items, separated by commas')
    .option('--superior <code>', 'the agency above it, which acts when it is late')
    .option('--review <code>', 'the unit that decides appeals against it')
    .option('--mail <address>', 'where its office is told that something waits for it')
    .option('--acts <bodies>', 'what it is in the law, as cards name it, separated by commas')
    .option('--official <name>', 'who adds it', 'registrar')
    .action(async (code: string, options: AgencyOptions) => {
      await context.withSystem(async ({ casework }) => {
        const kind = await addAgency(context, casework, {
          code,
          name: { zh: options.name, ...(options.nameEn ? { en: options.nameEn } : {}) },
          supplies: namesIn(options.supplies),
          ...(options.superior === undefined ? {} : { superior: options.superior }),
          ...(options.review === undefined ? {} : { review: options.review }),
          ...(options.mail === undefined ? {} : { mail: options.mail }),
          ...(options.acts === undefined ? {} : { acts: namesIn(options.acts) }),
          official: options.official,
        });
        line(context.terminal, `${code}  ${kind}`);
      });
    });
  agency
    .command('list')
    .description('list the agencies of the register')
    .action(async () => {
      await context.withSystem(async ({ store }) => {
        for (const { code, name } of await store.register.agencies()) {
          line(context.terminal, `${code}  ${localise(name, context.terminal.language).text}`);
        }
      });
    });
}

export async function addAgency(
  context: Context,
  casework: Casework,
  order: {
    readonly code: string;
    readonly name: { readonly zh: string; readonly en?: string };
    readonly supplies: readonly string[];
    readonly superior?: string;
    readonly review?: string;
    readonly mail?: string;
    readonly acts?: readonly string[];
    readonly official: string;
  },
): Promise<'added' | 'known'> {
  const outcome = await casework.addAgency({
    code: order.code,
    name: order.name,
    supplies: order.supplies,
    ...(order.superior === undefined ? {} : { superior: order.superior }),
    ...(order.review === undefined ? {} : { review: order.review }),
    ...(order.mail === undefined ? {} : { mail: order.mail }),
    ...(order.acts === undefined ? {} : { acts: order.acts }),
    actor: { official: order.official, agency: order.code, role: 'registrar' },
  });
  if (outcome.kind !== 'refused') return outcome.kind;
  const { title, detail, todo } = problemText(outcome.problem, context.terminal.language);
  throw new CommandRefusal(`${title}. ${detail} ${todo}`);
}

function namesIn(option: string): readonly string[] {
  return option.split(',').map((name) => name.trim());
}
