import { parseWrittenDate } from '@credence/domain';

import { holdsPersonData, shownValue } from '../intake/person-scan.ts';

/** What the cells of a column look like; `mixed` where no one reading fits all of them. */
export type ColumnLook =
  | 'empty'
  | 'date'
  | 'date-month-first'
  | 'date-day-first'
  | 'date-either-order'
  | 'integer'
  | 'decimal'
  | 'codes'
  | 'identifier'
  | 'text';

export interface ColumnDescription {
  readonly header: string;
  readonly look: ColumnLook;
  /** Cells that are not empty. */
  readonly filled: number;
  /** Different values; `many` beyond what is counted. */
  readonly distinct: number | 'many';
  /** The values themselves with their counts where they are few, the commonest first. */
  readonly values: readonly (readonly [value: string, count: number])[];
  /** Three values as they stand, where they are many. */
  readonly examples: readonly string[];
  /** Characters of the longest cell. */
  readonly longest: number;
  /** Smallest and largest day, as read. */
  readonly days?: readonly [string, string];
  /** The header, or a cell, is about a natural person: such a column is never taken. */
  readonly aboutPeople: boolean;
}

/** Values counted at most; beyond, a column has many. */
const countedMax = 1_000;
/** Different values that may still be a list of codes. */
const codesMax = 60;

/** Looks at the cells of one column, one after the other, and keeps only counts. */
export class ColumnSurvey {
  readonly #header: string;
  readonly #counts = new Map<string, number>();
  readonly #examples: string[] = [];
  readonly #fits = {
    'year-first': true,
    'month-first': true,
    'day-first': true,
    integer: true,
    decimal: true,
    identifier: true,
  };
  #overflow = false;
  #filled = 0;
  #longest = 0;
  #people: boolean;
  #first = '9999-12-31';
  #last = '0000-01-01';

  constructor(header: string, people: boolean) {
    this.#header = header;
    this.#people = people;
  }

  see(text: string): void {
    if (text === '') return;
    this.#filled += 1;
    this.#longest = Math.max(this.#longest, [...text].length);
    if (holdsPersonData(text)) this.#people = true;
    this.#count(text);
    this.#test(text);
    if (this.#examples.length < 3 && !this.#examples.includes(text)) this.#examples.push(text);
  }

  #count(text: string): void {
    const known = this.#counts.get(text);
    if (known === undefined && this.#counts.size >= countedMax) this.#overflow = true;
    else this.#counts.set(text, (known ?? 0) + 1);
  }

  #test(text: string): void {
    const fits = this.#fits;
    fits.integer &&= /^-?\d{1,15}$/.test(text);
    fits.decimal &&= /^-?[\d,]*\.?\d+(?:e[+-]?\d+)?$/i.test(text);
    fits.identifier &&= /^[\dA-Za-z-]{1,40}$/.test(text);
    const day = fits['year-first'] ? parseWrittenDate(text) : undefined;
    fits['year-first'] &&= day !== undefined;
    fits['month-first'] &&= parseWrittenDate(text, 'month-first') !== undefined;
    fits['day-first'] &&= parseWrittenDate(text, 'day-first') !== undefined;
    if (day === undefined) return;
    if (day < this.#first) this.#first = day;
    if (day > this.#last) this.#last = day;
  }

  describe(rows: number): ColumnDescription {
    const look = this.#look(rows);
    const few = !this.#overflow && this.#counts.size <= codesMax && !this.#people;
    const sorted = [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      header: this.#header,
      look,
      filled: this.#filled,
      distinct: this.#overflow ? 'many' : this.#counts.size,
      values: few && look === 'codes' ? sorted.map(([text, n]) => [shownValue(text), n]) : [],
      // What may be a person's own is not repeated.
      examples: this.#people ? [] : this.#examples.map(shownValue),
      longest: this.#longest,
      ...(look === 'date' ? { days: [this.#first, this.#last] as const } : {}),
      aboutPeople: this.#people,
    };
  }

  #look(rows: number): ColumnLook {
    const fits = this.#fits;
    if (this.#filled === 0) return 'empty';
    // Eight digits can be a day and a number; a number of that form is rarer than a day.
    if (fits['year-first']) return 'date';
    if (fits['month-first'] && fits['day-first']) return 'date-either-order';
    if (fits['month-first']) return 'date-month-first';
    if (fits['day-first']) return 'date-day-first';
    const repeated = !this.#overflow && this.#counts.size * 4 <= this.#filled;
    if (repeated && this.#counts.size <= codesMax && !fits.decimal) return 'codes';
    if (fits.integer && (this.#overflow || this.#counts.size * 2 > rows)) return 'identifier';
    if (fits.integer) return this.#counts.size <= codesMax && repeated ? 'codes' : 'integer';
    if (fits.decimal) return 'decimal';
    return fits.identifier ? 'identifier' : 'text';
  }
}
