import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface ImportOptions {
  readonly agency: string;
  readonly official: string;
  readonly check?: true;
  readonly format: 'text' | 'json';
}

interface ExportOptions {
  readonly code: string;
  readonly out?: string;
  readonly whole?: true;
  readonly agency?: string;
  readonly official?: string;
}

const words = {
  zh: {
    taken: (contracts: number, steps: number) => `写入 ${contracts} 份合同、${steps} 项履行情况。`,
    checked: (contracts: number, steps: number) =>
      `可以写入 ${contracts} 份合同、${steps} 项履行情况；这次没有写入。`,
    rest: (known: number, fields: number, setAside: number) =>
      `已有 ${known} 份；未读取涉及个人的字段 ${fields} 个；因当事方是个人而搁置 ${setAside} 份。`,
    who: '--whole 须同时写明 --agency 和 --official：读取会留下记录。',
    missing: (path: string) => `找不到文件 ${path}。`,
    unknown: (code: string) => `没有代码为 ${code} 的机关或者事业单位。`,
  },
  en: {
    taken: (contracts: number, steps: number) => `${contracts} contracts and ${steps} steps taken.`,
    checked: (contracts: number, steps: number) =>
      `${contracts} contracts and ${steps} steps could be taken; nothing was stored.`,
    rest: (known: number, fields: number, setAside: number) =>
      `${known} known; ${fields} fields about people not read; ${setAside} set aside, a party being a person.`,
    who: '--whole needs --agency and --official: who reads is written down.',
    missing: (path: string) => `There is no file ${path}.`,
    unknown: (code: string) => `No public body has the code ${code}.`,
  },
} as const;

/** `credence contract import|export`: files of the open contracting standard. */
export function addContractCommands(program: Command, context: Context): void {
  const contract = program
    .command('contract')
    .description('contracts of public bodies, as files of OCDS 1.1');
  contract
    .command('import')
    .description('take a release package: all of it, or nothing')
    .argument('<file>', 'a JSON file')
    .requiredOption('--agency <code>', 'the office that hands it over')
    .requiredOption('--official <name>', 'who does so')
    .option('--check', 'say what would be taken, and store nothing')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action((path: string, options: ImportOptions) => importFile(context, path, options));
  contract
    .command('export')
    .description('write the contracts of a public body as a release package')
    .requiredOption('--code <code>', 'its unified code')
    .option('--out <file>', 'where to; absent: to the terminal')
    .option('--whole', 'every contract, with suppliers by name; else what anyone may read')
    .option('--agency <code>', 'with --whole: the office that reads')
    .option('--official <name>', 'with --whole: who does so; the body sees that it was read')
    .action((options: ExportOptions) => exportFile(context, options));
}

async function importFile(context: Context, path: string, options: ImportOptions): Promise<void> {
  const { terminal } = context;
  const say = words[terminal.language];
  const from = resolve(terminal.cwd, path);
  if (!existsSync(from)) throw new CommandRefusal(say.missing(path), exits.wrongUse);
  const file = readFileSync(from, 'utf8');
  const { agency, official, check = false, format } = options;
  const actor = { official, agency, role: 'data_officer' };
  await context.withSystem(async ({ casework }) => {
    const outcome = await casework.importContracts({ actor, file, check });
    if (outcome.kind === 'refused') {
      if (format === 'json') line(terminal, JSON.stringify(outcome));
      const said = outcome.problems.map((each) => problemText(each, terminal.language).detail);
      throw new CommandRefusal(said.join('\n'));
    }
    if (format === 'json') {
      line(terminal, JSON.stringify(outcome));
      return;
    }
    const { contracts, steps, known, personFields, setAside } = outcome;
    line(terminal, check ? say.checked(contracts, steps) : say.taken(contracts, steps));
    line(terminal, say.rest(known, personFields, setAside));
  });
}

async function exportFile(context: Context, options: ExportOptions): Promise<void> {
  const { terminal } = context;
  const { code, out, whole = false, agency, official } = options;
  if (whole && (agency === undefined || official === undefined)) {
    throw new CommandRefusal(words[terminal.language].who, exits.wrongUse);
  }
  const wholeFor = { official: official ?? '', agency: agency ?? '', role: 'data_officer' };
  await context.withSystem(async ({ casework }) => {
    const subject = await casework.viewSubject({ by: 'code', code });
    const found =
      subject.kind === 'found'
        ? await casework.exportContracts(subject.view.subject.id, whole ? { wholeFor } : {})
        : subject;
    if (found.kind !== 'found') throw unknownBody(terminal, code);
    const text = JSON.stringify(found.view, undefined, 2);
    if (out === undefined) line(terminal, text);
    else writeFileSync(resolve(terminal.cwd, out), `${text}\n`);
  });
}

function unknownBody({ language }: Terminal, code: string): CommandRefusal {
  return new CommandRefusal(words[language].unknown(code));
}
