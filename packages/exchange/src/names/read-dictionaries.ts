import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import { readDivisions, type Division } from '../regions/divisions.ts';

/** What a name may consist of; everything is optional knowledge, and less of it joins less. */
export interface NameDictionaries {
  readonly divisions: readonly Division[];
  /** Chinese legal forms with their classes, longest first. */
  readonly hanForms: readonly LegalForm[];
  /** Latin legal forms as words with blanks, longest first. */
  readonly latinForms: readonly LegalForm[];
  /** Ends of names of branches, longest first. */
  readonly branchSuffixes: readonly string[];
  /** Chinese words of business with the English ones for them. */
  readonly industries: ReadonlyMap<string, readonly string[]>;
  readonly latinAbbreviations: ReadonlyMap<string, string>;
  /** Customary Latin names of divisions, with their codes. */
  readonly latinPlaces: ReadonlyMap<string, string>;
}

export interface LegalForm {
  readonly text: string;
  readonly class: string;
}

/** Beside `src` and beside `dist` alike. */
const folder = new URL('../../data/names/', import.meta.url);
const HAN = /\p{Script=Han}/u;

/** Reads the dictionaries that come with Credence; places of a territory's own may be added. */
export function readDictionaries(places: readonly Division[] = []): NameDictionaries {
  const forms = readTable('legal-forms.csv').map((row): LegalForm => ({
    text: cell(row, 'text'),
    class: cell(row, 'class'),
  }));
  return {
    divisions: [...readDivisions(), ...places],
    hanForms: longestFirst(forms.filter(({ text }) => HAN.test(text))),
    latinForms: longestFirst(forms.filter(({ text }) => !HAN.test(text))),
    branchSuffixes: readTable('branch-suffixes.csv')
      .map((row) => cell(row, 'text'))
      .sort((a, b) => b.length - a.length),
    industries: new Map(
      readTable('industry-words.csv').map((row) => [cell(row, 'zh'), cell(row, 'en').split('/')]),
    ),
    latinAbbreviations: new Map(
      readTable('latin-abbreviations.csv').map((row) => [cell(row, 'short'), cell(row, 'long')]),
    ),
    latinPlaces: new Map(
      readTable('latin-places.csv').map((row) => [cell(row, 'latin'), cell(row, 'code')]),
    ),
  };
}

function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(new URL(file, folder)), { columns: true });
}

function cell(row: Readonly<Record<string, string>>, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`A table of name words lacks the column ${column}.`);
  return value;
}

function longestFirst(forms: readonly LegalForm[]): readonly LegalForm[] {
  return [...forms].sort((a, b) => b.text.length - a.text.length);
}
