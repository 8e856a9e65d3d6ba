import { toIso, type Instant } from '@credence/domain';
import { canonicalJson, commitmentOf, verifySignature } from '@credence/proof';

import { CaseworkError } from '../casework-error.ts';
import type { BatchPayload } from '../entry/house-payload.ts';
import {
  isBatchReceipt,
  isSigningKey,
  type BatchReceipt,
  type KeptReport,
  type SignedReceipt,
} from '../entry/supply-payload.ts';
import type { Actor, NewEntry } from '../port/journal.ts';
import type { PublicKey } from '../port/signer.ts';
import type { BatchAnswer } from './supply.ts';
import { derivedHome } from './derived-home.ts';
import type { SupplyParts } from './supply-parts.ts';

/** Where the register's public keys stand, one after the other. */
const keysHome: string = derivedHome('credence: signing keys');

type Parts = Pick<SupplyParts, 'journal' | 'signer' | 'uuid' | 'salt'>;

/** What a receipt says, from the batch's own entry. */
export interface ReceiptFacts {
  readonly batch: BatchPayload;
  readonly source: string;
  readonly position: number;
  readonly recordedAt: Instant;
  readonly edition: { readonly code: string; readonly hash: string };
  readonly report: KeptReport;
  readonly actor: Actor;
}

/** The receipt of a batch as it was first given, if it ever was. */
export async function findReceipt(
  parts: Pick<Parts, 'journal'>,
  batchId: string,
): Promise<BatchAnswer | undefined> {
  const entries = await parts.journal.entriesOf(batchId);
  const payload = entries.find(({ kind }) => kind === 'batch-receipt@1')?.payload;
  return isBatchReceipt(payload) ? payload : undefined;
}

/**
 * Gives the receipt of a batch: signed once, stored, and the same bytes ever after. Of two that are
 * made at once the first that is stored is everybody's.
 */
export async function giveReceipt(parts: Parts, facts: ReceiptFacts): Promise<BatchAnswer> {
  const { batchId } = facts.batch;
  const known = await findReceipt(parts, batchId);
  if (known !== undefined) return known;
  await enterSigningKey(parts);
  const signed = signReceipt(parts, receiptOf(facts));
  await append(parts, facts.actor, {
    home: batchId,
    stream: 'receipt',
    kind: 'batch-receipt@1',
    payload: { signed, report: facts.report },
  });
  const stored = await findReceipt(parts, batchId);
  if (stored === undefined) {
    throw new CaseworkError('store-conflict', `The receipt of batch ${batchId} was not stored.`);
  }
  return stored;
}

/** Enters the public half of the signing key, once. */
export async function enterSigningKey(parts: Parts): Promise<void> {
  const { key } = parts.signer;
  const keys = await listKeys(parts);
  if (keys.at(-1)?.keyId === key.keyId) return;
  const actor: Actor = { official: 'register', agency: 'register', role: 'registrar' };
  const { keyId, algorithm, publicKey } = key;
  await append(parts, actor, {
    home: keysHome,
    stream: 'signing-keys',
    kind: 'signing-key@1',
    payload: { keyId, algorithm, publicKey },
    idempotencyKey: `signing-key/${String(keys.length + 1)}/${keyId}`,
  });
}

/** Every key the register has signed with, oldest first. */
export async function listKeys(
  parts: Pick<Parts, 'journal'>,
): Promise<readonly (PublicKey & { readonly since: Instant })[]> {
  const entries = await parts.journal.entriesOf(keysHome);
  return entries.flatMap(({ payload, recordedAt }) =>
    isSigningKey(payload) ? [{ ...payload, since: recordedAt }] : [],
  );
}

/** The very bytes a receipt's signature covers. */
export function receiptBytes(receipt: BatchReceipt): Uint8Array {
  return new TextEncoder().encode(canonicalJson(receipt));
}

/** Whether one of these keys made the signature of a receipt. */
export function verifyReceipt(
  { receipt, signature }: SignedReceipt,
  keys: readonly PublicKey[],
): boolean {
  const key = keys.find(({ keyId }) => keyId === signature.keyId);
  if (key === undefined) return false;
  const { publicKey } = key;
  return verifySignature({ publicKey, signature: signature.value, bytes: receiptBytes(receipt) });
}

function signReceipt({ signer }: Pick<Parts, 'signer'>, receipt: BatchReceipt): SignedReceipt {
  const { keyId, signature } = signer.sign(receiptBytes(receipt));
  return { receipt, signature: { algorithm: 'Ed25519', keyId, value: signature } };
}

function receiptOf(facts: ReceiptFacts): BatchReceipt {
  const { batch, source, position, recordedAt, edition } = facts;
  const { read, recorded, known, setAside, droppedCells, refused } = batch.counts;
  const { toReview = 0, changed } = batch.counts;
  return {
    format: 'credence-receipt/1',
    batch: batch.batchId,
    fileHash: batch.fileHash,
    fileName: batch.fileName,
    item: batch.item,
    mapping: batch.mapping,
    source,
    counts: {
      ...{ read, recorded, known, setAside, droppedCells, refused, toReview },
      ...(changed === undefined ? {} : { changed }),
    },
    position,
    recordedAt: toIso(recordedAt),
    edition,
  };
}

async function append(
  { journal, uuid, salt }: Pick<Parts, 'journal' | 'uuid' | 'salt'>,
  actor: Actor,
  given: Pick<NewEntry, 'home' | 'stream' | 'kind' | 'payload'> & {
    readonly idempotencyKey?: string;
  },
): Promise<void> {
  const { idempotencyKey = given.kind, ...entry } = given;
  const fresh = salt();
  await journal.record({ actor, purpose: 'intake', basis: [], idempotencyKey }, [
    { id: uuid(), ...entry, salt: fresh, commitment: commitmentOf(fresh, entry.payload) },
  ]);
}
