import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { isSignedReceipt, verifyReceipt, type PublicKey } from '@credence/casework';
import { keyIdOf } from '@credence/proof';
import type { Command } from 'commander';
import { z } from 'zod';

import { openSigner, signingKeyPath } from '../keys.ts';
import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Environment } from '../environment.ts';
import type { Exit } from './exit.ts';

const words = {
  zh: {
    matches: (batch: string, recorded: number, at: string, key: string) =>
      `相符。批次 ${batch}：${recorded} 行，${at} 入库，密钥 ${key} 签名。`,
    differs: (batch: string) => `不相符：批次 ${batch} 的回执与签名不一致，请勿使用。`,
    unknownKey: (key: string) =>
      `签名密钥 ${key} 不在所给的公开密钥中。用 --keys 给出登记机关 /api/v1/keys 的回答。`,
  },
  en: {
    matches: (batch: string, recorded: number, at: string, key: string) =>
      `Matches. Batch ${batch}: ${recorded} rows taken in at ${at}, signed with key ${key}.`,
    differs: (batch: string) =>
      `Does not match: the receipt of batch ${batch} is not what was signed. Do not use it.`,
    unknownKey: (key: string) =>
      `Key ${key} is not among the public keys given. Give the answer of /api/v1/keys with --keys.`,
  },
} as const;

/** `credence receipt verify FILE`: offline, by the register's public keys alone. */
export function addReceiptCommands(
  program: Command,
  given: { readonly terminal: Terminal; readonly environment: Environment },
  exit: Exit,
): void {
  const { terminal, environment } = given;
  program
    .command('receipt')
    .description('receipts of batches')
    .command('verify')
    .description('check a receipt offline; exits 1 when it does not match')
    .argument('<file>', 'the receipt, or the whole answer of the batch API')
    .option('--keys <file>', 'public keys: the answer of /api/v1/keys; absent: this data folder')
    .action((path: string, options: { readonly keys?: string }) => {
      const say = words[terminal.language];
      const signed = readSigned(terminal, path);
      const keys =
        options.keys === undefined ? ownKeys(environment) : readKeys(terminal, options.keys);
      const { receipt, signature } = signed;
      if (!keys.some(({ keyId }) => keyId === signature.keyId)) {
        throw new CommandRefusal(say.unknownKey(signature.keyId));
      }
      if (!verifyReceipt(signed, keys)) {
        line(terminal, say.differs(receipt.batch));
        exit.with(exits.refused);
        return;
      }
      const { batch, counts, recordedAt } = receipt;
      line(terminal, say.matches(batch, counts.recorded, recordedAt, signature.keyId));
    });
}

function readSigned(terminal: Terminal, path: string) {
  const content = readJson(terminal, path);
  const { receipt, signature } = asObject(content);
  const signed = { receipt, signature };
  if (isSignedReceipt(signed)) return signed;
  throw new CommandRefusal(
    `${path} holds no receipt; the file of /desk/intake/batches/.../receipt.json is accepted.`,
    exits.wrongUse,
  );
}

const keysFile = z.object({
  keys: z
    .array(z.object({ keyId: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() }))
    .min(1),
});

/** A key goes by the id that follows from it, whatever the file says. */
export function readKeys(terminal: Terminal, path: string): readonly PublicKey[] {
  const parsed = keysFile.safeParse(readJson(terminal, path));
  const keys = parsed.success ? parsed.data.keys : [];
  if (keys.length > 0 && keys.every(({ keyId, publicKey }) => idOf(publicKey) === keyId)) {
    return keys;
  }
  throw new CommandRefusal(
    `${path} holds no public keys; the answer of /api/v1/keys is accepted.`,
    exits.wrongUse,
  );
}

function idOf(publicKey: string): string | undefined {
  try {
    return keyIdOf(publicKey);
  } catch {
    return undefined;
  }
}

/** The key of this data folder, where there is one; checking makes none. */
export function ownKeys(environment: Environment): readonly PublicKey[] {
  const given = environment.signingKey !== undefined;
  return given || existsSync(signingKeyPath(environment.dataFolder))
    ? [openSigner(environment).key]
    : [];
}

/** A file as JSON. */
export function readJson(terminal: Terminal, path: string): unknown {
  const place = resolve(terminal.cwd, path);
  try {
    return JSON.parse(readFileSync(place, 'utf8'));
  } catch {
    throw new CommandRefusal(`${path} cannot be read as JSON.`, exits.wrongUse);
  }
}

function asObject(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null ? { ...content } : {};
}
