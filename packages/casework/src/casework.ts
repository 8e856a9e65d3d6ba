import type { JsonValue, Language } from '@credence/domain';
import type { Rulebook, TraceNode } from '@credence/rulebook';

import type { AccessCasework } from './access/access-casework.ts';
import type { BulkCasework } from './bulk/bulk.ts';
import type { CaseCasework } from './case/desk/case-casework.ts';
import type { LetterCasework } from './case/letter/letter.ts';
import type { PaperCasework } from './case/paper/paper-casework.ts';
import type { ServiceCasework } from './case/service/service-desk.ts';
import type { ConsultCasework } from './consult/consult.ts';
import type { ContractCasework } from './contract/contract.ts';
import type { DutyCasework } from './duty/duty.ts';
import type { ExportCasework } from './export/export.ts';
import type { ExplainCasework } from './impact/explain.ts';
import type { ImpactCasework } from './impact/impact.ts';
import type { IncentiveCasework } from './incentive/incentive.ts';
import type { ClassCasework } from './inspection/class/view-receipts.ts';
import type { ClassTablesCasework } from './inspection/class/class-tables.ts';
import type { EvaluateCasework } from './inspection/evaluation/evaluate.ts';
import type { DrawCasework } from './inspection/plan/draw.ts';
import type { ImportCommand, ImportOutcome } from './intake/import-outcome.ts';
import type { LifeCasework } from './life/life.ts';
import type { MatterCasework } from './matter/matter.ts';
import type { NoticeCasework } from './notice/notice.ts';
import type { OwnCasework } from './own/own.ts';
import type { PersonFileCasework } from './own/person-file.ts';
import type { ReportCardCasework } from './report-card/report-card.ts';
import type { ReportCasework } from './report/report.ts';
import type { VisitCasework } from './inspection/visit/visit.ts';
import type { PledgeCasework } from './pledge/pledge.ts';
import type { Actor, Entry } from './port/journal.ts';
import type { HomeRows } from './port/register.ts';
import type { PrepareOutcome } from './promulgate/prepare-edition.ts';
import type {
  AddAgencyOutcome,
  AgencyCommand,
  Approval,
  PromulgateOutcome,
} from './promulgate/promulgation.ts';
import type { ReadingCasework } from './reading/reading.ts';
import type { RuleDraftCasework } from './rule-draft/rule-draft.ts';
import type { RuleReadingCasework } from './rule-reading/rule-reading.ts';
import type { SupplyCasework } from './supply/supply.ts';
import type { AsOf, Found, NotFound, SearchOutcome, SubjectReference } from './view/answer.ts';
import type {
  AnswerClock,
  CardKind,
  CardView,
  EditionView,
  EditionsView,
  RecordPageView,
  SubjectView,
} from './view/view.ts';

/** The use cases over the journal. */
export interface Casework
  extends
    ExportCasework,
    SupplyCasework,
    AccessCasework,
    BulkCasework,
    MatterCasework,
    CaseCasework,
    PaperCasework,
    OwnCasework,
    NoticeCasework,
    ConsultCasework,
    ContractCasework,
    DutyCasework,
    LifeCasework,
    PersonFileCasework,
    LetterCasework,
    ServiceCasework,
    ReadingCasework,
    RuleReadingCasework,
    RuleDraftCasework,
    ExplainCasework,
    ImpactCasework,
    PledgeCasework,
    VisitCasework,
    ReportCasework,
    ReportCardCasework,
    IncentiveCasework,
    DrawCasework,
    EvaluateCasework,
    ClassTablesCasework,
    ClassCasework {
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
