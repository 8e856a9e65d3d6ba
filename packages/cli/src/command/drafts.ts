import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import {
  commentShown,
  type Casework,
  type KnownPrincipal,
  type RuleDraftDeskView,
  type RuleDraftLine,
} from '@credence/casework';
import { localise, type Problem } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface Office {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
}

interface ReadOptions extends Office {
  readonly format: 'text' | 'json';
}

interface AnswerOptions extends Office {
  readonly text?: string;
  readonly textFile?: string;
  readonly shows: string;
}

/** `credence rulebook drafts|draft-state|answer|approve`: the legal desk without a desk. */
export function addDraftsCommands(rulebook: Command, context: Context): void {
  inOffice(rulebook.command('drafts').description('list drafts with where each stands'))
    .addOption(formatOption())
    .action((options: ReadOptions) => listDrafts(context, options));
  inOffice(rulebook.command('draft-state').description('steps, comments, approvals of a draft'))
    .argument('<hash>', 'its hash, or how it begins')
    .addOption(formatOption())
    .action((hash: string, options: ReadOptions) => showDraft(context, hash, options));
  inOffice(rulebook.command('answer').description('answer comments; both are then public'))
    .argument('<hash>', 'hash of the draft, or how it begins')
    .argument('<numbers...>', 'numbers of the comments that this answers')
    .option('--text <text>', 'the answer')
    .option('--text-file <file>', 'a file that holds it')
    .addOption(
      new Option('--shows <what>', 'whether the comment itself is published')
        .choices(commentShown)
        .default('whole'),
    )
    .action((hash: string, numbers: readonly string[], options: AnswerOptions) =>
      answer(context, { hash, numbers, options }),
    );
  inOffice(rulebook.command('approve').description('one of the two approvals of a draft'))
    .argument('<hash>', 'its hash, or how it begins')
    .action((hash: string, options: Office) => approve(context, hash, options));
}

function inOffice(command: Command): Command {
  return command
    .requiredOption('--agency <code>', 'the agency that drafts')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'legal_officer');
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');
}

function officeOf({ agency, official, role }: Office): KnownPrincipal {
  return { kind: 'operator', name: official, agency, role };
}

async function listDrafts(context: Context, options: ReadOptions): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const drafts = await draftsOf(casework, { terminal, office: options });
    if (options.format === 'json') line(terminal, JSON.stringify(drafts));
    else for (const draft of drafts) line(terminal, lineOf(terminal, draft));
  });
}

async function draftsOf(
  casework: Casework,
  { terminal, office }: { readonly terminal: Terminal; readonly office: Office },
): Promise<readonly RuleDraftLine[]> {
  const found = await casework.listRuleDrafts(officeOf(office));
  if (found.kind === 'refused') throw refusalOf(terminal, found.problem);
  return found.view.drafts;
}

function lineOf(terminal: Terminal, draft: RuleDraftLine): string {
  const { hash, code, state, published, unanswered, title } = draft;
  const until = published?.commentUntil ?? '-';
  const named = localise(title, terminal.language).text;
  return [hash.slice(0, 16), code, state, until, String(unanswered), named].join('  ');
}

/** The one draft whose hash begins so. */
async function findHash(
  casework: Casework,
  given: { readonly terminal: Terminal; readonly office: Office; readonly start: string },
): Promise<string> {
  const { start } = given;
  const drafts = await draftsOf(casework, given);
  const fits = drafts.filter(({ hash }) => start.length >= 8 && hash.startsWith(start));
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only.hash;
  const known = drafts.map(({ hash, code }) => `${hash.slice(0, 16)} ${code}`).join(', ') || '-';
  throw new CommandRefusal(
    `${start} names ${fits.length} drafts; give at least 8 digits of one of: ${known}.`,
  );
}

async function showDraft(context: Context, start: string, options: ReadOptions): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const hash = await findHash(casework, { terminal, office: options, start });
    const found = await casework.viewRuleDraft(officeOf(options), hash);
    if (found.kind === 'not-found') throw new CommandRefusal(`There is no draft ${hash}.`);
    if (found.kind === 'refused') throw refusalOf(terminal, found.problem);
    if (options.format === 'json') line(terminal, JSON.stringify(found.view));
    else printDraft(terminal, found.view);
  });
}

function printDraft(terminal: Terminal, view: RuleDraftDeskView): void {
  const zh = terminal.language === 'zh';
  line(terminal, lineOf(terminal, view.draft));
  const due = view.stepsDue.join(', ');
  const mayBe = zh ? '可以批准' : 'may be approved';
  line(terminal, `${zh ? '尚缺' : 'due'}: ${due === '' ? mayBe : due}`);
  for (const { report, signature } of view.reports) line(terminal, `${report}  ${signature}`);
  for (const { number, on, text } of view.waiting) line(terminal, `? ${number}  ${on}  ${text}`);
  for (const { number, on, text = '*', answer: given } of view.comments) {
    line(terminal, `= ${number}  ${on}  ${text}  ->  ${given.on}  ${given.text}`);
  }
  for (const { official, role, on } of view.approvals) {
    line(terminal, `+ ${official}  ${role}  ${on}`);
  }
}

async function answer(
  context: Context,
  given: {
    readonly hash: string;
    readonly numbers: readonly string[];
    readonly options: AnswerOptions;
  },
): Promise<void> {
  const { terminal } = context;
  const { numbers, options } = given;
  const { text, textFile, shows } = options;
  const said =
    textFile === undefined ? text : readFileSync(resolve(terminal.cwd, textFile), 'utf8');
  if (said === undefined) throw new CommandRefusal('Give --text or --text-file.');
  await context.withSystem(async ({ casework }) => {
    const hash = await findHash(casework, { terminal, office: options, start: given.hash });
    const command = { hash, numbers, text: said, shows };
    const outcome = await casework.answerComments(officeOf(options), command);
    if (outcome.kind === 'not-found') throw new CommandRefusal(`There is no draft ${hash}.`);
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
    line(terminal, `${hash.slice(0, 16)}  ${outcome.kind}  ${outcome.count}`);
  });
}

async function approve(context: Context, start: string, options: Office): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const hash = await findHash(casework, { terminal, office: options, start });
    const outcome = await casework.approveDraft(officeOf(options), hash);
    if (outcome.kind === 'not-found') throw new CommandRefusal(`There is no draft ${hash}.`);
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
    line(terminal, `${outcome.code}  ${hash.slice(0, 16)}  ${outcome.kind}`);
  });
}

function refusalOf(terminal: Terminal, occurred: Problem): CommandRefusal {
  const { title, detail, todo } = problemText(occurred, terminal.language);
  return new CommandRefusal(`${title}. ${detail} ${todo}`);
}
