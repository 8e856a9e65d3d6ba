import { jsonOf, parseCivilDate, type JsonValue } from '@credence/domain';
import { canonicalJson, sha256Hex, verifySignature } from '@credence/proof';
import {
  programsOfEdition,
  type Action,
  type Edition,
  type SubjectFacts,
} from '@credence/rulebook';
import { z } from 'zod';

import type { PublicKey } from '../../port/signer.ts';
import { receiptForm, receiptParts, type ReceiptPart } from './class-receipt.ts';
import { computeReceipt, partHashes, signedBytes } from './make-receipts.ts';

/** A place where a receipt and its recomputation differ, or where it does not hold together. */
export interface ReceiptFault {
  /** `trace.steps[0].value`, `inputs`, `signature` ... */
  readonly at: string;
  readonly stated: string;
  readonly computed: string;
}

export type Recomputation =
  | {
      readonly kind: 'agrees';
      readonly program: string;
      readonly result: string;
      /** Whether the signature was checked: only with the register's key. */
      readonly signature: 'valid' | 'not-checked';
    }
  | { readonly kind: 'differs'; readonly faults: readonly [ReceiptFault, ...ReceiptFault[]] };

const fact = z.union([z.boolean(), z.int(), z.string(), z.array(z.string())]);
const facts = z.record(z.string(), fact);
const identifier = z.strictObject({ scheme: z.string(), value: z.string() });

const signed = z.strictObject({
  receipt: z.strictObject({
    form: z.literal(receiptForm),
    subject: z.looseObject({ id: z.string(), identifiers: z.array(identifier) }),
    program: z.strictObject({ kind: z.string(), id: z.string(), title: z.unknown() }),
    edition: z.strictObject({ code: z.string(), hash: z.string() }),
    asOf: z.string(),
    knownAt: z.string(),
    horizon: z.string(),
    inputs: z.strictObject({
      id: z.string(),
      facts,
      records: z.record(z.string(), z.array(z.strictObject({ id: z.string(), facts }))),
    }),
    sources: z.unknown(),
    actions: z.array(
      z.strictObject({
        code: z.string(),
        record: z.strictObject({ collection: z.string(), id: z.string() }).exactOptional(),
        earliest: z.int(),
        changes: facts,
      }),
    ),
    trace: z.looseObject({}),
    without: z.array(z.looseObject({})),
  }),
  parts: z.strictObject(
    // Every part is in the list, so the shape is complete.
    Object.fromEntries(receiptParts.map((part) => [part, z.string()])) as Record<
      ReceiptPart,
      z.ZodString
    >,
  ),
  hash: z.string(),
  signature: z.strictObject({ keyId: z.string(), signature: z.string() }),
});

/**
 * Computes a receipt again from what it states and from the edition's own files, without the register,
 * and says where the two differ. The signature is checked where the register's key is given.
 *
 * Legal source: guard G28 (a result can be recomputed by its subject).
 */
export function recomputeReceipt(json: unknown, edition: Edition, key?: PublicKey): Recomputation {
  const read = signed.safeParse(json);
  if (!read.success) {
    return differs(
      read.error.issues.map(({ path, message }) => ({
        at: path.map(String).join('.') || 'receipt',
        stated: 'unreadable',
        computed: message,
      })),
    );
  }
  const { receipt, parts, hash, signature } = read.data;
  const found = partHashes(receipt);
  const faults: ReceiptFault[] = receiptParts
    .filter((part) => found[part] !== parts[part])
    .map((part) => ({ at: part, stated: parts[part], computed: found[part] }));
  const whole = sha256Hex(canonicalJson(jsonOf(receipt)));
  if (whole !== hash && faults.length === 0) {
    faults.push({ at: 'receipt', stated: hash, computed: whole });
  }
  if (key !== undefined && !isSignedBy(key, { hash, parts, signature })) {
    faults.push({ at: 'signature', stated: signature.keyId, computed: key.keyId });
  }
  const computed = compute(receipt, edition);
  if ('faults' in computed) return differs([...faults, ...computed.faults]);
  for (const part of ['trace', 'without', 'horizon', 'program'] as const) {
    faults.push(...findDifferences(part, jsonOf(receipt[part]), jsonOf(computed[part])));
  }
  if (faults.length > 0) return differs(faults);
  return {
    kind: 'agrees',
    program: `${receipt.program.kind}:${receipt.program.id}`,
    result: String(computed.trace.result),
    signature: key === undefined ? 'not-checked' : 'valid',
  };
}

type Read = z.output<typeof signed>['receipt'];

function compute(receipt: Read, edition: Edition) {
  const { program, asOf, knownAt, inputs, actions } = receipt;
  if (receipt.edition.hash !== edition.hash) {
    const at = 'edition.hash';
    return { faults: [{ at, stated: receipt.edition.hash, computed: edition.hash }] };
  }
  const day = parseCivilDate(asOf);
  if (day === undefined) return { faults: [{ at: 'asOf', stated: asOf, computed: 'YYYY-MM-DD' }] };
  const all = programsOfEdition(edition);
  const found = all.find(({ kind, id }) => kind === program.kind && id === program.id);
  const known = all.map(({ kind, id }) => `${kind}:${id}`).join(', ');
  const stated = `${program.kind}:${program.id}`;
  if (found === undefined) return { faults: [{ at: 'program', stated, computed: known }] };
  const computed = computeReceipt(found, {
    subject: { id: receipt.subject.id, identifiers: receipt.subject.identifiers },
    ...{ edition, asOf: day, knownAt },
    inputs: inputs satisfies SubjectFacts,
    actions: actions.map((each): Action => ({ ...each, record: each.record })),
  });
  if (computed !== undefined) return computed;
  return { faults: [{ at: 'inputs', stated: 'facts', computed: 'facts the program can read' }] };
}

function isSignedBy(
  key: PublicKey,
  { hash, parts, signature }: Pick<z.output<typeof signed>, 'hash' | 'parts' | 'signature'>,
): boolean {
  if (signature.keyId !== key.keyId) return false;
  return verifySignature({
    bytes: signedBytes(hash, parts),
    signature: signature.signature,
    publicKey: key.publicKey,
  });
}

/** Every place in which two values differ, by their paths. */
function findDifferences(at: string, stated: JsonValue, computed: JsonValue): ReceiptFault[] {
  if (isObject(stated) && isObject(computed)) {
    const keys = new Set([...Object.keys(stated), ...Object.keys(computed)]);
    return [...keys].flatMap((key) =>
      findDifferences(`${at}.${key}`, stated[key] ?? null, computed[key] ?? null),
    );
  }
  if (isList(stated) && isList(computed)) {
    const length = Math.max(stated.length, computed.length);
    return Array.from({ length }, (_, index) =>
      findDifferences(`${at}[${String(index)}]`, stated[index] ?? null, computed[index] ?? null),
    ).flat();
  }
  const [one, other] = [canonicalJson(stated), canonicalJson(computed)];
  return one === other ? [] : [{ at, stated: one, computed: other }];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differs(faults: readonly ReceiptFault[]): Recomputation {
  const [first, ...others] = faults;
  if (first === undefined) throw new RangeError('What differs, differs somewhere.');
  return { kind: 'differs', faults: [first, ...others] };
}
