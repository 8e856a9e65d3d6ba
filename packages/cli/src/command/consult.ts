import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { ConsultationView } from '@credence/casework';
import { localise, type Problem } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface Asked {
  readonly agency: string;
  readonly official: string;
  readonly kind: 'approval' | 'tender' | 'grant';
  readonly number: string;
  readonly basis: string;
  readonly code?: readonly string[];
  readonly codes?: string;
  readonly pledge?: string;
  readonly announced?: string;
  readonly key?: string;
  readonly output?: string;
  readonly format: 'text' | 'json';
}

interface Chosen {
  readonly agency: string;
  readonly official: string;
  readonly code: string;
  readonly route: string;
}

interface Report {
  readonly agency: string;
  readonly official: string;
  readonly output: string;
  readonly language: 'zh' | 'en';
  readonly verifyAt: string;
}

const words = {
  zh: {
    asked: (id: string, firms: number) => `查询 ${id}：${String(firms)} 个单位，均已收到回执。`,
    unknown: (rows: string) => `第 ${rows} 行不是登记中的单位，没有查询。`,
    nothing: '没有仍在公示的记录',
    open: (routes: string) => `  可以选择：${routes}`,
    chosen: (route: string) => `已选择 ${route}，单位已收到通知。`,
    missing: (path: string) => `找不到文件 ${path}。`,
    none: (code: string) => `登记中没有代码为 ${code} 的单位。`,
    made: (path: string, code: string) => `${path} 已写出，核验码 ${code}。`,
    genuine: (name: string, on: string) => `真实：${on} 出具，关于 ${name}。`,
    holds: '今天仍然如此。',
    holdsNot: '今天不能再作同样的说明。',
  },
  en: {
    asked: (id: string, firms: number) =>
      `Consultation ${id}: ${String(firms)} organisations, each with its receipt.`,
    unknown: (rows: string) => `Rows ${rows} name nobody of the register and were not asked about.`,
    nothing: 'no published records',
    open: (routes: string) => `  open: ${routes}`,
    chosen: (route: string) => `Chosen: ${route}. The organisation has been told.`,
    missing: (path: string) => `There is no file ${path}.`,
    none: (code: string) => `The register has no organisation ${code}.`,
    made: (path: string, code: string) => `${path} is written, code ${code}.`,
    genuine: (name: string, on: string) => `Genuine: made on ${on}, about ${name}.`,
    holds: 'It holds today.',
    holdsNot: 'The same cannot be said today.',
  },
} as const;

/** `credence consult ask|choose` and `credence report make|verify`. */
export function addConsultCommands(program: Command, context: Context): void {
  const consult = program
    .command('consult')
    .description('ask the register in an application, a tender or a grant');
  office(consult.command('ask').description('all organisations of one matter in one logged act'))
    .requiredOption('--kind <kind>', 'approval, tender or grant')
    .requiredOption('--number <number>', 'number of the matter in the books of the office')
    .requiredOption('--basis <article>', 'source#article of the edition in force')
    .option('--code <code...>', 'codes of the organisations')
    .option('--codes <file>', 'a file with one code on each line')
    .option('--pledge <id>', 'the item of an application that may be decided on a pledge')
    .option('--announced <day>', 'the day on which a tender was announced')
    .option('--key <key>', 'the same key gets the first answer again')
    .option('--output <file>', 'write the signed result there')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action((options: Asked) => ask(context, options));
  office(consult.command('choose').description('how the application of one is dealt with'))
    .argument('<consultation>', 'id of the consultation')
    .requiredOption('--code <code>', 'the organisation')
    .requiredOption('--route <route>', 'ordinary, pledge or fast')
    .action((id: string, options: Chosen) => choose(context, id, options));
  const report = program.command('report').description('reports that there are no records');
  office(report.command('make').description('make one for an organisation, where nothing stands'))
    .argument('<code>', 'code of the organisation')
    .requiredOption('--output <file>', 'the PDF')
    .addOption(new Option('--language <language>').choices(['zh', 'en']).default('zh'))
    .option('--verify-at <address>', 'where the code is checked', '/reports/verify')
    .action((code: string, options: Report) => make(context, code, options));
  report
    .command('verify')
    .description('whether a report is genuine and holds today')
    .argument('<code>', 'as printed on it')
    .action((code: string) => verify(context, code));
}

function office(command: Command): Command {
  return command
    .requiredOption('--agency <code>', 'the office')
    .requiredOption('--official <name>', 'who asks; written down with the look');
}

function operatorOf({ agency, official: name }: Pick<Asked, 'agency' | 'official'>) {
  return { kind: 'operator', name, agency, role: 'case_officer' } as const;
}

async function ask(context: Context, options: Asked): Promise<void> {
  const { terminal } = context;
  const { kind, number, basis, code = [], codes, pledge, announced, key, output } = options;
  const order = {
    ...{ kind, number, basis, codes: [...code, ...codesIn(terminal, codes)] },
    ...(pledge === undefined ? {} : { pledge }),
    ...(announced === undefined ? {} : { announcedOn: announced }),
  };
  await context.withSystem(async ({ casework }) => {
    const outcome = await casework.consultRegister({
      ...{ principal: operatorOf(options), order },
      ...(key === undefined ? {} : { idempotencyKey: key }),
    });
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problems);
    const { view } = outcome;
    const file = JSON.stringify(view.file, undefined, 2);
    if (output !== undefined) writeFileSync(resolve(terminal.cwd, output), `${file}\n`);
    if (options.format === 'json') line(terminal, JSON.stringify(view));
    else print(terminal, view);
  });
}

function codesIn(terminal: Terminal, path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  const from = resolve(terminal.cwd, path);
  if (!existsSync(from)) {
    throw new CommandRefusal(words[terminal.language].missing(path), exits.wrongUse);
  }
  return readFileSync(from, 'utf8').split(/\s+/).filter(Boolean);
}

function print(terminal: Terminal, { matter, firms, unknown }: ConsultationView): void {
  const { language } = terminal;
  const say = words[language];
  line(terminal, say.asked(matter.consultationId, firms.length));
  if (unknown.length > 0) line(terminal, say.unknown(unknown.join(', ')));
  for (const { code, name = '', facts, routes } of firms) {
    line(terminal, `${code} ${name}`.trim());
    if (facts.length === 0) line(terminal, `  ${say.nothing}`);
    for (const { title, number = '', begins = '', ends = '' } of facts) {
      line(terminal, `  ${localise(title, language).text} ${number} ${begins} – ${ends}`);
    }
    const open = routes.flatMap(({ route, isOpen }) => (isOpen ? [route] : []));
    if (open.length > 0) line(terminal, say.open(open.join(', ')));
  }
}

async function choose(context: Context, consultationId: string, options: Chosen): Promise<void> {
  const { terminal } = context;
  const { code, route } = options;
  await context.withSystem(async ({ casework }) => {
    const principal = operatorOf(options);
    const outcome = await casework.chooseRoute({ principal, consultationId, code, route });
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problems);
    line(terminal, words[terminal.language].chosen(route));
  });
}

async function make(context: Context, code: string, options: Report): Promise<void> {
  const { terminal } = context;
  const say = words[terminal.language];
  const { output, language, verifyAt } = options;
  await context.withSystem(async ({ casework }) => {
    const home = await casework.findOwnHome(code);
    if (home === undefined) throw new CommandRefusal(say.none(code));
    const principal = operatorOf(options);
    const outcome = await casework.issueReport(principal, home);
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problems);
    const { report } = outcome;
    const { reportId } = report;
    const asked = { home, reportId, language, verifyAt };
    const written = await casework.writeReport(principal, asked);
    if (written.kind === 'refused') throw refusalOf(terminal, [written.problem]);
    if (written.kind === 'not-found') throw new CommandRefusal(say.none(code));
    writeFileSync(resolve(terminal.cwd, output), written.bytes);
    line(terminal, say.made(output, report.code));
  });
}

async function verify(context: Context, code: string): Promise<void> {
  const { terminal } = context;
  const say = words[terminal.language];
  await context.withSystem(async ({ casework }) => {
    const outcome = await casework.verifyReport({ kind: 'anonymous' }, code);
    if (outcome.kind === 'refused') throw refusalOf(terminal, [outcome.problem]);
    const { report, holdsToday } = outcome.view;
    const { name, code: of } = report.subject;
    line(terminal, say.genuine(name ?? of, report.on));
    line(terminal, holdsToday ? say.holds : say.holdsNot);
  });
}

function refusalOf({ language }: Terminal, problems: readonly Problem[]): CommandRefusal {
  const said = problems.map((each) => {
    const { title, detail, todo } = problemText(each, language);
    return `${title}. ${detail} ${todo}`;
  });
  return new CommandRefusal(said.join('\n'));
}
