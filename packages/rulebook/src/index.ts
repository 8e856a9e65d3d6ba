export { allCardKinds, cardFolders, type CardKind, type CardOf } from './card/card-kinds.ts';
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

export type { FieldCondition, When } from './condition/condition.ts';

export { checkEdition, type CheckOptions, type EditionCheck } from './load/check-edition.ts';
export { formatFinding, type Finding, type FindingCode } from './load/finding.ts';

export type { CardDocument, Edition, EditionDocument } from './edition/edition.ts';
export { editionToJson, openEdition } from './edition/open-edition.ts';
export {
  createRulebook,
  RulebookError,
  type Rulebook,
  type RulebookErrorCode,
} from './edition/rulebook.ts';
export { schemesOf } from './edition/schemes-of.ts';

export { assessRecord, retentionEndOf } from './assess/assess-record.ts';
export type { RecordAssessment, RecordBasis, WayOut } from './assess/assessment.ts';
export { findStretches, type Stretches } from './assess/find-stretches.ts';

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

export { codeOf } from './draft/code-of.ts';
export { draftEdition } from './draft/draft-edition.ts';
export type { DraftColumn, DraftOrder } from './draft/draft-order.ts';
