import type { Weighing } from '../card/risk-class-card.ts';
import type { CardKind, CardOf } from '../card/card-kinds.ts';
import { lawfulSubjects } from '../card/guard-words.ts';
import type { Type } from '../language/type.ts';
import type { Field } from '../language/world.ts';
import { findNearest } from '../load/nearest.ts';
import type { Path } from '../load/place.ts';
import { eligibilityOf } from '../world/eligibility.ts';
import { RESULT, TOTAL, type AnyProgramCard } from '../world/read-program.ts';
import { LIKELIHOOD, SEVERITY } from '../world/weigh.ts';
import type { Check, Draft, Report } from './draft.ts';
import { worldOfDraft } from './world-of-draft.ts';

/** What a case may write somewhere, and where it stands. */
interface Asked {
  readonly kind: CardKind;
  readonly id: string;
  readonly path: Path;
  /** Whether the key is judged, or what stands there. */
  readonly at?: 'key';
  readonly word: string;
  readonly known: readonly string[];
}

/**
 * The words of cases: fields, codes and steps that the card beside them knows. What comes out of a case
 * is for whoever runs it; a case that speaks of nothing would come out right and prove nothing.
 */
export const checkCases: Check = (draft, report) => {
  const all = [...ofRecords(draft), ...ofPrograms(draft), ...ofClocks(draft), ...ofRepairs(draft)];
  for (const asked of all) judge(asked, report);
};

function judge({ kind, id, path, at, word, known }: Asked, report: Report): void {
  if (known.includes(word)) return;
  const nearest = findNearest(word, known);
  report(
    { kind, id, path, ...(at === undefined ? {} : { at }) },
    {
      code: at === 'key' ? 'field-unknown' : 'code-unknown',
      message:
        `${word} is not known to the card of this case.` +
        (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
      found: word,
      accepted: known.join(', '),
      repair: nearest === undefined ? 'Write one of them.' : `Write ${nearest}.`,
    },
  );
}

/** Facts that every record has, whatever its schema names. */
const always = ['taken_in', 'sealed', 'decided', 'corrected', 'subject_class'];

type Facts = Readonly<Record<string, unknown>>;

/** Cases beside items and lists: records as a file of the item states them. */
function ofRecords({ cards, edition }: Draft): readonly Asked[] {
  const severities = edition.severities.map(({ code }) => code);
  const items = [...cards.item].flatMap(([id, item]) =>
    (item.cases ?? []).flatMap(({ given, forEach = {}, expect }, index) => {
      const place = { kind: 'item' as const, id, path: ['cases', index] };
      const days = Object.entries(expect).flatMap(([day, { severity }]) =>
        severity === undefined
          ? []
          : [{ ...below(place, 'expect', day, 'severity'), word: severity, known: severities }],
      );
      const of = schemaOf(cards, item);
      return [
        ...factsOf(below(place, 'given'), given, of),
        ...factsOf(below(place, 'for-each'), forEach, of),
        ...days,
      ];
    }),
  );
  const lists = [...cards.list].flatMap(([id, list]) =>
    (list.cases ?? []).flatMap(({ given: { record = {} } }, index) =>
      factsOf(
        { kind: 'list', id, path: ['cases', index, 'given', 'record'] },
        record,
        schemaOf(cards, cards.item.get(list.trigger.item)),
      ),
    ),
  );
  return [...items, ...lists];
}

type Place = Pick<Asked, 'kind' | 'id' | 'path'>;

function below({ kind, id, path }: Place, ...steps: Path): Place {
  return { kind, id, path: [...path, ...steps] };
}

/** Fields and their codes; undefined where a field has none. */
type Words = ReadonlyMap<string, readonly string[] | undefined>;

function schemaOf({ schema }: Draft['cards'], item: CardOf<'item'> | undefined): Words {
  const columns = schema.get(item?.fields ?? '')?.columns;
  if (columns === undefined) return new Map();
  return new Map<string, readonly string[] | undefined>([
    ...always.map((field) => [field, undefined] as const),
    ...columns.flatMap(({ field, type, codes }) =>
      field === 'none'
        ? []
        : [[field, /^codes?$/.test(type) ? codes.map(({ code }) => code) : undefined] as const],
    ),
    ['subject_class', lawfulSubjects],
  ]);
}

/** Classes that a way back is for. */
function ofRepairs({ cards, edition }: Draft): readonly Asked[] {
  const known = edition.severities.map(({ code }) => code);
  return [...cards.repair].flatMap(([id, { classes }]) =>
    codesOf({ kind: 'repair', id, path: ['classes'] }, classes, known),
  );
}

/** A card without a schema is reported elsewhere; nothing is known of its fields. */
function factsOf(place: Place, facts: Facts, words: Words): readonly Asked[] {
  if (words.size === 0) return [];
  const fields = [...words.keys()];
  return Object.entries(facts).flatMap(([field, said]): readonly Asked[] => {
    const at = below(place, field);
    const codes = words.get(field);
    return [
      { ...at, at: 'key', word: field, known: fields },
      ...(codes === undefined ? [] : codesOf(at, said, codes)),
    ];
  });
}

function codesOf(place: Place, said: unknown, known: readonly string[]): readonly Asked[] {
  if (typeof said === 'string') return [{ ...place, word: said, known }];
  return Array.isArray(said)
    ? said.flatMap((one, index) => codesOf(below(place, index), one, known))
    : [];
}

/** Cases beside classes: facts by collection, and what comes out by indicator. */
function ofPrograms(draft: Draft): readonly Asked[] {
  const { cards } = draft;
  const world = worldOfDraft(draft);
  const codes = (type: Type): readonly string[] | undefined =>
    type.kind === 'code' || type.kind === 'codes' ? world.codeLists.get(type.list) : undefined;
  const wordsOf = (fields: ReadonlyMap<string, Field>): Words =>
    new Map([...fields].map(([name, { type }]) => [name, codes(type)]));
  const collections = [...world.collections.keys()];
  return (['risk-class', 'evaluation', 'scale', 'incentive'] as const).flatMap((kind) =>
    [...cards[kind]].flatMap(([id, card]) =>
      (card.cases ?? []).flatMap(({ given, expect }, index) => {
        const place: Place = { kind, id, path: ['cases', index] };
        const records = Object.entries(given.records ?? {}).flatMap(([name, all]) => {
          const fields = world.collections.get(name)?.fields;
          const at = below(place, 'given', 'records', name);
          return [
            { ...at, at: 'key' as const, word: name, known: collections },
            ...(fields === undefined
              ? []
              : all.flatMap((facts, row) => factsOf(below(at, row), facts, wordsOf(fields)))),
          ];
        });
        const subject = below(place, 'given', 'subject');
        return [
          ...records,
          ...factsOf(subject, given.subject ?? {}, wordsOf(world.subject)),
          ...Object.entries(expect).flatMap(([day, found]) =>
            factsOf(below(place, 'expect', day), found, answersOf(card)),
          ),
        ];
      }),
    ),
  );
}

function answersOf(card: AnyProgramCard | CardOf<'incentive'>): Words {
  const source = 'incentive' in card ? eligibilityOf(card) : card;
  const { indicators, classes } = source ?? { indicators: [], classes: [] };
  return new Map<string, readonly string[] | undefined>([
    ...indicators.map(({ indicator }) => [indicator, undefined] as const),
    [TOTAL, undefined],
    [RESULT, classes.map((entry) => entry.class)],
    ...weighedRules('weighing' in card ? card.weighing : undefined),
  ]);
}

function weighedRules(
  weighing: Weighing | undefined,
): readonly (readonly [rule: string, codes: readonly string[]])[] {
  if (weighing === undefined) return [];
  return [
    [LIKELIHOOD, weighing.likelihoods.map(({ likelihood }) => likelihood)],
    [SEVERITY, weighing.severities.map(({ severity }) => severity)],
  ];
}

/** Cases beside clocks speak of its steps. */
function ofClocks({ cards }: Draft): readonly Asked[] {
  return [...cards.clock].flatMap(([id, { steps, cases = [] }]) => {
    const known = steps.map(({ step }) => step);
    return cases.flatMap(({ given, expect }, index) => {
      const place: Place = { kind: 'clock', id, path: ['cases', index] };
      return [
        ...codesOf(below(place, 'given', 'extended'), given.extended, known),
        ...Object.keys(expect).map((word) => ({
          ...below(place, 'expect', word),
          at: 'key' as const,
          word,
          known,
        })),
      ];
    });
  });
}
