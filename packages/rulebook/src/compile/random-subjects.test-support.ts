import type { Random } from '@credence/domain';

import type { Fact, SubjectFacts } from '../language/facts.ts';
import type { Type } from '../language/type.ts';
import type { Field, World } from '../language/world.ts';
import { randomDay } from './random-world.test-support.ts';

/** Subjects of a world, with up to eight records in each collection. */
export function randomSubjects(
  random: Random,
  world: World,
  count: number,
): readonly SubjectFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `subject-${index}`,
    facts: factsOf(random, world, world.subject),
    records: Object.fromEntries(
      [...world.collections].map(([name, { fields }]) => [
        name,
        Array.from({ length: random.pick([0, 0, 1, 1, 2, 3, 5, 8]) }, (_each, place) => ({
          id: `${name}-${index}-${place}`,
          facts: factsOf(random, world, fields),
        })),
      ]),
    ),
  }));
}

function factsOf(
  random: Random,
  world: World,
  fields: ReadonlyMap<string, Field>,
): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  for (const [name, { type, optional }] of fields) {
    if (!optional || random.chance(0.6)) facts[name] = factOf(random, world, type);
  }
  return facts;
}

function factOf(random: Random, world: World, type: Type): Fact {
  switch (type.kind) {
    case 'bool':
      return random.chance(0.5);
    case 'int':
    case 'money':
      return random.chance(0.2)
        ? random.pick([type.least, type.most])
        : type.least + random.below(Math.min(type.most - type.least + 1, 0xffff_ffff));
    case 'date':
      return randomDay(random);
    case 'code':
      return random.pick(world.codeLists.get(type.list) ?? []);
    case 'codes': {
      const members = world.codeLists.get(type.list) ?? [];
      const chosen = new Set(Array.from({ length: random.below(4) }, () => random.pick(members)));
      return members.filter((member) => chosen.has(member));
    }
  }
}
