import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { demoPeople } from '../city/people.ts';
import { forProcedures } from '../storybook/told-procedures.ts';
import type { Known } from './play.ts';
import { demoPlays } from './plays.ts';

const people = new Set(demoPeople.map(({ id }) => id));
const known: Known = {
  ...{ today: civilDate('2026-11-20'), recordId: 'r', document: 'd', other: 'o' },
  decidedOn: civilDate('2026-08-14'),
  caseId: (name) => name,
};

describe('the procedures of the city', () => {
  it('are about one firm each, and every firm made for one has its own', () => {
    const codes = demoPlays.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(demoPlays.length).toBeGreaterThan(forProcedures.length);
  });

  it.each(demoPlays.map((play) => [play.name, play] as const))(
    'of %s go from day to day, each step by a person and in a case that was opened before',
    (_, { steps }) => {
      const open = new Set<string>();
      const days = new Map<string, number>();
      for (const { name, act, by, daysAgo } of steps) {
        if (act === 'opened') open.add(name);
        expect([act, open.has(name), people.has(by)]).toEqual([act, true, true]);
        // A step of today would stand in tomorrow's way: nothing is done on the day of the visit,
        // unless it ends the case, after which nothing follows in it.
        expect(daysAgo).toBeGreaterThan(act === 'allowed' ? -1 : 0);
        expect(daysAgo).toBeLessThanOrEqual(days.get(name) ?? daysAgo);
        days.set(name, daysAgo);
      }
    },
  );

  it('name no person but those of the demonstration, and nobody in what is said', () => {
    const said = JSON.stringify(demoPlays.flatMap(({ steps }) => steps.map((s) => s.say(known))));
    for (const { name, role } of demoPeople) {
      // An order has to name whom it names; he asks for himself and has no office.
      if (role !== 'visitor' && role !== 'person') expect(said).not.toContain(name.zh);
    }
  });
});
