import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { DrawStepOutcome, DrawView, KnownPrincipal } from '@credence/casework';
import { parseCivilDate, type CivilDate, type Problem } from '@credence/domain';
import { describeDrawVerdict, drawCheckWords } from '@credence/portal';
import { drandQuicknet, verifyDraw, type BeaconRound } from '@credence/proof';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { problemText } from './problem-text.ts';

interface Office {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
  readonly format: 'text' | 'json';
}

interface PlanOptions extends Office {
  readonly card: string;
  readonly from: string;
  readonly until: string;
  readonly inspector: readonly string[];
  readonly again?: string;
}

/** `credence inspect plan|commit|draw|disclose|pick|draws|verify`: two randoms, one disclosure. */
export function addDrawCommands(parts: {
  readonly inspect: Command;
  readonly context: Context;
  readonly exit: Exit;
}): void {
  const { inspect, context } = parts;
  inOffice(inspect.command('plan').description('settle whom a draw is made among, in what shares'))
    .requiredOption('--card <id>', 'the plan in the edition in force, e.g. cn.random')
    .requiredOption('--from <day>', 'first day of the visits')
    .requiredOption('--until <day>', 'last day of the visits')
    .option('--again <reason>', 'why there is a second draw of this office, plan and time')
    .option(
      '--inspector <name[:code,code]>',
      'who may be sent, and the organisations he must not visit; give it once for each',
      (given: string, before: readonly string[]) => [...before, given],
      [] as readonly string[],
    )
    .action((options: PlanOptions) => plan(context, options));
  inOffice(inspect.command('commit').description('approve a plan and publish its commitment'))
    .argument('<draw>')
    .addOption(
      new Option('--beacon <which>', 'whose number decides')
        .choices(['trial', 'drand'])
        .default('trial'),
    )
    .action((draw: string, options: Office & { readonly beacon: string }) => {
      const chain = options.beacon === 'drand' ? { chain: drandQuicknet } : {};
      return step(context, options, (casework, who) =>
        casework.commitDraw(who, { draw, ...chain }),
      );
    });
  inOffice(inspect.command('draw').description('draw, once the round has come'))
    .argument('<draw>')
    .option('--rounds <file>', 'rounds of drand as JSON: one, a list, or one a line')
    .action((draw: string, options: Office & { readonly rounds?: string }) =>
      step(context, options, (casework, who) => {
        if (options.rounds === undefined) return casework.carryOutDraw(who, { draw });
        const rounds = readRounds(readText(context.terminal, options.rounds));
        return carryOutWith(casework, { who, draw, rounds });
      }),
    );
  inOffice(inspect.command('disclose').description('after the visits, publish who was drawn'))
    .argument('<draw>')
    .action((draw: string, options: Office) =>
      step(context, options, (casework, who) => casework.discloseDraw(who, draw)),
    );
  inOffice(inspect.command('pick').description('note a visit that is picked by hand'))
    .argument('<code>', 'unified code of the organisation')
    .requiredOption('--reason <text>', 'why it is visited')
    .action(async (code: string, options: Office & { readonly reason: string }) => {
      const { agency, reason } = options;
      await context.withSystem(async ({ casework }) => {
        const outcome = await casework.handPick(officeOf(options), { agency, code, reason });
        if (outcome.kind === 'refused') throw refusalOf(context.terminal, outcome.problem);
        const said = options.format === 'json' ? JSON.stringify({ code, reason }) : code;
        line(context.terminal, said);
      });
    });
  inOffice(
    inspect.command('draws').description('plans and draws of an agency, with whom to visit'),
  ).action((options: Office) => listDraws(context, options));
  addVerifyCommand(parts);
}

function addVerifyCommand(parts: {
  readonly inspect: Command;
  readonly context: Context;
  readonly exit: Exit;
}): void {
  const { inspect, context, exit } = parts;
  inspect
    .command('verify')
    .description('draw again from a draw file, and say what holds')
    .argument('<file>', 'a draw file')
    .option('--commitment <hex>', 'the commitment as it was published before the draw')
    .addOption(formatOption())
    .action((file: string, options: { commitment?: string; format: 'text' | 'json' }) => {
      const { terminal } = context;
      const { language } = terminal;
      const verdict = verifyDraw(readText(terminal, file), options.commitment);
      const { file: read, ...said } = verdict;
      if (options.format === 'json') {
        line(terminal, JSON.stringify({ ...said, commitment: read?.commitment }));
      } else {
        for (const each of describeDrawVerdict(verdict, language)) line(terminal, each);
        const words = drawCheckWords(language);
        if (options.commitment === undefined) line(terminal, words.noCommitment);
        if (read?.terms.beacon.chain.scheme === 'register-test') line(terminal, words.trial);
      }
      if (verdict.kind === 'fails') exit.with(exits.refused);
    });
}

function inOffice(command: Command): Command {
  return command
    .requiredOption('--agency <code>', 'the agency that inspects')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'case_officer')
    .addOption(formatOption());
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');
}

function officeOf({ agency, official, role }: Office): KnownPrincipal {
  return { kind: 'operator', name: official, agency, role };
}

type Casework = Parameters<Parameters<Context['withSystem']>[0]>[0]['casework'];

async function plan(context: Context, options: PlanOptions): Promise<void> {
  const { terminal } = context;
  const { agency, card } = options;
  const [from, until] = [dayOf('--from', options.from), dayOf('--until', options.until)];
  const inspectors = options.inspector.map((given) => {
    const [name = '', codes = ''] = given.split(':');
    return { name, recused: codes.split(',').filter((code) => code !== '') };
  });
  await context.withSystem(async ({ casework }) => {
    const { again = '' } = options;
    const command = { agency, card, from, until, inspectors, again };
    const outcome = await casework.planInspections(officeOf(options), command);
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
    print(terminal, options, outcome.view);
  });
}

async function step(
  context: Context,
  options: Office,
  take: (casework: Casework, who: KnownPrincipal) => Promise<DrawStepOutcome>,
): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const outcome = await take(casework, officeOf(options));
    if (outcome.kind === 'not-found') throw new CommandRefusal('There is no such draw.');
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
    print(terminal, options, outcome.view);
  });
}

/** Takes the round that was named out of a file of rounds. */
async function carryOutWith(
  casework: Casework,
  given: {
    readonly who: KnownPrincipal;
    readonly draw: string;
    readonly rounds: readonly BeaconRound[];
  },
): Promise<DrawStepOutcome> {
  const { who, draw, rounds } = given;
  const found = await casework.viewDraw(draw);
  const named = found.kind === 'found' ? found.view.committed?.terms.beacon.round : undefined;
  const round = rounds.find((each) => each.round === named) ?? rounds[0];
  return casework.carryOutDraw(who, { draw, ...(round === undefined ? {} : { round }) });
}

async function listDraws(context: Context, options: Office): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const found = await casework.deskDraws(officeOf(options), options.agency);
    if (found.kind === 'refused') throw refusalOf(terminal, found.problem);
    if (options.format === 'json') line(terminal, JSON.stringify(found.draws));
    else {
      for (const draw of found.draws) {
        print(terminal, options, draw);
        for (const { code, name, licence, inspectors } of draw.visits) {
          const place = licence === undefined ? name : `${name} (${licence})`;
          line(terminal, `  ${code}  ${place}  ${inspectors.join(', ')}`);
        }
      }
    }
  });
}

function print(terminal: Terminal, { format }: Pick<Office, 'format'>, view: DrawView): void {
  if (format === 'json') {
    line(terminal, JSON.stringify(view));
    return;
  }
  const { draw, step: standing, from, until, strata, classes, committed } = view;
  line(terminal, [draw, standing, from, until].join('  '));
  for (const { id, eligible, draws } of strata) {
    line(terminal, `  ${id}  ${String(draws)} / ${String(eligible)}`);
  }
  line(terminal, `  ${classes.used ? 'classes' : `no classes: ${classes.why}`}`);
  if (committed === undefined) return;
  const { commitment, terms, roundAt } = committed;
  const at = new Date(roundAt).toISOString();
  line(terminal, `  ${commitment}  ${String(terms.beacon.round)} @ ${at}`);
}

function readText(terminal: Terminal, file: string): string {
  try {
    return readFileSync(resolve(terminal.cwd, file), 'utf8');
  } catch {
    throw new CommandRefusal(`${file} cannot be read.`, exits.wrongUse);
  }
}

/** Rounds as drand writes them; what is no round is left out, and what is wrong fails its check. */
function readRounds(text: string): readonly BeaconRound[] {
  const values = text.trim().startsWith('[')
    ? parse(text)
    : text
        .trim()
        .split(/\n(?=\{)/)
        .map(parse);
  return (Array.isArray(values) ? values : [values]).flatMap((value: unknown) =>
    isRound(value) ? [value] : [],
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandRefusal('The file of rounds is no JSON.', exits.wrongUse);
  }
}

function isRound(value: unknown): value is BeaconRound {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['round', 'signature', 'randomness'].every((key) => key in value)
  );
}

function dayOf(option: string, text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day !== undefined) return day;
  throw new CommandRefusal(
    `${option} is "${text}"; it takes a day, e.g. 2026-05-01.`,
    exits.wrongUse,
  );
}

function refusalOf({ language }: Terminal, problem: Problem): CommandRefusal {
  const { title, detail, todo } = problemText(problem, language);
  return new CommandRefusal([title, detail, todo].join('\n'));
}
