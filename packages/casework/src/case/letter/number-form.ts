import { problem, type CivilDate, type Problem } from '@credence/domain';
import type { DocumentCard } from '@credence/rulebook';

const names = /\{(authority|year|sequence)\}/g;
const forms = {
  authority: '(?<authority>.+)',
  year: '(?<year>\\d{4})',
  sequence: '(?<sequence>\\d+)',
};

/** Whether a number is written in one of the ways that the edition has for this paper. */
export function checkNumber(patterns: readonly string[], number: string): Problem | undefined {
  if (patterns.some((each) => readNumber(each, number) !== undefined)) return undefined;
  const accepted = patterns.map((each) => each.replaceAll(names, spoken)).join(', ');
  return problem('case-letter-number', { value: number.slice(0, 60), accepted });
}

/** All ways in which a paper may be numbered. */
export function patternsOf({
  number,
  alsoNumbered = [],
}: Pick<DocumentCard, 'number' | 'alsoNumbered'>): readonly string[] {
  return [number, ...alsoNumbered];
}

/** The authority's own word at the head of a number; undefined where it has another form. */
export function readNumber(pattern: string, number: string): string | undefined {
  const source = pattern
    .split(names)
    // Split by one group: texts and names take turns.
    .map((part, at) => (at % 2 === 0 ? escape(part) : formOf(part)))
    .join('');
  return new RegExp(`^${source}$`, 'u').exec(number)?.groups?.['authority'];
}

/** A number whose sequence is written by hand, since no act of the case gives it one. */
export function openNumber(pattern: string, authority: string, on: CivilDate): string {
  return pattern.replaceAll(names, (_, name: string) =>
    name === 'authority' ? authority : name === 'year' ? on.slice(0, 4) : '　　',
  );
}

function formOf(name: string): string {
  return name === 'authority' || name === 'year' ? forms[name] : forms.sequence;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const examples = { authority: '望市监', year: '2026', sequence: '1' };

function spoken(_: string, name: string): string {
  return name === 'authority' || name === 'year' ? examples[name] : examples.sequence;
}
