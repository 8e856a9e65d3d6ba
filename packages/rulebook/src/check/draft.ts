import type { CivilDate, Localised } from '@credence/domain';

import type { CardKind } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { Cards } from '../edition/cards.ts';
import type { Edition, EditionDocument } from '../edition/edition.ts';
import type { FindingCode, GuardId, LintId } from '../load/finding.ts';
import type { Path } from '../load/place.ts';

/** What a local edition is laid over, and what it says itself. */
export interface Layer {
  /** The whole edition above: nothing of it may be made longer, wider or combined (guard N3). */
  readonly parent: Edition;
  /** Cards that differ from the parent's or that the parent lacks, as `kind:id`. */
  readonly own: ReadonlySet<string>;
}

/** An edition whose cards fit their schemas, before anybody has asked whether they fit together. */
export interface Draft {
  readonly edition: EditionCard;
  readonly cards: Cards;
  readonly document: EditionDocument;
  /** Whether a card is declared, even when its own file is broken and reported elsewhere. */
  has(kind: CardKind, id: string): boolean;
  /** Undefined for an edition that names no parent. */
  readonly layer: Layer | undefined;
  /** The day of the check; review dates are judged only where it is given. */
  readonly today: CivilDate | undefined;
}

/** A place inside a card, in the words of its file. */
export interface CardPlace {
  readonly kind: CardKind | 'edition';
  readonly id: string;
  readonly path: Path;
  /** Point at the key instead of its value. */
  readonly at?: 'key';
  /** Point at this character of the text that stands there. */
  readonly offset?: number;
}

/** What is wrong at a place, what would be right, and what to do. */
export interface Complaint {
  readonly code: FindingCode;
  readonly message: string;
  readonly found?: string;
  readonly accepted?: string;
  readonly repair?: string;
  /** Absent: an error. */
  readonly severity?: 'warning';
  /** What a guard adds to what it finds. */
  readonly guard?: GuardId;
  readonly alias?: LintId;
  readonly title?: Localised;
  readonly why?: Localised;
  readonly source?: string;
  readonly card?: string;
  readonly field?: string;
}

/** Takes a complaint; the loader turns it into a finding with file, line and column. */
export type Report = (place: CardPlace, complaint: Complaint) => void;

/** One question asked of the whole edition. */
export type Check = (draft: Draft, report: Report) => void;
