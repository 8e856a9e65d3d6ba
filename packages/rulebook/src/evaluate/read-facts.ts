import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Field, World } from '../language/world.ts';
import type { Type } from '../language/type.ts';

/** What is wrong with facts that were handed in. */
export interface FactFault {
  readonly code:
    | 'unknown-collection'
    | 'unknown-field'
    | 'missing'
    | 'wrong-type'
    | 'unknown-code'
    | 'out-of-bounds'
    | 'too-many-records'
    | 'same-record-twice';
  /** Where: `org.size`, or `penalties[id].fine`. */
  readonly at: string;
  readonly found: string;
  readonly accepted: string;
}

/** Facts that a program may be asked about, or everything that is wrong with them. */
export type FactsReading =
  | { readonly kind: 'read'; readonly facts: SubjectFacts }
  | { readonly kind: 'refused'; readonly faults: readonly FactFault[] };

/**
 * Holds facts against what the world declares; nothing is coerced or defaulted. Every field that is
 * not optional has to be there, or only those a program asks for (`askedFields`).
 */
export function readFacts(
  world: World,
  facts: SubjectFacts,
  asked: ReadonlySet<string> | 'all' = 'all',
): FactsReading {
  const subject = { fields: world.subject, facts: facts.facts, at: 'org', of: 'org' };
  const found = [
    ...checkFields(world, subject),
    ...Object.entries(facts.records).flatMap(([name, list]) => checkRecords(world, name, list)),
  ];
  const faults = found
    .filter(({ code, field }) => code !== 'missing' || asked === 'all' || asked.has(field))
    .map(({ code, at, found: received, accepted }) => ({ code, at, found: received, accepted }));
  return faults.length === 0 ? { kind: 'read', facts } : { kind: 'refused', faults };
}

function checkRecords(world: World, name: string, list: readonly RecordFacts[]): FieldFault[] {
  const collection = world.collections.get(name);
  if (collection === undefined) {
    const accepted = [...world.collections.keys()].join(', ');
    return [{ code: 'unknown-collection', at: name, found: name, accepted, field: name }];
  }
  const faults: FieldFault[] = [];
  if (list.length > collection.most) {
    const accepted = `${collection.most} at most`;
    const count = String(list.length);
    faults.push({ code: 'too-many-records', at: name, found: count, accepted, field: name });
  }
  const ids = new Set<string>();
  for (const { id, facts } of list) {
    const at = `${name}[${id}]`;
    if (ids.has(id)) {
      const accepted = 'each record once';
      faults.push({ code: 'same-record-twice', at, found: id, accepted, field: name });
    }
    ids.add(id);
    faults.push(...checkFields(world, { fields: collection.fields, facts, at, of: name }));
  }
  return faults;
}

interface Given {
  readonly fields: ReadonlyMap<string, Field>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly at: string;
  /** `org`, or the name of the collection. */
  readonly of: string;
}

/** A fault with the field it is about, `org.size` or `penalties.fine`. */
interface FieldFault extends FactFault {
  readonly field: string;
}

function checkFields(world: World, { fields, facts, at, of }: Given): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const name of Object.keys(facts)) {
    if (fields.has(name)) continue;
    const accepted = [...fields.keys()].join(', ');
    const place = `${at}.${name}`;
    faults.push({ code: 'unknown-field', at: place, found: name, accepted, field: place });
  }
  for (const [name, { type, optional }] of fields) {
    const fact = facts[name];
    const place = `${at}.${name}`;
    const field = `${of}.${name}`;
    if (fact !== undefined) {
      const found = checkFact(world, { type, fact, at: place });
      faults.push(...found.map((fault) => ({ ...fault, field })));
    } else if (!optional) {
      const accepted = accept(world, type);
      faults.push({ code: 'missing', at: place, found: 'nothing', accepted, field });
    }
  }
  return faults;
}

interface GivenFact {
  readonly type: Type;
  readonly fact: Exclude<Fact, undefined>;
  readonly at: string;
}

function checkFact(world: World, { type, fact, at }: GivenFact): FactFault[] {
  const fault = (code: FactFault['code'], found: string): FactFault[] => [
    { code, at, found, accepted: accept(world, type) },
  ];
  const wrongType = fault('wrong-type', JSON.stringify(fact));
  switch (type.kind) {
    case 'bool':
      return typeof fact === 'boolean' ? [] : wrongType;
    case 'date':
      return Number.isSafeInteger(fact) ? [] : wrongType;
    case 'int':
    case 'money': {
      if (typeof fact !== 'number' || !Number.isSafeInteger(fact)) return wrongType;
      const inBounds = fact >= type.least && fact <= type.most;
      return inBounds ? [] : fault('out-of-bounds', String(fact));
    }
    case 'code': {
      if (typeof fact !== 'string') return wrongType;
      return membersOf(world, type.list).includes(fact) ? [] : fault('unknown-code', fact);
    }
    case 'codes': {
      if (typeof fact !== 'object') return wrongType;
      const members = membersOf(world, type.list);
      const unknown = fact.find((code) => !members.includes(code));
      if (unknown !== undefined) return fault('unknown-code', unknown);
      return new Set(fact).size === fact.length ? [] : fault('wrong-type', fact.join(', '));
    }
  }
}

function membersOf(world: World, list: string): readonly string[] {
  return world.codeLists.get(list) ?? [];
}

function accept(world: World, type: Type): string {
  switch (type.kind) {
    case 'bool':
      return 'true or false';
    case 'date':
      return 'a day';
    case 'int':
    case 'money':
      return `a whole number from ${type.least} to ${type.most}`;
    case 'code':
      return membersOf(world, type.list).join(', ');
    case 'codes':
      return `any of ${membersOf(world, type.list).join(', ')}, each at most once`;
  }
}
