import type { WaitingFile } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

/** What a label says from the first byte on. */
export interface Expiring {
  readonly expiresAt: number;
}

/** What lies beside the bytes of an upload: neither its id nor its account. */
export interface WaitingLabel extends Expiring {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly receivedAt: number;
  readonly note: unknown;
}

export function labelOf(given: {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly receivedAt: Instant;
  readonly keepMs: number;
  readonly note: object;
}): WaitingLabel {
  const { name, hash, bytes, receivedAt, keepMs, note } = given;
  return { name, hash, bytes, receivedAt, expiresAt: receivedAt + keepMs, note };
}

export function waitingFile(id: string, label: WaitingLabel): WaitingFile {
  const { name, hash, bytes, note } = label;
  const receivedAt = instant(label.receivedAt);
  return { id, name, hash, bytes, receivedAt, expiresAt: instant(label.expiresAt), note };
}

/** Whether a label says when it is over, be it of an upload that is still coming in. */
export function isExpiring(value: unknown): value is Expiring {
  return typeof value === 'object' && value !== null && hasWhole(value, 'expiresAt');
}

/** Whether a file of the folder is a label: a stray one is no defect of ours. */
export function isWaitingLabel(value: unknown): value is WaitingLabel {
  if (typeof value !== 'object' || value === null) return false;
  return (
    hasText(value, 'name') &&
    hasText(value, 'hash') &&
    hasWhole(value, 'bytes') &&
    hasWhole(value, 'receivedAt') &&
    hasWhole(value, 'expiresAt') &&
    'note' in value
  );
}

function hasText(value: object, key: string): boolean {
  return key in value && typeof Reflect.get(value, key) === 'string';
}

function hasWhole(value: object, key: string): boolean {
  return key in value && Number.isSafeInteger(Reflect.get(value, key));
}
