import type { CivilDate, Localised, Problem } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { BatchReceipt, KeptReport, SignedReceipt } from '../entry/supply-payload.ts';
import type { ExportAnswerOutcome, ExportTarget } from '../export/export.ts';
import type { ImportReport } from '../intake/import-report.ts';
import type { PublicKey } from '../port/signer.ts';
import type { AnswerClock } from '../view/view.ts';

export type { BatchReceipt, KeptReport, SignedReceipt };

export interface SupplyRefused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

/** What the agency of this account may supply. */
export interface SupplyChoices {
  readonly clock: AnswerClock;
  readonly agency: SupplyAgency;
  readonly items: readonly SupplyItem[];
  readonly limitBytes: number;
  readonly keepMs: number;
}

export interface SupplyAgency {
  readonly code: string;
  readonly name: Localised;
}

export interface SupplyItem {
  readonly item: string;
  readonly importAs: string;
  readonly title: Localised;
  /** Whether a record is shown only once its service is proven. */
  readonly service: 'required' | 'not-needed';
  readonly supplyWithinWorkingDays?: number;
  readonly mappings: readonly { readonly id: string; readonly title?: Localised }[];
}

/** Decisions that come later than the item's rule asks: information, never a reason to refuse. */
export interface LateDecisions {
  readonly total: number;
  /** Decisions whose day due is known. */
  readonly dated: number;
  readonly first: readonly {
    readonly document: string;
    readonly decidedOn: CivilDate;
    readonly dueOn: CivilDate;
  }[];
}

/** Where an upload stands; nothing of it is in the register before `taken`. */
export type UploadState =
  | { readonly kind: 'received' }
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'checked'; readonly report: ImportReport; readonly late: LateDecisions }
  /** The register holds this very file. */
  | { readonly kind: 'known'; readonly report: ImportReport; readonly batchId: string }
  | { readonly kind: 'taken'; readonly batchId: string };

export interface UploadView {
  readonly clock: AnswerClock;
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly hash: string;
  readonly agency: SupplyAgency;
  readonly item: SupplyItem;
  readonly mapping?: string;
  /** Milliseconds since 1970 at which the upload is removed. */
  readonly expiresAt: number;
  readonly state: UploadState;
}

export interface UploadReference {
  readonly principal: Principal;
  readonly id: string;
}

export interface UploadOrder {
  readonly principal: Principal;
  /** The word of the item, or its id. */
  readonly item: string;
  readonly mapping?: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type ReceiveUploadOutcome =
  { readonly kind: 'received'; readonly id: string } | SupplyRefused;

export type UploadOutcome =
  | { readonly kind: 'found'; readonly view: UploadView }
  /** It never was, has expired, was removed, or is another account's. */
  | { readonly kind: 'gone' }
  | SupplyRefused;

export interface AcceptOrder extends UploadReference {
  /** `all` takes the file only whole; `valid` takes the rows without fault, on purpose. */
  readonly take: 'all' | 'valid';
  readonly serviceStatement?: readonly [string, string];
  readonly onProgress?: (rowsRead: number) => void;
}

export type AcceptUploadOutcome =
  | { readonly kind: 'taken'; readonly batchId: string }
  /** The report again, as the register stands now; nothing was stored. */
  | { readonly kind: 'not-taken'; readonly report: ImportReport }
  | { readonly kind: 'gone' }
  | SupplyRefused;

/** A file that a machine hands over, checked and taken in one request. */
export interface BatchOrder {
  readonly principal: Principal;
  readonly item: string;
  readonly mapping?: string;
  readonly acceptValid: boolean;
  readonly dryRun: boolean;
  /** Says that a repetition is the same request; not needed for a dry run. */
  readonly idempotencyKey?: string;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type BatchOutcome =
  | { readonly kind: 'taken'; readonly batch: BatchAnswer; readonly repeated: boolean }
  | { readonly kind: 'checked'; readonly report: ImportReport }
  /** At least one row is refused; nothing was stored. */
  | { readonly kind: 'not-taken'; readonly report: ImportReport; readonly problem: Problem }
  | SupplyRefused;

/** What is kept of a batch and said about it, always in the same words. */
export interface BatchAnswer {
  readonly signed: SignedReceipt;
  readonly report: KeptReport;
}

/** What a platform sent back about records that were reported to it. */
export interface ExportAnswerUpload {
  readonly principal: Principal;
  readonly item: string;
  readonly target: ExportTarget;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** One batch in the list of an agency. */
export interface BatchLine {
  readonly batchId: string;
  readonly item: string;
  readonly itemTitle: Localised;
  readonly fileName: string;
  readonly recordedAt: number;
  readonly official: string;
  readonly counts: Omit<BatchReceipt['counts'], 'toReview'> & { readonly toReview?: number };
}

export interface BatchesView {
  readonly clock: AnswerClock;
  readonly agency: SupplyAgency;
  /** Newest first. */
  readonly batches: readonly BatchLine[];
  readonly total: number;
  readonly page: number;
}

export const batchesPerPage = 25;

export interface BatchView extends BatchAnswer {
  readonly clock: AnswerClock;
  readonly agency: SupplyAgency;
  readonly itemTitle: Localised;
}

export interface KeysView {
  readonly clock: AnswerClock;
  /** Oldest first; the last one signs now. */
  readonly keys: readonly (PublicKey & { readonly since: number })[];
}

/** An agency supplies its decisions: at the desk in two steps, by machine in one. */
export interface SupplyCasework {
  supplyChoices(
    principal: Principal,
  ): Promise<{ readonly kind: 'found'; readonly view: SupplyChoices } | SupplyRefused>;
  receiveUpload(order: UploadOrder): Promise<ReceiveUploadOutcome>;
  viewUpload(upload: UploadReference): Promise<UploadOutcome>;
  /** Reads the whole file and keeps what was found beside it; a file checked before is not read again. */
  checkUpload(
    upload: UploadReference & { readonly onProgress?: (rowsRead: number) => void },
  ): Promise<UploadOutcome>;
  acceptUpload(order: AcceptOrder): Promise<AcceptUploadOutcome>;
  discardUpload(upload: UploadReference): Promise<void>;
  takeBatch(order: BatchOrder): Promise<BatchOutcome>;
  takeExportAnswer(order: ExportAnswerUpload): Promise<ExportAnswerOutcome>;
  listBatches(order: {
    readonly principal: Principal;
    readonly page: number;
  }): Promise<{ readonly kind: 'found'; readonly view: BatchesView } | SupplyRefused>;
  viewBatch(order: {
    readonly principal: Principal;
    readonly batchId: string;
  }): Promise<
    | { readonly kind: 'found'; readonly view: BatchView }
    | { readonly kind: 'not-found' }
    | SupplyRefused
  >;
  listKeys(): Promise<KeysView>;
  /** Enters the public half of the signing key, once, so that old receipts verify after a change. */
  enterSigningKey(): Promise<void>;
}
