import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Inbox } from '@credence/casework';
import { instant } from '@credence/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openInbox } from './open-inbox.ts';

const csv = '名称,代码,日期\n甲,1,2026-01-01\n';

describe('uploads that wait', () => {
  let folder = '';
  let now = 0;
  let ids = 0;
  let inbox: Inbox;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'credence-inbox-')), 'inbox');
    now = 0;
    inbox = openInbox({
      folder,
      limitBytes: 1_000,
      keepMs: 60_000,
      clock: () => instant(now),
      id: () => `id-${String((ids += 1))}`,
    });
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  async function* pieces(text: string): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 10) {
      yield await Promise.resolve(bytes.subarray(at, at + 10));
    }
  }
  const receive = (text: string) =>
    inbox.receive({ account: 'wang', name: '处罚.csv', bytes: pieces(text), note: { item: 'x' } });
  const received = async (text: string) => {
    const outcome = await receive(text);
    if (outcome.kind !== 'received') throw new Error('too large');
    return outcome.file;
  };

  it('are read again as the very bytes, under their own name', async () => {
    const { id, hash } = await received(csv);
    const opened = await inbox.open({ id, account: 'wang' });
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    expect(opened.file).toMatchObject({ name: '处罚.csv', hash, format: 'csv' });
    expect(await inbox.find({ id, account: 'wang' })).toMatchObject({ note: { item: 'x' } });
  });

  it('are found by nobody else, and their place names neither id nor account', async () => {
    const { id } = await received(csv);
    expect(await inbox.find({ id, account: 'li' })).toBeUndefined();
    expect((await inbox.open({ id, account: 'li' })).kind).toBe('gone');
    const names = (await readdir(folder)).join(' ');
    expect(names).not.toContain(id);
    expect(names).not.toContain('wang');
  });

  it('are readable by this program’s user alone', async () => {
    await received(csv);
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('over the limit leave nothing behind', async () => {
    expect(await receive('x'.repeat(1_001))).toEqual({ kind: 'too-large', limitBytes: 1_000 });
    expect(await readdir(folder)).toEqual([]);
    expect((await receive('x'.repeat(1_000))).kind).toBe('received');
  });

  it('that break off leave nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('half'));
      throw new Error('The line was cut.');
    }
    const cut = inbox.receive({ account: 'wang', name: 'x', bytes: broken(), note: {} });
    await expect(cut).rejects.toThrow('The line was cut.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('are gone when their time is over, and removed when the next one comes', async () => {
    const { id } = await received(csv);
    now = 59_999;
    expect(await inbox.find({ id, account: 'wang' })).toBeDefined();
    now = 60_000;
    expect(await inbox.find({ id, account: 'wang' })).toBeUndefined();
    expect((await inbox.open({ id, account: 'wang' })).kind).toBe('gone');
    await received(csv);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('that a killed process left half received go like any other', async () => {
    // The beginning of a label, with bytes; bytes of which nothing says when they are over.
    await received(csv);
    const [first = ''] = (await readdir(folder)).map((name) => name.split('.', 1).join(''));
    await inbox.sweep();
    expect(await readdir(folder)).toHaveLength(2);
    await writeFile(join(folder, 'half.json'), JSON.stringify({ expiresAt: 60_000 }));
    await writeFile(join(folder, 'half.bytes'), '代');
    await writeFile(join(folder, 'half.7-1.new'), '{');
    await writeFile(join(folder, 'alone.bytes'), '代');
    await writeFile(join(folder, 'begun.7-2.new'), '{');
    now = 59_999;
    await inbox.sweep();
    const left = ['begun.7-2.new', `${first}.bytes`, `${first}.json`];
    const half = ['half.7-1.new', 'half.bytes', 'half.json'];
    expect((await readdir(folder)).sort()).toEqual([...left, ...half].sort());
    now = 60_000;
    await inbox.sweep();
    expect(await readdir(folder)).toEqual(['begun.7-2.new']);
  });

  it('say when they are over before their first byte is written', async () => {
    const seen: string[][] = [];
    async function* watched(): AsyncGenerator<Uint8Array> {
      for (const name of await readdir(folder)) {
        seen.push([name.slice(-5), await readFile(join(folder, name), 'utf8')]);
      }
      yield Buffer.from(csv);
    }
    await inbox.receive({ account: 'wang', name: 'x', bytes: watched(), note: { item: 'x' } });
    expect(seen).toContainEqual(['.json', JSON.stringify({ expiresAt: 60_000 })]);
  });

  it('that were changed on disk are said to be', async () => {
    const { id } = await received(csv);
    const bytes = (await readdir(folder)).find((name) => name.endsWith('.bytes')) ?? '';
    await writeFile(join(folder, bytes), csv.replace('甲', '乙'));
    expect((await inbox.open({ id, account: 'wang' })).kind).toBe('changed');
  });

  it('keep their note when the bytes are let go', async () => {
    const { id } = await received(csv);
    const key = { id, account: 'wang' };
    await inbox.note(key, { taken: true });
    await inbox.empty(key);
    expect(await inbox.find(key)).toMatchObject({ note: { taken: true } });
    expect((await inbox.open(key)).kind).toBe('gone');
  });

  it('whose label is damaged are gone, and no defect', async () => {
    const { id } = await received(csv);
    const label = (await readdir(folder)).find((name) => name.endsWith('.json')) ?? '';
    const text = await readFile(join(folder, label), 'utf8');
    await writeFile(join(folder, label), text.slice(0, 20));
    expect(await inbox.find({ id, account: 'wang' })).toBeUndefined();
  });
});
