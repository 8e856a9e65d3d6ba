import {
  containsDay,
  dayNumber,
  isBefore,
  isOnOrAfter,
  parseCivilDate,
  civilDate,
  earlier,
  type CivilDate,
  type FactValue,
  type Interval,
  type PublicCreditRecord,
} from '@credence/domain';
import {
  assessRecord,
  findStretches,
  type Edition,
  type Fact,
  type RecordFacts,
  type SubjectFacts,
  type Type,
  type World,
} from '@credence/rulebook';

import { fieldOf } from '../project/record-rows.ts';
import type { RecordState, SubjectState } from '../state/subject-state.ts';

/** Under which law facts are gathered, and for which day. */
export interface Gathering {
  readonly edition: Edition;
  readonly world: World;
  readonly asOf: CivilDate;
}

/**
 * What the register knows of a subject, as rules take it: verified records alone, each with the days
 * on which it has effect under the edition, and the standing facts of its newest registration. What
 * the law closes to everyone is left out, as are items and columns the edition does not know.
 */
export function gatherFacts(
  { home, records }: SubjectState,
  { edition, world, asOf }: Gathering,
): SubjectFacts {
  const law = withoutEnds(edition);
  const newestLast = records.toSorted((a, b) => a.position - b.position);
  const subject: Record<string, Fact> = {};
  const collections = new Map<string, RecordFacts[]>();
  for (const state of newestLast) {
    const { record } = state;
    subject['kind'] = record.subject.kind;
    const item = edition.items.get(record.item);
    if (item === undefined) continue;
    if (item.term === 'standing') {
      for (const [name, { type }] of world.subject) {
        const fact = name === 'kind' ? undefined : toFact(fieldOf(record, name), type, world);
        if (fact !== undefined) subject[name] = fact;
      }
    }
    const { collection = '' } = item;
    const fields = world.collections.get(collection)?.fields;
    if (fields === undefined) continue;
    const known = registerFacts(state, { edition: law, asOf });
    if (known === undefined) continue;
    const facts: Record<string, Fact> = {};
    for (const [name, { type }] of fields) {
      const fact = name in known ? known[name] : toFact(fieldOf(record, name), type, world);
      if (fact !== undefined) facts[name] = fact;
    }
    const list = collections.get(collection) ?? [];
    list.push({ id: record.recordId, facts });
    collections.set(collection, list);
  }
  return { id: home, facts: subject, records: Object.fromEntries(collections) };
}

/** Facts of the register itself; undefined for a record that the law closes to everyone. */
function registerFacts(
  { record, end, disputedSince }: RecordState,
  { edition, asOf }: { readonly edition: Edition; readonly asOf: CivilDate },
): Record<string, Fact> | undefined {
  const { days, sealed, severity } = findStretches(edition, record);
  if (sealed && days.length === 0) return undefined;
  const ended = end !== undefined && isOnOrAfter(asOf, end.on);
  const { service } = record;
  const served = service.kind === 'shown' || service.kind === 'stated' ? service.on : undefined;
  const stretch = cut(stretchAt(days, asOf) ?? pastOf(edition, record, asOf), end?.on);
  return {
    decided: dayNumber(record.decidedOn),
    taken_in: dayNumber(record.takenInOn),
    served: numberOf(served),
    corrected: numberOf(record.correctedOn),
    begins: numberOf(stretch?.from),
    ends: stretch?.until === 'none' ? undefined : numberOf(stretch?.until),
    severity,
    repaired: ended && end.because === 'repaired',
    quashed: ended && end.because === 'annulled',
    disputed: disputedSince !== undefined && isOnOrAfter(asOf, disputedSince),
  };
}

/** The days of effect the question is about: those around the day, else the next, else the last. */
function stretchAt(days: readonly Interval[], asOf: CivilDate): Interval | undefined {
  return (
    days.find((each) => containsDay(each, asOf)) ??
    days.find(({ from }) => isOnOrAfter(from, asOf)) ??
    days.at(-1)
  );
}

/** A record that was over before the item's present law began: it says so, and counts no more. */
function pastOf(
  edition: Edition,
  record: PublicCreditRecord,
  asOf: CivilDate,
): Interval | undefined {
  const { publicity } = assessRecord(edition, record, asOf);
  if (publicity.kind !== 'ended' || !isBefore(record.decidedOn, publicity.endedOn))
    return undefined;
  return { from: record.decidedOn, until: publicity.endedOn };
}

function cut(stretch: Interval | undefined, on: CivilDate | undefined): Interval | undefined {
  if (stretch === undefined || on === undefined) return stretch;
  if (isOnOrAfter(stretch.from, on)) return undefined;
  const { from, until } = stretch;
  return { from, until: until === 'none' ? on : earlier(until, on) };
}

function numberOf(day: CivilDate | undefined): number | undefined {
  return day === undefined ? undefined : dayNumber(day);
}

/** A stated value as the type takes it; a code the edition no longer has is not known to its rules. */
function toFact(value: FactValue | undefined, type: Type, world: World): Fact {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' ? value : undefined;
    case 'date': {
      const day = typeof value === 'string' ? parseCivilDate(value) : undefined;
      return day === undefined ? undefined : dayNumber(day);
    }
    case 'money': {
      const stated = typeof value === 'object' && 'currency' in value ? value : undefined;
      return stated?.currency === world.currency ? stated.amount : undefined;
    }
    case 'code': {
      if (typeof value !== 'string') return undefined;
      return world.codeLists.get(type.list)?.includes(value) === true ? value : undefined;
    }
    case 'codes': {
      const members = world.codeLists.get(type.list) ?? [];
      const stated = Array.isArray(value) ? value : [];
      return stated.filter((code): code is string => members.includes(String(code)));
    }
  }
}

/**
 * The same law on every day: that its successor takes over is no end of a record, and a draft is
 * asked about days on which it is not in force.
 */
function withoutEnds(edition: Edition): Edition {
  const known = endless.get(edition);
  if (known !== undefined) return known;
  const made = { ...edition, inForce: always };
  endless.set(edition, made);
  return made;
}

const always: Interval = { from: civilDate('0001-01-01'), until: 'none' };
const endless: WeakMap<Edition, Edition> = new WeakMap();
