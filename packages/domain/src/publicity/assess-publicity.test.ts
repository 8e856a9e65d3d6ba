import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, civilDate, isOnOrAfter, type CivilDate } from '../time/civil-date.ts';
import { assessPublicity } from './assess-publicity.ts';
import type { PublicityFacts, PublicityRule } from './publicity.ts';

const general: PublicityRule = {
  ruleId: 'publicity.general',
  publish: true,
  min: { unit: 'months', count: 3 },
  max: { unit: 'months', count: 12 },
  clockFrom: 'decided',
  round: 'down',
  endsWhenCorrected: false,
};

const decidedOn = civilDate('2026-04-10');
const served = { kind: 'shown', on: decidedOn, mode: 'in_person' } as const;

function facts(overrides: Partial<PublicityFacts> = {}): PublicityFacts {
  return { decidedOn, service: served, ...overrides };
}

const on = (day: string, some: PublicityFacts = facts(), rule: PublicityRule = general) =>
  assessPublicity(some, rule, civilDate(day));

describe('assessPublicity', () => {
  it('shows a record from the day of the decision until the day before its term ends', () => {
    const shown = {
      kind: 'shown',
      begins: '2026-04-10',
      ends: '2027-04-10',
      repairFrom: '2026-07-10',
      clockFrom: 'decided',
    };
    expect(on('2026-04-09')).toEqual({ kind: 'not-begun', begins: '2026-04-10' });
    expect(on('2026-04-10')).toEqual(shown);
    expect(on('2027-04-09')).toEqual(shown);
    expect(on('2027-04-10')).toEqual({ kind: 'ended', endedOn: '2027-04-10', because: 'time' });
  });

  it('begins when served, published and taken in, while the clock runs from the decision', () => {
    const late = facts({
      service: { kind: 'shown', on: civilDate('2026-04-15'), mode: 'in_person' },
      publishedOn: civilDate('2026-04-20'),
    });
    expect(on('2026-04-19', late)).toEqual({ kind: 'not-begun', begins: '2026-04-20' });
    expect(on('2026-04-20', late)).toMatchObject({ begins: '2026-04-20', ends: '2027-04-10' });
    const servedLate = facts({
      service: { kind: 'stated', on: civilDate('2026-05-01'), by: ['a', 'b'] },
    });
    expect(on('2026-05-01', servedLate)).toMatchObject({
      begins: '2026-05-01',
      ends: '2027-04-10',
    });
  });

  it.each([
    ['decided', '2027-04-10', '2026-07-10'],
    ['served', '2027-04-15', '2026-07-15'],
    ['published', '2027-04-20', '2026-07-20'],
  ] as const)('counts from the day %s', (clockFrom, ends, repairFrom) => {
    const some = facts({
      service: { kind: 'shown', on: civilDate('2026-04-15'), mode: 'in_person' },
      publishedOn: civilDate('2026-04-20'),
    });
    expect(on('2026-06-01', some, { ...general, clockFrom })).toMatchObject({
      ends,
      repairFrom,
      clockFrom,
    });
  });

  it.each(['served', 'published'] as const)(
    'counts from the decision where the day %s is unknown',
    (clockFrom) => {
      const some = facts({ service: { kind: 'stated', by: ['a', 'b'] } });
      expect(on('2026-06-01', some, { ...general, clockFrom })).toMatchObject({
        ends: '2027-04-10',
      });
    },
  );

  it.each(['decided', 'published', 'served'] as const)(
    'starts no clock anew when a register takes the record in later, counting from the day %s',
    (clockFrom) => {
      const moved = facts({ publishedOn: decidedOn, takenInOn: civilDate('2026-08-01') });
      const rule = { ...general, clockFrom };
      expect(on('2026-07-31', moved, rule)).toEqual({ kind: 'not-begun', begins: '2026-08-01' });
      expect(on('2026-08-01', moved, rule)).toMatchObject({
        kind: 'shown',
        begins: '2026-08-01',
        ends: '2027-04-10',
        repairFrom: '2026-07-10',
      });
    },
  );

  it('counts publication from service where it is stated to lie before it', () => {
    const some = facts({
      service: { kind: 'shown', on: civilDate('2026-04-15'), mode: 'in_person' },
      publishedOn: civilDate('2026-04-12'),
    });
    expect(on('2026-06-01', some, { ...general, clockFrom: 'published' })).toMatchObject({
      begins: '2026-04-15',
      ends: '2027-04-15',
    });
  });

  it('rounds months as the edition says', () => {
    const endOfMonth = facts({
      decidedOn: civilDate('2026-05-31'),
      service: { kind: 'not-needed' },
    });
    const month = {
      ...general,
      min: { unit: 'months', count: 1 },
      max: { unit: 'months', count: 4 },
    } as const;
    expect(on('2026-06-01', endOfMonth, month)).toMatchObject({
      repairFrom: '2026-06-30',
      ends: '2026-09-30',
    });
    expect(on('2026-06-01', endOfMonth, { ...month, round: 'up' })).toMatchObject({
      repairFrom: '2026-07-01',
      ends: '2026-10-01',
    });
  });

  it('keeps back what is sealed, of a class never shown, or without proof of service', () => {
    const unserved = facts({ service: { kind: 'not-shown' } });
    expect(on('2026-05-01', facts({ sealed: true }))).toEqual({
      kind: 'not-shown',
      because: 'sealed',
    });
    expect(on('2026-05-01', facts(), { ...general, publish: false })).toEqual({
      kind: 'not-shown',
      because: 'severity-not-public',
    });
    expect(on('2026-05-01', unserved)).toEqual({ kind: 'not-shown', because: 'service-not-shown' });
    expect(on('2026-05-01', facts({ sealed: false })).kind).toBe('shown');
  });

  it('names sealing before every other reason', () => {
    const all = facts({ sealed: true, service: { kind: 'not-shown' } });
    expect(on('2026-05-01', all, { ...general, publish: false })).toMatchObject({
      because: 'sealed',
    });
  });

  it('ends with the correction, but not before the minimum, where the rule says so', () => {
    const ending = { ...general, endsWhenCorrected: true };
    const early = facts({ correctedOn: civilDate('2026-05-01') });
    expect(on('2026-07-09', early, ending)).toEqual({
      kind: 'shown',
      begins: '2026-04-10',
      ends: '2026-07-10',
      clockFrom: 'decided',
    });
    expect(on('2026-07-10', early, ending)).toEqual({
      kind: 'ended',
      endedOn: '2026-07-10',
      because: 'corrected',
    });
    const late = facts({ correctedOn: civilDate('2026-09-01') });
    expect(on('2026-08-31', late, ending)).toMatchObject({
      ends: '2026-09-01',
      repairFrom: '2026-07-10',
    });
    const tooLate = facts({ correctedOn: civilDate('2028-01-01') });
    expect(on('2027-04-10', tooLate, ending)).toMatchObject({ because: 'time' });
    expect(on('2026-09-01', late)).toMatchObject({ kind: 'shown', ends: '2027-04-10' });
  });

  it('never shows what was put right before it could be shown, where no minimum stands', () => {
    const { ruleId, publish, max, clockFrom, round } = general;
    const rule = { ruleId, publish, max, clockFrom, round, endsWhenCorrected: true };
    const some = facts({ correctedOn: civilDate('2026-04-10') });
    expect(on('2026-04-09', some, rule)).toEqual({
      kind: 'ended',
      endedOn: '2026-04-10',
      because: 'corrected',
    });
    expect(on('2026-04-10', facts(), rule)).not.toHaveProperty('repairFrom');
  });

  it('ends on the day of an annulment, which comes before the other ends', () => {
    const some = facts({ annulledOn: civilDate('2026-06-01') });
    expect(on('2026-05-31', some)).toMatchObject({ kind: 'shown', ends: '2026-06-01' });
    expect(on('2026-05-31', some)).not.toHaveProperty('repairFrom');
    expect(on('2026-06-01', some)).toEqual({
      kind: 'ended',
      endedOn: '2026-06-01',
      because: 'annulled',
    });
    expect(on('2027-04-10', facts({ annulledOn: civilDate('2027-04-10') }))).toMatchObject({
      because: 'time',
    });
  });

  it('counts a record whose time was over before it was taken in as ended on every day', () => {
    const old = facts({ takenInOn: civilDate('2027-04-10') });
    expect(on('2026-05-01', old)).toMatchObject({ kind: 'ended', endedOn: '2027-04-10' });
    expect(on('2028-05-01', old)).toMatchObject({ kind: 'ended' });
  });

  it('refuses a rule whose minimum is longer than its maximum', () => {
    const broken = { ...general, min: { unit: 'months', count: 13 } } as const;
    expect(() => on('2026-05-01', facts(), broken)).toThrow('publicity.general');
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(civilDate('2025-06-01'), n));
const maybeDay = fc.option(day, { nil: undefined });
const anyRule = fc.record({
  clockFrom: fc.constantFrom('decided' as const, 'published' as const, 'served' as const),
  round: fc.constantFrom('down' as const, 'up' as const),
  endsWhenCorrected: fc.boolean(),
  count: fc.integer({ min: 1, max: 36 }),
});

function ruleOf({
  count,
  ...rest
}: { count: number } & Pick<PublicityRule, 'clockFrom' | 'round' | 'endsWhenCorrected'>) {
  const min = { unit: 'months', count: Math.min(3, count) } as const;
  return { ...general, ...rest, min, max: { unit: 'months', count } } as const;
}

function factsOf(
  decided: CivilDate,
  dates: Record<'published' | 'corrected' | 'annulled', CivilDate | undefined>,
) {
  return {
    decidedOn: decided,
    service: { kind: 'not-needed' } as const,
    ...(dates.published === undefined ? {} : { publishedOn: dates.published }),
    ...(dates.corrected === undefined ? {} : { correctedOn: dates.corrected }),
    ...(dates.annulled === undefined ? {} : { annulledOn: dates.annulled }),
  };
}

const anyFacts = fc
  .tuple(day, fc.record({ published: maybeDay, corrected: maybeDay, annulled: maybeDay }))
  .map(([decided, dates]) => factsOf(decided, dates));

describe('waiting', () => {
  it('never lengthens publicity, and what has ended stays ended with the same day', () => {
    fc.assert(
      fc.property(anyFacts, anyRule, day, fc.nat({ max: 2000 }), (some, parts, first, wait) => {
        const rule = ruleOf(parts);
        const before = assessPublicity(some, rule, first);
        const after = assessPublicity(some, rule, addDays(first, wait));
        if (before.kind === 'ended') expect(after).toEqual(before);
        if (before.kind === 'shown' && after.kind === 'shown') expect(after).toEqual(before);
        if (before.kind === 'shown') expect(['shown', 'ended']).toContain(after.kind);
        if (before.kind === 'not-begun' && after.kind === 'shown') {
          expect(after.begins).toBe(before.begins);
        }
      }),
    );
  });

  it('ends exactly on the exclusive end: shown the day before, ended on it', () => {
    fc.assert(
      fc.property(anyFacts, anyRule, day, (some, parts, today) => {
        const rule = ruleOf(parts);
        const now = assessPublicity(some, rule, today);
        if (now.kind !== 'shown' || now.ends === 'none') return;
        expect(assessPublicity(some, rule, addDays(now.ends, -1))).toEqual(now);
        expect(assessPublicity(some, rule, now.ends)).toMatchObject({
          kind: 'ended',
          endedOn: now.ends,
        });
        expect(assessPublicity(some, rule, now.begins)).toEqual(now);
        expect(assessPublicity(some, rule, addDays(now.begins, -1)).kind).toBe('not-begun');
      }),
    );
  });

  it('is never made longer by learning of a correction or an annulment', () => {
    fc.assert(
      fc.property(day, anyRule, day, day, (decided, parts, corrected, annulled) => {
        const rule = ruleOf(parts);
        const endOf = (some: PublicityFacts): CivilDate => {
          const result = assessPublicity(some, rule, decided);
          if (result.kind === 'ended') return result.endedOn;
          if (result.kind === 'shown') return result.ends;
          throw new Error(result.kind);
        };
        const nothing = { published: undefined, corrected: undefined, annulled: undefined };
        const longest = endOf(factsOf(decided, nothing));
        for (const known of [{ corrected }, { annulled }, { corrected, annulled }]) {
          expect(isOnOrAfter(longest, endOf(factsOf(decided, { ...nothing, ...known })))).toBe(
            true,
          );
        }
      }),
    );
  });
});
