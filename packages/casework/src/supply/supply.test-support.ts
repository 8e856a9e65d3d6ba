import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

import { instant } from '@credence/domain';

import type { Inbox, InboxKey, WaitingFile } from '../port/inbox.ts';
import type { Signer } from '../port/signer.ts';
import { fileOf } from '../source-file.test-support.ts';

/** A key of this test run. */
export function testSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return {
    key: { keyId, algorithm: 'Ed25519', publicKey: x },
    sign: (bytes) => ({ keyId, signature: sign(null, bytes, privateKey).toString('base64url') }),
  };
}

/** A file as the fake inbox reads it. */
export function uploadOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify({ header, rows }));
  return inPieces(bytes);
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.subarray(0, 7));
  yield bytes.subarray(7);
}

/** Uploads in memory; a table is JSON of its header and rows. */
export class FakeInbox implements Inbox {
  readonly limitBytes = 100_000;
  readonly keepMs = 60_000;
  now = 0;
  readonly files: Map<string, { text: string; file: WaitingFile }> = new Map();
  #ids = 0;

  async receive(upload: Parameters<Inbox['receive']>[0]): ReturnType<Inbox['receive']> {
    const pieces: Uint8Array[] = [];
    for await (const piece of upload.bytes) pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    if (text.length > this.limitBytes) return { kind: 'too-large', limitBytes: this.limitBytes };
    this.#ids += 1;
    const file: WaitingFile = {
      id: `upload-${String(this.#ids)}`,
      name: upload.name,
      hash: createHash('sha256').update(text).digest('hex'),
      bytes: text.length,
      receivedAt: instant(this.now),
      expiresAt: instant(this.now + this.keepMs),
      note: upload.note,
    };
    this.files.set(keyText({ id: file.id, account: upload.account }), { text, file });
    return { kind: 'received', file };
  }

  find(key: InboxKey): Promise<WaitingFile | undefined> {
    const file = this.files.get(keyText(key))?.file;
    const gone = file === undefined || file.expiresAt <= this.now;
    return Promise.resolve(gone ? undefined : file);
  }

  open(key: InboxKey): ReturnType<Inbox['open']> {
    const held = this.files.get(keyText(key));
    if (held === undefined || held.text === '') return Promise.resolve({ kind: 'gone' });
    const hash = createHash('sha256').update(held.text).digest('hex');
    if (hash !== held.file.hash) return Promise.resolve({ kind: 'changed' });
    const { header, rows } = JSON.parse(held.text) as {
      header: readonly string[];
      rows: readonly (readonly string[])[];
    };
    const file = fileOf(header, rows, { name: held.file.name, hash });
    return Promise.resolve({ kind: 'opened', file });
  }

  note(key: InboxKey, note: object): Promise<void> {
    const held = this.files.get(keyText(key));
    // As JSON carries it, like the real one.
    const carried: unknown = JSON.parse(JSON.stringify(note));
    if (held !== undefined) held.file = { ...held.file, note: carried };
    return Promise.resolve();
  }

  empty(key: InboxKey): Promise<void> {
    const held = this.files.get(keyText(key));
    if (held !== undefined) held.text = '';
    return Promise.resolve();
  }

  remove(key: InboxKey): Promise<void> {
    this.files.delete(keyText(key));
    return Promise.resolve();
  }

  sweep(): Promise<void> {
    return Promise.resolve();
  }
}

function keyText({ id, account }: InboxKey): string {
  return JSON.stringify([id, account]);
}
