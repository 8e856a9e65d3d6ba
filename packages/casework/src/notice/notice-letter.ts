import type { Localised } from '@credence/domain';

import { both, type Both } from '../case/letter/letter-words.ts';
import type { LetterLanguage, PrintedLetter } from '../case/letter/letter.ts';
import type { NoticeSeat } from '../entry/case-notice-payload.ts';
import { codeInGroups } from '../report/report-letter.ts';

interface Notice {
  readonly number: string;
  readonly code: string;
  readonly place: number;
  readonly as: NoticeSeat;
  readonly addressee: string;
  readonly language: LetterLanguage;
  readonly enterAt: string;
}

const concerns: Readonly<Record<NoticeSeat, Both>> = {
  creditor: both('你（单位）是下列案件的债权人。', 'You are the creditor in the case named below.'),
  'third-party': both(
    '下列案件可能涉及你（单位）的财产或者权利。',
    'The case named below may touch your property or your rights.',
  ),
};

/** The notice that opens a case to whoever it is served on: the only place where the code stands. */
export function noticeLetter(
  notice: Notice,
  said: { readonly authority: Both; readonly on: Both; readonly lastOn: Both },
): PrintedLetter {
  const { authority, on } = said;
  const { number, place, as, addressee, language } = notice;
  const numbered = `${number}-${String(place)}`;
  return {
    languages: language === 'both' ? ['zh', 'en'] : [language],
    authority,
    title: both('案件告知书（附查阅码）', 'Notice of a case, with a code'),
    number: numbered,
    addressee: both(addressee),
    opening: concerns[as],
    blocks: blocksOf(notice, said),
    signature: { authority, on, seal: both('（印章）', '(seal)') },
    toSign: [],
    foot: both(`案件告知书 ${numbered}`, `Notice of a case ${numbered}`),
  };
}

function blocksOf(
  { number, code, enterAt }: Notice,
  { lastOn }: { readonly lastOn: Both },
): PrintedLetter['blocks'] {
  const row = (label: Localised, value: Both) => ({ label, value });
  return [
    {
      kind: 'table',
      rows: [
        row(both('案件编号', 'Case number'), both(number)),
        row(both('查阅码', 'Code'), both(codeInGroups(code))),
        row(both('填写地址', 'Enter them at'), both(enterAt)),
        row(both('查阅码有效期至', 'The code holds until'), lastOn),
      ],
    },
    {
      kind: 'part',
      heading: both('可以做什么', 'What you can do with it'),
      lines: [
        both(
          '不需要注册账号，免费。可以查看本案中与你有关的内容，并依法陈述、提出异议或者表示同意。',
          'No account is needed and it is free. You can read what concerns you in this case, and say, object or consent as the law lets you.',
        ),
        both(
          '也可以不用查阅码，凭本告知书到上述机关窗口办理。',
          'You can also take this notice to the counter of the authority above; no code is needed there.',
        ),
      ],
    },
    {
      kind: 'part',
      heading: both('请妥善保管', 'Keep it safe'),
      lines: [
        both(
          '查阅码只印在本告知书上，任何人都不能再查到；遗失的，请联系上述机关收回并重新发出。每次使用都有记录。',
          'The code is printed here and kept nowhere else. If you lose it, ask the authority above to take it back and give you another. Every use is written down.',
        ),
      ],
    },
  ];
}
