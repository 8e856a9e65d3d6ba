import {
  isBefore,
  type CivilDate,
  type FactValue,
  type PublicCreditRecord,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { ListCard } from '../card/list-card.ts';
import type { Edition } from '../edition/edition.ts';
import { dayIn, serviceOf } from './assess-dates.ts';
import { findSeverity } from './find-severity.ts';
import { conditionOn } from './item-law.ts';

/** What a record has to be before anybody may think of an entry. */
export type TriggerTest =
  | 'item'
  | 'subject'
  | 'kind'
  | 'domain'
  | 'conduct'
  | 'gravity'
  | 'condition'
  | 'floor'
  | 'service';

/** Whether a record may lead to an entry; the first test it fails, if it may not. */
export type TriggerFinding =
  { readonly kind: 'proposes' } | { readonly kind: 'none'; readonly because: TriggerTest };

interface Asked {
  readonly list: ListCard;
  readonly item: ItemCard;
  readonly record: PublicCreditRecord;
  /** How often the subject has done it, this record included. */
  readonly times: number;
}

/**
 * Decides whether a record may lead to an entry in a list, as far as codes and days say it. What an
 * official has to weigh (harm, malice, how heavy a penalty is among its kind) stays the official's:
 * the answer is a proposal for the procedure of the list, never an entry.
 *
 * Whatever the record does not state counts in favour of its subject.
 *
 * Legal sources: the articles of the list; guards G14, G15, G18.
 */
export function findTrigger(
  edition: Edition,
  list: ListCard,
  record: PublicCreditRecord,
  times = 1,
): TriggerFinding {
  const item = edition.items.get(record.item);
  if (item === undefined || record.item !== list.trigger.item) {
    return { kind: 'none', because: 'item' };
  }
  const asked: Asked = { list, item, record, times };
  const failed = tests.find(({ holds }) => !holds(edition, asked));
  return failed === undefined ? { kind: 'proposes' } : { kind: 'none', because: failed.test };
}

const tests: readonly {
  readonly test: TriggerTest;
  readonly holds: (edition: Edition, asked: Asked) => boolean;
}[] = [
  { test: 'subject', holds: (_, asked) => isOfSubject(asked) },
  { test: 'domain', holds: isOfDomain },
  { test: 'kind', holds: (_, asked) => isOfKind(asked) },
  { test: 'conduct', holds: isUnderTheRule },
  { test: 'gravity', holds: isGrave },
  { test: 'condition', holds: meetsCondition },
  { test: 'floor', holds: reachesFloor },
  { test: 'service', holds: (_, { item, record }) => serviceOf(item, record).kind !== 'not-shown' },
];

function isOfSubject({ list, record }: Asked): boolean {
  const { kind } = record.subject;
  return list.subjects.includes(kind) && list.trigger.whereNot?.includes(kind) !== true;
}

function isOfDomain(edition: Edition, { list, item, record }: Asked): boolean {
  if (!hasField(edition, item, 'domain')) return true;
  const { domain } = record.facts;
  return typeof domain === 'string' && list.trigger.domains.includes(domain);
}

function isOfKind({ list, record }: Asked): boolean {
  const wanted = list.trigger.kinds?.any;
  if (wanted === undefined) return true;
  const { kinds } = record.facts;
  return isList(kinds) && kinds.some((kind) => wanted.includes(kind));
}

/** Nothing before the rule counts; a file without that column is read by the day of the decision. */
function isUnderTheRule(edition: Edition, { list, item, record }: Asked): boolean {
  const on: CivilDate | undefined = hasField(edition, item, 'conduct_ended')
    ? dayIn(record, 'conduct_ended')
    : record.decidedOn;
  return on !== undefined && !isBefore(on, list.trigger.conduct.from);
}

function isGrave(edition: Edition, { list, item, record }: Asked): boolean {
  const { gravity } = list.trigger;
  if (gravity === undefined) return true;
  return weightOf(edition, item, record) >= placeOf(edition, gravity);
}

function meetsCondition(edition: Edition, { list, item, record }: Asked): boolean {
  const { when } = list.trigger;
  return when === undefined || conditionOn(edition, item, when)(record);
}

/** The lightest burdensome class is no heavier penalty, and what happened once is no repetition. */
function reachesFloor(edition: Edition, { list, item, record, times }: Asked): boolean {
  const { floor, sanction } = list.trigger;
  if (typeof floor === 'object' && 'by' in floor && floor.by === 'repetition') {
    return times >= (floor.times ?? times);
  }
  if (sanction !== 'heavier_penalty' || item.severity === undefined) return true;
  const lightest = edition.severities.findIndex(({ adverse }) => adverse);
  return weightOf(edition, item, record) > lightest;
}

function weightOf(edition: Edition, item: ItemCard, record: PublicCreditRecord): number {
  const code = findSeverity(edition, item, record)?.severity.code;
  return code === undefined ? -1 : placeOf(edition, code);
}

function placeOf(edition: Edition, severity: string): number {
  return edition.severities.findIndex(({ code }) => code === severity);
}

function hasField(edition: Edition, item: ItemCard, field: string): boolean {
  const columns = edition.schemas.get(item.fields)?.columns ?? [];
  return columns.some((column) => column.field === field);
}

function isList(value: FactValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
