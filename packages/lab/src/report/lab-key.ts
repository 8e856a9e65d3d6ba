import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { keyIdOf } from '@credence/proof';

import { LabError } from '../engine/define-model.ts';

/** The key that signs statements. */
export interface LabKey {
  readonly keyId: string;
  /** Base64url of its 32 bytes: what the operator of a register lists. */
  readonly publicKey: string;
  /** Base64url of an Ed25519 signature over these bytes. */
  sign(bytes: Uint8Array): string;
}

/**
 * Makes a key and keeps it in a file that its owner alone may read.
 *
 * @throws LabError when something stands there already: a key is not written over
 */
export function makeLabKey(path: string): LabKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  try {
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new LabError(
      `${path}: no key was written (${String(error)}). Name a new file.`,
      `${path}：没有写入密钥（${String(error)}）。请换一个新的文件名。`,
    );
  }
  return keyOf(privateKey);
}

/**
 * The key of a file, or of the PEM itself.
 *
 * @throws LabError when it is no Ed25519 private key
 */
export function openLabKey(given: string): LabKey {
  const isPem = given.includes('-----BEGIN');
  if (!isPem && !existsSync(given)) throw noKey(given, 'no such file', '没有这个文件');
  let key: KeyObject;
  try {
    key = createPrivateKey(isPem ? given : readFileSync(given, 'utf8'));
  } catch {
    throw noKey(isPem ? undefined : given, 'no private key', '不是私钥');
  }
  if (key.asymmetricKeyType === 'ed25519') return keyOf(key);
  const type = String(key.asymmetricKeyType);
  throw noKey(isPem ? undefined : given, `a key of type ${type}`, `密钥类型为 ${type}`);
}

/** What was given in place of a key, what is accepted, and how to make one. */
function noKey(file: string | undefined, en: string, zh: string): LabError {
  return new LabError(
    `${file ?? 'The key given as PEM'}: ${en}; accepted is a PEM file of an Ed25519 private key (credence-lab key new FILE).`,
    `${file ?? '以 PEM 给出的密钥'}：${zh}；可用的是 Ed25519 私钥的 PEM 文件（credence-lab key new 文件名）。`,
  );
}

function keyOf(privateKey: KeyObject): LabKey {
  const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    ...{ keyId: keyIdOf(publicKey), publicKey },
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
  };
}
