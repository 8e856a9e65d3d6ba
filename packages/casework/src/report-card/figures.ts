/**
 * What a report card measures: how an office served, and how it kept its own duties. How many it
 * listed, fined or refused is no figure, and none is told of a person. The list is closed.
 *
 * Legal sources: guards G43, G44.
 */
export const shareFigures = [
  'supplied_in_time',
  'rows_refused',
  'errors_answered',
  'answers_in_time',
  'decisions_changed',
  'notices_reached',
  'by_public_notice',
  'tasks_answered',
  'promises_kept',
  'disclosures_in_time',
] as const;
export type ShareFigure = (typeof shareFigures)[number];

export const dayFigures = ['days_to_answer', 'days_to_repair', 'longest_late_payment'] as const;
export type DayFigure = (typeof dayFigures)[number];

export const countFigures = [
  'answers_overdue',
  'tasks_waiting',
  'promises_overdue',
  'compensation_open',
  'late_payments',
  'judgments_unpaid',
] as const;
export type CountFigure = (typeof countFigures)[number];

export type FigureId = ShareFigure | DayFigure | CountFigure;

/** Figures of today; a card of a year that is over has none of them. */
export const figuresOfToday: ReadonlySet<FigureId> = new Set<FigureId>([
  'answers_overdue',
  'tasks_waiting',
  'promises_overdue',
  'compensation_open',
  'late_payments',
  'longest_late_payment',
  'judgments_unpaid',
]);

/** Why a step of a clock is on no card. */
export type NotMeasured =
  /** What is read ends at once, whoever does nothing. */
  | 'by-itself'
  /** The time of the subject, and nobody's duty. */
  | 'of-the-subject'
  /** A span that something looks back on, and no duty of anybody. */
  | 'no-duty'
  /** Between two registers, of which this is neither. */
  | 'elsewhere';

/** Each step that a clock of an edition may set for an authority, and where it is measured. */
export const figureOfStep: Readonly<
  Record<string, FigureId | { readonly because: NotMeasured } | undefined>
> = {
  supply: 'supplied_in_time',
  platform_check: 'answers_in_time',
  forward: 'answers_in_time',
  source_decides: 'answers_in_time',
  authority_decides: 'answers_in_time',
  court_decides: 'answers_in_time',
  decide: 'answers_in_time',
  answer: 'answers_in_time',
  delete: 'answers_in_time',
  confirm: 'answers_in_time',
  urgent_review: 'answers_overdue',
  confirm_receivable: 'late_payments',
  mark: { because: 'by-itself' },
  correct: { because: 'by-itself' },
  end_display: { because: 'by-itself' },
  withdraw: { because: 'by-itself' },
  apply: { because: 'of-the-subject' },
  looks_back: { because: 'no-duty' },
  send: { because: 'elsewhere' },
  publicise: { because: 'elsewhere' },
};
