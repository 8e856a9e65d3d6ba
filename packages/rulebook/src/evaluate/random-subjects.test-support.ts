import { createRandom, type Random } from '@credence/domain';

import type { Fact, RecordFacts, SubjectFacts } from '../language/facts.ts';
import type { Field, World } from '../language/world.ts';

/** How subjects are made up. */
export interface SubjectsOrder {
  readonly seed: number;
  readonly count: number;
  /** Days lie between these two. */
  readonly from: number;
  readonly until: number;
  readonly recordsMax: number;
}

/** Subjects with random facts of a world; many days lie at the ends of months. */
export function makeSubjects(world: World, order: SubjectsOrder): SubjectFacts[] {
  return Array.from({ length: order.count }, (_, index) => {
    const random = createRandom(order.seed, 'subject', index);
    const records = [...world.collections].map(([name, { fields, most }]) => {
      const count = random.below(Math.min(order.recordsMax, most) + 1);
      const list = Array.from({ length: count }, (__, place): RecordFacts => ({
        id: `${name}-${place}`,
        facts: makeFacts(world, fields, { random, order }),
      }));
      return [name, list] as const;
    });
    return {
      id: `s-${index}`,
      facts: makeFacts(world, world.subject, { random, order }),
      records: Object.fromEntries(records),
    };
  });
}

interface Making {
  readonly random: Random;
  readonly order: SubjectsOrder;
}

function makeFacts(
  world: World,
  fields: ReadonlyMap<string, Field>,
  making: Making,
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, { type, optional }] of fields) {
    if (optional && making.random.chance(0.5)) continue;
    facts[name] = makeFact(world, type, making);
  }
  return facts;
}

function makeFact(world: World, type: Field['type'], { random, order }: Making): Fact {
  switch (type.kind) {
    case 'bool':
      return random.chance(0.5);
    case 'int':
    case 'money':
      return random.between(type.least, Math.min(type.most, type.least + 0xffff_fffe));
    case 'date':
      return makeDay(random, order);
    case 'code':
      return random.pick(world.codeLists.get(type.list) ?? []);
    case 'codes':
      return (world.codeLists.get(type.list) ?? []).filter(() => random.chance(0.4));
  }
}

/** Every second day is one of the last of a month, where roundings part. */
function makeDay(random: Random, { from, until }: SubjectsOrder): number {
  const any = random.between(from, until);
  if (random.chance(0.5)) return any;
  const date = new Date(any * 86_400_000);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
  return Math.min(until, last - random.below(3));
}
