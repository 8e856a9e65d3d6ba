import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type {
  Behalf,
  CaseAction,
  CaseOutcome,
  CaseStanding,
  CaseView,
  Casework,
} from '@credence/casework';
import { type JsonValue } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import { inOffice, notFound, officeOf, refusalOf, type Office } from './case-office.ts';
import type { Context } from './context.ts';
import { addLetterCommand } from './letter.ts';
import { addPaperCommand, attachFiles, verifyPapers } from './paper.ts';
import { problemText } from './problem-text.ts';

interface ActOptions extends Office {
  readonly content: string;
  readonly attach: readonly string[];
  readonly behalf?: string;
  readonly as: Behalf['as'];
}

interface ShowOptions extends Office {
  readonly format: 'text' | 'json';
  readonly verify?: boolean;
}

/** `credence case list|open|act|show|timeline`: procedures, for offices without a desk. */
export function addCaseCommands(program: Command, context: Context): void {
  const command = program
    .command('case')
    .description('procedures: listings, measures, objections, repairs, appeals, replies');
  inOffice(command.command('list').description('list what waits, the oldest first'))
    .addOption(formatOption())
    .action((options: ShowOptions) => listCases(context, options));
  saying(inOffice(command.command('open').description('open a case about an organisation')))
    .argument('<code>', 'code of the organisation')
    .action((code: string, options: ActOptions) =>
      context.withSystem(async ({ casework }) => {
        const subject = { by: 'code', code } as const;
        const order = { subject, ...said(context.terminal, options) };
        const found = await casework.viewSubject(subject);
        const home = found.kind === 'found' ? found.view.subject.id : '';
        const about = { kind: 'subject', home } as const;
        const papers = await attachFiles(casework, context.terminal, { ...options, about });
        const outcome = await casework.openCase({ ...order, papers });
        report(context.terminal, outcome, code);
      }),
    );
  saying(inOffice(command.command('act').description('take a step in a case')))
    .argument('<case>', 'its id')
    .argument('<step>', 'what is done, as `credence case show` names it')
    .action((caseId: string, act: string, options: ActOptions) =>
      context.withSystem(async ({ casework }) => {
        const order = { caseId, act, ...said(context.terminal, options) };
        const about = { kind: 'case', caseId } as const;
        const papers = await attachFiles(casework, context.terminal, { ...options, about });
        const outcome = await casework.actInCase({ ...order, papers });
        report(context.terminal, outcome, caseId);
      }),
    );
  inOffice(command.command('show').description('where a case stands and what may be done now'))
    .argument('<case>', 'its id')
    .addOption(formatOption())
    .action((id: string, options: ShowOptions) =>
      withCase(context, id, options, ({ standing }) => {
        if (options.format === 'json') line(context.terminal, JSON.stringify(standing));
        else printStanding(context.terminal, standing);
      }),
    );
  inOffice(command.command('timeline').description('every act, clock, basis, document and reader'))
    .argument('<case>', 'its id')
    .option('--verify', 'make the case again from the journal and compare it with the tables')
    .addOption(formatOption())
    .action((id: string, options: ShowOptions) =>
      withCase(context, id, options, async (view, casework) => {
        if (options.format === 'json') line(context.terminal, JSON.stringify(view));
        else printTimeline(context.terminal, view);
        if (options.verify !== true) return;
        await verifyPapers(casework, officeOf(options), { id, actions: view.actions });
        verify(context.terminal, id, view);
      }),
    );
  addPaperCommand(command, context);
  addLetterCommand(command, context);
}

/** Whoever may be heard in a case. */
const seats: readonly Behalf['as'][] = [
  'subject',
  'creditor',
  'third-party',
  'named-person',
  'other-subject',
];

function saying(command: Command): Command {
  return command
    .option('--content <json>', 'what is said, as JSON; @file reads it from a file', '{}')
    .option('--attach <file>', 'a file that goes with it; may be given again', gather, [])
    .option('--behalf <name>', 'taken down at the counter for a party, by this name')
    .addOption(
      new Option('--as <seat>', 'as whom the party speaks').choices(seats).default('subject'),
    );
}

function gather(file: string, before: readonly string[]): readonly string[] {
  return [...before, file];
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');
}

function said(terminal: Terminal, options: ActOptions) {
  const { behalf, as } = options;
  const party: { readonly behalf?: Behalf } =
    behalf === undefined ? {} : { behalf: { kind: 'party', as, name: behalf } };
  return {
    principal: officeOf(options),
    content: contentOf(terminal, options.content),
    ...party,
  };
}

function contentOf(terminal: Terminal, given: string): JsonValue {
  try {
    const text = given.startsWith('@')
      ? readFileSync(resolve(terminal.cwd, given.slice(1)), 'utf8')
      : given;
    // JSON gives nothing but JSON.
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefusal(`--content: JSON, or @ and a file of JSON. ${why}`, exits.wrongUse);
  }
}

async function listCases(context: Context, options: ShowOptions): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const found = await casework.listCases(officeOf(options), options.agency);
    if (found.kind === 'refused') throw refusalOf(terminal, found.problems);
    const { cases } = found.view;
    if (options.format === 'json') {
      line(terminal, JSON.stringify({ cases }));
      return;
    }
    for (const { caseId, kind, openedOn, phase, queue } of cases) {
      line(terminal, [caseId, kind, openedOn, phase, queue.part].join('  '));
    }
    line(terminal, terminal.language === 'zh' ? `共 ${cases.length} 件` : `${cases.length} in all`);
  });
}

async function withCase(
  context: Context,
  id: string,
  options: ShowOptions,
  show: (view: CaseView, casework: Casework) => void | Promise<void>,
): Promise<void> {
  await context.withSystem(async ({ casework }) => {
    const found = await casework.viewCase(officeOf(options), id);
    if (found.kind === 'not-found') throw notFound(id);
    if (found.kind === 'refused') throw refusalOf(context.terminal, found.problems);
    await show(found.view, casework);
  });
}

function printStanding(terminal: Terminal, standing: CaseStanding): void {
  const { caseId, kind, phase, queue, effect, disputes, clocks, offers } = standing;
  line(terminal, [caseId, kind, phase, queue?.part ?? '-', queue?.agency ?? ''].join('  ').trim());
  line(terminal, effectText(effect));
  if (effect.kind === 'in-effect') {
    for (const { edition, basis, ends = '-' } of effect.texts) {
      line(terminal, `    ${edition}  ${basis.join(', ')}  ${ends}`);
    }
  }
  if (disputes !== undefined) line(terminal, `disputed  ${disputes}`);
  for (const { clock, card, runsFor, startedOn, dueOn = '-', state } of clocks) {
    line(terminal, `${clock}  ${startedOn} - ${dueOn}  ${state}  ${runsFor}  ${card}`);
  }
  for (const { act, part, refused } of offers) {
    const against = refused.map((each) => problemText(each, terminal.language).title);
    line(terminal, `${refused.length === 0 ? '+' : '-'} ${act}  ${part}  ${against.join('; ')}`);
  }
}

function effectText(effect: CaseStanding['effect']): string {
  switch (effect.kind) {
    case 'none':
      return effect.kind;
    case 'not-begun':
      return `${effect.kind}  ${effect.from}`;
    case 'in-effect':
      return `${effect.kind}  ${effect.from} - ${effect.until ?? effect.confirmBy ?? '-'}`;
    case 'suspended':
      return `${effect.kind}  ${effect.because}`;
    case 'ended':
      return `${effect.kind}  ${effect.on}  ${effect.because}`;
  }
}

function printTimeline(terminal: Terminal, view: CaseView): void {
  for (const action of view.actions) {
    line(terminal, `${action.on}  ${action.kind}  ${handText(action)}`);
    for (const text of detailsOf(action)) line(terminal, `    ${text}`);
  }
  printStanding(terminal, view.standing);
  for (const { at, reader, agency, purpose } of view.readers) {
    line(terminal, `${at}  ${reader}  ${agency}  ${purpose}`);
  }
}

function handText({ by }: CaseAction): string {
  return by.kind === 'official'
    ? `${by.official} (${by.agency}, ${by.role})`
    : `${by.name} (${by.as})`;
}

const head = new Set(['kind', 'caseId', 'on', 'by']);

/** Everything an act says beyond its head: documents, basis, reasons, points. */
function detailsOf(action: CaseAction): readonly string[] {
  return Object.entries(action).flatMap(([name, value]) =>
    head.has(name) ? [] : [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
}

/** The tables are a cache of the journal: what they say is what its entries give. */
function verify(terminal: Terminal, id: string, { projected, refolded }: CaseView): void {
  if (!isDeepStrictEqual(projected, refolded)) {
    throw new CommandRefusal(
      `${id}: the tables differ from the journal. Run \`credence rebuild\`, which makes them again.`,
    );
  }
  const text = terminal.language === 'zh' ? '已核对，与日志一致' : 'verified: equal to the journal';
  line(terminal, text);
}

function report(terminal: Terminal, outcome: CaseOutcome, id: string): void {
  if (outcome.kind === 'not-found') throw notFound(id);
  if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problems);
  printStanding(terminal, outcome.standing);
}
