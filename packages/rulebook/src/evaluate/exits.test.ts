import { describe, expect, it } from 'vitest';

import type { SubjectFacts } from '../language/facts.ts';
import { compileClosures } from './compile-closures.ts';
import { applyActions, betterBy, findExits, type Action, type ExitSearch } from './exits.ts';
import { createForecast } from './next-change.ts';
import { day, penalty, programOfTexts, smallWorld, subject } from './program.test-support.ts';
import { makeSubjects } from './random-subjects.test-support.ts';

const closures = compileClosures(
  programOfTexts({
    sum: 'penalties.filter(r, !has(r.repaired) && within(r.decided, P24M)).sum(r, r.weight)',
    answer: 'sum >= 6 ? 3 : sum >= 3 ? 2 : sum >= 1 && !org.reported ? 1 : 0',
  }),
);
const { changesFrom } = createForecast(closures);
const horizon = day('2030-01-01');
const asOf = day('2026-03-01');

function repairs(facts: SubjectFacts, earliest = asOf): Action[] {
  return (facts.records['penalties'] ?? []).map(({ id }) => ({
    code: 'repair',
    record: { collection: 'penalties', id },
    earliest,
    changes: { repaired: earliest },
  }));
}

function find(facts: SubjectFacts, search: Partial<ExitSearch> = {}) {
  return findExits(
    closures,
    { facts, asOf, changes: changesFrom(facts, asOf, horizon) },
    { actions: repairs(facts), better: { kind: 'lower' }, horizon, ...search },
  );
}

function ids(actions: readonly Action[]): string {
  return actions.map(({ record, code }) => record?.id ?? code).join(' ');
}

describe('exits', () => {
  it('are the smallest sets of actions for each better answer, and never more than needed', () => {
    const facts = subject({
      penalties: [
        penalty('a', { weight: 3 }),
        penalty('b', { weight: 4 }),
        penalty('c', { weight: 0 }),
      ],
    });
    const { byAction } = find(facts);
    expect(byAction.map(({ actions, result }) => [ids(actions), result])).toEqual([
      ['a', 2],
      ['b', 2],
      ['a b', 0],
    ]);
  });

  it('may be facts of the subject itself', () => {
    const facts = subject({ penalties: [penalty('a', { weight: 1 })] }, { reported: false });
    const report = {
      code: 'annual_report',
      record: undefined,
      earliest: asOf + 5,
      changes: { reported: true },
    };
    expect(find(facts, { actions: [report] }).byAction).toEqual([
      { actions: [report], day: asOf + 5, result: 0 },
    ]);
  });

  it('do not claim what time would have brought by then', () => {
    const facts = subject({ penalties: [penalty('a', { weight: 3 })] });
    const late = repairs(facts, day('2027-04-01'));
    const { byAction, byTime } = find(facts, { actions: late });
    expect(byAction).toEqual([]);
    expect(byTime).toEqual({ day: day('2027-03-31'), result: 0 });
  });

  it('leave out what cannot be done before the horizon', () => {
    const facts = subject({ penalties: [penalty('a', { weight: 3 })] });
    const { byAction, searched } = find(facts, { actions: repairs(facts, day('2031-01-01')) });
    expect(byAction).toEqual([]);
    expect(searched).toEqual({ size: 0, complete: true });
  });

  it('are those found by trying everything, for anyone', () => {
    const order = { seed: 9, count: 60, from: asOf - 1000, until: asOf, recordsMax: 5 };
    const isBetter = betterBy({ kind: 'lower' });
    for (const facts of makeSubjects(smallWorld, order)) {
      const actions = repairs(facts);
      const now = closures.evaluate(facts, asOf).result;
      const results = new Map<number, number>();
      for (let set = 1; set < 2 ** actions.length; set += 1) {
        const chosen = actions.filter((_, place) => (set >> place) % 2 === 1);
        results.set(set, Number(closures.evaluate(applyActions(facts, chosen), asOf).result));
      }
      const minimal = [...results].filter(
        ([set, result]) =>
          isBetter(result, now) &&
          ![...results].some(
            ([part, other]) => part !== set && (part & set) === part && other <= result,
          ),
      );
      const wanted = minimal.map(([set, result]) => {
        const chosen = actions.filter((_, place) => (set >> place) % 2 === 1);
        return `${ids(chosen)} ${result}`;
      });
      const said = (search: Partial<ExitSearch>) =>
        find(facts, search).byAction.map(
          ({ actions: set, result }) => `${ids(set)} ${Number(result)}`,
        );
      expect(said({}).sort()).toEqual(wanted.sort());
      expect(said({ actionsNeverWorsen: true }).sort()).toEqual(wanted.sort());
    }
  });
});
