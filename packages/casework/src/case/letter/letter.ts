import type { Language, Localised, Problem } from '@credence/domain';
import { documentKinds } from '@credence/rulebook';

import type { Principal } from '../../access/principal.ts';

/** Papers of a case that can be written: those an edition can word, and no other. */
export const caseDocuments: typeof documentKinds = documentKinds;
export type CaseDocument = (typeof caseDocuments)[number];

/** One language, or the one after the other. */
export type LetterLanguage = Language | 'both';

/** A paragraph under its heading, or a table of labels and values. */
export type LetterBlock =
  | { readonly kind: 'part'; readonly heading: Localised; readonly lines: readonly Localised[] }
  | {
      readonly kind: 'table';
      readonly rows: readonly { readonly label: Localised; readonly value: Localised }[];
    };

/** A letter as it is to be printed: words alone, nothing of paper or type. */
export interface Letter {
  readonly document: CaseDocument;
  readonly languages: readonly Language[];
  readonly authority: Localised;
  readonly title: Localised;
  readonly number: string;
  readonly addressee: Localised;
  readonly opening: Localised;
  readonly blocks: readonly LetterBlock[];
  readonly closing?: Localised;
  /** Who signs, on which day, and what is stamped. */
  readonly signature: {
    readonly authority: Localised;
    readonly on: Localised;
    readonly seal?: Localised;
  };
  /** Lines that are filled in by hand. */
  readonly toSign: readonly Localised[];
  /** The case and the rule by which the paper is worded, at the foot of each page. */
  readonly foot: Localised;
}

/** A letter as a press needs it: whatever paper it is of. */
export type PrintedLetter = Omit<Letter, 'document'>;

/** Turns a letter into the bytes of a PDF. */
export interface LetterPress {
  print(letter: PrintedLetter): Promise<Uint8Array>;
}

export interface LetterOrder {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly language: LetterLanguage;
  /** Of a decision about two organisations: the copy of the other one; absent: the subject's. */
  readonly to?: 'other-subject';
}

export type LetterOutcome =
  | {
      readonly kind: 'written';
      /** ASCII, without names. */
      readonly fileName: string;
      readonly mediaType: 'application/pdf';
      readonly bytes: Uint8Array;
      readonly letter: Letter;
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Papers of cases, written from their acts and the law. */
export interface LetterCasework {
  /** Writes down the read, as every look at a case. */
  writeLetter(principal: Principal, order: LetterOrder): Promise<LetterOutcome>;
}
