import type { CivilDate } from '@credence/domain';

import type { CardKind } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { Cards } from '../edition/cards.ts';
import type { EditionDocument } from '../edition/edition.ts';
import type { FindingCode } from '../load/finding.ts';
import type { Path } from '../load/place.ts';

/** An edition whose cards fit their schemas, before anybody has asked whether they fit together. */
export interface Draft {
  readonly edition: EditionCard;
  readonly cards: Cards;
  readonly document: EditionDocument;
  /** Whether a card is declared, even when its own file is broken and reported elsewhere. */
  has(kind: CardKind, id: string): boolean;
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
}

/** What is wrong at a place, what would be right, and what to do. */
export interface Complaint {
  readonly code: FindingCode;
  readonly message: string;
  readonly found?: string;
  readonly accepted?: string;
  readonly repair?: string;
}

/** Takes a complaint; the loader turns it into a finding with file, line and column. */
export type Report = (place: CardPlace, complaint: Complaint) => void;

/** One question asked of the whole edition. */
export type Check = (draft: Draft, report: Report) => void;
