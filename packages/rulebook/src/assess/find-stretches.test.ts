import { addDays, civilDate, containsDay, type PublicCreditRecord } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Edition } from '../edition/edition.ts';
import { assessRecord } from './assess-record.ts';
import { findStretches } from './find-stretches.ts';
import { edition, editionWith, item, penalty, successor } from './penalty.test-support.ts';

const first = civilDate('2023-04-01');
const days = fc.integer({ min: 0, max: 2_600 }).map((count) => addDays(first, count));

/** Decisions of every class, served or not, put right or not, some of a kind that is sealed. */
const decisions = fc
  .record({
    decidedOn: days,
    served: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    corrected: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    procedure: fc.constantFrom('ordinary', 'summary'),
    kinds: fc.subarray(['fine', 'warning', 'revocation', 'detention'], { minLength: 1 }),
  })
  .map(({ decidedOn, served, corrected, procedure, kinds }): PublicCreditRecord => {
    const on = served === undefined ? undefined : addDays(decidedOn, served);
    return penalty({
      decidedOn,
      service: on === undefined ? { kind: 'not-shown' } : { kind: 'shown', on, mode: '' },
      facts: { procedure, kinds },
      ...(corrected === undefined ? {} : { correctedOn: addDays(decidedOn, corrected) }),
    });
  });

/** An edition whose law of the item changes on several days of its time. */
const changing = editionWith(
  ['edition.yaml', 'until: 2026-04-01', 'until: none'],
  ['edition.yaml', 'review-by: ', 'review-by: 2027-06-30 # '],
  [item, 'review-by: ', 'review-by: 2026-12-31 # '],
);

function standsOn(law: Edition, record: PublicCreditRecord, day: ReturnType<typeof civilDate>) {
  const { kind } = assessRecord(law, record, day).publicity;
  return kind === 'shown' || kind === 'valid';
}

describe('the days on which an edition shows a record', () => {
  it.each([
    ['an edition with an end', edition],
    ['the edition after it', successor()],
    ['an edition whose reviews run out one by one', changing],
  ])('are those of which it says so one by one: %s', { timeout: 60_000 }, (_, law) => {
    let shown = 0;
    fc.assert(
      fc.property(decisions, (record) => {
        const stretches = findStretches(law, record);
        // Every seventh day, and the days at which a stretch begins and ends with their neighbours.
        const edges = stretches.days.flatMap(({ from, until }) => [
          from,
          until === 'none' ? from : until,
        ]);
        const asked = [
          ...Array.from({ length: 430 }, (_v, index) => addDays(first, index * 7)),
          ...edges.flatMap((edge) => [-1, 0, 1].map((count) => addDays(edge, count))),
        ];
        for (const day of asked) {
          const stands = standsOn(law, record, day);
          const inside = stretches.days.some((stretch) => containsDay(stretch, day));
          if (stands) shown += 1;
          if (inside !== stands) expect({ day, inside }).toEqual({ day, inside: stands });
        }
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(shown).toBeGreaterThan(20);
  });

  it('never touch each other and are never empty', () => {
    fc.assert(
      fc.property(decisions, (record) => {
        const stretches = findStretches(changing, record).days;
        stretches.forEach(({ from, until }, index) => {
          expect(until === 'none' || from < until).toBe(true);
          expect(stretches[index + 1]?.from ?? '9').not.toBe(until);
        });
      }),
    );
  });

  it('are none, and the record is sealed, where the law closes it', () => {
    const sealed = penalty({ sealed: true });
    expect(findStretches(edition, sealed)).toMatchObject({ days: [], sealed: true });
    expect(findStretches(edition, penalty()).sealed).toBe(false);
  });
});

describe('the days of records that differ in one thing', () => {
  const base = penalty({ facts: { procedure: 'ordinary', kinds: ['fine'] } });
  const later = addDays(base.decidedOn, 20);
  const correctable = () =>
    editionWith([item, 'ends-when-corrected: false', 'ends-when-corrected: true']);

  it.each<[string, Partial<PublicCreditRecord>]>([
    ['nothing', {}],
    ['the day of decision', { decidedOn: addDays(base.decidedOn, -9) }],
    ['the day of correction', { correctedOn: addDays(base.decidedOn, 200) }],
    ['the day of service', { service: { kind: 'shown', on: later, mode: '' } }],
    ['no service', { service: { kind: 'not-shown' } }],
    ['a seal', { sealed: true }],
    ['the kind of subject', { subject: { ...base.subject, kind: 'sole_trader' } }],
    ['the kinds of penalty', { facts: { ...base.facts, kinds: ['warning'] } }],
    ['a list of kinds that is a text', { facts: { ...base.facts, kinds: '["fine"]' } }],
    ['the kinds in another order', { facts: { ...base.facts, kinds: ['fine', 'warning'] } }],
    ['no kinds', { facts: { procedure: 'ordinary' } }],
    ['the last day of validity', { validUntil: later }],
    ['the first day of validity', { validFrom: later }],
    ['the day of publication', { facts: { ...base.facts, published: later } }],
  ])('are not taken for each other: %s', (_, change) => {
    const [fresh, asked] = [correctable(), correctable()];
    findStretches(asked, base);
    const record = { ...base, ...change };
    expect(findStretches(asked, record)).toEqual(findStretches(fresh, record));
  });
});
