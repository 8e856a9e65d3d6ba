import { describe, expect, it } from 'vitest';

import { boundaryOf, MultipartFault, readMultipart, textOf } from './multipart.ts';

interface Read {
  readonly name: string;
  readonly fileName?: string;
  readonly text: string;
}

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

async function read(text: string, size: number, boundary = 'b'): Promise<readonly Read[]> {
  const found: Read[] = [];
  for await (const { name, fileName, bytes } of readMultipart(inPieces(text, size), boundary)) {
    const content = await textOf(bytes, 1_000);
    found.push({ name, ...(fileName === undefined ? {} : { fileName }), text: content });
  }
  return found;
}

const form = [
  '--b',
  'Content-Disposition: form-data; name="item"',
  '',
  'penalty',
  '--b',
  'Content-Disposition: form-data; name="file"; filename="处罚%22一%22.csv"',
  'Content-Type: text/csv',
  '',
  'a,b\r\n--not a boundary\r\n1,2\r\n',
  '--b--',
  '',
].join('\r\n');

describe('a form that comes in pieces', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('is the same in pieces of %i bytes', async (size) => {
    expect(await read(form, size)).toEqual([
      { name: 'item', text: 'penalty' },
      { name: 'file', fileName: '处罚"一".csv', text: 'a,b\r\n--not a boundary\r\n1,2\r\n' },
    ]);
  });

  it('passes over what its reader leaves unread', async () => {
    const names: string[] = [];
    for await (const { name } of readMultipart(inPieces(form, 5), 'b')) names.push(name);
    expect(names).toEqual(['item', 'file']);
  });

  it('agrees with what a browser sends', async () => {
    const sent = new FormData();
    sent.set('csrf', 't');
    sent.set('file', new File(['x'.repeat(500)], '文件.xlsx'));
    const { headers, body } = new Request('http://localhost', { method: 'POST', body: sent });
    const boundary = boundaryOf(headers.get('content-type') ?? undefined) ?? '';
    const text = await new Response(body).text();
    expect(await read(text, 13, boundary)).toEqual([
      { name: 'csrf', text: 't' },
      { name: 'file', fileName: '文件.xlsx', text: 'x'.repeat(500) },
    ]);
  });

  it.each([
    ['breaks off inside a file', form.slice(0, -20)],
    ['is empty', ''],
    ['has a part without a name', '--b\r\nContent-Type: text/csv\r\n\r\nx\r\n--b--'],
    ['has text behind a boundary', '--bx\r\n\r\n--b--'],
    ['has a head without end', `--b\r\n${'h: v\r\n'.repeat(5_000)}`],
    ['has a field beyond the limit', form.replace('penalty', 'p'.repeat(2_000))],
  ])('is refused when it %s', async (_, text) => {
    await expect(read(text, 100)).rejects.toThrow(MultipartFault);
  });
});

describe('the boundary of a form', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['Multipart/Form-Data;boundary=x', 'x'],
    ['multipart/form-data', undefined],
    ['application/json; boundary=abc', undefined],
    [undefined, undefined],
  ])('of %s is %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
