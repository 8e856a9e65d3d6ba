import type { LetterBlock, PrintedLetter } from '@credence/casework';
import { localise, type Language, type Localised } from '@credence/domain';

import type { PdfContent } from './pdf-content.ts';

/** Points; a letter is read by people of every age. */
const sizes = { authority: 16, title: 15, body: 11, small: 8.5 } as const;

const ink = { text: '#1a1a1a', quiet: '#595959' } as const;

/** What the printed page itself says. */
const words = {
  page: {
    zh: (page: number, pages: number) => `第 ${String(page)} 页，共 ${String(pages)} 页`,
    en: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
  },
  number: { zh: '文号', en: 'No.' },
  translation: 'For information; the Chinese text counts.',
} as const;

/** Everything of a letter in order, one language after the other, each on a page of its own. */
export function letterContent(letter: PrintedLetter): PdfContent[] {
  return letter.languages.map((language, at) => ({
    stack: inLanguage(letter, language),
    ...(at === 0 ? {} : { pageBreak: 'before' as const }),
  }));
}

/** Case and rule on the left, page and pages on the right. */
export function letterFoot(letter: PrintedLetter, page: number, pages: number): PdfContent {
  const { languages, foot } = letter;
  const [first = 'zh'] = languages;
  return {
    columns: [
      { text: localise(foot, first).text, alignment: 'left' },
      {
        text: languages.map((language) => words.page[language](page, pages)).join(' · '),
        alignment: 'right',
        width: 'auto',
      },
    ],
    fontSize: sizes.small,
    color: ink.quiet,
    margin: [72, 20, 72, 0],
  };
}

function inLanguage(letter: PrintedLetter, language: Language): PdfContent[] {
  const say = (text: Localised): string => localise(text, language).text;
  const { authority, title, number, addressee, opening, blocks } = letter;
  const isTranslation = language === 'en' && title.zh !== undefined;
  return [
    { text: say(authority), fontSize: sizes.authority, bold: true, alignment: 'center' },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: 451, y2: 0, lineWidth: 1.2, lineColor: ink.text }],
      margin: [0, 8, 0, 4],
    },
    {
      columns: [
        { text: isTranslation ? words.translation : '', color: ink.quiet },
        { text: `${words.number[language]} ${number}`, alignment: 'right', width: 'auto' },
      ],
      fontSize: sizes.small + 1,
    },
    {
      text: say(title),
      fontSize: sizes.title,
      bold: true,
      alignment: 'center',
      margin: [0, 16, 0, 16],
    },
    { text: `${say(addressee)}${language === 'zh' ? '：' : ':'}`, margin: [0, 0, 0, 8] },
    { text: say(opening), margin: [0, 0, 0, 8] },
    ...blocks.slice(0, -1).map((block) => blockContent(block, say)),
    ending(letter, say),
  ];
}

/** As much as may be kept together with a signature; a longer block flows on by itself. */
const keptCharacters = 500;

/** The last block with the signature, so that no page bears a signature and nothing else. */
function ending(letter: PrintedLetter, say: (text: Localised) => string): PdfContent {
  const { blocks, closing, toSign } = letter;
  const last = blocks.at(-1);
  const stack = [
    ...(last === undefined ? [] : [blockContent(last, say)]),
    ...(toSign.length === 0 ? [] : [linesToSign(toSign.map(say))]),
    ...(closing === undefined ? [] : [{ text: say(closing), margin: [0, 10, 0, 0] as Margin }]),
    signature(letter, say),
  ];
  return { stack, unbreakable: JSON.stringify(last ?? '').length < 4 * keptCharacters };
}

type Margin = [number, number, number, number];

function blockContent(block: LetterBlock, say: (text: Localised) => string): PdfContent {
  if (block.kind === 'table') {
    return rows(block.rows.map(({ label, value }) => [say(label), say(value)]));
  }
  return {
    stack: [
      { text: say(block.heading), bold: true, margin: [0, 6, 0, 2], headlineLevel: 1 },
      ...block.lines.map((each) => ({ text: say(each), margin: [0, 0, 0, 3] as Margin })),
    ],
  };
}

/** Labels beside values; a row stays on one page. */
function rows(cells: readonly (readonly [string, string])[], height?: number): PdfContent {
  return {
    table: {
      widths: [130, '*'],
      dontBreakRows: true,
      ...(height === undefined ? {} : { heights: height }),
      body: cells.map(([label, value]) => [{ text: label, bold: true }, { text: value }]),
    },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      hLineColor: () => ink.quiet,
      vLineColor: () => ink.quiet,
      paddingTop: () => 5,
      paddingBottom: () => 5,
    },
    margin: [0, 6, 0, 6],
  };
}

/** Room to sign by hand. */
function linesToSign(labels: readonly string[]): PdfContent {
  return rows(
    labels.map((label) => [label, '']),
    24,
  );
}

/** Who signs, the day, and where the seal goes; never torn from each other. */
function signature(
  { signature: signed }: PrintedLetter,
  say: (text: Localised) => string,
): PdfContent {
  return {
    stack: [say(signed.authority), say(signed.on), ...(signed.seal ? [say(signed.seal)] : [])],
    alignment: 'right',
    margin: [0, 20, 0, 0],
    unbreakable: true,
  };
}

/** The type of the whole letter. */
export const letterStyle = {
  font: 'letter',
  fontSize: sizes.body,
  lineHeight: 1.3,
  color: ink.text,
} as const;
