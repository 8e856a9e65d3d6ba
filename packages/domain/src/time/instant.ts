import {
  civilDate,
  dayNumber,
  fromDayNumber,
  parseCivilDate,
  type CivilDate,
} from './civil-date.ts';

/** A moment as milliseconds since 1970-01-01T00:00Z. Fields that hold one end in `At`. */
export type Instant = number & { readonly __brand: 'Instant' };

const DAY = 86_400_000;
const FIRST = dayNumber(civilDate('0001-01-01')) * DAY;
const AFTER_LAST = (dayNumber(civilDate('9999-12-31')) + 1) * DAY;
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment a number of milliseconds after 1970-01-01T00:00Z.
 *
 * @throws RangeError when the number is no integer or its year is not 1 to 9999
 */
export function instant(millis: number): Instant {
  if (!Number.isInteger(millis) || millis < FIRST || millis >= AFTER_LAST) {
    throw new RangeError(`${millis} is not a moment in whole milliseconds of the years 1 to 9999.`);
  }
  return millis as Instant;
}

/**
 * Reads a moment as RFC 3339 writes it, e.g. `2026-04-01T09:30:00+08:00`; the offset is required,
 * seconds may be missing, digits beyond milliseconds are cut off. Everything else, a leap second
 * included, gives `undefined`.
 */
export function instantOf(isoText: string): Instant | undefined {
  const match = WRITTEN.exec(isoText);
  if (match === null) return undefined;
  const [, day = '', hour, minute, second = '0', fraction = '', zone = 'Z'] = match;
  const date = parseCivilDate(day);
  const offset = offsetMinutes(zone);
  if (date === undefined || offset === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  const millis = Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const total = dayNumber(date) * DAY + minutes * 60_000 + millis;
  return total < FIRST || total >= AFTER_LAST ? undefined : instant(total);
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The moment in UTC with milliseconds, e.g. `2026-04-01T01:30:00.000Z`. */
export function toIso(at: Instant): string {
  const days = Math.floor(at / DAY);
  const millis = at - days * DAY;
  const part = (value: number, length: number): string => String(value).padStart(length, '0');
  const hour = part(Math.floor(millis / 3_600_000), 2);
  const minute = part(Math.floor(millis / 60_000) % 60, 2);
  const second = part(Math.floor(millis / 1000) % 60, 2);
  return `${fromDayNumber(days)}T${hour}:${minute}:${second}.${part(millis % 1000, 3)}Z`;
}

/**
 * The civil day of a moment in a zone of the IANA data base: the one way from `At` to `On`.
 * 2026-03-31T16:00Z is 2026-04-01 in Asia/Shanghai, 15:59:59.999Z is still 2026-03-31.
 *
 * @throws RangeError when the zone is unknown
 */
export function civilDayAt(at: Instant, zone: string): CivilDate {
  return civilTimeAt(at, zone).date;
}

/**
 * Day, hour (0 to 23) and minute that a clock in the zone shows at a moment, for print.
 *
 * @throws RangeError when the zone is unknown
 */
export function civilTimeAt(
  at: Instant,
  zone: string,
): { readonly date: CivilDate; readonly hour: number; readonly minute: number } {
  const minute = Math.floor(at / 60_000);
  const last = lastShown.get(zone);
  if (last?.minute === minute) return last.time;
  const time = timeInZone(at, zone);
  // Since 1973 every zone lies whole minutes from UTC, so that a minute here is a minute there.
  if (at >= wholeMinutesSince) lastShown.set(zone, { minute, time });
  return time;
}

type CivilTime = ReturnType<typeof civilTimeAt>;

/** The last answer for each zone: one minute is asked about many times. */
const lastShown = new Map<string, { readonly minute: number; readonly time: CivilTime }>();
const wholeMinutesSince = dayNumber(civilDate('1973-01-01')) * DAY;

function timeInZone(at: Instant, zone: string): CivilTime {
  const parts = new Map<string, string>();
  for (const { type, value } of formatterOf(zone).formatToParts(at)) parts.set(type, value);
  const part = (type: string): string => parts.get(type) ?? '';
  return {
    date: civilDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`),
    hour: Number(part('hour')),
    minute: Number(part('minute')),
  };
}

/** Formatters are costly to make and hold no state; there is one per zone, and zones are few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
