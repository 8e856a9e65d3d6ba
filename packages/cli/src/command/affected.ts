import type { AffectedRules, AffectedView, ArticleEnd, RestingRule } from '@credence/casework';
import { localise, type Language } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, line } from '../terminal.ts';
import type { Context } from './context.ts';

interface AffectedOptions {
  readonly source: string;
  readonly at?: string;
  readonly lang?: Language;
  readonly format: 'text' | 'json';
}

/** `credence rulebook affected`: an article changes; these rules rest on it, and so many subjects. */
export function addAffectedCommand(rulebook: Command, context: Context): void {
  rulebook
    .command('affected')
    .description('say which rules rest on an article, what follows if it ends, and whom they touch')
    .requiredOption('--source <id>', 'source of law, as its card is called')
    .option('--at <article>', 'one article of it, e.g. art-2; all of them unless said')
    .addOption(new Option('--lang <language>', 'language of the text').choices(['zh', 'en']))
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action((options: AffectedOptions) => affected(context, options));
}

async function affected(context: Context, options: AffectedOptions): Promise<void> {
  const { terminal } = context;
  const { source, at, format, lang } = options;
  const view = await context.withSystem(async ({ casework }) => {
    const found = await casework.viewAffected({ source, ...(at === undefined ? {} : { at }) });
    if (found.kind === 'found') return found.view;
    const cited = at === undefined ? source : `${source} ${at}`;
    throw new CommandRefusal(
      `No promulgated edition has ${cited}; an edition names its sources in the folder sources/.`,
    );
  });
  const asText = (): string => writeAffected(view, lang ?? terminal.language);
  line(terminal, format === 'json' ? JSON.stringify(view) : asText());
}

const zh = {
  none: '没有规则以它为依据。',
  until: (from: string, until: string) =>
    `${from} 起，${until === 'none' ? '无终止日期' : `至 ${until}（不含）`}`,
  end: {
    ends: (on: string) => `${on} 失效，没有别的法条接续：以它为依据的当日停止`,
    transition: (on: string) => `${on} 失效，过渡办法由另一法条规定`,
    replaced: (on: string) => `${on} 由另一文件代替，没有延续：以它为依据的当日停止`,
    carried: (on: string) => `${on} 由另一文件代替并延续：正在进行的按新旧两条中较窄的一条办理`,
  } satisfies Record<ArticleEnd['kind'], (on: string) => string>,
  follows: { suspended: '如失效：当日停止', 'goes-on': '如失效：继续，另有依据' },
  replaced: '如由另一法条接续：按新旧两条中较窄的一条办理',
  through: (card: string) => `经由 ${card}`,
  subjects: (count: number) => `涉及 ${String(count)} 个主体`,
  withheld: '涉及的主体数不公布：少于10个，或者会推出小数',
};

const en: typeof zh = {
  none: 'No rule rests on it.',
  until: (from, until) => (until === 'none' ? `from ${from}` : `from ${from}, until ${until}`),
  end: {
    ends: (on) => `Ends on ${on}; nothing carries it on: what rests on it is suspended that day`,
    transition: (on) => `Ends on ${on}; another article orders the transition`,
    replaced: (on) => `Replaced on ${on}, not carried on: what rests on it is suspended that day`,
    carried: (on) => `Replaced on ${on} and carried on: the narrower of both texts holds`,
  },
  follows: {
    suspended: 'if it ends: suspended the same day',
    'goes-on': 'if it ends: goes on, other articles carry it too',
  },
  replaced: 'if another carries it on: the narrower of both texts',
  through: (card) => `through ${card}`,
  subjects: (count) => `${String(count)} ${count === 1 ? 'subject' : 'subjects'}`,
  withheld: 'subjects withheld: fewer than 10, or would give such a count away',
};

function writeAffected({ source, at, editions }: AffectedView, language: Language): string {
  const title = localise(source.title, language).text;
  const head = [title, source.id, ...(at === undefined ? [] : [at])].join('  ');
  return [head, ...editions.map((each) => writeEdition(each, language))].join('\n\n');
}

function writeEdition({ edition, ends, rules }: AffectedRules, language: Language): string {
  const say = language === 'zh' ? zh : en;
  const { code, inForceFrom, inForceUntil } = edition;
  const lines = [`${code}  ${say.until(inForceFrom, inForceUntil)}`];
  for (const { articles, end } of ends) {
    lines.push(`${articles.join(', ')}  ${say.end[end.kind](end.on)}`);
  }
  if (rules.length === 0) lines.push(say.none);
  return [...lines, ...rules.map((rule) => `  ${writeRule(rule, language)}`)].join('\n');
}

function writeRule(
  { card, paths, through, ifEnded, subjects }: RestingRule,
  language: Language,
): string {
  const say = language === 'zh' ? zh : en;
  const touched =
    subjects === undefined ? [] : [subjects === null ? say.withheld : say.subjects(subjects)];
  return [
    `${card.kind}:${card.id}`,
    localise(card.title, language).text,
    through === undefined ? paths.join(', ') : say.through(`${through.kind}:${through.id}`),
    ...(ifEnded === undefined ? [] : [say.follows[ifEnded], say.replaced]),
    ...touched,
  ].join('  ');
}
