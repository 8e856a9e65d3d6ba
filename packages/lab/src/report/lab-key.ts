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
    throw new LabError(`${path}: no key was written (${String(error)}). Name a new file.`);
  }
  return keyOf(privateKey);
}

/**
 * The key of a file, or of the PEM itself.
 *
 * @throws LabError when it is no Ed25519 private key
 */
export function openLabKey(given: string): LabKey {
  const accepted = 'accepted is a PEM file of an Ed25519 private key (credence-lab key new FILE)';
  const isPem = given.includes('-----BEGIN');
  const told = isPem ? 'The key given as PEM' : given;
  if (!isPem && !existsSync(given)) throw new LabError(`${told}: no such file; ${accepted}.`);
  let key: KeyObject;
  try {
    key = createPrivateKey(isPem ? given : readFileSync(given, 'utf8'));
  } catch {
    throw new LabError(`${told} is no private key; ${accepted}.`);
  }
  if (key.asymmetricKeyType === 'ed25519') return keyOf(key);
  throw new LabError(`${told} is a key of type ${String(key.asymmetricKeyType)}; ${accepted}.`);
}

function keyOf(privateKey: KeyObject): LabKey {
  const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    ...{ keyId: keyIdOf(publicKey), publicKey },
    sign: (bytes) => sign(null, bytes, privateKey).toString('base64url'),
  };
}
