import { describe, expect, it } from 'vitest';

import { createAdmission, laneOf, type Admitted } from './admission.ts';

const rule = { ordinary: 2, reading: 3, lagMs: 100, retryAfterSeconds: 7 };

function leave(answer: Admitted): void {
  if (answer.kind === 'admitted') answer.leave();
}

describe('the gate of the load', () => {
  it('refuses the ordinary lane at its bound, and says when to come back', () => {
    const gate = createAdmission(rule, () => 0);
    expect([gate.enter('ordinary').kind, gate.enter('ordinary').kind]).toEqual([
      'admitted',
      'admitted',
    ]);
    expect(gate.enter('ordinary')).toEqual({ kind: 'shed', retryAfterSeconds: 7 });
  });

  it('refuses pages of one organisation only at their own, later bound', () => {
    const gate = createAdmission(rule, () => 0);
    for (let count = 0; count < 5; count += 1) gate.enter('ordinary');
    const kinds = Array.from({ length: 4 }, () => gate.enter('reading').kind);
    expect(kinds).toEqual(['admitted', 'admitted', 'admitted', 'shed']);
  });

  it('never refuses a look at one’s own records, however much there is to do', () => {
    const gate = createAdmission(rule, () => 10_000);
    const kinds = Array.from({ length: 1_000 }, () => gate.enter('own').kind);
    expect(new Set(kinds)).toEqual(new Set(['admitted']));
  });

  it('lets ordinary requests in one at a time while the event loop lags', () => {
    let lag = 101;
    const gate = createAdmission(rule, () => lag);
    const only = gate.enter('ordinary');
    expect(only.kind).toBe('admitted');
    expect(gate.enter('ordinary')).toEqual({ kind: 'shed', retryAfterSeconds: 7 });
    expect(gate.enter('reading').kind).toBe('admitted');
    leave(only);
    const next = gate.enter('ordinary');
    expect(next.kind).toBe('admitted');
    lag = 100;
    expect(gate.enter('ordinary').kind).toBe('admitted');
  });

  it('gives a place back once, however often it is left', () => {
    const gate = createAdmission(rule, () => 0);
    const first = gate.enter('ordinary');
    gate.enter('ordinary');
    leave(first);
    leave(first);
    expect(gate.inFlight()).toEqual({ own: 0, reading: 0, ordinary: 1 });
    expect(gate.enter('ordinary').kind).toBe('admitted');
    expect(gate.enter('ordinary').kind).toBe('shed');
  });
});

describe('the lane of a path', () => {
  it.each([
    ['/health', 'own'],
    ['/api/v1/health', 'own'],
    ['/en/desk/own', 'own'],
    ['/desk/who-looked', 'own'],
    ['/api/v1/usage/periods', 'own'],
    ['/style.0123456789abcdef.css', 'own'],
    ['/organisations/0193', 'reading'],
    ['/en/organisations/0193/records/0194', 'reading'],
    ['/api/v1/organisations/0193', 'reading'],
    ['/api/v1/organisations', 'ordinary'],
    ['/search', 'ordinary'],
    ['/', 'ordinary'],
    ['/desk/ownership', 'ordinary'],
    ['/rules/x/y.css', 'ordinary'],
  ])('%s is %s', (path, lane) => {
    expect(laneOf(path)).toBe(lane);
  });
});
