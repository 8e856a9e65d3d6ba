import type { Localised } from '@credence/domain';
import { runCases, type Type, type WrittenFact } from '@credence/rulebook';

import type { ReadyProgram } from './rule-programs.ts';
import { writeResult } from './rule-programs.ts';
import type { CaseFact, RuleCaseView } from './rule-reading.ts';

/** The cases of a card with what they come to, computed by the edition as it was promulgated. */
export function casesOf(program: ReadyProgram): readonly RuleCaseView[] {
  const { card, evaluator, labels } = program;
  const { world, rules } = evaluator.program;
  const cases = card.cases ?? [];
  const failed = new Set(runCases(evaluator, cases).map(({ path }) => path[1]));
  return cases.map(({ says, given, expect }, index): RuleCaseView => {
    const subject = Object.entries(given.subject ?? {});
    const ofSubject = subject.map(([name, written]) =>
      factOf(
        program,
        { title: labels.field('org', name), name },
        world.subject.get(name)?.type,
        written,
      ),
    );
    const ofRecords = Object.entries(given.records ?? {}).flatMap(([collection, list]) =>
      list.map((record, place) => ({
        title: recordTitle(program, collection, place),
        facts: Object.entries(record).map(([name, written]) => {
          const type = world.collections.get(collection)?.fields.get(name)?.type;
          return factOf(program, { title: labels.field(collection, name), name }, type, written);
        }),
      })),
    );
    return {
      says,
      given: [
        ...(ofSubject.length === 0 ? [] : [{ title: theSubject, facts: ofSubject }]),
        ...ofRecords,
      ],
      expected: Object.entries(expect)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([on, results]) => ({
          on,
          results: Object.entries(results).map(([name, written]) => {
            const rule = rules.find((each) => each.name === name);
            const title = name === evaluator.program.result ? theResult : rule?.title;
            return factOf(program, { title, name }, rule?.value.type, written);
          }),
        })),
      state: failed.has(index) ? 'fails' : 'passes',
    };
  });
}

/** What the subject itself is said to be. */
export const theSubject: Localised = { zh: '企业本身', en: 'The organisation itself' };
const theResult: Localised = { zh: '结果', en: 'Result' };

/** A record of a sample by its kind and place. */
export function recordTitle(
  { labels }: ReadyProgram,
  collection: string,
  place: number,
): Localised {
  const number = String(place + 1);
  const { zh, en } = labels.collection(collection) ?? { zh: collection, en: collection };
  return {
    ...(zh === undefined ? {} : { zh: `${zh}（第${number}条）` }),
    ...(en === undefined ? {} : { en: `${en} (no. ${number})` }),
  };
}

function factOf(
  program: ReadyProgram,
  named: { readonly title: Localised | undefined; readonly name: string },
  type: Type | undefined,
  written: WrittenFact,
): CaseFact {
  const { name } = named;
  return {
    title: named.title ?? { zh: name, en: name },
    value: type === undefined ? asWritten(written) : writeResult(program, written, type),
  };
}

function asWritten(written: WrittenFact): Localised {
  const text = typeof written === 'object' ? written.join(', ') : String(written);
  return { zh: text, en: text };
}
