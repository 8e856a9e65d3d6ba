import { paperTypes, type PaperType, type WaitingPaper } from '@credence/casework';
import { instant } from '@credence/domain';

/** What lies beside the bytes of a file that waits: neither its id nor its account. */
export interface TrayLabel {
  readonly expiresAt: number;
  /** While the file comes in, as many as it may have. */
  readonly bytes: number;
  /** Absent while the file comes in. */
  readonly paper?: { readonly name: string; readonly sha256: string; readonly type: PaperType };
}

export function waitingPaper(id: string, label: TrayLabel): WaitingPaper | undefined {
  const { paper, bytes, expiresAt } = label;
  return paper === undefined ? undefined : { id, ...paper, bytes, expiresAt: instant(expiresAt) };
}

/** Whether a file of the folder is a label: a stray one is no defect of ours. */
export function isTrayLabel(value: unknown): value is TrayLabel {
  if (typeof value !== 'object' || value === null) return false;
  if (!('expiresAt' in value) || !Number.isSafeInteger(value.expiresAt)) return false;
  if (!('bytes' in value) || !Number.isSafeInteger(value.bytes)) return false;
  return !('paper' in value) || isPaper(value.paper);
}

function isPaper(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'sha256' in value &&
    typeof value.sha256 === 'string' &&
    'type' in value &&
    paperTypes.some((each) => each === value.type)
  );
}
