import {
  impactTables,
  impactTitles,
  statesTrait,
  writeImpactSentences,
  type ImpactTable,
  type ImpactView,
  type ImpactWarning,
  type MoversView,
  type ProgramImpact,
} from '@credence/casework';
import { localise, type Language, type Localised } from '@credence/domain';

const words = {
  zh: {
    star: '* 少于10家或据此可以推算的数，不公布。',
    notCompared: '未比较',
    fingerprint: '指纹',
    withheldWhole: '  全表未公布',
    notStated: '  登记信息中没有这一项',
    noMovers: '没有单位的分类发生变化。',
    more: (last: string) => `还有更多；用 --after ${last} 查看下一页。`,
  },
  en: {
    star: '* below ten, or would give such a count away.',
    notCompared: 'Not compared',
    fingerprint: 'Fingerprint',
    withheldWhole: '  withheld whole',
    notStated: '  registrations do not state it',
    noMovers: 'Nobody moves.',
    more: (last: string) => `There are more: --after ${last} has the next page.`,
  },
} as const satisfies Record<Language, unknown>;

/** The report as text: a star stands for a count that is withheld. */
export function writeImpact(view: ImpactView, language: Language): string {
  const { baseline, draft, asOf, programs, notCompared, guards, hash } = view;
  const say = words[language];
  const lines = [
    `${baseline.code} ${baseline.hash.slice(0, 16)} -> ${draft.code} ${draft.hash.slice(0, 16)}  ${asOf}`,
    say.star,
    ...programs.flatMap((program) => writeProgram(program, language)),
    '',
    ...(notCompared.length === 0 ? [] : [`${say.notCompared}: ${notCompared.join(', ')}`]),
    ...guards.new.map((warning) => `+ ${writeWarning(warning, language)}`),
    ...guards.gone.map((warning) => `- ${writeWarning(warning, language)}`),
    `${say.fingerprint} ${hash}`,
  ];
  return lines.join('\n');
}

function writeProgram(program: ProgramImpact, language: Language): readonly string[] {
  const { kind, id, title } = program.program;
  return [
    `\n${localise(title, language).text}  ${kind}:${id}`,
    ...writeImpactSentences(program, language),
    ...impactTables.flatMap((name) => [
      '',
      impactTitles[name][language],
      ...writeTable(program[name], language),
    ]),
  ];
}

function writeTable(table: ImpactTable, language: Language): readonly string[] {
  const { rows, columns, counts } = table;
  if (!statesTrait(table)) return [words[language].notStated];
  if (counts === undefined) return [words[language].withheldWhole];
  const cells = (line: readonly (number | null)[]) => line.map((count) => count ?? '*').join('\t');
  return [
    `  \t${columns.map((each) => labelOf(each, language)).join('\t')}\tΣ`,
    ...rows.map((row, at) => {
      const line = [...(counts.cells[at] ?? []), counts.rowTotals[at] ?? null];
      return `  ${labelOf(row, language)}\t${cells(line)}`;
    }),
    `  Σ\t${cells([...counts.columnTotals, counts.total])}`,
  ];
}

function labelOf(
  { code, title }: { readonly code: string; readonly title?: Localised },
  language: Language,
): string {
  return title === undefined ? code : localise(title, language).text;
}

function writeWarning({ rule, card, field, message }: ImpactWarning, language: Language): string {
  const place = [card, field].filter((part) => part !== undefined && part !== '').join(' ');
  return `${rule}${place === '' ? '' : `  ${place}`}${language === 'zh' ? '：' : ': '}${localise(message, language).text}`;
}

/** One line for each organisation that would move: who, from which class to which, by which rule. */
export function writeMovers(view: MoversView, language: Language): string {
  const { draft, asOf, program, movers, classes, rules, next } = view;
  const say = words[language];
  const named = (titles: Readonly<Record<string, Localised>>, code: string): string =>
    labelOf({ code, title: titles[code] ?? { en: code } }, language);
  return [
    `${draft.code} ${draft.hash.slice(0, 16)}  ${asOf}  ${localise(program.title, language).text}`,
    ...(movers.length === 0 ? [say.noMovers] : []),
    ...movers.map(({ subject, from, to, cause }) => {
      const code = subject.identifiers.map(({ value }) => value).join(', ');
      const who = subject.name === undefined ? code : `${subject.name}  ${code}`;
      return `${who}  ${named(classes, from)} -> ${named(classes, to)}  ${named(rules, cause)}`;
    }),
    ...(next === undefined ? [] : [say.more(next)]),
  ].join('\n');
}
