import type { Closures } from '../evaluate/compile-closures.ts';
import { betterBy, type Better } from '../evaluate/exits.ts';
import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';

/** Something that must hold of every program, whatever its rules, and did not. */
export interface Breach {
  readonly property:
    | 'lifted-record-worsens'
    | 'order-of-records-matters'
    | 'record-of-another-matters'
    | 'graver-record-helps';
  readonly subject: string;
  readonly record?: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What to hold a program against. */
export interface Examination {
  readonly closures: Closures;
  readonly better: Better;
  /** Per collection: facts of a record that was repaired or quashed. */
  readonly lifted: Readonly<Record<string, readonly Readonly<Record<string, Fact>>[]>>;
  /** Per collection: a field of codes or numbers that says how grave a record is, least first. */
  readonly gravity: Readonly<Record<string, { field: string; order: readonly Fact[] }>>;
}

interface Asked {
  readonly facts: SubjectFacts;
  readonly asOf: number;
}

/** Everything that must hold of any program, asked about one subject; finds nothing when it does. */
export function findBreaches(examination: Examination, asked: Asked): readonly Breach[] {
  return [
    ...liftedWorsens(examination, asked),
    ...orderMatters(examination, asked),
    ...anotherMatters(examination, asked),
    ...graverHelps(examination, asked),
  ];
}

function liftedWorsens({ closures, better, lifted }: Examination, asked: Asked): Breach[] {
  const isBetter = betterBy(better);
  const before = closures.evaluate(asked.facts, asked.asOf).result;
  return eachRecord(asked.facts).flatMap(({ collection, record }) =>
    (lifted[collection] ?? []).flatMap((changes): Breach[] => {
      const changed = withFacts(asked.facts, { collection, record }, changes);
      const after = closures.evaluate(changed, asked.asOf).result;
      if (!isBetter(before, after)) return [];
      const { id } = asked.facts;
      return [{ property: 'lifted-record-worsens', subject: id, record: record.id, before, after }];
    }),
  );
}

function orderMatters({ closures }: Examination, { facts, asOf }: Asked): Breach[] {
  const before = closures.evaluate(facts, asOf).rules;
  const backwards = Object.entries(facts.records).map(
    ([name, list]) => [name, list.toReversed()] as const,
  );
  const turned = { ...facts, records: Object.fromEntries(backwards) };
  const after = closures.evaluate(turned, asOf).rules;
  const same = after.every((value, place) => value === before[place]);
  return same ? [] : [{ property: 'order-of-records-matters', subject: facts.id, before, after }];
}

/** Asks about another subject in between: nothing of it may be left over. */
function anotherMatters({ closures }: Examination, { facts, asOf }: Asked): Breach[] {
  const before = closures.evaluate(facts, asOf).rules;
  const doubled = Object.entries(facts.records).map(
    ([name, list]) => [name, [...list, ...list.map(asAnother)]] as const,
  );
  closures.evaluate({ ...facts, id: 'another', records: Object.fromEntries(doubled) }, asOf + 400);
  const after = closures.evaluate(facts, asOf).rules;
  const same = after.every((value, place) => value === before[place]);
  return same ? [] : [{ property: 'record-of-another-matters', subject: facts.id, before, after }];
}

function asAnother(record: RecordFacts): RecordFacts {
  return { ...record, id: `another-${record.id}` };
}

function graverHelps({ closures, better, gravity }: Examination, asked: Asked): Breach[] {
  const isBetter = betterBy(better);
  const before = closures.evaluate(asked.facts, asked.asOf).result;
  return eachRecord(asked.facts).flatMap(({ collection, record }): Breach[] => {
    const scale = gravity[collection];
    if (scale === undefined) return [];
    const next = scale.order[scale.order.indexOf(record.facts[scale.field]) + 1];
    if (next === undefined || record.facts[scale.field] === undefined) return [];
    const changes = { [scale.field]: next };
    const changed = withFacts(asked.facts, { collection, record }, changes);
    const after = closures.evaluate(changed, asked.asOf).result;
    if (!isBetter(after, before)) return [];
    const { id } = asked.facts;
    return [{ property: 'graver-record-helps', subject: id, record: record.id, before, after }];
  });
}

interface Placed {
  readonly collection: string;
  readonly record: RecordFacts;
}

function eachRecord({ records }: SubjectFacts): readonly Placed[] {
  return Object.entries(records).flatMap(([collection, list]) =>
    list.map((record) => ({ collection, record })),
  );
}

function withFacts(
  facts: SubjectFacts,
  { collection, record }: Placed,
  changes: Readonly<Record<string, Fact>>,
): SubjectFacts {
  const list = (facts.records[collection] ?? []).map((each) =>
    each === record ? { ...each, facts: { ...each.facts, ...changes } } : each,
  );
  return { ...facts, records: { ...facts.records, [collection]: list } };
}
