import type { CivilDate, Localised, Problem, Refusal } from '@credence/domain';

import type { Principal } from '../access/principal.ts';
import type { Receipt } from '../port/journal.ts';
import type { SourceFile } from '../port/reader.ts';

/** A platform that an authority reports its decisions to, as the item's schema card names it. */
export type ExportTarget = string;

/** What an agency may report, and to whom, by the edition in force. */
export interface ExportChoice {
  /** Id of the catalogue item. */
  readonly item: string;
  readonly importAs: string;
  readonly title: Localised;
  readonly targets: readonly { readonly target: ExportTarget; readonly title: Localised }[];
}

/** Where a record stands with a platform. */
export type ExportState =
  /** Never sent, or changed since; the next export carries it. */
  | { readonly kind: 'to-send'; readonly because: 'new' | 'changed' }
  /** Sent and ended here since; the next export carries its withdrawal. */
  | { readonly kind: 'to-withdraw' }
  | { readonly kind: 'sent'; readonly on: CivilDate; readonly as: ExportedAs }
  | { readonly kind: 'accepted'; readonly on: CivilDate }
  | { readonly kind: 'returned'; readonly on: CivilDate; readonly reason: string }
  /** Withdrawn there as well. */
  | { readonly kind: 'ended-there'; readonly on: CivilDate };

export type ExportedAs = 'new' | 'changed' | 'withdrawal';

export interface ExportOrder {
  readonly principal: Principal;
  /** The word of the item, e.g. `penalty`, or its id. */
  readonly item: string;
  readonly target: ExportTarget;
  /** Code of the agency whose records are sent. */
  readonly source: string;
  /** Says what would be sent and records nothing. */
  readonly dryRun?: boolean;
}

/** One record in a file that is sent: its cells stand in the order of the header. */
export interface ExportedRow {
  readonly home: string;
  readonly recordId: string;
  readonly as: ExportedAs;
  readonly cells: readonly string[];
}

export interface ExportFile {
  /** Empty where there was nothing to send. */
  readonly exportId: string;
  readonly header: readonly string[];
  readonly rows: readonly ExportedRow[];
  readonly counts: Readonly<Record<ExportedAs, number>>;
}

export type ExportOutcome =
  | { readonly kind: 'exported'; readonly file: ExportFile; readonly receipt: Receipt }
  /** A trial, or nothing to send; nothing was recorded. */
  | { readonly kind: 'previewed'; readonly file: ExportFile }
  | Refusal;

/** What came back: a file with the subject's code, the number of the document, result and reason. */
export interface ExportAnswerOrder {
  readonly principal: Principal;
  readonly item: string;
  readonly target: ExportTarget;
  readonly source: string;
  readonly file: SourceFile;
}

export type ExportAnswerOutcome =
  | {
      readonly kind: 'recorded';
      readonly counts: Readonly<Record<'accepted' | 'returned' | 'ended', number>>;
      readonly receipt: Receipt;
    }
  /** This very answer was taken before. */
  | { readonly kind: 'known' }
  | {
      readonly kind: 'refused';
      readonly problems: readonly { readonly row?: number; readonly problem: Problem }[];
    };

/** One record of an agency with its state at a platform. */
export interface ExportLine {
  readonly home: string;
  readonly recordId: string;
  readonly documentNumber?: string;
  readonly subjectName?: string;
  readonly state: ExportState;
}

export type ExportsOutcome =
  | {
      readonly kind: 'found';
      readonly counts: Readonly<Record<ExportState['kind'], number>>;
      /** At most `exportLinesMax`, those first with which something is to be done. */
      readonly lines: readonly ExportLine[];
      readonly exports: readonly {
        readonly exportId: string;
        readonly on: CivilDate;
        readonly counts: Readonly<Record<ExportedAs, number>>;
      }[];
    }
  | Refusal;

export const exportLinesMax = 500;

/** Reporting an agency's decisions to the national platforms, and what came back. */
export interface ExportCasework {
  exportRecords(order: ExportOrder): Promise<ExportOutcome>;
  recordExportAnswer(order: ExportAnswerOrder): Promise<ExportAnswerOutcome>;
  listExportChoices(order: {
    readonly principal: Principal;
    readonly source: string;
  }): Promise<readonly ExportChoice[]>;
  viewExports(order: Omit<ExportOrder, 'dryRun'>): Promise<ExportsOutcome>;
}
