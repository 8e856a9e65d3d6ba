import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { createKeeper } from './keeper.ts';
import type { KeeperReply, KeeperRequest } from './keeper-messages.ts';

// The process that has the secret. It answers its parent and nobody else, and ends with it.
const [, , path] = process.argv;
const answer = createKeeper(path === undefined ? randomBytes(32) : openSecret(path), () =>
  performance.now(),
);

process.on('message', (request: KeeperRequest) => {
  const reply: KeeperReply = { id: request.id, answer: answer(request.question) };
  process.send?.(reply);
});
process.on('disconnect', () => process.exit(0));

/** From its file, which is made at the first use and which nobody but this process opens. */
function openSecret(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (secret.length !== 32) throw new Error(`${file} holds no key of 32 bytes.`);
  return secret;
}
