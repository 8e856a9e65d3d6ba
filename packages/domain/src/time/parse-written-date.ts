import { fromParts, type CivilDate } from './civil-date.ts';

const FORMS: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
];

const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** Which comes first where a source writes its days without the year in front. */
export type DayOrder = 'month-first' | 'day-first';

const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The spellings that `parseWrittenDate` reads, for messages. */
export const writtenDateForms: readonly string[] = [
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYYMMDD',
  'YYYY年M月D日',
];

/** The same with the spelling an order adds. */
export function acceptedDateForms(order?: DayOrder): string {
  const added = order === undefined ? [] : [order === 'month-first' ? 'M/D/YYYY' : 'D/M/YYYY'];
  return [...writtenDateForms, ...added].join(', ');
}

/**
 * Reads a day as official files write it: year first, in one of `writtenDateForms`, full-width
 * digits and blanks tolerated, a time of day behind it ignored. Spellings that start with day or
 * month are refused, since 03/04/2026 says two different days, unless `order` says which is meant:
 * somebody who knows the source has to. Days that do not exist give `undefined`.
 */
export function parseWrittenDate(text: string, order?: DayOrder): CivilDate | undefined {
  const plain = text.normalize('NFKC').trim().replace(TIME_OF_DAY, '').replace(/\s+/g, '');
  for (const form of FORMS) {
    const match = form.exec(plain);
    if (match !== null) return fromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const last = order === undefined ? null : YEAR_LAST.exec(plain);
  if (last === null) return undefined;
  const [first, second, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
  return order === 'month-first' ? fromParts(year, first, second) : fromParts(year, second, first);
}
