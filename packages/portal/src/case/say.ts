import type { CaseDeskLine, CaseDossier, CaseQueue } from '@credence/casework';
import {
  describeProblem,
  localise,
  type Language,
  type Localised,
  type Problem,
} from '@credence/domain';

import type { PageContext } from '../page/page-context.ts';
import { caseWords, type CaseWords } from '../words/case.ts';
import { actWords, isActName } from '../words/case-acts.ts';
import { codeWord, fieldWord, partWord, testWord } from '../words/case-codes.ts';
import { permissionWords } from '../words/permission.ts';

export function sayOf({ language }: PageContext): CaseWords {
  return caseWords(language);
}

/** Parameters of case problems whose values are codes. */
const codeParams = new Set([
  'missing',
  'accepted',
  'held',
  'lodged',
  'state',
  'value',
  'effect',
  'field',
]);

/** Titles of cards by their codes. */
type Titles = Readonly<Record<string, Localised>>;

/** Parameters that may be codes of cards, one or several. */
const cardParams = new Set(['card', 'value', 'accepted']);

/**
 * A problem in plain words: codes of acts, parts and lists are said as a desk says them, cards by their
 * titles where these are at hand.
 */
export function refusalText(occurred: Problem, language: Language, titles: Titles = {}) {
  if (occurred.code === 'not-permitted') return permissionWords(occurred, language);
  const params = Object.fromEntries(
    Object.entries(occurred.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? inWords(name, value, { language, titles }) : value,
    ]),
  );
  return describeProblem({ ...occurred, params }, language);
}

function inWords(
  name: string,
  value: string,
  { language, titles }: { readonly language: Language; readonly titles: Titles },
): string {
  const joint = language === 'zh' ? '、' : ', ';
  if (cardParams.has(name)) {
    const named = value.split(', ').map((code) => titles[code]);
    const known = named.filter((title) => title !== undefined);
    if (known.length === named.length) {
      return known.map((title) => localise(title, language).text).join(joint);
    }
  }
  if (name === 'act') return isActName(value) ? actWords(language, value).act : value;
  if (name === 'test') return testWord(language, value);
  if (name === 'field') return fieldWord(language, value);
  if (!codeParams.has(name)) return value;
  const words = value
    .split(', ')
    .map((code) =>
      isActName(code) && name === 'accepted'
        ? actWords(language, code).act
        : codeWord(language, code),
    );
  return words.join(joint);
}

/** Name of an agency in the language of the page, else its code. */
export function agencyName(
  agencies: CaseDossier['agencies'],
  code: string | undefined,
  language: Language,
): string {
  if (code === undefined) return '';
  const found = agencies.find((each) => each.code === code);
  return found === undefined ? code : localise(found.name, language).text;
}

/** Whose turn it is, with the office it lies at. */
export function turnText(
  context: PageContext,
  queue: CaseQueue | undefined,
  agencies: CaseDossier['agencies'],
): string {
  const { language } = context;
  if (queue === undefined) return sayOf(context).nobody;
  const agency = agencyName(agencies, queue.agency, language);
  return sayOf(context).turnOf(partWord(language, queue.part), agency);
}

export function subjectName({ subject }: Pick<CaseDeskLine, 'subject'>): string {
  return subject.name ?? subject.code ?? subject.home;
}
