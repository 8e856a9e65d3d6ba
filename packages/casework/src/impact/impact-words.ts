import type { Language, Localised } from '@credence/domain';

import type { ProgramImpact } from '../entry/impact-payload.ts';
import { figuresOf, type ShareOf } from './impact-figures.ts';

/** Tables of a program in the order of a report. */
export const impactTables = [
  'transitions',
  'causes',
  'bySector',
  'bySize',
  'byRegion',
  'exits',
] as const satisfies readonly (keyof ProgramImpact)[];

export type ImpactTableName = (typeof impactTables)[number];

/** What each table counts; a page and a terminal say it in the same words. */
export const impactTitles: Readonly<Record<ImpactTableName, Required<Localised>>> = {
  transitions: {
    zh: '分类变化：行为现行规则下的分类，列为草案下的分类',
    en: 'From class to class: rows by the rules in force, columns by the draft',
  },
  causes: { zh: '变化由哪条规则引起', en: 'Which rule makes them move' },
  bySector: { zh: '按行业', en: 'By industry' },
  bySize: { zh: '按规模', en: 'By size' },
  byRegion: { zh: '按地区', en: 'By region' },
  exits: { zh: '变差的单位有没有出路', en: 'Ways out of those who end worse' },
};

/** What a report comes to for one program, in sentences that can be read aloud. */
export function writeImpactSentences(
  program: ProgramImpact,
  language: Language,
): readonly string[] {
  const figures = figuresOf(program);
  const { medianDaysToExit: days, notEvaluated } = program;
  const say = sentences[language];
  return [
    say.moved(figures),
    figures.micro === undefined ? say.microUntold : say.micro(figures.micro),
    figures.withoutExit === undefined ? say.exitsUntold : say.withoutExit(figures.withoutExit),
    ...(days === undefined ? [] : [say.median(days)]),
    ...(notEvaluated === undefined ? [] : [say.notEvaluated(notEvaluated)]),
  ];
}

interface Moved {
  readonly all?: number;
  readonly worse?: number;
  readonly better?: number;
  readonly same?: number;
}

interface Sentences {
  readonly moved: (figures: Moved) => string;
  readonly micro: (share: ShareOf) => string;
  readonly microUntold: string;
  readonly withoutExit: (share: ShareOf) => string;
  readonly exitsUntold: string;
  readonly median: (days: number) => string;
  readonly notEvaluated: (count: number) => string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  zh: {
    moved: ({ all, worse, better, same }) => {
      const of = (count: number | undefined): string =>
        count === undefined ? '未公布' : `${number(count)} 家`;
      return `涉及单位：${of(all)}。变差：${of(worse)}；变好：${of(better)}；不变：${of(same)}。`;
    },
    micro: ({ count, of }) =>
      `微型企业 ${number(of)} 家，其中变差 ${number(count)} 家（${percent(count, of)}）。`,
    microUntold: '微型企业变差的数量：没有登记规模，或者未公布。',
    withoutExit: ({ count, of }) =>
      `变差的 ${number(of)} 家中，没有出路的 ${number(count)} 家（${percent(count, of)}）。`,
    exitsUntold: '变差的单位中没有出路的数量：没有单位变差，或者未公布。',
    median: (days) => `变差的单位距最近的出路，中位数为 ${number(days)} 天。`,
    notEvaluated: (count) => `事实不全、未作计算的单位：${number(count)} 家。`,
  },
  en: {
    moved: ({ all, worse, better, same }) => {
      const of = (count: number | undefined): string =>
        count === undefined ? 'withheld' : number(count);
      return `Organisations concerned: ${of(all)}. Worse: ${of(worse)}; better: ${of(better)}; the same: ${of(same)}.`;
    },
    micro: ({ count, of }) =>
      `Of ${number(of)} micro firms, ${number(count)} end worse (${percent(count, of)}).`,
    microUntold: 'Micro firms that end worse: sizes are not registered, or the count is withheld.',
    withoutExit: ({ count, of }) =>
      `Of the ${number(of)} that end worse, ${number(count)} have no way out (${percent(count, of)}).`,
    exitsUntold: 'Those that end worse without a way out: nobody ends worse, or it is withheld.',
    median: (days) =>
      `For those that end worse the nearest way out is ${number(days)} days away (median).`,
    notEvaluated: (count) =>
      `Not computed, since facts are missing: ${number(count)} organisations.`,
  },
};

/** With a comma at each thousand, as the tables beside the sentences have it. */
function number(count: number): string {
  return count.toLocaleString('en-US');
}

/** In whole per cent; a share that rounds to nought is not nought. */
function percent(count: number, of: number): string {
  const share = Math.round((count / of) * 100);
  return share === 0 && count > 0 ? '<1%' : `${share}%`;
}
