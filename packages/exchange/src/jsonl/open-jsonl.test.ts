import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';

import { openBytes, openedFile, readTables, rowsOf } from '../source/source-file.test-support.ts';

const refusalOf = async (text: string | Uint8Array) => {
  const outcome = await openBytes(text, 'table.jsonl');
  if (outcome.kind !== 'refused') throw new Error('It was opened.');
  return outcome;
};

describe('a JSON Lines file', () => {
  it('is recognised by its content and read with the line of each row', async () => {
    const file = await openedFile('{"A":"一","B":2}\n\n {"B":3,"A":"两"} \r\n');

    expect(file).toMatchObject({ format: 'jsonl', encoding: 'utf-8' });
    expect(await readTables(file)).toEqual([
      {
        header: ['A', 'B'],
        headerRow: 1,
        rows: [
          [1, '一', '2'],
          [3, '两', '3'],
        ],
      },
    ]);
  });

  it('has the keys of all lines as columns, also one that the last line alone has', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `{"A":"${index}"}`);
    const [table] = await readTables(await openedFile([...lines, '{"Z":"last"}'].join('\n')));

    expect(table?.header).toEqual(['A', 'Z']);
    expect(table?.rows.at(-1)).toEqual([5_001, '', 'last']);
  });

  it('keeps numbers as they are written', async () => {
    const text = '{"code":919999990000000001234,"amount":0.10,"flag":true,"none":null,"e":-1E+2}';

    expect(await rowsOf(text)).toEqual([[1, '919999990000000001234', '0.10', 'true', '', '-1E+2']]);
  });

  it('may begin with a byte order mark and hold escapes', async () => {
    expect(await rowsOf('\ufeff{"A\\n\\"":"\\u4e00\\\\"}')).toEqual([[1, '一\\']]);
  });

  it.each([
    ['a nested object', '{"A":{"B":1}}', 'a nested value of the key "A"'],
    ['a nested list', '{"A":[1]}', 'a nested value of the key "A"'],
    ['a key twice', '{"A":1,"A":2}', 'the key "A" twice'],
    ['a key twice behind an escape', '{"A":1,"\\u0041":2}', 'the key "A" twice'],
    ['two objects', '{"A":1}{"A":2}', '"{\\"A\\":2}" behind the object'],
    ['a line cut off', '{"A":1', 'no comma after the value of "A"'],
    ['a bare word', '{"A":yes}', 'no value of the key "A"'],
    ['a leading zero', '{"A":01}', 'no value of the key "A"'],
    ['a trailing comma', '{"A":1,}', 'no key at character 8'],
    ['half a character', '{"A":"\\ud800"}', 'half a character (\\ud800 to \\udfff) at the key "A"'],
    ['an array', '[1]', '"[1]" in place of an object'],
  ])('is refused for %s, with its line', async (_, line, found) => {
    expect(await refusalOf(`{"A":"0"}\n${line}\n`)).toMatchObject({
      problem: 'file-unreadable',
      found,
      row: 2,
    });
  });

  it('is refused, not followed, where it is nested 100,000 deep', async () => {
    const deep = `{"A":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

    expect(await refusalOf(`{"A":1}\n${deep}`)).toMatchObject({ row: 2 });
  });

  it('is refused where a line or a key is huge, or the keys are too many', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => `"k${index}":1`).join(',');

    expect(await refusalOf(`{"A":1}\n{"A":"${'x'.repeat(3_000_000)}"}`)).toMatchObject({
      found: expect.stringMatching(/^a line over/) as string,
      row: 2,
    });
    expect(await refusalOf(`{"${'k'.repeat(501)}":1}`)).toMatchObject({ row: 1 });
    expect(await refusalOf(`{${many}}`)).toMatchObject({ found: '1001 different keys' });
  });

  it('is UTF-8 and nothing else', async () => {
    expect(await refusalOf(iconv.encode('{"名称":"望澜市某公司"}', 'gb18030'))).toMatchObject({
      problem: 'file-encoding-unknown',
      accepted: 'UTF-8',
    });
  });

  it('is not one array of objects, and the refusal says so', async () => {
    expect(await refusalOf('[{"A":1}]')).toMatchObject({
      problem: 'file-format-unknown',
      accepted: 'CSV, JSON Lines, XLSX',
    });
  });

  it('is empty where no object has a key', async () => {
    expect(await refusalOf('{}\n{}\n')).toMatchObject({ problem: 'file-empty' });
  });
});
