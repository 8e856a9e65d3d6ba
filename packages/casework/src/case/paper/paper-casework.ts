import type { Problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { AttachedPaper } from '../../entry/attached-paper.ts';
import type { WaitingPaper } from '../../port/papers.ts';

/** Bytes of one file. An operator setting: 10 MiB are a hundred pages scanned in grey. */
export const paperBytesMax = 10 * 1_048_576;
/** Files that go with one step. An operator setting: more belongs into one file. */
export const papersPerAct = 10;
/** Bytes of all files of one case together. An operator setting: 50 MiB are 500 scanned pages. */
export const caseBytesMax = 50 * 1_048_576;

/** A file that was handed over before, as a step names it. */
export interface PaperGiven {
  /** Under which it waits. */
  readonly id: string;
  /** The point of the step that it shows, from 1. */
  readonly point?: number;
}

export interface ReceivePaperCommand {
  readonly principal: Principal;
  /** What the step will be about: a case that runs, or an organisation. */
  readonly about:
    | { readonly kind: 'case'; readonly caseId: string }
    | { readonly kind: 'subject'; readonly home: string };
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Taken down at a counter, where anybody is served. */
  readonly counter?: true;
}

export interface PaperRefused {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
}

/** Files of cases: handed over first, named by a step, had again by whoever may read the case. */
export interface PaperCasework {
  receivePaper(
    command: ReceivePaperCommand,
  ): Promise<{ readonly kind: 'received'; readonly paper: WaitingPaper } | PaperRefused>;
  /** Who looked is written down first. */
  openPaper(
    principal: Principal,
    asked: { readonly caseId: string; readonly sha256: string },
  ): Promise<
    | {
        readonly kind: 'opened';
        readonly paper: AttachedPaper;
        readonly bytes: AsyncIterable<Uint8Array>;
      }
    | { readonly kind: 'not-found' }
    | PaperRefused
  >;
}
