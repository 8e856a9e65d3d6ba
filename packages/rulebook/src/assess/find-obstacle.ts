import {
  containsDay,
  isBefore,
  isOnOrAfter,
  type CivilDate,
  type NotShownReason,
  type PublicCreditRecord,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { ListCard } from '../card/list-card.ts';
import type { ValueCard, ValueRow } from '../card/value-card.ts';
import type { Edition } from '../edition/edition.ts';
import { basesOf, type TraceBasis } from '../trace/trace.ts';
import type { SeverityFinding } from './find-severity.ts';
import { itemLawOf } from './item-law.ts';
import { hasLapsed, runningRow } from './running-term.ts';

/** The row of a dated value that holds on a day. Rows do not overlap; the checker sees to it. */
export function rowOn(value: ValueCard | undefined, day: CivilDate): ValueRow | undefined {
  const begun = value?.values.filter(({ from }) => isOnOrAfter(day, from)) ?? [];
  const [latest] = [...begun].sort((a, b) => (a.from < b.from ? 1 : -1));
  return latest?.until === undefined || isBefore(day, latest.until) ? latest : undefined;
}

/** The rule of publicity for a record's class on a day. */
export interface TermRule {
  readonly value: ValueCard;
  readonly row: ValueRow;
}

/**
 * The value that says how long a record of a class is public, as it stands on a day for what was
 * decided when it was: under the narrower text, where the text has changed since (guard N7).
 */
export function findTerm(
  edition: Edition,
  item: ItemCard,
  severity: SeverityFinding | undefined,
  { decidedOn, day }: { readonly decidedOn: CivilDate; readonly day: CivilDate },
): TermRule | undefined {
  const id = severity === undefined ? undefined : item.publicity?.[severity.severity.code];
  const value = id === undefined ? undefined : edition.values.get(id);
  const row = rowOn(value, day);
  if (value === undefined || row === undefined) return undefined;
  return { value, row: runningRow(value, row, { decidedOn, day }) };
}

/** Why a record is not shown at all, whatever its dates say, with the articles. */
export interface Obstacle {
  readonly because: NotShownReason;
  readonly bases: readonly TraceBasis[];
}

interface Asked {
  readonly item: ItemCard;
  readonly record: PublicCreditRecord;
  readonly severity: SeverityFinding | undefined;
  readonly term: TermRule | undefined;
  readonly day: CivilDate;
}

/**
 * Decides whether something stands before any date: law that is not in force, a seal, a class that
 * is not public, a subject the item may not touch, a rule nobody has reviewed in time. The strictest
 * reason is given first; `service-not-shown` is left to the dates.
 *
 * `review-by` is the last day of use (included); past it nothing adverse is shown, while licences
 * and the like, which burden nobody, stay.
 */
export function findObstacle(edition: Edition, asked: Asked): Obstacle | undefined {
  const { item, record, severity, term, day } = asked;
  const itself = basesOf(item);
  if (!containsDay(edition.inForce, day) || !containsDay(item.inForce, day)) {
    return { because: 'no-rule-in-force', bases: itself };
  }
  if (record.sealed === true) return { because: 'sealed', bases: sealBases(item) };
  const kept = itemLawOf(edition, item).neverPublic.find(
    ({ row: { from }, holds }) => (from === undefined || isOnOrAfter(day, from)) && holds(record),
  )?.row;
  if (kept !== undefined) {
    const because = kept.because === 'sealed' ? 'sealed' : 'class-not-public';
    return { because, bases: basesOf(kept) };
  }
  if (item.disclosure !== 'public') return { because: 'class-not-public', bases: itself };
  if (!item.subjects.includes(record.subject.kind)) {
    const because = record.subject.kind === 'sole_trader' ? 'sole-trader' : 'class-not-public';
    return { because, bases: itself };
  }
  if (item.term === 'severity' && term === undefined) {
    return { because: 'no-rule-in-force', bases: itself };
  }
  const lapsed = lapsedBasis(edition, asked);
  if (lapsed !== undefined && isAdverse(item, severity)) {
    return { because: 'no-rule-in-force', bases: lapsed };
  }
  if (term?.row.publish === 'none') {
    return { because: 'severity-not-public', bases: basesOf(term.row) };
  }
  return isOverdue(edition, asked) && isAdverse(item, severity)
    ? { because: 'review-overdue', bases: [] }
    : undefined;
}

/** The articles of a text that has ended with nothing in its place, so that what rests on it stops. */
function lapsedBasis(
  edition: Edition,
  { item, record, term, day }: Asked,
): readonly TraceBasis[] | undefined {
  if (hasLapsed(edition, item.basis, day)) return basesOf(item);
  // An entry in a list falls with the list; which of several it is in, a record need not say.
  const lists = listsOf(edition, item);
  if (lists.length > 0 && lists.every((list) => hasLapsed(edition, list.basis, day))) {
    return lists.flatMap((list) => basesOf(list));
  }
  if (term === undefined) return undefined;
  // What was decided under an earlier text stands and falls with it, whatever a later one says.
  const began = rowOn(term.value, record.decidedOn);
  const lapsed = [began, term.row].find(
    (row) => row !== undefined && hasLapsed(edition, row.basis, day),
  );
  return lapsed === undefined ? undefined : basesOf(lapsed);
}

/** The lists whose entries an item's records are. */
export function listsOf({ lists }: Edition, { entriesOf = [] }: ItemCard): readonly ListCard[] {
  return entriesOf.flatMap((id) => lists.get(id) ?? []);
}

/** Whether a record burdens its subject: its class says so, else its item. */
export function isAdverse(item: ItemCard, severity: SeverityFinding | undefined): boolean {
  return severity?.severity.adverse ?? item.effect === 'adverse';
}

function isOverdue(edition: Edition, { item, term, day }: Asked): boolean {
  const reviews = [edition.reviewBy, item.reviewBy, term?.value.reviewBy];
  return reviews.some((reviewBy) => reviewBy !== undefined && isBefore(reviewBy, day));
}

function sealBases(item: ItemCard): readonly TraceBasis[] {
  const seal = item.neverPublic?.find(({ because }) => because === 'sealed');
  return seal === undefined ? [] : basesOf(seal);
}
