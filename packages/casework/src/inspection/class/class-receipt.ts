import type { CivilDate, Localised } from '@credence/domain';
import type { Action, ProgramTrace, SubjectFacts, TraceValue } from '@credence/rulebook';

import type { SubjectHead } from '../../access/access-casework.ts';
import type { Signature } from '../../port/signer.ts';

/** The form of a receipt; a change of form gets another name. */
export const receiptForm = 'credence-class-receipt/1';

/** Kinds of programs that a receipt is given of; neither reads the other (guard N13). */
export type ReceiptKind = 'risk-class' | 'evaluation';

/** Where an input comes from: the record with its document and the office that supplied it. */
export interface ReceiptSource {
  readonly record: string;
  readonly item: string;
  readonly title: Localised;
  readonly from: string;
  readonly decidedOn: CivilDate;
  readonly number?: string;
}

/** What the result would be, were one record not there; `until`: the day it ceases by itself. */
export interface WithoutRecord {
  readonly record: string;
  readonly result: TraceValue;
  readonly until?: CivilDate;
}

/**
 * All that a result about a subject was computed from, and how: whoever has the receipt and the files
 * of the edition computes it again without the register. Days among the inputs are counted from
 * 1970-01-01, money is in minor units.
 */
export interface ClassReceipt {
  readonly form: typeof receiptForm;
  readonly subject: SubjectHead & {
    /** Of an individual business: the licence whose premises have the class, and ends with it. */
    readonly premises?: { readonly record: string; readonly number?: string };
  };
  readonly program: {
    readonly kind: ReceiptKind;
    readonly id: string;
    readonly title: Localised;
  };
  readonly edition: { readonly code: string; readonly hash: string };
  readonly asOf: CivilDate;
  readonly knownAt: string;
  /** The last day that was looked at for changes and ways out. */
  readonly horizon: CivilDate;
  readonly inputs: SubjectFacts;
  readonly sources: readonly ReceiptSource[];
  /** What the subject can do about its records. */
  readonly actions: readonly Action[];
  readonly trace: ProgramTrace;
  readonly without: readonly WithoutRecord[];
}

/** The parts of a receipt that have a fingerprint each, so that a change is found where it was made. */
export const receiptParts = [
  'subject',
  'program',
  'edition',
  'inputs',
  'sources',
  'actions',
  'trace',
  'without',
] as const;
export type ReceiptPart = (typeof receiptParts)[number];

/** A receipt as it is handed out. */
export interface SignedClassReceipt {
  readonly receipt: ClassReceipt;
  /** Hex SHA-256 of the canonical JSON of each part, and of the whole receipt. */
  readonly parts: Readonly<Record<ReceiptPart, string>>;
  readonly hash: string;
  /** Over the canonical JSON of `hash` and `parts`. */
  readonly signature: Signature;
}
