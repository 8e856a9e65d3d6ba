import type { MatterLine, MatterOutcome, MatterView, Principal } from '@credence/casework';
import { formatAmount, localise, type FactValue, type Problem } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface Office {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
}

interface ProposeOptions extends Office {
  readonly choice: string;
  readonly reason: string;
  readonly basis?: string;
}

interface DecideOptions extends Office {
  readonly decline?: string;
}

interface ListOptions extends Office {
  readonly page: string;
  readonly format: 'text' | 'json';
}

/** `credence matter list|show|propose|decide`: contradictions, for offices without a desk. */
export function addMatterCommands(program: Command, context: Context): void {
  const matter = program
    .command('matter')
    .description('rows that contradict the register, and what two officials decide about them');
  inOffice(matter.command('list').description('list what waits, the oldest first'))
    .option('--page <number>', 'page of the list', '1')
    .addOption(formatOption())
    .action((options: ListOptions) => listMatters(context, options));
  inOffice(matter.command('show').description('show one matter'))
    .argument('<matter>', 'its id')
    .addOption(formatOption())
    .action((id: string, options: ListOptions) => showMatter(context, id, options));
  inOffice(matter.command('propose').description('the first name: what should be done, and why'))
    .argument('<matter>', 'its id')
    .requiredOption('--choice <choice>', 'take or keep; same, different or unsure')
    .requiredOption('--reason <text>', 'what was checked')
    .option('--basis <articles>', 'source#article, separated by semicolons')
    .action((id: string, options: ProposeOptions) =>
      context.withSystem(async ({ casework }) => {
        const { choice, reason, basis = '' } = options;
        const step = { matterId: id, choice, reason, basis: basis.split(';') };
        const outcome = await casework.proposeMatter({ principal: officeOf(options), ...step });
        report(context.terminal, id, outcome);
      }),
    );
  inOffice(matter.command('decide').description('the second name: agree, or decline with a reason'))
    .argument('<matter>', 'its id')
    .option('--decline <reason>', 'do not join; the matter is open again')
    .action((id: string, options: DecideOptions) =>
      context.withSystem(async ({ casework }) => {
        const { decline } = options;
        const verdict =
          decline === undefined
            ? ({ verdict: 'agree' } as const)
            : ({ verdict: 'decline', reason: decline } as const);
        const outcome = await casework.decideMatter({
          principal: officeOf(options),
          matterId: id,
          ...verdict,
        });
        report(context.terminal, id, outcome);
      }),
    );
}

function inOffice(command: Command): Command {
  return command
    .requiredOption('--agency <code>', 'the agency at whose desk it lies')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'registrar');
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');
}

/** Whoever runs the command on the machine itself acts under the office that is named. */
function officeOf({ agency, official, role }: Office): Principal {
  return { kind: 'operator', name: official, agency, role };
}

async function listMatters(context: Context, options: ListOptions): Promise<void> {
  const { terminal } = context;
  const page = Number(options.page);
  if (!Number.isInteger(page) || page < 1) {
    throw new CommandRefusal(`--page ${options.page}: a whole number from 1.`, exits.wrongUse);
  }
  await context.withSystem(async ({ casework }) => {
    const { agency } = options;
    const found = await casework.listMatters(officeOf(options), { agency, page });
    if (found.kind === 'refused') throw refusalOf(terminal, found.problem);
    const { matters, total } = found.view;
    if (options.format === 'json') {
      line(terminal, JSON.stringify({ total, page, matters }));
      return;
    }
    for (const each of matters) line(terminal, lineOf(terminal, each));
    line(terminal, terminal.language === 'zh' ? `共 ${total} 件` : `${total} in all`);
  });
}

function lineOf(terminal: Terminal, matter: MatterLine): string {
  const { matterId, kind, state, openedOn, dueOn, item, subject, document = '' } = matter;
  const title = localise(item, terminal.language).text;
  const due = dueOn === undefined ? '-' : dueOn;
  const who = subject.name ?? subject.code;
  return [matterId, kind, state, openedOn, due, title, who, document].join('  ').trimEnd();
}

async function showMatter(context: Context, id: string, options: ListOptions): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const found = await casework.viewMatter(officeOf(options), id);
    if (found.kind === 'not-found') throw notFound(id);
    if (found.kind === 'refused') throw refusalOf(terminal, found.problem);
    if (options.format === 'json') {
      line(terminal, JSON.stringify(found.view));
      return;
    }
    printMatter(terminal, found.view);
  });
}

function printMatter(terminal: Terminal, view: MatterView): void {
  line(terminal, lineOf(terminal, view));
  line(terminal, `${view.file.name}:${view.file.row}`);
  for (const { name, other, verdict, components } of view.identity?.pairs ?? []) {
    line(terminal, `${name}  /  ${other}  ${verdict}`);
    for (const { component, relation, a = '', b = '' } of components) {
      line(terminal, `  ${component}  ${relation}  ${a} / ${b}`);
    }
  }
  for (const { title, held, stated, differs } of view.fields) {
    const label = localise(title, terminal.language).text;
    const before = held === undefined ? '-' : textOf(held.value);
    const now = stated === undefined ? '-' : textOf(stated.value);
    line(terminal, `${differs ? '*' : ' '} ${label}: ${before} | ${now}`);
  }
  for (const step of view.steps) {
    const what = step.kind === 'declined' ? '' : step.choice;
    const why = step.kind === 'closed' ? step.result : step.reason;
    line(terminal, `${step.on}  ${step.kind}  ${step.by.official}  ${what}  ${why}`);
  }
}

function textOf(value: FactValue): string {
  if (typeof value !== 'object') return String(value);
  return 'currency' in value ? formatAmount(value) : value.join(', ');
}

function report(terminal: Terminal, id: string, outcome: MatterOutcome): void {
  if (outcome.kind === 'not-found') throw notFound(id);
  if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
  line(terminal, `${id}  ${outcome.state}${outcome.result ? `  ${outcome.result}` : ''}`);
}

function notFound(id: string): CommandRefusal {
  return new CommandRefusal(`There is no matter ${id}; \`credence matter list\` names them.`);
}

function refusalOf(terminal: Terminal, occurred: Problem): CommandRefusal {
  const { title, detail, todo } = problemText(occurred, terminal.language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`);
}
