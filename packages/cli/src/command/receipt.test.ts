import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { receiptBytes, type BatchReceipt } from '@credence/casework';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openSigner } from '../keys.ts';
import { CommandRefusal } from '../terminal.ts';
import { createExit } from './exit.ts';
import { addReceiptCommands } from './receipt.ts';

const receipt: BatchReceipt = {
  format: 'credence-receipt/1',
  batch: '01990000-0000-7000-8000-000000000001',
  fileHash: 'ab'.repeat(32),
  fileName: '处罚.xlsx',
  item: 'administrative_penalty',
  mapping: 'none',
  source: '11999999MB0000019T',
  counts: { read: 3, recorded: 2, known: 0, setAside: 0, droppedCells: 0, refused: 1, toReview: 0 },
  position: 42,
  recordedAt: '2026-11-20T02:00:00.000Z',
  edition: { code: 'cn-2026', hash: 'cd'.repeat(32) },
};

describe('credence receipt verify', () => {
  let folder = '';
  let said = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credence-receipt-'));
    said = '';
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): number => {
    const exit = createExit();
    const program = new Command().exitOverride();
    const terminal = {
      ...({ cwd: folder, language: 'en', isTty: false, columns: 80 } as const),
      out: (text: string) => {
        said += text;
      },
      err: () => undefined,
    };
    addReceiptCommands(program, { terminal, environment: { port: 1, dataFolder: folder } }, exit);
    program.parse(['receipt', 'verify', ...args], { from: 'user' });
    return exit.code;
  };
  const signer = () => openSigner({ dataFolder: folder });
  const save = (content: object, name = 'receipt.json'): string => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return name;
  };
  const signed = (given = receipt) => {
    const { keyId, signature: value } = signer().sign(receiptBytes(receipt));
    return { receipt: given, signature: { algorithm: 'Ed25519', keyId, value } };
  };

  it('says that a receipt matches, with the key of the folder or with the published ones', () => {
    expect(run(save(signed()))).toBe(0);
    expect(said).toContain('Matches. Batch 01990000');
    const keys = save({ keys: [signer().key] }, 'keys.json');
    expect(run(save(signed()), '--keys', keys)).toBe(0);
  });

  it('takes the whole answer of the API and any order of its members', () => {
    const { receipt: inner, signature } = signed();
    const turned = Object.fromEntries(Object.entries(inner).reverse());
    expect(run(save({ report: {}, signature, receipt: turned }))).toBe(0);
  });

  it('says that a changed receipt does not match, with exit 1', () => {
    const changed = { ...receipt, counts: { ...receipt.counts, recorded: 3 } };
    expect(run(save(signed(changed)))).toBe(1);
    expect(said).toContain('Does not match');
  });

  it('does not trust a key that is not among those given', () => {
    const other = openSigner({ dataFolder: join(folder, 'other') });
    const keys = save({ keys: [other.key] }, 'keys.json');
    expect(() => run(save(signed()), '--keys', keys)).toThrow(CommandRefusal);
    const renamed = save({ keys: [{ ...other.key, keyId: signer().key.keyId }] }, 'renamed.json');
    expect(() => run(save(signed()), '--keys', renamed)).toThrow(/no public keys/);
  });

  it.each([
    ['is no receipt', { hello: 1 }],
    ['misses a count', { ...signedWithout() }],
  ])('refuses a file that %s', (_, content) => {
    signer();
    expect(() => run(save(content))).toThrow(/holds no receipt/);
  });

  function signedWithout(): object {
    const rest = Object.entries(receipt).filter(([name]) => name !== 'counts');
    return {
      receipt: Object.fromEntries(rest),
      signature: { algorithm: 'Ed25519', keyId: 'ab', value: 'x' },
    };
  }
});
