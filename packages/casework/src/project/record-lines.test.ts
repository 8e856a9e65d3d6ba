import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { addDays, civilDate, type PublicCreditRecord } from '@credence/domain';
import { checkEdition, createRulebook, type Edition } from '@credence/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fakeNameKeys } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import { codeOf } from '../town.test-support.ts';
import { listPublicRecords, type RecordFacts } from '../state/visibility.ts';
import { findSupplyDue } from './record-lines.ts';
import { recordRows } from './record-rows.ts';

const town = createRulebook(Object.values(townLaw()));

/** A fine of the invented town. */
function penalty(overrides: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return {
    recordId: 'r1',
    item: 'penalty',
    edition: 'town-2026',
    takenInOn: civilDate('2026-05-04'),
    batchId: 'b1',
    row: 2,
    subject: { kind: 'organisation', identifiers: [{ scheme: 'uscc', value: codeOf(1) }] },
    provider: { code: 'town_office', name: '示例镇办公室' },
    document: { number: '1' },
    decidedOn: civilDate('2024-03-02'),
    service: { kind: 'shown', on: civilDate('2024-03-05'), mode: '' },
    facts: { kinds: ['fine'] },
    ...overrides,
  };
}

const linesOf = (facts: RecordFacts) => recordRows(facts, town, { nameKeys: fakeNameKeys }).lines;

describe('the lines of a record', () => {
  it('are one for each stretch of days, and a class that is not shown has one without days', () => {
    expect(linesOf({ record: penalty() })).toEqual([
      {
        recordId: 'r1',
        ordinal: 1,
        item: 'penalty',
        source: 'town_office',
        batchId: 'b1',
        kind: 'organisation',
        severity: 'general',
        region: '999999',
        nameKey: '',
        decidedOn: '2024-03-02',
        takenInOn: '2026-05-04',
        backlog: false,
        shownFrom: '2024-03-05',
        // Three years by the older edition, one by the newer: it ends with the older one.
        shownUntil: '2026-04-01',
      },
    ]);
    const [minor, ...others] = linesOf({ record: penalty({ facts: { kinds: ['warning'] } }) });
    expect(others).toEqual([]);
    expect(minor).toMatchObject({ ordinal: 1, severity: 'minor' });
    expect(minor).not.toHaveProperty('shownFrom');
  });

  it('go on under the next edition, and end by a decision on its day', () => {
    const record = penalty({ decidedOn: civilDate('2026-01-10') });
    expect(linesOf({ record })).toMatchObject([
      { shownFrom: '2026-01-10', shownUntil: '2027-01-10' },
    ]);
    const end = { recordId: 'r1', on: civilDate('2026-05-01'), because: 'repaired' as const };
    expect(linesOf({ record, end })).toMatchObject([{ shownUntil: '2026-05-01' }]);
    const void0 = { ...end, on: civilDate('2026-01-01') };
    expect(linesOf({ record, end: void0 })).not.toHaveProperty('0.shownFrom');
  });

  it('are none for what the law closes to everyone: it is not even counted', () => {
    expect(linesOf({ record: penalty({ facts: { kinds: ['detention'] } }) })).toEqual([]);
    expect(linesOf({ record: penalty({ sealed: true }) })).toEqual([]);
  });

  it('say for every day what the fold of the entries says (no day more, none less)', () => {
    const first = civilDate('2023-04-20');
    const cases = fc.record({
      decided: fc.integer({ min: 0, max: 1_500 }),
      served: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      ended: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
      kind: fc.constantFrom('fine', 'fine', 'warning', 'detention'),
    });
    let shown = 0;
    fc.assert(
      fc.property(cases, ({ decided, served, ended, kind }) => {
        const decidedOn = addDays(first, decided);
        const record = penalty({
          decidedOn,
          service:
            served === undefined
              ? { kind: 'not-shown' }
              : { kind: 'shown', on: addDays(decidedOn, served), mode: '' },
          facts: { kinds: [kind] },
        });
        const on = addDays(decidedOn, ended ?? 0);
        const facts: RecordFacts =
          ended === undefined
            ? { record }
            : { record, end: { recordId: 'r1', on, because: 'annulled' } };
        const lines = linesOf(facts);
        const state = { ...facts, recordedAt: 0 as never, position: 1 };
        for (let count = 0; count < 2_600; count += 13) {
          const day = addDays(first, count);
          const stands = listPublicRecords({ home: 'h', records: [state] }, town, {
            today: day,
            day,
          });
          const inLine = lines.some(
            ({ shownFrom = '9999', shownUntil = '9999-99' }) =>
              shownFrom <= day && day < shownUntil,
          );
          shown += stands.length;
          expect({ day, inLine }).toEqual({ day, inLine: stands.length === 1 });
        }
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(shown).toBeGreaterThan(200);
  });
});

describe('the last day of supply', () => {
  const nation = createRulebook(shipped('cn-2023', 'cn-2026'));
  const due = (decided: string, item = 'administrative_penalty', name = '望澜市生态环境局') =>
    findSupplyDue(
      {
        ...{ item, edition: 'cn-2026', decidedOn: civilDate(decided) },
        provider: { code: 'agency', name },
      },
      nation,
    );

  it('counts working days of the official calendar, the day of the decision apart', () => {
    // National holidays from 1 to 7 October 2026, worked on 10 October.
    expect(due('2026-09-28')).toBe('2026-10-13');
    expect(due('2026-03-02')).toBe('2026-03-11');
    expect(due('2026-03-02', 'registration')).toBe('2026-03-30');
  });

  it('is the same for market regulation, whose longer time is for a system of its own', () => {
    expect(due('2026-03-02', 'administrative_penalty', '望澜市市场监督管理局')).toBe('2026-03-11');
  });

  it('is not known where the calendar is not published, or no rule says', () => {
    expect(due('2026-12-30')).toBeUndefined();
    expect(due('2026-03-02', 'honour')).toBeUndefined();
    const town2026 = {
      ...{ item: 'penalty', edition: 'town-2026', decidedOn: civilDate('2026-05-01') },
      provider: { code: 'town_office', name: '望澜市镇政府' },
    };
    expect(findSupplyDue(town2026, town)).toBeUndefined();
  });
});

/** Shipped editions, each read as the successor of the one before. */
function shipped(...codes: readonly string[]): readonly Edition[] {
  const root = fileURLToPath(new URL('../../../../rulebooks/', import.meta.url));
  const editions: Edition[] = [];
  for (const code of codes) {
    const files = readdirSync(join(root, code), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const texts = files.map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const);
    const predecessor = editions.at(-1);
    const checked = checkEdition(new Map(texts), predecessor === undefined ? {} : { predecessor });
    if (checked.kind !== 'loaded') throw new Error(checked.findings[0].message);
    editions.push(checked.edition);
  }
  return editions;
}
