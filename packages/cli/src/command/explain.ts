import {
  dayBegins,
  isPurpose,
  purposes,
  type ExplainView,
  type ProgramAnswer,
  type ReplayTimes,
} from '@credence/casework';
import {
  addDays,
  instant,
  instantOf,
  localise,
  parseCivilDate,
  toIso,
  type CivilDate,
  type Instant,
  type Language,
} from '@credence/domain';
import { writeTraceJson } from '@credence/rulebook';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface ExplainOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly lawAt?: string;
  readonly program?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json';
  readonly agency?: string;
  readonly official?: string;
  readonly role: string;
  readonly purpose: string;
}

/** `credence rulebook explain CODE`: what the rules make of one organisation, and why. */
export function addExplainCommand(rulebook: Command, context: Context): void {
  rulebook
    .command('explain')
    .description(
      'say what the rules make of an organisation on a day, step by step, and why; ' +
        'or what the profile of a sector chooses',
    )
    .argument('<code>', 'code of the organisation, or id of a profile of a sector, e.g. cn.food')
    .option('--as-of <day>', 'the day it is about; today unless said')
    .option('--known-at <moment>', 'what had been recorded by then: a moment, or the end of a day')
    .option('--law-at <day>', 'the law of that day; that of --as-of unless said')
    .option('--program <id>', 'one program of the edition, e.g. cn.inspection; all unless said')
    .addOption(new Option('--lang <language>', 'language of the text').choices(['zh', 'en']))
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('--agency <code>', 'of an organisation: the agency for which it is looked up')
    .option('--official <name>', 'of an organisation: who looks; the register writes it down')
    .option('--role <role>', 'in which office', 'legal_officer')
    .option('--purpose <purpose>', 'why: supervision, review, oversight', 'supervision')
    .action((code: string, options: ExplainOptions) =>
      isSectorId(code)
        ? explainSector(context, code, options)
        : explain(context, code, withReader(options)),
    );
}

/** Codes of organisations have no dot. */
function isSectorId(code: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(code);
}

type ReadOptions = ExplainOptions & { readonly agency: string; readonly official: string };

/** The rules are anyone's to read; an organisation is looked up by somebody, for an office. */
function withReader(options: ExplainOptions): ReadOptions {
  const { agency, official } = options;
  if (agency === undefined || official === undefined) {
    throw wrongUse('An organisation is looked up with --agency CODE and --official NAME.');
  }
  return { ...options, agency, official };
}

/** `credence rulebook explain cn.food`: the profile in plain words. */
async function explainSector(
  context: Context,
  id: string,
  { asOf, lawAt, lang, format }: ExplainOptions,
): Promise<void> {
  const { terminal } = context;
  const day = lawAt ?? asOf;
  const { sectors } = await context.withSystem(({ casework }) =>
    casework.listSectors(day === undefined ? {} : { day: dayOf('--law-at', day) }),
  );
  const found = sectors.find(({ sector }) => sector === id);
  if (found === undefined) {
    const known = sectors.map(({ sector }) => sector).join(', ') || '—';
    throw new CommandRefusal(`There is no profile of a sector ${id}; there are: ${known}.`);
  }
  const { inWords, ...profile } = found;
  const text = inWords[lang ?? terminal.language].join('\n');
  line(terminal, format === 'json' ? JSON.stringify(profile) : text);
}

async function explain(context: Context, code: string, options: ReadOptions): Promise<void> {
  const { terminal } = context;
  const { agency, official: name, role, purpose, program } = options;
  const language = options.lang ?? terminal.language;
  if (!isPurpose(purpose)) {
    throw wrongUse(`--purpose ${purpose}: accepted are ${purposes.join(', ')}.`);
  }
  const view = await context.withSystem(async ({ casework }) => {
    const { zone } = await casework.clock();
    const outcome = await casework.explainSubject(
      { kind: 'operator', name, agency, role },
      {
        subject: { by: 'code', code },
        times: timesOf(options, zone),
        purpose,
        ...(program === undefined ? {} : { program }),
      },
    );
    if (outcome.kind === 'found') return outcome.view;
    if (outcome.kind === 'not-found') {
      throw new CommandRefusal(`Nothing was known of ${code} at that time; check its characters.`);
    }
    const { title, detail, todo } = problemText(outcome.problem, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  });
  line(terminal, options.format === 'json' ? asJson(view) : asText(view, language));
}

function timesOf({ asOf, knownAt, lawAt }: ExplainOptions, zone: string): ReplayTimes {
  return {
    ...(asOf === undefined ? {} : { asOf: dayOf('--as-of', asOf) }),
    ...(knownAt === undefined ? {} : { knownAt: momentOf(knownAt, zone) }),
    ...(lawAt === undefined ? {} : { lawAt: dayOf('--law-at', lawAt) }),
  };
}

function dayOf(option: string, text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === undefined) throw wrongUse(`${option} ${text}: a day, e.g. 2026-05-04.`);
  return day;
}

/** A moment, or the last one of a day in the zone of the register. */
function momentOf(text: string, zone: string): Instant {
  const day = parseCivilDate(text);
  if (day !== undefined) return instant(dayBegins(addDays(day, 1), zone) - 1);
  const moment = instantOf(text);
  if (moment !== undefined) return moment;
  throw wrongUse(`--known-at ${text}: a day, or a moment such as 2026-05-04T12:00:00Z.`);
}

function wrongUse(message: string): CommandRefusal {
  return new CommandRefusal(message, exits.wrongUse);
}

/** The traces are canonical JSON, so that whoever hashes what is printed gets the hash beside it. */
function asJson({ subject, asOf, knownAt, lawAt, law, answers }: ExplainView): string {
  const head = { subject, asOf, knownAt: toIso(knownAt), lawAt, law };
  const programs = answers.map((answer) => {
    const { kind, id } = answer.program;
    const program = `${kind}:${id}`;
    if (answer.kind === 'facts-missing') return { program, missing: answer.faults };
    const trace: unknown = JSON.parse(writeTraceJson(answer.trace));
    return { program, hash: answer.hash, trace };
  });
  return JSON.stringify({ ...head, programs });
}

function asText({ subject, law, answers }: ExplainView, language: Language): string {
  const code = subject.identifiers.map(({ value }) => value).join(', ');
  const title = localise(law.title, language).text;
  const head = [`${subject.name ?? code}  ${code}`, `${title}  ${law.code}  ${law.hash}`];
  const none = {
    zh: '这一版规则不对任何主体作计算。',
    en: 'This edition computes nothing about anyone.',
  };
  const parts = answers.map((answer) => wordsOf(answer, language));
  return [head.join('\n'), ...(parts.length === 0 ? [none[language]] : parts)].join('\n\n');
}

function wordsOf(answer: ProgramAnswer, language: Language): string {
  const { kind, id, title } = answer.program;
  const head = `${localise(title, language).text}  ${kind}:${id}`;
  if (answer.kind === 'explained') {
    const label = language === 'zh' ? '指纹' : 'Fingerprint';
    return `${head}\n${answer.text[language]}${label} ${answer.hash}`;
  }
  const words = {
    zh: '缺少以下事实，无法得出结果：',
    en: 'No result: these facts are not known:',
  };
  return [head, words[language], ...answer.faults.map(({ at }) => `  ${at}`)].join('\n');
}
