import type { ReportCardsView, ReportCardView } from '@credence/casework';
import { localise } from '@credence/domain';
import { describeFigure, type FigureText } from '@credence/portal';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';

interface Asked {
  readonly year?: string;
  readonly format: 'text' | 'json';
}

const words = {
  zh: {
    unknown: (office: string) =>
      `没有代码为“${office}”的机关或者单位；credence report-card 列出全部机关。`,
    year: (given: string, years: string) =>
      `--year 写的是“${given}”；可以写的年份：${years || '无'}；不写则为近十二个月。`,
    counting: '案件较多，正在计算。请过几分钟再看。',
    place: (place: number) => `第 ${String(place)} 名`,
  },
  en: {
    unknown: (office: string) =>
      `No office has the code "${office}"; credence report-card lists them all.`,
    year: (given: string, years: string) =>
      `--year is "${given}"; years that are over: ${years || 'none'}; without it, the twelve months.`,
    counting: 'There are many cases, and they are being counted. Look again in a few minutes.',
    place: (place: number) => `place ${String(place)}`,
  },
} as const;

/** `credence report-card [OFFICE]`: how one office served, or all of them by a service. */
export function addReportCardCommand(program: Command, context: Context): void {
  program
    .command('report-card')
    .description('how an office served and kept its own word; without one, all offices by service')
    .argument('[office]', 'code of the agency, or id of the public body')
    .option('--year <year>', 'a year that is over; absent: the twelve months up to today')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action((office: string | undefined, asked: Asked) =>
      office === undefined ? showAll(context, asked) : showOne(context, office, asked),
    );
}

async function showOne(context: Context, office: string, asked: Asked): Promise<void> {
  const { terminal } = context;
  const say = words[terminal.language];
  await context.withSystem(async ({ casework }) => {
    const found = await casework.viewReportCard(office, queryOf(terminal, asked));
    if (found.kind === 'not-found') throw new CommandRefusal(say.unknown(office));
    if (found.kind === 'no-such-year') throw wrongYear(terminal, asked, found.years);
    if (asked.format === 'json') line(terminal, JSON.stringify(found.view, undefined, 2));
    else printCard(terminal, found.view);
  });
}

async function showAll(context: Context, asked: Asked): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const found = await casework.listReportCards(queryOf(terminal, asked));
    if (found.kind === 'no-such-year') throw wrongYear(terminal, asked, found.years);
    if (asked.format === 'json') line(terminal, JSON.stringify(found.view, undefined, 2));
    else printAll(terminal, found.view);
  });
}

function queryOf(terminal: Terminal, asked: Asked): { readonly year?: number } {
  const { year } = asked;
  if (year === undefined) return {};
  if (!/^\d{4}$/.test(year)) throw wrongYear(terminal, asked, []);
  return { year: Number(year) };
}

function wrongYear(
  { language }: Terminal,
  { year = '' }: Asked,
  years: readonly number[],
): CommandRefusal {
  const listed = years.length === 0 ? 'YYYY' : years.join(', ');
  return new CommandRefusal(words[language].year(year, listed), exits.wrongUse);
}

function printCard(terminal: Terminal, { office, time, figures }: ReportCardView): void {
  const { language } = terminal;
  line(terminal, `${localise(office.name, language).text}  ${time.from} – ${time.until}`);
  if (figures === undefined) line(terminal, words[language].counting);
  for (const figure of figures ?? []) printFigure(terminal, describeFigure(figure, language));
}

function printFigure(terminal: Terminal, { title, value, definition }: FigureText): void {
  line(terminal, `${title}: ${value}`);
  line(terminal, `    ${definition}`);
}

function printAll(terminal: Terminal, { lines, by, beingCounted }: ReportCardsView): void {
  const { language } = terminal;
  const say = words[language];
  if (beingCounted) line(terminal, say.counting);
  for (const { office, figures, places } of lines) {
    const figure = figures.find(({ id }) => id === by);
    const place = places[by];
    const said = [
      office.code ?? office.organisation ?? '',
      localise(office.name, language).text,
      ...(place === undefined ? [] : [say.place(place)]),
      ...(figure === undefined ? [] : [describeFigure(figure, language).value]),
    ];
    line(terminal, said.join('  '));
  }
}
