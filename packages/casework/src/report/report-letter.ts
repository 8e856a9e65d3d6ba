import { localise, type Language, type Localised } from '@credence/domain';

import type { PrintedLetter } from '../case/letter/letter.ts';
import type { ReportPayload } from '../entry/report-payload.ts';

/** A code in groups of four, as it is printed and read aloud. */
export function codeInGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

const both = (zh: string, en: string): Localised => ({ zh, en });

interface LetterMeans {
  readonly language: Language;
  readonly verifyAt: string;
  readonly authority: Localised;
  readonly purposeOf: (purpose: string) => Localised;
}

/** The report as a letter: what it says, what it does not, from which sources, and who asked. */
export function reportLetter(report: ReportPayload, means: LetterMeans): PrintedLetter {
  const { on, from, subject } = report;
  const { authority, language } = means;
  const code = codeInGroups(report.code);
  const name = subject.name ?? subject.code;
  return {
    languages: [language],
    authority,
    title: both('所列来源无记录报告', 'Report: no records in the listed sources'),
    number: code,
    addressee: both(name, name),
    opening: both(
      `${from} 至 ${on}，下列来源中没有 ${name}（${subject.code}）正在公示的不利记录。`,
      `From ${from} to ${on} the sources below hold no adverse record of ${name} (${subject.code}) on display.`,
    ),
    blocks: blocksOf(report, means),
    signature: { authority, on: both(on, on) },
    toSign: [],
    foot: both(`无记录报告 ${code}`, `No-records report ${code}`),
  };
}

function blocksOf(
  report: ReportPayload,
  { verifyAt, purposeOf }: LetterMeans,
): PrintedLetter['blocks'] {
  const { sources, readers } = report;
  const code = codeInGroups(report.code);
  const inBoth = (text: Localised, say: (value: string, language: Language) => string) =>
    both(say(localise(text, 'zh').text, 'zh'), say(localise(text, 'en').text, 'en'));
  return [
    {
      kind: 'part',
      heading: both('这说明什么，不说明什么', 'What this means, and what it does not'),
      lines: [
        both(
          '只说明所列来源在这段时间没有仍在公示的记录；不是评价、等级或者担保。已经到期、修复或者撤销的记录不计。',
          'It states the absence of records that still stand, in these sources and this period. It is no appraisal, class or guarantee. What has ended, was repaired or withdrawn does not count.',
        ),
        both(
          '出具后可能有新的记录，请用核验码查询今天是否仍然如此。免费。',
          'Records may have come since: ask with the code whether it still holds today. Free of charge.',
        ),
      ],
    },
    {
      kind: 'table',
      rows: [
        { label: both('核验码', 'Code'), value: both(code, code) },
        { label: both('核验地址', 'Check it at'), value: both(verifyAt, verifyAt) },
        { label: both('规则版本', 'Edition'), value: both(report.edition, report.edition) },
      ],
    },
    {
      kind: 'part',
      heading: both('来源和最近一次报送', 'Sources, and when each was last supplied'),
      lines: sources.map(({ title, agency, lastOn = '—' }) =>
        inBoth(title, (item, as) => {
          const office = localise(agency, as).text;
          return as === 'zh' ? `${item}：${office}，${lastOn}` : `${item}: ${office}, ${lastOn}`;
        }),
      ),
    },
    {
      kind: 'part',
      heading: both('这段时间谁查询过', 'Who asked about it in this period'),
      lines:
        readers.length === 0
          ? [both('没有机关查询过。', 'No office did.')]
          : readers.map(({ agency, purpose, lastOn }) =>
              inBoth(agency, (office, as) => {
                const why = localise(purposeOf(purpose), as).text;
                return as === 'zh'
                  ? `${office}（${why}），最近 ${lastOn}`
                  : `${office} (${why}), last on ${lastOn}`;
              }),
            ),
    },
  ];
}
