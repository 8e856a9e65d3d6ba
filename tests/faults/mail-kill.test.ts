import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, expect, it } from 'vitest';

import { openPost } from '../support/post.ts';

const source = fileURLToPath(new URL('./mail-child.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'credence-mail-'));
const path = join(folder, 'outbox.json');
const consent = JSON.stringify({
  ...{ kind: 'given', on: '2026-01-01', until: '2027-01-01', mail: 'office@firm.example' },
  by: { kind: 'party', as: 'subject', name: '梅映雪' },
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

function run(port: number): Run {
  const args = ['--import', 'tsx', '--conditions=@credence/source', source];
  const child = spawn(process.execPath, [...args, path, String(port), consent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return {
    child,
    ended: new Promise((resolve) => child.once('close', () => resolve(said.trim()))),
  };
}

it('a mail whose sender is killed before it is marked goes out again, under the same id', async () => {
  const message = {
    home: 'firm',
    id: '0190a000-0000-7000-8000-000000000001',
    body: {},
    attempts: 0,
  };
  writeFileSync(path, JSON.stringify([message]));
  let first: Run | undefined;
  // The server has the whole mail, and its sender never hears so.
  const post = openPost(() => void first?.child.kill('SIGKILL'));
  const port = await post.listen();
  first = run(port);
  expect(await first.ended).toBe('');
  expect(post.taken).toHaveLength(1);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([message]);
  first = undefined;
  const report = await run(port).ended;
  expect(JSON.parse(report)).toEqual({ sent: 1, later: 0, failed: 0, dropped: 0 });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([]);
  const ids = post.taken.map((text) => /^Message-ID: (.+)$/im.exec(text)?.[1]?.trim());
  expect(ids).toEqual([`<${message.id}@example.org>`, `<${message.id}@example.org>`]);
  await post.close();
});
