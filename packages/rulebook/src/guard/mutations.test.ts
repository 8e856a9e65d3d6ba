import { describe, expect, it } from 'vitest';

import { baseCards, guardsAgainst, readCorpus } from './corpus.test-support.ts';
import { operators, targetsOf, type Operator, type Target } from './mutations.test-support.ts';

const base = baseCards();
const lawful = readCorpus('lawful');
const targets = lawful.flatMap((item) => targetsOf(item, base).map((target) => ({ item, target })));

/** Lawful rules whose cards are adverse, each with what the operator makes of one of them. */
function mutantsOf({ mutate }: Operator): { name: string; guards: readonly string[] }[] {
  return targets.flatMap(({ item, target }) => {
    const overlay = mutate(target);
    if (overlay === undefined) return [];
    const cards = new Map([...item.cards, ...overlay]);
    return [{ name: nameOf(item.id, target), guards: guardsAgainst(cards) }];
  });
}

function nameOf(id: string, { path }: Target): string {
  return `${id} ${path}`;
}

describe('mutants of lawful adverse rules', { timeout: 600_000 }, () => {
  it('come from many rules and from all eighteen operators', () => {
    expect(targets.length).toBeGreaterThanOrEqual(25);
    const numbers = new Set(operators.map(({ number }) => number));
    expect([...numbers]).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it('are lawful before they are changed', () => {
    const refused = lawful.filter(({ cards }) => guardsAgainst(cards).length > 0);
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  it.each(operators.map((each) => [`${each.number}, ${each.name}`, each] as const))(
    'are refused after operator %s',
    (_, operator) => {
      const mutants = mutantsOf(operator);
      const survivors = mutants.filter(
        ({ guards }) => !operator.guards.some((guard) => guards.includes(guard)),
      );
      expect(survivors).toEqual([]);
      expect(mutants.length).toBeGreaterThan(0);
    },
  );
});
