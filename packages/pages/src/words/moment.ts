import type { CivilDate, Language } from '@credence/domain';

/** A civil day with the hour and minute in the zone of the edition. */
export interface CivilMoment {
  readonly date: CivilDate;
  readonly hour: number;
  readonly minute: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** 2026年8月14日 / 14 Aug 2026. Never figures alone: 8/14 reads differently in every country. */
export function dateText(on: CivilDate, language: Language): string {
  const { year, month, day } = partsOf(on);
  if (language === 'zh') return `${year}年${month}月${day}日`;
  return `${day} ${months[month - 1] ?? ''} ${year}`;
}

export function momentText(at: CivilMoment, language: Language): string {
  const separator = language === 'zh' ? ' ' : ', ';
  return `${dateText(at.date, language)}${separator}${clockText(at)}`;
}

/** 09:41. */
export function clockText({ hour, minute }: CivilMoment): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export function weekdayText(on: CivilDate, language: Language): string {
  // Day 0, 1 January 1970, was a Thursday.
  const index = (((dayIndex(on) + 4) % 7) + 7) % 7;
  return weekdays[language][index] ?? '';
}

/** Days since 1 January 1970, for places on an axis. */
export function dayIndex(on: CivilDate): number {
  const { year, month, day } = partsOf(on);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function yearOf(on: CivilDate): number {
  return partsOf(on).year;
}

function partsOf(on: CivilDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return { year, month, day };
}

/** Days from one day to another; never below 0. */
export function daysFrom(from: CivilDate, until: CivilDate): number {
  return Math.max(0, dayIndex(until) - dayIndex(from));
}

export function isBeforeDay(a: CivilDate, b: CivilDate): boolean {
  return dayIndex(a) < dayIndex(b);
}
