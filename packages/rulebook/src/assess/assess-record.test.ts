import { addDays, civilDate, type PublicCreditRecord } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { assessRecord } from './assess-record.ts';
import {
  edition,
  editionWith,
  find,
  item,
  on,
  penalty,
  successor,
  type Edit,
} from './penalty.test-support.ts';

describe('the class of a record', () => {
  it.each([
    ['a summary penalty', { procedure: 'summary', kinds: ['fine'] }, 'minor'],
    ['a warning alone', { procedure: 'ordinary', kinds: ['warning'] }, 'minor'],
    ['a warning beside a fine', { procedure: 'ordinary', kinds: ['warning', 'fine'] }, 'general'],
    ['a revoked licence', { procedure: 'ordinary', kinds: ['fine', 'revocation'] }, 'serious'],
    ['a penalty of no stated kind', {}, 'general'],
  ])('of %s is found by the first row that fits', (_, facts, expected) => {
    expect(on('2025-03-01', penalty({ facts })).severity?.code).toBe(expected);
  });
});

describe('the publicity of a record', () => {
  it('follows the value in force on the day: the same penalty under two editions', () => {
    const then = on('2025-03-01');
    const now = on('2026-05-01', penalty(), successor());

    expect(then.publicity).toMatchObject({ kind: 'shown', ends: '2028-01-15' });
    expect(now.publicity).toEqual({ kind: 'ended', endedOn: '2026-01-15', because: 'time' });
  });

  it('begins with service, and ends on the very day its time is over', () => {
    expect(on('2025-01-19').publicity).toEqual({ kind: 'not-begun', begins: '2025-01-20' });
    expect(on('2025-01-20').publicity.kind).toBe('shown');

    const late = penalty({ decidedOn: civilDate('2023-05-02') });
    const law = editionWith(['edition.yaml', 'until: 2026-04-01', 'until: none']);
    expect(on('2026-05-01', late, law).publicity.kind).toBe('shown');
    expect(on('2026-05-02', late, law).publicity).toMatchObject({ kind: 'ended' });
  });

  it('never begins again because a register took the record in late', () => {
    const law = editionWith([
      'values/publicity.general.yaml',
      'clock-from: decided',
      'clock-from: published',
    ]);
    const moved = on('2026-03-01', penalty({ takenInOn: civilDate('2026-02-01') }), law);
    expect(moved.publicity).toMatchObject({ kind: 'shown', ends: '2028-01-15' });
    expect(find(moved.why, 'publication-unknown')?.answer.value).toBe('decided_instead');

    const facts = { ...penalty().facts, published: '2025-02-01' };
    const stated = on('2026-03-01', penalty({ facts }), law);
    expect(stated.publicity).toMatchObject({ kind: 'shown', ends: '2028-02-01' });
    expect(find(stated.why, 'publication-unknown')).toBeUndefined();
  });

  it('ends on the day the breach was put right, where the item says so, not before the minimum', () => {
    const law = editionWith([item, 'ends-when-corrected: false', 'ends-when-corrected: true']);
    const early = on('2025-03-01', penalty({ correctedOn: civilDate('2025-02-01') }), law);
    const after = on('2025-03-01', penalty({ correctedOn: civilDate('2025-06-01') }), law);

    expect(early.publicity).toMatchObject({ kind: 'shown', ends: '2025-04-15' });
    expect(after.publicity).toMatchObject({ kind: 'shown', ends: '2025-06-01' });
    expect(
      on('2025-06-01', penalty({ correctedOn: civilDate('2025-06-01') }), law).publicity,
    ).toEqual({ kind: 'ended', endedOn: '2025-06-01', because: 'corrected' });
  });

  const hidden: readonly (readonly [
    string,
    Partial<PublicCreditRecord>,
    string,
    readonly Edit[],
  ])[] = [
    ['a class that is never shown', { facts: { procedure: 'summary' } }, 'severity-not-public', []],
    ['a sealed record', { sealed: true }, 'sealed', []],
    ['an unserved decision', { service: { kind: 'not-shown' } }, 'service-not-shown', []],
    [
      'a decision called needless of service',
      { service: { kind: 'not-needed' } },
      'service-not-shown',
      [],
    ],
    [
      'a subject the item may not touch',
      { subject: { ...penalty().subject, kind: 'sole_trader' } },
      'sole-trader',
      [],
    ],
    [
      'an item that is not public',
      {},
      'class-not-public',
      [[item, 'disclosure: public', 'disclosure: shared']],
    ],
    [
      'an item whose law has ended',
      {},
      'no-rule-in-force',
      [[item, 'from: 2023-05-01, until: none', 'from: 2023-05-01, until: 2025-03-01']],
    ],
    [
      'a rule nobody has reviewed in time',
      {},
      'review-overdue',
      [[item, 'review-by: 2027-12-31', 'review-by: 2025-02-28']],
    ],
    [
      'a value nobody has reviewed in time',
      {},
      'review-overdue',
      [['values/publicity.general.yaml', 'review-by: 2027-12-31', 'review-by: 2025-02-28']],
    ],
  ];

  it.each(hidden)('is none for %s', (_, overrides, because, edits) => {
    const assessed = on('2025-03-01', penalty(overrides), editionWith(...edits));
    expect(assessed.publicity).toEqual({ kind: 'not-shown', because });
    expect(assessed.why.question).toBe('shown-at-all');
    expect(find(assessed.why, 'not-shown-why')?.answer.value).toBe(because);
  });

  it('goes on until the last day of review, which still counts', () => {
    const law = editionWith([item, 'review-by: 2027-12-31', 'review-by: 2025-02-28']);
    expect(on('2025-02-28', penalty(), law).publicity.kind).toBe('shown');
    expect(on('2025-03-01', penalty(), law).publicity.kind).toBe('not-shown');
  });

  it('is sealed for detention from the day the law says, whenever it was decided (N17)', () => {
    const detained = penalty({ facts: { procedure: 'ordinary', kinds: ['detention', 'fine'] } });
    expect(on('2025-12-31', detained).publicity.kind).toBe('shown');
    expect(on('2026-01-01', detained).publicity).toEqual({ kind: 'not-shown', because: 'sealed' });
  });

  it('is none for an item the edition does not have, and nothing follows from it', () => {
    const assessed = on('2025-03-01', penalty({ item: 'tax_arrears' }));
    expect(assessed).toMatchObject({
      publicity: { kind: 'not-shown', because: 'no-rule-in-force' },
      waysOut: [],
      bases: [],
    });
    expect(assessed.item).toBeUndefined();
  });

  it('is none on a day for which the edition is no law', () => {
    expect(on('2026-04-01').publicity).toEqual({ kind: 'not-shown', because: 'no-rule-in-force' });
  });

  it('once over never comes back by waiting', () => {
    const days = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const law = { ...edition, inForce: { ...edition.inForce, until: 'none' as const } };
        const at = (count: number) =>
          assessRecord(law, penalty(), addDays(civilDate('2025-01-01'), count)).publicity.kind;
        if (at(early) === 'ended') expect(at(late)).toBe('ended');
      }),
    );
  });
});

describe('a record that burdens nobody', () => {
  const licence = penalty({
    item: 'licence',
    validFrom: civilDate('2025-02-01'),
    validUntil: civilDate('2025-12-31'),
    service: { kind: 'not-shown' },
    facts: { licence_name: '食品经营许可证' },
  });

  it('is valid through its last day, without service and past any review date', () => {
    expect(on('2025-01-31', licence).publicity).toEqual({
      kind: 'not-begun',
      begins: '2025-02-01',
    });
    expect(on('2025-12-31', licence).publicity).toEqual({
      kind: 'valid',
      begins: '2025-02-01',
      ends: '2026-01-01',
    });
    expect(on('2026-01-01', licence).publicity).toMatchObject({
      kind: 'ended',
      because: 'validity',
    });

    const law = editionWith([
      'items/licence.yaml',
      'review-by: 2027-12-31',
      'review-by: 2025-02-28',
    ]);
    expect(on('2025-03-01', licence, law).publicity.kind).toBe('valid');
  });

  it('stands without an end where its item stands with its subject', () => {
    const law = editionWith(['items/licence.yaml', 'term: validity', 'term: standing']);
    expect(on('2026-01-01', licence, law).publicity).toEqual({
      kind: 'valid',
      begins: '2025-01-15',
      ends: 'none',
    });
  });

  it('is valid, not shown, until the end of its class where the class is no burden', () => {
    const law = editionWith([
      'edition.yaml',
      '{code: general, title: {zh: 一般, en: General}, adverse: true}',
      '{code: general, title: {zh: 一般, en: General}, adverse: false}',
    ]);
    expect(on('2025-03-01', penalty(), law).publicity).toEqual({
      kind: 'valid',
      begins: '2025-01-20',
      ends: '2028-01-15',
    });
  });
});

describe('the retention of a record', () => {
  it('runs from the end of the conduct where it is known, else from the decision', () => {
    const facts = { ...penalty().facts, conduct_ended: '2024-12-01' };
    expect(on('2025-03-01', penalty({ facts })).retentionEndsOn).toBe('2029-12-01');
    expect(on('2025-03-01').retentionEndsOn).toBe('2030-01-15');
  });
});
