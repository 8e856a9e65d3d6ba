import { parseCivilDate, parsePeriod, type Language } from '@credence/domain';

const englishMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/** A day in words: 2027年8月14日, 14 Aug 2027. What is no day stays as it is. */
export function writeDate(text: string, language: Language): string {
  if (parseCivilDate(text) === undefined) return text;
  const [year, month = '', day = ''] = text.split('-');
  if (language === 'zh') return `${String(year)}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${englishMonths[Number(month) - 1] ?? month} ${String(year)}`;
}

const units = {
  years: { zh: '年', en: ['year', 'years'] },
  months: { zh: '个月', en: ['month', 'months'] },
  days: { zh: '天', en: ['day', 'days'] },
  'working-days': { zh: '个工作日', en: ['working day', 'working days'] },
} as const;

/** A period in words: P12M is 1 年, 1 year; P5WD is 5 个工作日, 5 working days. */
export function writePeriod(text: string, language: Language): string {
  const period = parsePeriod(text);
  if (period === undefined) return text;
  const inYears = period.unit === 'months' && period.count >= 12 && period.count % 12 === 0;
  const unit = units[inYears ? 'years' : period.unit];
  const count = inYears ? period.count / 12 : period.count;
  if (language === 'zh') return ` ${count} ${unit.zh}`;
  return `${count} ${unit.en[count === 1 ? 0 : 1]}`;
}

const joints = { or: { zh: '或', en: ' or ' }, and: { zh: '和', en: ' and ' } } as const;

/** Words in a row: “警告”或“通报批评”; “warning” or “circulated criticism”. */
export function writeList(
  words: readonly string[],
  language: Language,
  joint: keyof typeof joints = 'or',
): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.at(-1) ?? '';
  if (quoted.length < 2) return last;
  const others = quoted.slice(0, -1).join(language === 'zh' ? '、' : ', ');
  return `${others}${joints[joint][language]}${last}`;
}
