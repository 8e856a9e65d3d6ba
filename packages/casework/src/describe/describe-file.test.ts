import { describe, expect, it } from 'vitest';

import { fileOf } from '../town.test-support.ts';
import { describeFile } from './describe-file.ts';

const header = ['id', 'firm', 'seen', 'filed', 'result', 'mobile_food', 'phone', 'note'];

function rows(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `${index + 1}`,
    `E${String(Math.floor(index / 2)).padStart(5, '0')}`,
    `2013-01-${String((index % 28) + 1).padStart(2, '0')}`,
    `1/${String((index % 28) + 1)}/2013`,
    index % 3 === 0 ? 'Fail' : 'Pass',
    index % 2 === 0 ? '1' : '0',
    '13800000000',
    index % 5 === 0 ? '' : `Remark ${index}`,
  ]);
}

async function describeTable(count = 40) {
  const { tables } = await describeFile(fileOf(header, rows(count)));
  const [table] = tables;
  if (table === undefined) throw new Error('No table.');
  return table;
}

describe('describeFile', () => {
  it('says what each column looks like', async () => {
    const { columns, rows: count } = await describeTable();
    expect(count).toBe(40);
    expect(Object.fromEntries(columns.map(({ header: name, look }) => [name, look]))).toEqual({
      id: 'identifier',
      firm: 'identifier',
      seen: 'date',
      filed: 'date-month-first',
      result: 'codes',
      mobile_food: 'codes',
      phone: 'codes',
      note: 'text',
    });
  });

  it('counts the words of a column of few words, the commonest first', async () => {
    const { columns } = await describeTable();
    const result = columns.find(({ header: name }) => name === 'result');
    expect(result?.values).toEqual([
      ['Pass', 26],
      ['Fail', 14],
    ]);
  });

  it('names a column about people and repeats nothing of it', async () => {
    const { columns } = await describeTable();
    const people = columns.filter(({ aboutPeople }) => aboutPeople);
    expect(people.map(({ header: name }) => name)).toEqual(['phone']);
    expect(JSON.stringify(columns)).not.toContain('13800000000');
  });

  it('finds what names each row once, and says how nearly the rest does', async () => {
    const { keys } = await describeTable();
    expect(keys[0]).toEqual({ columns: ['id'], repeated: 0 });
    expect(keys.map(({ columns }) => columns.join('+'))).toContain('firm+seen');
    expect(keys.flatMap(({ columns }) => columns)).not.toContain('phone');
  });

  it('leaves the order of day and month open where the file does not tell', async () => {
    const early = rows(10).map((row) => row.with(3, `3/${row[0] ?? ''}/2013`));
    const { tables } = await describeFile(fileOf(header, early));
    expect(tables[0]?.columns[3]?.look).toBe('date-either-order');
  });

  it('describes a table without rows', async () => {
    const { tables } = await describeFile(fileOf(header, []));
    expect(tables[0]).toMatchObject({ rows: 0, keys: [] });
    expect(tables[0]?.columns.every(({ look }) => look === 'empty')).toBe(true);
  });
});
