import type { Language } from '@credence/domain';

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/**
 * How an article of a source is cited: `art-84` is 第八十四条 and art. 84, `art-9-para-2` 第九条第二款,
 * `art-120-1` 第一百二十条之一, `chapter-2` 第二章. An id of another form names a passage without a number of
 * its own and is printed as it stands; a citation prints the instrument alone and links the passage.
 */
export function articleText(id: string, language: Language): string {
  const found =
    /^(?:(art|annex|section|sec|item|chapter|category|class)-(\d+)(?:-(\d+))?)(?:-para-(\d+))?(?:-item-(\d+))?$/.exec(
      id,
    );
  if (found === null) return id;
  const [, kind = '', number = '', sub, paragraph, item] = found;
  return language === 'zh'
    ? chinese(kind, number, { sub, paragraph, item })
    : english(kind, number, { sub, paragraph, item });
}

interface Finer {
  readonly sub: string | undefined;
  readonly paragraph: string | undefined;
  readonly item: string | undefined;
}

function chinese(kind: string, number: string, { sub, paragraph, item }: Finer): string {
  if (kind === 'annex') return `附件${number}`;
  if (kind === 'chapter') return `第${chineseNumber(Number(number))}章`;
  if (kind === 'category' || kind === 'class') return `第${chineseNumber(Number(number))}类`;
  if (kind === 'section' || kind === 'sec') return `第${chineseNumber(Number(number))}节`;
  if (kind === 'item') return `第 ${number}${sub === undefined ? '' : `-${sub}`} 项`;
  const head = `第${chineseNumber(Number(number))}条`;
  const inserted = sub === undefined ? '' : `之${chineseNumber(Number(sub))}`;
  const para = paragraph === undefined ? '' : `第${chineseNumber(Number(paragraph))}款`;
  const last = item === undefined ? '' : `第（${chineseNumber(Number(item))}）项`;
  return `${head}${inserted}${para}${last}`;
}

function english(kind: string, number: string, { sub, paragraph, item }: Finer): string {
  const name = kind === 'art' ? 'art.' : kind === 'sec' ? 'section' : kind;
  const head = `${name} ${number}${sub === undefined ? '' : `-${sub}`}`;
  const para = paragraph === undefined ? '' : `, para. ${paragraph}`;
  return `${head}${para}${item === undefined ? '' : `, item ${item}`}`;
}

/** Article numbers as statutes write them: 12 is 十二, 84 is 八十四, 105 is 一百零五. */
function chineseNumber(value: number): string {
  if (value >= 1000) return String(value);
  const hundreds = Math.trunc(value / 100);
  const tens = Math.trunc((value % 100) / 10);
  const units = value % 10;
  const ones = units === 0 ? '' : (digits[units] ?? '');
  if (hundreds === 0) {
    if (tens === 0) return digits[units] ?? '';
    return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`;
  }
  const head = `${digits[hundreds] ?? ''}百`;
  if (tens === 0) return units === 0 ? head : `${head}零${ones}`;
  return `${head}${digits[tens] ?? ''}十${ones}`;
}
