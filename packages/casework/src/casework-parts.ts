import type { CivilDate, Instant } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { AccessControl, Denial } from './access/access.ts';
import type { BudgetAlarm, DailyReads } from './access/daily-reads.ts';
import type { LetterPress } from './case/letter/letter.ts';
import type { BulkReader, DownloadShelf } from './port/bulk.ts';
import type { ClassLines } from './port/class-lines.ts';
import type { DrawMeans } from './port/draw-means.ts';
import type { Inbox } from './port/inbox.ts';
import type { Staging } from './port/intake.ts';
import type { Journal } from './port/journal.ts';
import type { PaperShelf, PaperTray } from './port/papers.ts';
import type { PersonKeys } from './port/person-keys.ts';
import type { NameKeys, Register } from './port/register.ts';
import type { RowWorkshop } from './port/row-workshop.ts';
import type { PublicKey, Signer } from './port/signer.ts';

/** What casework is made of; the composition root hands it in. */
export interface CaseworkParts {
  readonly journal: Journal;
  readonly register: Register;
  readonly staging: Staging;
  /** Where the rows of long files are prepared; absent: on the thread that asks. */
  readonly workshop?: RowWorkshop;
  readonly nameKeys: NameKeys;
  /** Who may do what: asked at the start of every use case that is not public. */
  readonly access: AccessControl;
  /** Code of the agency that keeps the register: its registrar lets people act for organisations. */
  readonly registerAgency?: string;
  /** How much may be read beyond what is public; absent: 200 a day and account. */
  readonly readBudget?: DailyReads;
  /** Someone wanted to read more than that. */
  readonly onAlarm?: (alarm: BudgetAlarm) => void;
  /** Someone who may take part in a case wanted a step that its conditions refuse. */
  readonly onDenied?: (denial: Denial) => void;
  /** Keeps the blind keys of people; absent: nobody is known by one, and none can be made. */
  readonly personKeys?: PersonKeys;
  /** Where uploads wait for their second step. */
  readonly inbox: Inbox;
  /** Signs receipts in the name of the register. */
  readonly signer: Signer;
  /** Files that go with acts: where they wait, and where they are kept; absent: none are taken. */
  readonly papers?: { readonly tray: PaperTray; readonly shelf: PaperShelf };
  /** Prints papers of cases; absent: none can be had. */
  readonly press?: LetterPress;
  /** Large reads, and where files for download lie. */
  readonly bulk: BulkReader;
  readonly shelf: DownloadShelf;
  /** Planning classes as the work of a day left them; absent: none are known. */
  readonly classLines?: ClassLines;
  /** After an edition was approved at a desk: what rests on the law of days to come is made anew. */
  readonly onPromulgated?: () => Promise<void>;
  /** After a consent to electronic service was taken back: it is erased with its address. */
  readonly onConsentTakenBack?: (today: CivilDate) => Promise<void>;
  /** Keys whose Lab reports the operator accepts; absent: none. */
  readonly labKeys?: readonly PublicKey[];
  /** Comments taken on one draft; absent: as many as officials can be expected to answer. */
  readonly commentsPerDraft?: number;
  /**
   * Live editions of other territories, for readers to compare. They are in force for nobody here;
   * absent: none.
   */
  readonly otherEditions?: () => Promise<readonly Edition[]>;
  /** Key and trial beacon of verifiable draws; absent: nothing can be drawn. */
  readonly draws?: DrawMeans;
  readonly clock: () => Instant;
  readonly uuid: () => string;
  /** Base64url of 16 fresh random bytes. */
  readonly salt: () => string;
  /** Region codes that unified codes are compared with; a strange one is a warning only. */
  readonly regions?: ReadonlySet<string>;
  /** Moves the civil day for demonstrations and tests; the clock of the journal stays. */
  readonly today?: CivilDate;
}
