import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { recomputeReceipt, type PublicKey, type Recomputation } from '@credence/casework';
import type { Edition } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { findEditionFolder } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import { problemText } from './problem-text.ts';
import { ownKeys, readJson, readKeys } from './receipt.ts';

const words = {
  zh: {
    made: (card: string, on: string, result: string) =>
      `已于 ${on} 作出 ${card}，结果为 ${result}。`,
    holds: '现有评价仍然有效，没有作出新的评价。',
    agrees: (program: string, result: string) => `一致：${program} 的结果为 ${result}。`,
    signed: '签名有效。',
    unsigned: '没有给出公开密钥，签名未核对；用 --keys 给出 /api/v1/keys 的回答。',
    differs: (count: number) => `不一致，共 ${String(count)} 处：`,
    fault: (at: string, stated: string, computed: string) =>
      `  ${at}：回执为 ${stated}，重算为 ${computed}`,
  },
  en: {
    made: (card: string, on: string, result: string) => `${card} made on ${on}: ${result}.`,
    holds: 'The evaluation that stands holds; none was made.',
    agrees: (program: string, result: string) => `Agrees: ${program} gives ${result}.`,
    signed: 'The signature is valid.',
    unsigned: 'No public key given, signature not checked; give /api/v1/keys with --keys.',
    differs: (count: number) => `Does not agree, in ${String(count)} places:`,
    fault: (at: string, stated: string, computed: string) =>
      `  ${at}: stated ${stated}, computed ${computed}`,
  },
} as const;

interface Look {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
  readonly output?: string;
}

interface Recompute {
  readonly edition?: string;
  readonly keys?: string;
  readonly format: 'text' | 'json';
}

/** `credence class receipt CODE` and `credence class recompute RECEIPT.json`, the latter offline. */
export function addClassCommands(program: Command, context: Context, exit: Exit): void {
  const group = program.command('class').description('classes and evaluations, as receipts');
  group
    .command('receipt')
    .description('what the classes of an organisation are computed from, signed')
    .argument('<code>', 'code of the organisation')
    .requiredOption('--agency <code>', 'the agency for which it is looked up')
    .requiredOption('--official <name>', 'who looks; the register writes it down with the look')
    .option('--role <role>', 'in which office', 'legal_officer')
    .option('--output <file>', 'write it there')
    .action((code: string, options: Look) => giveReceipts(context, code, options));
  group
    .command('evaluate')
    .description('make the first evaluation of an organisation before its yearly day')
    .argument('<code>', 'code of the organisation')
    .requiredOption('--agency <code>', 'the authority that answers for it')
    .requiredOption('--official <name>', 'who makes it; the register writes it down')
    .option('--role <role>', 'in which office', 'legal_officer')
    .action((code: string, options: Look) => evaluate(context, code, options));
  group
    .command('recompute')
    .description('compute receipts again from an edition alone; exits 1 where they do not agree')
    .argument('<file>', 'a receipt, or several as they were handed out')
    .option('--edition <folder>', 'folder of the edition; absent: the shipped one of that code')
    .option('--keys <file>', 'public keys: the answer of /api/v1/keys; absent: this data folder')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action((path: string, options: Recompute) => recompute(context, exit, path, options));
}

async function giveReceipts(context: Context, code: string, options: Look): Promise<void> {
  const { terminal } = context;
  const { agency, official: name, role, output } = options;
  const receipts = await context.withSystem(async ({ casework }) => {
    const outcome = await casework.viewReceipts(
      { kind: 'operator', name, agency, role },
      { subject: { by: 'code', code }, times: {}, purpose: 'supervision' },
    );
    if (outcome.kind === 'found') {
      const { receipts: own, evaluations } = outcome.view;
      const kept = evaluations.flatMap(({ receipt }) => receipt ?? []);
      return [...own, ...kept].map(({ signed }) => signed);
    }
    if (outcome.kind === 'not-found') {
      throw new CommandRefusal(`Nothing is known of ${code}; check its characters.`);
    }
    const { title, detail, todo } = problemText(outcome.problem, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  });
  const text = JSON.stringify({ receipts }, undefined, 2);
  if (output === undefined) line(terminal, text);
  else writeFileSync(resolve(terminal.cwd, output), `${text}\n`);
}

async function evaluate(context: Context, code: string, options: Look): Promise<void> {
  const { terminal } = context;
  const { agency, official: name, role } = options;
  const outcome = await context.withSystem(({ casework }) =>
    casework.evaluateNow({ kind: 'operator', name, agency, role }, { by: 'code', code }),
  );
  const say = words[terminal.language];
  if (outcome.kind === 'not-found') {
    throw new CommandRefusal(`Nothing is known of ${code}; check its characters.`);
  }
  if (outcome.kind === 'refused') {
    const { title, detail, todo } = problemText(outcome.problem, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  }
  if (outcome.made.length === 0) line(terminal, say.holds);
  for (const { card, on, result } of outcome.made) line(terminal, say.made(card, on, result));
}

function recompute(
  { terminal, environment }: Context,
  exit: Exit,
  path: string,
  options: Recompute,
): void {
  const content = readJson(terminal, path);
  const keys = options.keys === undefined ? ownKeys(environment) : readKeys(terminal, options.keys);
  const editions = new Map<string, Edition>();
  const editionOf = (name: string): Edition => {
    const known = editions.get(name);
    if (known !== undefined) return known;
    const { editions: loaded } = checkFolder(findEditionFolder(terminal.cwd, name));
    const last = loaded.at(-1);
    if (last === undefined) throw new CommandRefusal(`${name} does not load.`);
    editions.set(name, last);
    return last;
  };
  const results = receiptsIn(content).map((receipt) => {
    const edition = editionOf(options.edition ?? codeOf(receipt));
    return recomputeReceipt(receipt, edition, keyFor(receipt, keys));
  });
  if (results.some(({ kind }) => kind === 'differs')) exit.with(exits.refused);
  if (options.format === 'json') line(terminal, JSON.stringify(results, undefined, 2));
  else for (const result of results) print({ terminal }, result);
}

function print({ terminal }: Pick<Context, 'terminal'>, result: Recomputation): void {
  const say = words[terminal.language];
  if (result.kind === 'agrees') {
    const signature = result.signature === 'valid' ? say.signed : say.unsigned;
    line(terminal, `${say.agrees(result.program, result.result)} ${signature}`);
    return;
  }
  line(terminal, say.differs(result.faults.length));
  for (const { at, stated, computed } of result.faults) {
    line(terminal, say.fault(at, stated, computed));
  }
}

/** A file holds one receipt, or the list of them that a desk hands out. */
function receiptsIn(content: unknown): readonly unknown[] {
  const list = memberOf(content, 'receipts');
  return Array.isArray(list) ? list : [content];
}

function codeOf(receipt: unknown): string {
  const code = memberOf(memberOf(memberOf(receipt, 'receipt'), 'edition'), 'code');
  if (typeof code === 'string' && /^[a-z0-9.-]+$/.test(code)) return code;
  throw new CommandRefusal('The file holds no receipt of a class.', exits.wrongUse);
}

function keyFor(receipt: unknown, keys: readonly PublicKey[]): PublicKey | undefined {
  const id = memberOf(memberOf(receipt, 'signature'), 'keyId');
  // A receipt that names a key nobody knows is held against one that is known, and fails.
  return keys.find(({ keyId }) => keyId === id) ?? keys[0];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
