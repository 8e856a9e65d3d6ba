export { allCardKinds, cardFolders, type CardKind, type CardOf } from './card/card-kinds.ts';
export { cardsOf } from './edition/edition-of.ts';
export type { AgencyCard } from './card/agency-card.ts';
export type { CalendarCard } from './card/calendar-card.ts';
export type { ClockCard } from './card/clock-card.ts';
export type { EditionCard, Severity } from './card/edition-card.ts';
export { fileSchemas, type FileSchema, type FileSchemas } from './card/file-schemas.ts';
export type { ItemCard } from './card/item-card.ts';
export type { ListCard } from './card/list-card.ts';
export type { MappingCard } from './card/mapping-card.ts';
export type { MeasureCard } from './card/measure-card.ts';
export type { ReportTarget, SchemaCard, SchemaColumn } from './card/schema-card.ts';
export type { SchemeCard } from './card/scheme-card.ts';
export type { SourceCard, SourceRank } from './card/source-card.ts';
export type { ValueCard, ValueRow } from './card/value-card.ts';
export type { Citation, Confidence } from './card/vocabulary.ts';
export { essentials } from './card/guard-words.ts';
export type { CompetenceCard } from './card/competence-card.ts';
export type { LimitName, Limits, LimitsCard } from './card/limits-card.ts';
export type { EvaluationCard } from './card/evaluation-card.ts';
export { documentKinds, type DocumentCard, type DocumentPart } from './card/document-card.ts';
export type { IncentiveCard } from './card/incentive-card.ts';
export type { DutyCard } from './card/duty-card.ts';
export type { PaymentRuleCard } from './card/payment-rule-card.ts';
export type { InspectionPlanCard } from './card/inspection-plan-card.ts';
export type { OperationCard } from './card/operation-card.ts';
export type { PledgeCard } from './card/pledge-card.ts';
export type { ChecklistCard } from './card/checklist-card.ts';
export type { SectorCard } from './card/sector-card.ts';
export type { Approval as PledgedApproval } from './card/approval-parts.ts';
export type { PointsCard } from './card/points-card.ts';
export type { QueryCard } from './card/query-card.ts';
export type { RepairCard } from './card/repair-card.ts';
export type { RiskClassCard } from './card/risk-class-card.ts';
export type { ScaleCard } from './card/scale-card.ts';
export type { SharingCard } from './card/sharing-card.ts';
export type { StatisticCard } from './card/statistic-card.ts';
export type { TargetCard } from './card/target-card.ts';

export { checkEdition, type CheckOptions, type EditionCheck } from './load/check-edition.ts';
export { findingIn, sourceIn, type FindingWords } from './finding-words/finding-in.ts';
export {
  formatFinding,
  formatFindingIn,
  ruleOf,
  type Finding,
  type FindingCode,
  type GuardId,
  type LintId,
} from './load/finding.ts';

export type { CardDocument, Edition, EditionDocument } from './edition/edition.ts';
export { editionToJson, openEdition, sealDocument } from './edition/open-edition.ts';
export {
  asPromulgated,
  createRulebook,
  RulebookError,
  takesPlaceOf,
  type Rulebook,
  type RulebookErrorCode,
} from './edition/rulebook.ts';
export { schemesOf } from './edition/schemes-of.ts';

export { assessRecord, retentionEndOf } from './assess/assess-record.ts';
export type { RecordAssessment, RecordBasis, WayOut } from './assess/assessment.ts';
export { findStretches, type Stretches } from './assess/find-stretches.ts';
export { clockDays, countFrom, type ClockStarts } from './assess/clock-days.ts';
export { pledgeDays, type PledgeStarts } from './assess/pledge-days.ts';
export { checklistDays } from './assess/checklist-days.ts';
export { checklistsFor, fullyCovered, profilesOf, type SectorFacts } from './assess/profiles-of.ts';
export { entryDates, type EntryDates, type ListEntry } from './assess/entry-dates.ts';
export { endsOfBasis, hasLapsed } from './assess/running-term.ts';
export { findTrigger, type TriggerFinding, type TriggerTest } from './assess/find-trigger.ts';
export {
  runClockCases,
  runItemCases,
  runListCases,
  runValueCases,
  type CaseFault,
} from './examine/card-cases.ts';
export { runEditionCases, type CardCases, type CaseFailureAt } from './examine/edition-cases.ts';
export { repairDay, type RepairDates } from './assess/repair-day.ts';
export { supplyRuleOf, type SupplyRule } from './assess/supply-rule.ts';

export {
  compareEditions,
  type CardName,
  type EditionChanges,
  type FieldChange,
} from './compare/compare-editions.ts';

export type {
  AnswerCode,
  QuestionCode,
  TraceAnswer,
  TraceBasis,
  TraceNode,
} from './trace/trace.ts';
export { explainTrace } from './words/explain-trace.ts';

export {
  compareAnswers,
  comparedQuestions,
  type AnsweringArticle,
  type AppliedRule,
  type ComparedAnswer,
  type ComparedQuestion,
} from './compare/compare-answers.ts';
export {
  articleHash,
  changedArticles,
  rulesOf,
  type ChangedArticle,
  type RestingPlace,
} from './compare/rules-of.ts';
export {
  diffEditions,
  type EditionDiff,
  type FieldDifference,
  type Meaning,
} from './compare/diff-editions.ts';
export {
  createComparison,
  type ComparedSubjects,
  type Comparison,
  type ImpactSide,
  type Outcome,
} from './compare/impact.ts';
export { applyPatch, patchBetween, type Edit, type Patched } from './compare/patch.ts';
export { writeDiff } from './compare/write-diff.ts';
export { findNearest } from './load/nearest.ts';
export { openLabEdition, type LabEdition } from './load/open-lab-edition.ts';
export { reformDocument, type Reform, type Reformed } from './load/read-reform.ts';
export { readStrict, type StrictReading } from './load/read-strict.ts';

export { codeOf } from './draft/code-of.ts';
export { draftEdition } from './draft/draft-edition.ts';
export type { DraftColumn, DraftOrder } from './draft/draft-order.ts';

export { toPopulation } from './compile/build-population.ts';
export type { BoundProgram, ResultColumn } from './compile/columns/bound-program.ts';
export {
  compileColumns,
  type ColumnOptions,
  type ColumnProgram,
} from './compile/columns/compile-columns.ts';
export {
  createColumnForecast,
  noChange,
  type ColumnForecast,
} from './compile/forecast/column-forecast.ts';
export { createDueIndex, type DueIndex } from './compile/forecast/due-index.ts';
export type { Column, Population, RecordTable, Table } from './compile/population.ts';
export { subjectFactsAt } from './compile/read-population.ts';
export { compileSql, type SqlProgram } from './compile/sql/compile-sql.ts';
export type { SqlLayout } from './compile/sql/layout.ts';
export type { NumberArray } from './compile/storage.ts';

export { checkExpression, type ExpressionCheck } from './language/check-expression.ts';
export type { Fact, RecordFacts, SubjectFacts } from './language/facts.ts';
export type { Program, Rule } from './language/program.ts';
export type { Type } from './language/type.ts';
export type { World } from './language/world.ts';
export type { Action, Better, ExitSearch } from './evaluate/exits.ts';
export { compileClosures } from './evaluate/compile-closures.ts';
export { createForecast, type Forecast } from './evaluate/next-change.ts';
export { createEvaluator, type Evaluator, type ExplainOptions } from './evaluate/explain-fully.ts';
export type { ProgramTrace, RuleStep, TraceValue } from './evaluate/program-trace.ts';
export { readFacts, type FactFault, type FactsReading } from './evaluate/read-facts.ts';
export { hashTrace, writeTraceJson } from './evaluate/trace-json.ts';
export { boundaryCases, type BoundaryCase } from './examine/boundary-cases.ts';
export { runCases, writeFailure, type CaseFailure, type RuleCase } from './examine/run-cases.ts';
export { runMutants, type MutationReport } from './examine/run-mutants.ts';
export { labelsOfEdition } from './program-of/labels-of-edition.ts';
export { programOf, type ProgramMaking } from './program-of/program-of.ts';
export { incentivesOfEdition, type EditionIncentive } from './program-of/incentives-of-edition.ts';
export { programsOfEdition, type EditionProgram } from './program-of/programs-of-edition.ts';
export { noLabels, type Labels } from './words/labels.ts';
export { writeCondition, type Wording } from './words/write-condition.ts';
export { writeDate, writePeriod } from './words/write-value.ts';
export { writeTrace, writeTraceText, type WrittenTrace } from './words/write-trace.ts';
export { codeOfId, worldOf } from './world/world-of.ts';

export { allGuards } from './guard/all-guards.ts';
export type { Guard } from './guard/guard.ts';
export { askedFields } from './evaluate/asked-fields.ts';
export { readWritten, type WrittenFact, type WrittenSubject } from './examine/read-written.ts';
export { readItemConditions, type ItemConditions } from './world/item-conditions.ts';
export type { AnyProgramCard } from './world/read-program.ts';
export { paymentLawOf, type PaymentLaw } from './edition/payment-rule-of.ts';
export { lineTitle, sectorInWords, severityTitle } from './words/sector-words.ts';
export { goesOf, successionOf, type SuccessionLaw } from './edition/succession-of.ts';
