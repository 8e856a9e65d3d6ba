import { describe, expect, it } from 'vitest';

import { civilDate } from '../time/civil-date.ts';
import { assessValidity } from './assess-validity.ts';
import type { ValidityFacts } from './publicity.ts';

const decidedOn = civilDate('2026-04-10');
const on = (day: string, facts: Partial<ValidityFacts> = {}) =>
  assessValidity({ decidedOn, ...facts }, civilDate(day));

describe('assessValidity', () => {
  it('is valid on the last day that the document states, and not on the next', () => {
    const term = { validFrom: civilDate('2026-05-01'), validUntil: civilDate('2027-04-30') };
    const valid = { kind: 'valid', begins: '2026-05-01', ends: '2027-05-01' };
    expect(on('2026-04-30', term)).toEqual({ kind: 'not-begun', begins: '2026-05-01' });
    expect(on('2026-05-01', term)).toEqual(valid);
    expect(on('2027-04-30', term)).toEqual(valid);
    expect(on('2027-05-01', term)).toEqual({
      kind: 'ended',
      endedOn: '2027-05-01',
      because: 'validity',
    });
  });

  it('has no end where the document states none, and begins with the decision', () => {
    for (const facts of [{}, { validUntil: 'none' as const }]) {
      expect(on('2126-04-10', facts)).toEqual({
        kind: 'valid',
        begins: '2026-04-10',
        ends: 'none',
      });
    }
    expect(on('2026-04-09')).toEqual({ kind: 'not-begun', begins: '2026-04-10' });
  });

  it('ends on the day of an annulment that comes before its term', () => {
    const annulledOn = civilDate('2026-06-01');
    expect(on('2026-05-31', { annulledOn })).toMatchObject({ kind: 'valid', ends: '2026-06-01' });
    expect(on('2026-06-01', { annulledOn })).toEqual({
      kind: 'ended',
      endedOn: '2026-06-01',
      because: 'annulled',
    });
    expect(on('2026-04-09', { annulledOn }).kind).toBe('not-begun');
    expect(on('2026-04-09', { annulledOn: decidedOn }).kind).toBe('ended');
    const validUntil = civilDate('2026-05-31');
    expect(on('2026-06-01', { annulledOn, validUntil })).toMatchObject({ because: 'validity' });
  });

  it('counts a term that ends before it begins as ended on every day', () => {
    expect(on('2026-01-01', { validUntil: civilDate('2026-01-31') }).kind).toBe('ended');
  });

  it('keeps back what is sealed', () => {
    expect(on('2026-05-01', { sealed: true })).toEqual({ kind: 'not-shown', because: 'sealed' });
  });
});
