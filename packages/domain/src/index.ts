export * from './contract/due-date.ts';
export * from './contract/judge-clauses.ts';
export * from './contract/overdue-interest.ts';
export * from './contract/payment-rule.ts';
export * from './contract/tranches.ts';
export * from './duty/duty.ts';
export * from './duty/find-dues.ts';
export * from './duty/next-duty-day.ts';
export { backtest, type Backtest, type BacktestRefusal } from './inspection/backtest/backtest.ts';
export type { ModelKind } from './inspection/backtest/choose.ts';
export {
  orderingNames,
  type Evaluation,
  type OrderingName,
} from './inspection/backtest/evaluate.ts';
export {
  describePower,
  judgePower,
  type ClassedVisit,
  type PowerVerdict,
} from './inspection/backtest/judge-power.ts';
export type { FigureInterval, Figures } from './inspection/backtest/measure.ts';
export type { Visit } from './inspection/backtest/visit.ts';
export { jsonOf } from './json/json-of.ts';
export * from './json/json-value.ts';
export * from './language/language.ts';
export * from './life/changes-stated.ts';
export * from './life/dormant-days.ts';
export * from './life/judge-life-event.ts';
export * from './life/life-event.ts';
export * from './life/life-of.ts';
export * from './money/money.ts';
export * from './money/parse-amount.ts';
export * from './money/round-amount.ts';
export * from './problem/problem-card.ts';
export * from './problem/problem-of-fault.ts';
export * from './problem/problem.ts';
export * from './problem/refusal.ts';
export * from './publicity/assess-publicity.ts';
export * from './publicity/assess-validity.ts';
export * from './publicity/publicity.ts';
export * from './publicity/retention.ts';
export * from './random/cell-random.ts';
export * from './random/random.ts';
export * from './record/document-number.ts';
export * from './record/record.ts';
export * from './report-card/find-outliers.ts';
export * from './report-card/rank-service.ts';
export * from './report-card/share.ts';
export {
  plainIdentifier,
  type Identifier,
  type IdentifierCheck,
  type IdentifierFault,
  type IdentifierScheme,
  type SubjectKind,
} from './subject/identifier.ts';
export * from './statistics/find-determined.ts';
export * from './statistics/publish-tables.ts';
export * from './statistics/suppress-small-cells.ts';
export * from './subject/lei.ts';
export * from './subject/local-number.ts';
export * from './subject/make-uscc.ts';
export * from './subject/organisation-code.ts';
export * from './subject/resident-number.ts';
export * from './subject/schemes.ts';
export * from './subject/uscc-category.ts';
export * from './subject/uscc.ts';
export * from './time/add-months.ts';
export * from './time/civil-date.ts';
export * from './time/instant.ts';
export * from './time/interval.ts';
export * from './time/parse-written-date.ts';
export * from './time/period.ts';
export * from './time/working-days.ts';
export * from './inspection/plan/count-plans.ts';
export * from './inspection/plan/plan-draw.ts';
export * from './inspection/plan/visit-outcome.ts';
