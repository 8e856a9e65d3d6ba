import type { Localised } from '@credence/domain';
import {
  runClockCases,
  runItemCases,
  runListCases,
  runValueCases,
  type CaseFault,
  type Edition,
  type SchemaCard,
} from '@credence/rulebook';

import type { CaseFact, RuleCaseView, RulePlace } from './rule-reading.ts';

/** The cases beside an item, a list, a value or a clock, run anew; none for other cards. */
export function cardCasesOf(edition: Edition, { kind, id }: RulePlace): readonly RuleCaseView[] {
  switch (kind) {
    case 'item': {
      const item = edition.items.get(id);
      if (item === undefined) return [];
      const words = wordsOf(edition, item.item);
      return caseViews(item.cases, runItemCases(edition, item), (each) => ({
        given: [{ title: theRecord, facts: words.facts(each.given) }],
        expected: Object.entries(each.expect)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([on, results]) => ({ on, results: words.keyed(results) })),
      }));
    }
    case 'list': {
      const list = edition.lists.get(id);
      if (list === undefined) return [];
      const words = wordsOf(edition, list.trigger.item);
      return caseViews(list.cases, runListCases(edition, list), ({ given, expect }) => ({
        given: [
          ...(given.record === undefined
            ? []
            : [{ title: theRecord, facts: words.facts(given.record) }]),
          ...(given.entry === undefined
            ? []
            : [{ title: theEntry, facts: words.keyed(given.entry) }]),
          ...(given.times === undefined
            ? []
            : [{ title: theFacts, facts: words.keyed({ times: given.times }) }]),
        ],
        expected: [{ on: '', results: words.keyed(expect) }],
      }));
    }
    case 'value': {
      const value = edition.values.get(id);
      return value === undefined
        ? []
        : keyedViews(edition, value.cases, runValueCases(edition, value));
    }
    case 'clock': {
      const clock = edition.clocks.get(id);
      return clock === undefined
        ? []
        : keyedViews(edition, clock.cases, runClockCases(edition, clock));
    }
    default:
      return [];
  }
}

const theRecord: Localised = { zh: '记录', en: 'The record' };
const theEntry: Localised = { zh: '列入', en: 'The entry' };
const theFacts: Localised = { zh: '情况', en: 'The facts' };

interface Stated<Given, Expect> {
  readonly says: Localised;
  readonly given: Given;
  readonly expect: Expect;
}

function caseViews<Each extends Stated<unknown, unknown>>(
  cases: readonly Each[] | undefined,
  faults: readonly CaseFault[],
  view: (each: Each) => Pick<RuleCaseView, 'given' | 'expected'>,
): readonly RuleCaseView[] {
  const failed = new Set(faults.map(({ path }) => path[1]));
  return (cases ?? []).map((each, index) => ({
    says: each.says,
    ...view(each),
    state: failed.has(index) ? 'fails' : 'passes',
  }));
}

function keyedViews(
  edition: Edition,
  cases: readonly Stated<object, object>[] | undefined,
  faults: readonly CaseFault[],
): readonly RuleCaseView[] {
  const words = wordsOf(edition, undefined);
  return caseViews(cases, faults, ({ given, expect }) => ({
    given: [{ title: theFacts, facts: words.keyed(given) }],
    expected: [{ on: '', results: words.keyed(expect) }],
  }));
}

interface CaseWords {
  /** What a file states, in the words of its columns. */
  readonly facts: (stated: object) => readonly CaseFact[];
  /** What a card says by keys of its own, which the reader of the page puts into words. */
  readonly keyed: (stated: object) => readonly CaseFact[];
}

function wordsOf(edition: Edition, item: string | undefined): CaseWords {
  const fields = item === undefined ? undefined : edition.items.get(item)?.fields;
  const schema = fields === undefined ? undefined : edition.schemas.get(fields);
  return {
    facts: (stated) =>
      Object.entries(stated).map(([name, value]: [string, unknown]) => factOf(schema, name, value)),
    keyed: (stated) =>
      Object.entries(stated).map(([name, value]: [string, unknown]) => {
        const key = toKebab(name);
        const code = listed(value).join(', ');
        const severity = edition.severities.find((each) => each.code === code)?.title;
        return {
          title: { zh: key, en: key },
          value: severity ?? { zh: code, en: code },
          key,
        };
      }),
  };
}

function factOf(schema: SchemaCard | undefined, name: string, value: unknown): CaseFact {
  const column = schema?.columns.find(({ field }) => field === name);
  if (column === undefined) {
    const text = listed(value).join(', ');
    return { title: { zh: name, en: name }, value: { zh: text, en: text }, key: name };
  }
  const titles = listed(value).map(
    (code) => column.codes.find((each) => each.code === code)?.title ?? { zh: code, en: code },
  );
  return {
    title: column.says,
    value: {
      zh: titles.map(({ zh, en }) => zh ?? en ?? '').join('、'),
      en: titles.map(({ zh, en }) => en ?? zh ?? '').join(', '),
    },
  };
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
