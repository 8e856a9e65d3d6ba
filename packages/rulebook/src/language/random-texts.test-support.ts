import { fromDayNumber } from '@credence/domain';
import fc, { type Arbitrary } from 'fast-check';

import type { Fact, RecordFacts, SubjectFacts } from './facts.ts';
import type { Field } from './world.ts';
import { world } from './worlds.test-support.ts';

/** What an expression gives that both this language and CEL know, time left out. */
type Kind = 'bool' | 'int' | 'money';

interface Atoms {
  readonly bool: readonly string[];
  readonly int: readonly string[];
  readonly money: readonly string[];
  readonly date: readonly string[];
  readonly code: readonly (readonly [text: string, list: string])[];
  readonly codes: readonly string[];
}

const ofSubject: Atoms = {
  bool: ['org.licensed', 'has(org.staff)'],
  int: ['(has(org.staff) ? org.staff : 7)', 'penalties.size()', 'pledges.size()'],
  money: ['org.arrears'],
  date: ['org.founded'],
  code: [['org.size', 'size']],
  codes: [],
};

const ofRecord: Atoms = {
  bool: ['r.quashed', 'has(r.fine)', 'has(r.corrected)', 'org.licensed'],
  int: ['r.days', 'r.kinds.size()', '(has(r.further_kinds) ? r.further_kinds.size() : -1)'],
  money: ['(has(r.fine) ? r.fine : money("CNY 0.50"))', 'org.arrears'],
  date: ['r.decided', 'r.begins', 'org.founded', '(has(r.ends) ? r.ends : r.begins)'],
  code: [
    ['r.domain', 'domain'],
    ['r.gravity', 'gravity'],
    ['org.size', 'size'],
  ],
  codes: ['r.kinds'],
};

const comparison = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const equality = fc.constantFrom('==', '!=');

function membersOf(list: string): readonly string[] {
  return world.codeLists.get(list) ?? [];
}

/**
 * Texts of every shape: each sign stands at its own strength with as few brackets as that allows, so
 * that two readers that group signs differently come to different answers.
 */
function texts(atoms: Atoms, records: Arbitrary<string> | undefined, depth: number) {
  return fc.letrec<Record<Kind | 'or' | 'and' | 'relation' | 'primary', string>>((tie) => {
    const relations = [
      fc.tuple(tie('int'), comparison, tie('int')),
      fc.tuple(tie('money'), comparison, tie('money')),
      fc.tuple(dates(atoms), comparison, dates(atoms)),
      fc.tuple(tie('primary'), equality, tie('primary')),
      ...atoms.code.map(([text, list]) =>
        fc.tuple(fc.constant(text), equality, fc.constantFrom(...membersOf(list))),
      ),
    ].map((parts) => parts.map((each) => each.join(' ')));
    return {
      bool: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'bool' },
        { arbitrary: tie('or'), weight: 4 },
        { arbitrary: chosen(tie('or'), tie('or')), weight: 1 },
      ),
      or: joined(tie('and'), ' || '),
      and: joined(tie('relation'), ' && '),
      relation: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'bool' },
        tie('primary'),
        ...relations,
        tie('int').chain((of) =>
          fc
            .uniqueArray(fc.integer({ min: -2, max: 9 }), { minLength: 1, maxLength: 4 })
            .map((members) => `(${of}) in [${members.join(', ')}]`),
        ),
      ),
      primary: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'bool' },
        fc.constantFrom('true', 'false', ...atoms.bool),
        ...memberships(atoms),
        tie('primary').map((of) => `!${of}`),
        tie('bool').map((of) => `(${of})`),
        ...(records === undefined ? [] : [aggregates(records, ['exists', 'all'])]),
      ),
      int: amounts(tie('int'), tie('or'), {
        leaves: [fc.integer({ min: 0, max: 500 }).map(String), fc.constantFrom(...atoms.int)],
        more: records === undefined ? [] : [counts(records)],
        depth,
      }),
      money: amounts(tie('money'), tie('or'), {
        leaves: [
          fc.integer({ min: 0, max: 900 }).map((amount) => `money("CNY ${String(amount)}.25")`),
          fc.constantFrom(...atoms.money),
        ],
        more: [],
        depth,
      }),
    };
  });
}

function joined(part: Arbitrary<string>, sign: string): Arbitrary<string> {
  return fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(sign));
}

function chosen(test: Arbitrary<string>, part: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(test, part, part).map(([a, b, c]) => `${a} ? ${b} : ${c}`);
}

function amounts(
  same: Arbitrary<string>,
  test: Arbitrary<string>,
  given: {
    readonly leaves: readonly Arbitrary<string>[];
    readonly more: readonly Arbitrary<string>[];
    readonly depth: number;
  },
): Arbitrary<string> {
  const leaf = fc.oneof(...given.leaves, ...given.more);
  const factor = fc.integer({ min: 1, max: 9 }).map(String);
  return fc.oneof(
    { maxDepth: given.depth, depthIdentifier: 'amount' },
    { arbitrary: leaf, weight: 4 },
    {
      arbitrary: fc.tuple(leaf, fc.constantFrom('+', '-'), leaf).map((p) => p.join(' ')),
      weight: 2,
    },
    {
      arbitrary: fc.tuple(leaf, fc.constantFrom('*', '/'), factor).map((p) => p.join(' ')),
      weight: 2,
    },
    fc.tuple(leaf, leaf, factor, leaf).map(([a, b, c, d]) => `${a} - ${b} * ${c} + ${d}`),
    fc.tuple(leaf, factor, factor).map(([a, b, c]) => `-${a} / ${b} * ${c}`),
    same.map((of) => `-(${of})`),
    same.map((of) => `(${of})`),
    fc.tuple(same, same).map(([a, b]) => `cap(${a}, ${b})`),
    chosen(test, same).map((text) => `(${text})`),
  );
}

function dates({ date }: Atoms): Arbitrary<string> {
  const day = fc.integer({ min: 19_000, max: 19_100 });
  return fc.oneof(
    fc.constantFrom(...date),
    day.map((number) => `date("${fromDayNumber(number)}")`),
  );
}

function memberships({ code, codes }: Atoms): readonly Arbitrary<string>[] {
  const some = (list: string) =>
    fc.subarray([...membersOf(list)], { minLength: 1 }).map((members) => `[${members.join(', ')}]`);
  return [
    ...code.map(([text, list]) => some(list).map((members) => `(${text} in ${members})`)),
    ...codes.map((text) =>
      fc
        .tuple(fc.constantFrom('exists', 'all'), fc.constantFrom('', '!'), some('kind'))
        .map(([word, not, members]) => `${text}.${word}(k, ${not}(k in ${members}))`),
    ),
  ];
}

function aggregates(body: Arbitrary<string>, words: readonly string[]): Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...words), body)
    .map(([word, text]) => `penalties.${word}(r, ${text})`);
}

function counts(body: Arbitrary<string>): Arbitrary<string> {
  return fc
    .tuple(body, fc.boolean(), body)
    .map(([first, twice, second]) =>
      twice
        ? `penalties.filter(r, ${first}).filter(r, ${second}).size()`
        : `penalties.filter(r, ${first}).size()`,
    );
}

/** Conditions and whole numbers of the part of the language that CEL has as well. */
export function sharedTexts(): Arbitrary<string> {
  const inside = texts(ofRecord, undefined, 1).bool;
  const whole = texts(ofSubject, inside, 2);
  return fc.oneof(whole.bool, whole.int);
}

function fact({ type, optional }: Field): Arbitrary<Fact> {
  const there = factOf(type);
  return optional ? fc.option(there, { nil: undefined }) : there;
}

function factOf(type: Field['type']): Arbitrary<Fact> {
  switch (type.kind) {
    case 'bool':
      return fc.boolean();
    case 'int':
    case 'money':
      return fc.oneof(
        fc.integer({ min: type.least, max: Math.min(type.most, 500) }),
        fc.integer({ min: type.least, max: Math.min(type.most, 1_000_000) }),
      );
    case 'date':
      return fc.integer({ min: 19_000, max: 19_100 });
    case 'code':
      return fc.constantFrom(...membersOf(type.list));
    case 'codes':
      return fc.subarray([...membersOf(type.list)]);
  }
}

function factsOf(fields: ReadonlyMap<string, Field>): Arbitrary<Record<string, Fact>> {
  return fc.record(Object.fromEntries([...fields].map(([name, field]) => [name, fact(field)])));
}

/** Facts of a subject of the world of the tests, with few records. */
export function randomFacts(): Arbitrary<SubjectFacts> {
  const records = (collection: string): Arbitrary<readonly RecordFacts[]> =>
    fc
      .array(factsOf(world.collections.get(collection)?.fields ?? new Map()), { maxLength: 4 })
      .map((all) => all.map((facts, index) => ({ id: String(index), facts })));
  return fc.record({
    id: fc.constant('subject'),
    facts: factsOf(world.subject),
    records: fc.record({ penalties: records('penalties'), pledges: records('pledges') }),
  });
}
