import {
  addDays,
  containsDay,
  earlier,
  isBefore,
  later,
  type CivilDate,
  type FactValue,
  type Interval,
  type PublicCreditRecord,
  type PublicityAssessment,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { assessDates } from './assess-dates.ts';
import { findObstacle, findTerm, isAdverse, listsOf } from './find-obstacle.ts';
import { findSeverity, type SeverityFinding } from './find-severity.ts';
import { itemLawOf } from './item-law.ts';
import { endsOfBasis } from './running-term.ts';

/** On which days one edition shows a record. */
export interface Stretches {
  /** Code of the class the edition gives it. */
  readonly severity?: string;
  /** Days on which it is shown or valid, in order, apart from each other. */
  readonly days: readonly Interval[];
  /** Whether the edition closes it to everyone on some day: then it is not even counted. */
  readonly sealed: boolean;
}

/**
 * All days on which an edition shows a record, as `assessRecord` would say for each of them. The law
 * of an item changes on few days; between two of them one question answers for all.
 *
 * @throws RangeError for an edition that did not pass `checkEdition` or `openEdition`
 */
export function findStretches(edition: Edition, record: PublicCreditRecord): Stretches {
  const item = edition.items.get(record.item);
  if (item === undefined) return { days: [], sealed: false };
  return askedBefore(edition, item).answer(record, () => stretchesUnder(edition, item, record));
}

function stretchesUnder(edition: Edition, item: ItemCard, record: PublicCreditRecord): Stretches {
  const severity = findSeverity(edition, item, record);
  const days: Interval[] = [];
  let sealed = false;
  for (const segment of segmentsOf(edition, item)) {
    const first = publicityOn(edition, { item, record, severity, day: segment.from });
    if (first.kind === 'not-shown') {
      sealed ||= first.because === 'sealed';
      continue;
    }
    const publicity =
      first.kind === 'not-begun' && containsDay(segment, first.begins)
        ? publicityOn(edition, { item, record, severity, day: first.begins })
        : first;
    if (publicity.kind !== 'shown' && publicity.kind !== 'valid') continue;
    addStretch(days, {
      from: later(publicity.begins, segment.from),
      until: earlierEnd(publicity.ends, segment.until),
    });
  }
  return { days, sealed, ...(severity === undefined ? {} : { severity: severity.severity.code }) };
}

/** Answers kept for one item: the records of a file share their days and kinds. */
const answersMax = 8_000;

/** Records that agree in what they said so far: by what they say next, and their answers at the end. */
interface Alike {
  next?: Map<FactValue | undefined, Alike>;
  answers?: Map<string, Stretches>;
}

/**
 * What the law of an item has answered. A question is everything of a record on which its days
 * depend, and nothing else: two records of one text share them. Kinds, which are few, lead step by
 * step to records that are alike but for what is many: days, lists and amounts, all in one text.
 */
class AnswersKept {
  readonly #fields: readonly string[];
  #root: Alike = {};
  #count = 0;

  /** @param fields - the facts that the item's law reads */
  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  answer(record: PublicCreditRecord, find: () => Stretches): Stretches {
    const { subject, sealed, service, facts } = record;
    let alike = step(this.#root, subject.kind);
    alike = step(alike, sealed);
    alike = step(alike, service.kind);
    let many = daysOf(record);
    for (const field of this.#fields) {
      const value = facts[field];
      if (typeof value === 'object') {
        alike = step(alike, noFact);
        many += JSON.stringify(value);
      } else {
        alike = step(alike, value);
      }
    }
    const answers = (alike.answers ??= new Map<string, Stretches>());
    const before = answers.get(many);
    if (before !== undefined) return before;
    const found = find();
    if (this.#count >= answersMax) {
      this.#root = {};
      this.#count = 0;
    }
    this.#count += 1;
    answers.set(many, found);
    return found;
  }
}

/** Stands for a list or an amount: a list itself, it is no fact of any record. */
const noFact: FactValue = [];

function step(alike: Alike, value: FactValue | undefined): Alike {
  const next = (alike.next ??= new Map<FactValue | undefined, Alike>());
  const known = next.get(value);
  if (known !== undefined) return known;
  const made: Alike = {};
  next.set(value, made);
  return made;
}

/** The days that a record states; none of them holds a comma. */
function daysOf(record: PublicCreditRecord): string {
  const { decidedOn, validFrom = '', validUntil = '', correctedOn = '', service } = record;
  const on = service.kind === 'shown' || service.kind === 'stated' ? (service.on ?? '') : '';
  return `${decidedOn},${validFrom},${validUntil},${correctedOn},${on}`;
}

const asked = new WeakMap<Edition, Map<string, AnswersKept>>();

function askedBefore(edition: Edition, item: ItemCard): AnswersKept {
  const ofEdition = asked.get(edition) ?? new Map<string, AnswersKept>();
  asked.set(edition, ofEdition);
  const known = ofEdition.get(item.item);
  if (known !== undefined) return known;
  const { fields } = itemLawOf(edition, item);
  const made = new AnswersKept([...new Set(['published', ...fields])]);
  ofEdition.set(item.item, made);
  return made;
}

function publicityOn(
  edition: Edition,
  asked: {
    readonly item: ItemCard;
    readonly record: PublicCreditRecord;
    readonly severity: SeverityFinding | undefined;
    readonly day: CivilDate;
  },
): PublicityAssessment {
  const { item, record, severity, day } = asked;
  const term = findTerm(edition, item, severity, { decidedOn: record.decidedOn, day });
  const obstacle = findObstacle(edition, { item, record, severity, day, term });
  if (obstacle !== undefined) return { kind: 'not-shown', because: obstacle.because };
  return assessDates(edition, { item, record, day, term, adverse: isAdverse(item, severity) });
}

/** Two stretches without a day between them are one. */
function addStretch(days: Interval[], stretch: Interval): void {
  const last = days.at(-1);
  if (last?.until === stretch.from) days.splice(-1, 1, { from: last.from, until: stretch.until });
  else days.push(stretch);
}

function earlierEnd(a: CivilDate | 'none', b: CivilDate | 'none'): CivilDate | 'none' {
  if (a === 'none') return b;
  return b === 'none' ? a : earlier(a, b);
}

/** Editions are immutable, so the days on which the law of an item changes are found once. */
const segments = new WeakMap<Edition, Map<string, readonly Interval[]>>();

/** The days of an edition, cut wherever anything that an answer about the item rests on changes. */
function segmentsOf(edition: Edition, item: ItemCard): readonly Interval[] {
  const ofEdition = segments.get(edition) ?? new Map<string, readonly Interval[]>();
  segments.set(edition, ofEdition);
  const known = ofEdition.get(item.item);
  if (known !== undefined) return known;
  const made = cut(edition.inForce, changesOf(edition, item));
  ofEdition.set(item.item, made);
  return made;
}

function changesOf(edition: Edition, item: ItemCard): readonly CivilDate[] {
  const values = Object.values(item.publicity ?? {}).flatMap((id) => edition.values.get(id) ?? []);
  const reviews = [edition.reviewBy, item.reviewBy, ...values.map(({ reviewBy }) => reviewBy)];
  return [
    item.inForce.from,
    ...(item.inForce.until === 'none' ? [] : [item.inForce.until]),
    ...(item.neverPublic ?? []).flatMap(({ from }) => from ?? []),
    ...endsOfBasis(edition, [
      ...item.basis,
      ...listsOf(edition, item).flatMap(({ basis }) => basis),
      ...values.flatMap(({ values: rows }) => rows.flatMap(({ basis }) => basis)),
    ]),
    ...values.flatMap(({ values: rows }) =>
      rows.flatMap(({ from, until = from }) => [from, until]),
    ),
    // `review-by` is the last day of use.
    ...reviews.map((reviewBy) => addDays(reviewBy, 1)),
  ];
}

function cut(whole: Interval, changes: readonly CivilDate[]): readonly Interval[] {
  const inside = changes.filter((day) => containsDay(whole, day) && isBefore(whole.from, day));
  const froms = [whole.from, ...[...new Set(inside)].sort()];
  return froms.map((from, index) => ({ from, until: froms[index + 1] ?? whole.until }));
}
