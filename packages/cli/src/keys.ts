import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DrawMeans, Signer } from '@credence/casework';
import { fromHex, toHex, trialChain, trialRound, vrfProve, vrfPublicKey } from '@credence/proof';

import { CommandRefusal, exits } from './terminal.ts';

/** Where the key of a data folder lies. */
export function signingKeyPath(dataFolder: string): string {
  return join(dataFolder, 'keys', 'signing.pem');
}

/** Where the secret of the blind keys lies; only the process that keeps it opens the file. */
export function personKeyPath(dataFolder: string): string {
  return join(dataFolder, 'keys', 'person.key');
}

/**
 * The register's signing key: from the setting (a PEM or the path of one), else from the data
 * folder, where it is made at the first start with mode 0600.
 */
export function openSigner(given: {
  readonly dataFolder: string;
  /** `CREDENCE_SIGNING_KEY`. */
  readonly signingKey?: string;
}): Signer {
  const { signingKey } = given;
  if (signingKey === undefined) return signerOf(ownKey(signingKeyPath(given.dataFolder)));
  const isPem = signingKey.includes('-----BEGIN');
  const pem = isPem ? signingKey.replaceAll('\\n', '\n') : readSetting(signingKey);
  return signerOf(privateKeyOf(pem, 'CREDENCE_SIGNING_KEY'));
}

/** Opens the key when it is first needed: a command that signs nothing makes no key. */
export function lateSigner(open: () => Signer): Signer {
  const opened: { signer?: Signer } = {};
  const signer = (): Signer => (opened.signer ??= open());
  return {
    get key() {
      return signer().key;
    },
    sign: (bytes) => signer().sign(bytes),
  };
}

/** A key of this moment that nothing remembers, for a register that lives in memory. */
export function passingSigner(): Signer {
  return signerOf(generateKeyPairSync('ed25519').privateKey);
}

/**
 * Key and trial beacon of verifiable draws. Their secrets lie in the data folder, made when they are
 * first needed, mode 0600; without a folder they last as long as the process.
 */
export function openDrawMeans(dataFolder?: string): DrawMeans {
  const secrets = new Map<string, Uint8Array>();
  const secret = (name: string): Uint8Array => {
    const known = secrets.get(name) ?? openSecret(dataFolder, name);
    secrets.set(name, known);
    return known;
  };
  return {
    get vrfKey() {
      return toHex(vrfPublicKey(secret('draw')));
    },
    prove: (alpha) => vrfProve(secret('draw'), alpha),
    get chain() {
      return trialChain(secret('trial-beacon'));
    },
    roundOf: (round) => trialRound(secret('trial-beacon'), round),
  };
}

function openSecret(dataFolder: string | undefined, name: string): Uint8Array {
  const fresh = toHex(new Uint8Array(randomBytes(32)));
  if (dataFolder === undefined) return fromHex(fresh);
  const path = join(dataFolder, 'keys', `${name}.key`);
  if (!existsSync(path)) writeOnce(path, fresh);
  const text = readFileSync(path, 'utf8').trim();
  if (/^[0-9a-f]{64}$/.test(text)) return fromHex(text);
  throw new CommandRefusal(`${path} holds no key of 64 hexadecimal digits.`, exits.wrongUse);
}

function signerOf(privateKey: KeyObject): Signer {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('An Ed25519 key has a public half; this one has none.');
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return {
    key: { keyId, algorithm: 'Ed25519', publicKey: x },
    sign: (bytes) => ({ keyId, signature: sign(null, bytes, privateKey).toString('base64url') }),
  };
}

function ownKey(path: string): KeyObject {
  if (!existsSync(path)) makeKey(path);
  return privateKeyOf(readFileSync(path, 'utf8'), path);
}

function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeOnce(path, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
}

/** Written whole and then linked, so that of two first starts one key remains and none is half. */
function writeOnce(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${String(process.pid)}`;
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, path);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!taken) throw error;
  } finally {
    rmSync(unfinished);
  }
}

function readSetting(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandRefusal(
      `CREDENCE_SIGNING_KEY is "${path}", which cannot be read; a PEM, or the path of one, is accepted.`,
      exits.wrongUse,
    );
  }
}

/** The text is never repeated: it may be a secret. */
function privateKeyOf(pem: string, from: string): KeyObject {
  const key = parse(pem);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  const found =
    key === undefined ? 'no private key' : `a key of kind ${key.asymmetricKeyType ?? '-'}`;
  throw new CommandRefusal(
    `${from} holds ${found}; an Ed25519 private key in PEM (PKCS #8) is accepted.`,
    exits.wrongUse,
  );
}

function parse(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
