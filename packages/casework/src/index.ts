export * from './access/access.ts';
export { createAccess, type PolicyText } from './access/create-access.ts';
export { operations, type Operation } from './access/operation.ts';
export {
  mandateScopes,
  personIssuer,
  roles,
  type KnownPrincipal,
  type Mandate,
  type MandateScope,
  type Principal,
  type Role,
} from './access/principal.ts';
export { fieldsWithoutRecords } from './access/fields-without-records.ts';
export { dayBegins } from './access/day-begins.ts';
export { actorOf, readerOf } from './access/actor-of.ts';
export type * from './access/access-casework.ts';
export type { BudgetAlarm, DailyReads } from './access/daily-reads.ts';
export type * from './casework-parts.ts';
export type * from './casework.ts';
export type * from './intake/import-outcome.ts';
export type * from './promulgate/promulgation.ts';
export type * from './view/answer.ts';
export { CaseworkError, type CaseworkErrorCode } from './casework-error.ts';
export { createCasework } from './create-casework.ts';
export { createRulebookLoader } from './promulgate/load-rulebook.ts';
export type { ColumnDescription, ColumnLook } from './describe/column-survey.ts';
export {
  describeFile,
  type FileDescription,
  type TableDescription,
} from './describe/describe-file.ts';
export { maxListedProblems } from './intake/import-report.ts';
export type * from './intake/import-report.ts';
export type { Preparation, PreparationMeans } from './intake/prepare-row.ts';
export type { RowTally } from './intake/row-tally.ts';
export type { TableOrder } from './intake/table-order.ts';
export type * from './port/index.ts';
export { isSignedReceipt } from './entry/supply-payload.ts';
export { receiptBytes, verifyReceipt } from './supply/receipt.ts';
export { batchesPerPage } from './supply/supply.ts';
export type * from './supply/supply.ts';
export { readerPurposes, type ReaderPurpose } from './entry/reader-payload.ts';
export { bulkSettings } from './bulk/settings.ts';
export type * from './bulk/bulk.ts';
export { projectHome } from './project/project-home.ts';
export {
  byRank,
  countedMatches,
  findBestMatch,
  matchKeys,
  type NameMatch,
} from './view/match-name.ts';
export {
  latePaymentFingerprint,
  listingFingerprint,
  recordFingerprint,
  subjectFingerprint,
} from './reading/fingerprint.ts';
export { smallestCell } from './reading/reading.ts';
export type { PastAnswer, ReplayTimes } from './reading/read-past.ts';
export type * from './reading/reading.ts';
export type * from './rule-reading/rule-reading.ts';
export type * from './rule-draft/rule-draft.ts';
export { commentShown, type CommentShown } from './entry/rule-comment-payload.ts';
export { stepsInOrder, type StepDue } from './promulgate/steps-due.ts';
export type * from './impact/explain.ts';
export type {
  OwnPledgesView,
  PledgeCasework,
  PledgeLine,
  PledgePart,
  PledgesView,
} from './pledge/pledge.ts';
export { biddersAtMost } from './consult/consult.ts';
export type * from './consult/consult.ts';
export { consultKinds, consultRoutes } from './entry/consult-payload.ts';
export type * from './life/life.ts';
export type * from './contract/contract.ts';
export type * from './duty/duty.ts';
export type { FiledValue } from './entry/duty-payload.ts';
export type { PromiseState } from './contract/fold-promises.ts';
export type { ReleasePackage } from './contract/ocds/ocds.ts';
export type { ImportedContracts } from './contract/ocds/import-contracts.ts';
export type { ContractActKind } from './entry/contract-payload.ts';
export { noticeChoices } from './notice/notice.ts';
export type * from './notice/notice.ts';
export { noticeSeats, type NoticeSeat } from './entry/case-notice-payload.ts';
export { codeInGroups } from './report/report-letter.ts';
export type * from './report/report.ts';
export type * from './incentive/incentive.ts';
export {
  countFigures,
  dayFigures,
  figuresOfToday,
  shareFigures,
  type CountFigure,
  type DayFigure,
  type FigureId,
  type ShareFigure,
} from './report-card/figures.ts';
export type * from './report-card/report-card.ts';
export type * from './inspection/class/class-receipt.ts';
export {
  recomputeReceipt,
  type Recomputation,
  type ReceiptFault,
} from './inspection/class/recompute-receipt.ts';
export type {
  ClassCasework,
  EvaluationView,
  ReceiptView,
  ReceiptsView,
} from './inspection/class/view-receipts.ts';
export { evaluationCauses, type EvaluationPayload } from './entry/evaluation-payload.ts';
export type {
  ClassTable,
  ClassTablesCasework,
  ClassTablesView,
} from './inspection/class/class-tables.ts';
export type { EvaluateCasework } from './inspection/evaluation/evaluate.ts';
export type * from './impact/impact.ts';
export * from './impact/impact-figures.ts';
export {
  impactTables,
  impactTitles,
  writeImpactSentences,
  type ImpactTableName,
} from './impact/impact-words.ts';
export { sendMail, type MailParts, type MailReport } from './work/send-mail.ts';
export { rulesOf, runDay, type DayOrder, type DayReport } from './work/run-day.ts';
export { allCardKinds as cardKinds } from '@credence/rulebook';
export type * from './view/index.ts';
export { exportLinesMax } from './export/export.ts';
export type * from './export/export.ts';
export type { MatterChoice, MatterResult } from './entry/matter-payload.ts';
export { errorReportResults, type ErrorReportResult } from './entry/error-report-payload.ts';
export type * from './matter/matter.ts';
export type * from './own/person-file.ts';
export { doorChoices } from './own/own.ts';
export type * from './own/own.ts';
export type { CounterLook } from './own/counter-look.ts';
export { identityPapers, type IdentityPaper } from './entry/case-payload.ts';
export type * from './case/case.ts';
export type * from './case/desk/case-casework.ts';
export { papersIn } from './case/paper/attach-papers.ts';
export { paperBytesMax, papersPerAct } from './case/paper/paper-casework.ts';
export type * from './case/paper/paper-casework.ts';
export { paperTypes, type AttachedPaper, type PaperType } from './entry/attached-paper.ts';
export { caseDocuments } from './case/letter/letter.ts';
export type * from './case/letter/letter.ts';
export { lettersOf } from './case/letter/letters-of.ts';
export type * from './case/service/service-desk.ts';
export type * from './case/desk/dossier.ts';
export type * from './case/desk/openings.ts';
export type * from './case/desk/oversight.ts';
export type * from './case/task/list-tasks.ts';
export type * from './case/task/measure-task.ts';
export type * from './case/form/act-fields.ts';
export type * from './case/form/act-form.ts';
export type { CaseAction, CaseActionKind, CaseKind } from './entry/case-payload.ts';
export type { PrepareOutcome } from './promulgate/prepare-edition.ts';
export type { LabLimit, LabReportManifest } from './entry/lab-report-payload.ts';
export type * from './inspection/plan/draw.ts';
export type * from './inspection/visit/visit.ts';
