import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { ItemCase, ListCase } from '../card/case-parts.ts';
import { runClockCases, runItemCases, runListCases, runValueCases } from './card-cases.ts';
import { runItemMutants } from './mutate-item.ts';
import { shippedEdition } from './shipped-editions.test-support.ts';

const edition = shippedEdition('cn-2026');
const says = { en: 'A case' };

function cardOf<Card>(cards: ReadonlyMap<string, Card>, id: string): Card {
  const card = cards.get(id);
  if (card === undefined) throw new RangeError(id);
  return card;
}

const penalty = cardOf(edition.items, 'administrative_penalty');
const fine = {
  kinds: ['fine'],
  procedure: 'ordinary',
  decided: '2026-04-10',
  served: '2026-04-15',
};

function item(given: ItemCase['given'], expected: ItemCase['expect'][string]): string[] {
  const cases = [{ says, given, expect: { '2026-04-15': expected } }];
  return runItemCases(edition, { ...penalty, cases }).map(
    ({ path, said }) => `${path.join('.')}: ${said}`,
  );
}

describe('cases beside an item', () => {
  it('pass in silence when everything comes out as written', () => {
    expect(item(fine, { severity: 'general', publicity: 'shown' })).toEqual([]);
  });

  it('say what was expected, what was found and where it stands', () => {
    expect(item(fine, { severity: 'minor', ends: civilDate('2027-04-11') })).toEqual([
      'cases.0.expect.2026-04-15.severity: severity: expected minor, found general',
      'cases.0.expect.2026-04-15.ends: ends: expected 2027-04-11, found 2027-04-10',
    ]);
  });

  it.each([
    [{ ...fine, fien: 'CNY 5' }, 'fien is no field of administrative_penalty'],
    [{ ...fine, kinds: ['fien'] }, 'kinds: found ["fien"], accepted a list of warning'],
    [{ ...fine, decided: '2026-02-30' }, 'decided: found "2026-02-30"'],
    [{ ...fine, fine: 'USD 5' }, 'fine: found "USD 5", accepted CNY 1.00'],
    [{ ...fine, subject_class: 'person' }, 'subject_class: found "person"'],
    [{ kinds: ['fine'] }, 'decided is missing'],
  ])('refuse facts that no file could state, %#', (given, said) => {
    expect(item(given, { severity: 'general' }).join()).toContain(said);
  });

  it('are run once for each code they name', () => {
    const cases = [
      {
        says,
        given: fine,
        forEach: { domain: ['food', 'fire'] },
        expect: { '2026-04-15': { severity: 'minor' } },
      },
    ];
    expect(runItemCases(edition, { ...penalty, cases })).toHaveLength(2);
  });

  it('leave no mistake unnoticed only where they say enough', () => {
    const older = shippedEdition('cn-2023');
    const inspection = cardOf(older.items, 'inspection_result');
    const cases = inspection.cases?.slice(1) ?? [];
    const { survived } = runItemMutants(older, { ...inspection, cases });
    expect(survived).toContain('severity 1: dropped');
  });

  it('prove nothing while one of them fails', () => {
    const cases = [{ says, given: fine, expect: { '2026-04-15': { severity: 'minor' } } }];
    expect(() => runItemMutants(edition, { ...penalty, cases })).toThrow('expected minor');
  });
});

describe('cases beside lists, values and clocks', () => {
  const customs = cardOf(edition.lists, 'gac.customs');
  const record = { ...fine, domain: 'customs', conduct_ended: '2026-04-01' };

  function list(given: ListCase['given'], expected: ListCase['expect']): readonly string[] {
    const cases = [{ says, given, expect: expected }];
    return runListCases(edition, { ...customs, cases }).map(({ said }) => said);
  }

  it('say when a list would propose otherwise', () => {
    expect(list({ record }, { proposes: 'listing' })).toEqual([]);
    expect(list({ record }, { proposes: 'none', because: 'domain' })).toEqual([
      'proposes: expected none, found listing',
      'because: expected domain, found undefined',
    ]);
    const toll = { ...record, domain: 'transport' };
    expect(list({ record: toll }, { proposes: 'listing' })).toEqual([
      'proposes: expected listing, found none (because: domain)',
    ]);
  });

  it('say when an entry would end on another day', () => {
    const entry = { decided: civilDate('2026-06-10'), served: civilDate('2026-06-15') };
    expect(list({ entry }, { ends: civilDate('2029-06-10') })).toEqual([
      'ends: expected 2029-06-10, found 2029-06-15',
    ]);
  });

  it('say when a period or a limit ends on another day', () => {
    const day = civilDate('2026-05-11');
    const value = cardOf(edition.values, 'publicity.general');
    const clock = cardOf(edition.clocks, 'review');
    const ofValue = [{ says, given: { countedFrom: day }, expect: { ends: day } }];
    const ofClock = [{ says, given: { service: day }, expect: { apply: day } }];
    expect(runValueCases(edition, { ...value, cases: ofValue })).toHaveLength(1);
    expect(runClockCases(edition, { ...clock, cases: ofClock })).toHaveLength(1);
  });
});
