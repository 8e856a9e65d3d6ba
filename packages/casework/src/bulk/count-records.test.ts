import { describe, expect, it } from 'vitest';

import type { RowOfSet } from './bulk-rows.ts';
import { createCounts } from './count-records.ts';

const list = 'samr.serious-violations';

function entry(agency: string, begins: string): RowOfSet {
  return { dataset: 'listings', record: 'L', row: { list, begins }, agency, ends: 'none' };
}

function countedIn(rows: readonly RowOfSet[]) {
  const counts = createCounts(new Map([['market', '市场监督管理局']]));
  for (const row of rows) counts.add(row);
  return counts.rows();
}

const many = (count: number, of: RowOfSet): readonly RowOfSet[] =>
  Array.from({ length: count }, () => of);

describe('the counts of listings', () => {
  it('are by list, deciding agency and year of the begin, from ten on', () => {
    const ten = many(10, entry('market', '2026-05-11'));
    expect(countedIn(ten)).toEqual([
      { item: list, provider_code: 'market', provider: '市场监督管理局', year: 2026, records: 10 },
    ]);
    expect(countedIn(ten.slice(1))).toEqual([]);
  });

  it('give no small count away by the rest of its list', () => {
    const rows = [
      ...many(12, entry('market', '2025-05-11')),
      ...many(3, entry('market', '2026-05-11')),
      ...many(14, entry('transport', '2025-05-11')),
      ...many(15, entry('transport', '2026-05-11')),
    ];
    // One small count takes three others with it: a row and a column have to hide two each.
    expect(countedIn(rows)).toEqual([]);
  });

  it('stand apart from those of records, which are counted by supplier', () => {
    const record: RowOfSet = {
      ...{ dataset: 'administrative_penalty', record: 'p', ends: 'none' },
      row: {
        provider_code: 'market',
        provider: '市监局',
        decided: '2026-02-03',
        begins: '2026-03-01',
      },
    };
    const rows = countedIn([...many(10, record), ...many(10, entry('other', '2026-05-11'))]);
    expect(rows.map(({ item, provider }) => [item, provider])).toEqual([
      ['administrative_penalty', '市监局'],
      [list, 'other'],
    ]);
  });
});
