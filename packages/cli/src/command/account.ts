import {
  roles,
  type AccountOutcome,
  type AccountsOutcome,
  type KnownPrincipal,
  type Role,
} from '@credence/casework';
import { parseCivilDate, type CivilDate } from '@credence/domain';
import type { Command } from 'commander';

import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface Who {
  readonly name: string;
  readonly issuer?: string;
  readonly subject: string;
  readonly from?: string;
  readonly until?: string;
  readonly official: string;
}

interface AddOptions extends Who {
  readonly agency: string;
  readonly roles?: string;
  readonly machine?: string;
}

/** `credence account add|end|list`: who may sign in for an agency. */
export function addAccountCommands(program: Command, context: Context): void {
  const account = program.command('account').description('who may sign in for an agency');
  withWho(account.command('add').description('let an official or a system in'))
    .requiredOption('--agency <code>', 'code of the agency')
    .option('--roles <roles>', `offices of an official, separated by commas: ${roles.join(', ')}`)
    .option('--machine <scopes>', 'a system, and what it may do: intake, export, tasks')
    .action(async (options: AddOptions) => {
      const { agency, machine } = options;
      const command = {
        ...whoOf(context, options),
        agency,
        kind: machine === undefined ? ('official' as const) : ('machine' as const),
        roles: machine === undefined ? rolesIn(options.roles) : [],
        scopes: machine === undefined ? [] : scopesIn(machine),
      };
      await context.withSystem(async ({ casework }) => {
        tell(context, await casework.addAccount(operatorOf(options, agency), command));
      });
    });
  account
    .command('end')
    .description('end an account; it takes effect at once')
    .argument('<account>', 'its id')
    .requiredOption('--agency <code>', 'code of the agency')
    .requiredOption('--reason <reason>', 'why')
    .option('--official <name>', 'who ends it', 'registrar')
    .action(async (id: string, options: { agency: string; reason: string; official: string }) => {
      const { agency, reason } = options;
      await context.withSystem(async ({ casework }) => {
        const operator = operatorOf(options, agency);
        tell(context, await casework.endAccount(operator, { agency, account: id, reason }));
      });
    });
  account
    .command('list')
    .description('list the accounts of an agency')
    .requiredOption('--agency <code>', 'code of the agency')
    .action(async ({ agency }: { agency: string }) => {
      await context.withSystem(async ({ casework }) => {
        const operator = operatorOf({ official: 'operator' }, agency);
        list(context, await casework.listAccounts(operator, agency));
      });
    });
}

/** `credence mandate grant|revoke|list`: who may act for an organisation. */
export function addMandateCommands(program: Command, context: Context): void {
  const mandate = program.command('mandate').description('who may act for an organisation');
  withWho(mandate.command('grant').description('let someone act for an organisation'))
    .argument('<code>', 'code of the organisation')
    .action(async (code: string, options: Who) => {
      const command = { ...whoOf(context, options), code };
      await context.withSystem(async ({ casework }) => {
        tell(context, await casework.grantMandate(operatorOf(options, ''), command));
      });
    });
  mandate
    .command('revoke')
    .description('take a mandate back; it takes effect at once')
    .argument('<code>', 'code of the organisation')
    .argument('<mandate>', 'its id')
    .requiredOption('--reason <reason>', 'why')
    .option('--official <name>', 'who takes it back', 'registrar')
    .action(async (code: string, id: string, options: { reason: string; official: string }) => {
      const { reason } = options;
      await context.withSystem(async ({ casework }) => {
        const operator = operatorOf(options, '');
        tell(context, await casework.revokeMandate(operator, { code, mandate: id, reason }));
      });
    });
  mandate
    .command('list')
    .description('list who may act for an organisation')
    .argument('<code>', 'code of the organisation')
    .action(async (code: string) => {
      await context.withSystem(async ({ casework }) => {
        list(context, await casework.listMandates(operatorOf({ official: 'operator' }, ''), code));
      });
    });
}

function withWho(command: Command): Command {
  return command
    .requiredOption('--name <name>', 'name of the person or system')
    .requiredOption(
      '--subject <id>',
      'id at the identity provider (sub; of a system its client id)',
    )
    .option('--issuer <address>', 'identity provider; absent: CREDENCE_OIDC_ISSUER')
    .option('--from <day>', 'first day; absent: today')
    .option('--until <day>', 'first day on which it no longer holds')
    .option('--official <name>', 'who lets them in', 'registrar');
}

function whoOf({ environment }: Context, options: Who) {
  const issuer = options.issuer ?? environment.oidc?.issuer;
  if (issuer === undefined) {
    throw new CommandRefusal('Neither --issuer nor CREDENCE_OIDC_ISSUER is given.', exits.wrongUse);
  }
  const from = dayIn('--from', options.from);
  const until = dayIn('--until', options.until);
  return {
    ...{ name: options.name, issuer, subject: options.subject },
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

function dayIn(option: string, text: string | undefined): CivilDate | undefined {
  if (text === undefined) return undefined;
  const day = parseCivilDate(text);
  if (day !== undefined) return day;
  throw new CommandRefusal(`${option} is "${text}"; it takes a day as YYYY-MM-DD.`, exits.wrongUse);
}

function rolesIn(text: string | undefined): readonly Role[] {
  const given = listIn(text ?? '');
  const known = roles.filter((role) => given.includes(role));
  if (known.length > 0 && known.length === given.length) return known;
  throw new CommandRefusal(
    `--roles is "${text ?? ''}"; it takes some of ${roles.join(', ')}.`,
    exits.wrongUse,
  );
}

/** What a system of an agency may be given to do. */
const machineScopes: readonly string[] = ['intake', 'export', 'tasks', 'consult'];

function scopesIn(text: string): readonly string[] {
  const given = listIn(text);
  if (given.length > 0 && given.every((scope) => machineScopes.includes(scope))) return given;
  throw new CommandRefusal(
    `--machine is "${text}"; it takes some of ${machineScopes.join(', ')}.`,
    exits.wrongUse,
  );
}

function listIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function operatorOf({ official }: { readonly official: string }, agency: string): KnownPrincipal {
  return { kind: 'operator', name: official, agency, role: 'registrar' };
}

function tell(context: Context, outcome: AccountOutcome): void {
  if (outcome.kind === 'refused') throw refusal(context, outcome);
  line(context.terminal, `${outcome.account}  ${outcome.kind}`);
}

function list(context: Context, outcome: AccountsOutcome): void {
  if (outcome.kind === 'refused') throw refusal(context, outcome);
  for (const { account, kind, name, roles: held = [], from, until } of outcome.accounts) {
    const cells = [account, kind, name, held.join(',') || '-', from, until ?? '-'];
    line(context.terminal, cells.join('  '));
  }
}

function refusal(
  { terminal }: Context,
  { problem }: Extract<AccountOutcome, { readonly kind: 'refused' }>,
): CommandRefusal {
  const { title, detail, todo } = problemText(problem, terminal.language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`);
}
