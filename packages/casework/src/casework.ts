import type {
  CivilDate,
  Identifier,
  Instant,
  JsonValue,
  Language,
  Localised,
  Problem,
} from '@credence/domain';
import type { Edition, Finding, Rulebook, TraceNode } from '@credence/rulebook';

import type { Principal } from './access/principal.ts';
import type { BulkCasework } from './bulk/bulk.ts';
import type { CaseCasework } from './case/desk/case-casework.ts';
import type { LetterCasework, LetterPress } from './case/letter/letter.ts';
import type { ServiceCasework } from './case/service/service-desk.ts';
import type { ExportCasework } from './export/export.ts';
import type { AccessControl, Denial } from './access/access.ts';
import type { AccessCasework } from './access/access-casework.ts';
import type { BudgetAlarm, DailyReads } from './access/read-closed.ts';
import type { MatterCasework } from './matter/matter.ts';
import type { ExplainCasework } from './impact/explain.ts';
import type { ImpactCasework } from './impact/impact.ts';
import type { IncentiveCasework } from './incentive/incentive.ts';
import type { ImportReport } from './intake/import-report.ts';
import type { Actor, Entry, Journal, Receipt } from './port/journal.ts';
import type { OwnCasework } from './own/own.ts';
import type { Staging } from './port/intake.ts';
import type { BulkReader, DownloadShelf } from './port/bulk.ts';
import type { Inbox } from './port/inbox.ts';
import type { SourceFile } from './port/reader.ts';
import type { HomeRows, NameKeys, Register } from './port/register.ts';
import type { RowWorkshop } from './port/row-workshop.ts';
import type { PublicKey, Signer } from './port/signer.ts';
import type { PrepareOutcome } from './promulgate/prepare-edition.ts';
import type { SupplyCasework } from './supply/supply.ts';
import type { ReadingCasework } from './reading/reading.ts';
import type { RuleDraftCasework } from './rule-draft/rule-draft.ts';
import type { RuleReadingCasework } from './rule-reading/rule-reading.ts';
import type {
  AnswerClock,
  CardKind,
  CardView,
  EditionsView,
  EditionView,
  RecordPageView,
  SearchView,
  SubjectView,
} from './view/view.ts';

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
  /** Where uploads wait for their second step. */
  readonly inbox: Inbox;
  /** Signs receipts in the name of the register. */
  readonly signer: Signer;
  /** Prints papers of cases; absent: none can be had. */
  readonly press?: LetterPress;
  /** Large reads, and where files for download lie. */
  readonly bulk: BulkReader;
  readonly shelf: DownloadShelf;
  /** After an edition was approved at a desk: what rests on the law of days to come is made anew. */
  readonly onPromulgated?: () => Promise<void>;
  /** Keys whose Lab reports the operator accepts; absent: none. */
  readonly labKeys?: readonly PublicKey[];
  /**
   * Live editions of other territories, for readers to compare. They are in force for nobody here;
   * absent: none.
   */
  readonly otherEditions?: () => Promise<readonly Edition[]>;
  readonly clock: () => Instant;
  readonly uuid: () => string;
  /** Base64url of 16 fresh random bytes. */
  readonly salt: () => string;
  /** Region codes that unified codes are compared with; a strange one is a warning only. */
  readonly regions?: ReadonlySet<string>;
  /** Moves the civil day for demonstrations and tests; the clock of the journal stays. */
  readonly today?: CivilDate;
}

/** The day a reader asks about; absent: today. */
export interface AsOf {
  readonly day?: CivilDate;
}

/** By the register's own id, by a scheme and its code, or by a code whose scheme is to be found. */
export type SubjectReference =
  | { readonly by: 'id'; readonly id: string }
  | ({ readonly by: 'identifier' } & Identifier)
  | { readonly by: 'code'; readonly code: string };

export interface Found<View> {
  readonly kind: 'found';
  readonly view: View;
}
export interface NotFound {
  readonly kind: 'not-found';
}

export type SearchOutcome =
  | Found<SearchView>
  | { readonly kind: 'query-too-short' }
  | { readonly kind: 'query-too-long'; readonly limit: number };

/** An official's approval of an edition; two different officials are needed. */
export interface Approval {
  readonly official: string;
  readonly role: string;
  readonly on: CivilDate;
  /** Agency the official acts for; absent: the edition's territory. */
  readonly agency?: string;
}

export type PromulgateOutcome =
  /** The first of two approvals is entered; an edition comes into force with the second. */
  | { readonly kind: 'approved'; readonly code: string; readonly receipt: Receipt }
  | {
      readonly kind: 'promulgated';
      readonly code: string;
      readonly home: string;
      readonly receipt: Receipt;
    }
  /** The journal holds this very edition. */
  | { readonly kind: 'known'; readonly code: string; readonly home: string }
  | {
      readonly kind: 'refused';
      readonly problem: Problem;
      /** What the rulebook says about the text, where that is the reason. */
      readonly findings: readonly Finding[];
    };

export interface AgencyCommand {
  readonly code: string;
  readonly name: Localised;
  /** Ids of the catalogue items it may supply. */
  readonly supplies: readonly string[];
  readonly actor: Actor;
}

export type AddAgencyOutcome =
  | { readonly kind: 'added'; readonly home: string; readonly receipt: Receipt }
  | { readonly kind: 'known'; readonly home: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface ImportCommand {
  readonly file: SourceFile;
  /** The word of the item, e.g. `penalty`, or its id. */
  readonly item: string;
  /** Code of the supplying agency. */
  readonly source: string;
  /** Id of a mapping card of the edition, or the text of one. */
  readonly mapping?: string;
  /** Reads and reports everything, records nothing. */
  readonly dryRun?: boolean;
  /** The explicit second step: record the valid rows although others are refused. */
  readonly acceptValid?: boolean;
  /** Two officials who state that the decisions of this batch were served. */
  readonly serviceStatement?: readonly [string, string];
  /** Two officials who state that this is backlog: its lateness is not counted; nothing else changes. */
  readonly migration?: readonly [string, string];
  readonly actor: Actor;
  /** Who asks; absent: whoever runs the command on the machine itself, in the actor's office. */
  readonly principal?: Principal;
  readonly onProgress?: (rowsRead: number) => void;
}

export type ImportOutcome =
  | {
      readonly kind: 'accepted';
      readonly report: ImportReport;
      readonly receipt: Receipt;
      readonly batchId: string;
    }
  /** This very file was taken in before; the receipt is the first one. */
  | {
      readonly kind: 'known-file';
      readonly report: ImportReport;
      readonly receipt: Receipt;
      readonly batchId: string;
    }
  | { readonly kind: 'checked'; readonly report: ImportReport }
  | { readonly kind: 'refused'; readonly report: ImportReport }
  /** The command itself cannot be carried out; the file was not read. */
  | { readonly kind: 'command-refused'; readonly problem: Problem };

/** The use cases over the journal. */
export interface Casework
  extends
    ExportCasework,
    SupplyCasework,
    AccessCasework,
    BulkCasework,
    MatterCasework,
    CaseCasework,
    OwnCasework,
    LetterCasework,
    ServiceCasework,
    ReadingCasework,
    RuleReadingCasework,
    RuleDraftCasework,
    ExplainCasework,
    ImpactCasework,
    IncentiveCasework {
  /** The promulgated editions, from the journal only. */
  rulebook(): Promise<Rulebook>;
  /** Approved by two officials, at once or (the second of two) after the first. */
  promulgate(edition: JsonValue, approvals: readonly Approval[]): Promise<PromulgateOutcome>;
  /** What an edition adds goes this way first: draft, Lab report, publication and comment. */
  proposeEdition(edition: JsonValue, actor: Actor): Promise<PrepareOutcome>;
  attachLabReport(signed: JsonValue, actor: Actor): Promise<PrepareOutcome>;
  publishDraft(hash: string, actor: Actor): Promise<PrepareOutcome>;
  addAgency(command: AgencyCommand): Promise<AddAgencyOutcome>;
  importFile(command: ImportCommand): Promise<ImportOutcome>;
  /** The store's projector: `projectHome` under the rulebook that was loaded last. */
  project(entries: readonly Entry[]): HomeRows;

  /** The time and law under which an answer is given. */
  clock(asOf?: AsOf): Promise<AnswerClock>;
  searchSubjects(query: string, options: AsOf & { readonly page: number }): Promise<SearchOutcome>;
  viewSubject(subject: SubjectReference, asOf?: AsOf): Promise<Found<SubjectView> | NotFound>;
  viewRecord(
    subjectId: string,
    recordId: string,
    asOf?: AsOf,
  ): Promise<Found<RecordPageView> | NotFound>;
  listEditions(): Promise<EditionsView>;
  viewEdition(edition: string): Promise<Found<EditionView> | NotFound>;
  viewCard(edition: string, kind: CardKind, id: string): Promise<Found<CardView> | NotFound>;
  /** A step of a derivation in words. */
  explain(
    step: TraceNode,
    language: Language,
  ): { readonly question: string; readonly answer: string };
}
