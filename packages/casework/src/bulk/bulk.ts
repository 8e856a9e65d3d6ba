import type { Refusal } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { DownloadFile, DownloadManifest } from '../port/bulk.ts';
import type { AnswerClock } from '../view/view.ts';
import type { ChangesOutcome, ChangesQuery } from './list-changes.ts';
import type { PublishOutcome } from './publish-downloads.ts';
import type { ReaderKeyCommand, ReaderKeyOutcome } from './reader-keys.ts';
import type { AcknowledgeOutcome, ReaderLine } from './withdrawals.ts';

export interface DownloadsView {
  readonly clock: AnswerClock;
  /** What may be fetched now, in the order of the catalogue. */
  readonly manifests: readonly DownloadManifest[];
  /** Data sets whose next files are not ready yet. */
  readonly waiting: readonly { readonly dataset: string; readonly access: 'open' | 'key' }[];
}

export type OpenDownloadOutcome =
  | {
      readonly kind: 'opened';
      readonly manifest: DownloadManifest;
      readonly file: DownloadFile;
      readonly bytes: AsyncIterable<Uint8Array>;
    }
  | Refusal;

/** Data in bulk: files, changes, keys, withdrawals. */
export interface BulkCasework {
  /** Writes the files of the day; `known` where they hold this very state already. */
  publishDownloads(onProgress?: (subjects: number) => void): Promise<PublishOutcome>;
  /**
   * Removes files in which something has ended and writes new ones where any is missing or older
   * than the day: what the server does by itself.
   */
  keepDownloads(): Promise<{ readonly removed: number; readonly published: boolean }>;
  listDownloads(): Promise<DownloadsView>;
  openDownload(
    principal: Principal,
    asked: { readonly dataset: string; readonly file: string },
  ): Promise<OpenDownloadOutcome>;
  listChanges(principal: Principal, query: Omit<ChangesQuery, 'scope'>): Promise<ChangesOutcome>;
  createReaderKey(command: ReaderKeyCommand): Promise<ReaderKeyOutcome>;
  readerOfKey(key: string): Promise<(Principal & { readonly kind: 'reader' }) | undefined>;
  listWithdrawals(
    principal: Principal,
    query: { readonly after?: string; readonly next?: string },
  ): Promise<ChangesOutcome>;
  acknowledgeWithdrawals(
    principal: Principal,
    command: { readonly timepoint: string },
  ): Promise<AcknowledgeOutcome>;
  listUnacknowledged(
    principal: Principal,
  ): Promise<{ readonly kind: 'found'; readonly readers: readonly ReaderLine[] } | Refusal>;
}

export type { BulkChange, ChangeCause } from './compare-subject.ts';
export type { ChangesOutcome, ChangesQuery, ChangesView } from './list-changes.ts';
export type { PublishOutcome } from './publish-downloads.ts';
export type { ReaderKeyCommand, ReaderKeyOutcome } from './reader-keys.ts';
export type { AcknowledgeOutcome, ReaderLine } from './withdrawals.ts';
