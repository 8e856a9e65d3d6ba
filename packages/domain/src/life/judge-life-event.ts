import { problem, type Problem } from '../problem/problem.ts';
import type { MonthRounding } from '../time/add-months.ts';
import { addDays, isBefore, later, type CivilDate } from '../time/civil-date.ts';
import { addPeriod, type Period } from '../time/period.ts';
import { dormantDays } from './dormant-days.ts';
import { changingEvents, type LifeEvent } from './life-event.ts';
import { hasEnded, lifeOf } from './life-of.ts';

/** What the law asks of an event before it may be written down. */
export interface LifeRule {
  /** The article that says so, as people cite it. */
  readonly article: string;
  /** How long it may last, all its times added up. */
  readonly lasts?: Period;
  /** Days for objections after its announcement. */
  readonly objectionDays?: number;
  /** Whoever stands in a list cannot have it. */
  readonly closedToListed: boolean;
}

/** What is known of the organisation when an event is entered. */
export interface LifeFacts {
  readonly today: CivilDate;
  /** Titles of the lists that it stands in. */
  readonly lists: readonly string[];
  readonly monthEnds: MonthRounding;
  /** Its own events that stand. */
  readonly standing: readonly LifeEvent[];
}

/** Everything that stands against an event; what runs against the organisation is told, not judged. */
export function judgeLifeEvent(
  event: LifeEvent,
  rule: LifeRule | undefined,
  facts: LifeFacts,
): readonly Problem[] {
  const problems = [...formProblems(event, facts.today), ...endProblems(event, facts)];
  if (problems.length > 0 || rule === undefined) return problems;
  return [
    ...termProblems(event, rule, facts),
    ...windowProblems(event, rule),
    ...(rule.closedToListed && facts.lists.length > 0
      ? [problem('life-listed', { lists: facts.lists.join('、'), article: rule.article })]
      : []),
  ];
}

function formProblems(event: LifeEvent, today: CivilDate): readonly Problem[] {
  const { event: kind, effectiveOn, before, after, form } = event;
  const problems: Problem[] = [];
  const refuse = (field: string, value: string, accepted: string): void => {
    problems.push(problem('life-form', { field, value, accepted }));
  };
  if (isBefore(today, effectiveOn)) refuse('effectiveOn', effectiveOn, `≤ ${today}`);
  if (changingEvents.some((each) => each === kind)) {
    if (after === undefined) refuse('after', '', '1-300');
    else if (after === before) refuse('after', after, `≠ ${after}`);
  }
  const isMerger = kind === 'merger';
  const isDivision = kind === 'division';
  if (isMerger && form !== 'absorbing' && form !== 'new') {
    refuse('form', form ?? '', 'absorbing, new');
  }
  if (isDivision && form !== 'surviving' && form !== 'dissolving') {
    refuse('form', form ?? '', 'surviving, dissolving');
  }
  const successors = event.parties.filter(({ as }) => as === 'successor').length;
  if (isMerger && successors !== 1) refuse('successors', String(successors), '1');
  if (isDivision && successors === 0) refuse('successors', '0', '≥ 1');
  if (!isMerger && !isDivision && successors > 0) refuse('successors', String(successors), '0');
  return problems;
}

/**
 * Nothing more happens to whoever is gone, but that one who merged or divided is struck off. A way
 * back is the undoing of its end.
 */
function endProblems(
  { event, effectiveOn }: LifeEvent,
  { standing, today }: LifeFacts,
): readonly Problem[] {
  const { status, since } = lifeOf(standing, today);
  const isStruckOff = event === 'deregistration' || event === 'simplified_deregistration';
  const isOpen = !hasEnded(status) || (isStruckOff && status !== 'deregistered');
  if (isOpen || since === undefined || isBefore(effectiveOn, since)) return [];
  return [problem('life-over', { since })];
}

function termProblems(
  { effectiveOn, until }: LifeEvent,
  { lasts, article }: LifeRule,
  { monthEnds, standing }: LifeFacts,
): readonly Problem[] {
  if (lasts === undefined) return [];
  // The law counts all dormancies together: another one right behind the first is no way round it.
  const whole = addPeriod(effectiveOn, lasts, monthEnds);
  const latest = later(effectiveOn, addDays(whole, -dormantDays(standing, effectiveOn)));
  if (until === undefined || !isBefore(effectiveOn, until)) {
    const accepted = `${effectiveOn} < … ≤ ${latest}`;
    return [problem('life-form', { field: 'until', value: until ?? '', accepted })];
  }
  return isBefore(latest, until)
    ? [problem('life-too-long', { value: until, latest, article })]
    : [];
}

function windowProblems(
  { effectiveOn, announcedOn }: LifeEvent,
  { objectionDays, article }: LifeRule,
): readonly Problem[] {
  if (objectionDays === undefined) return [];
  if (announcedOn === undefined) {
    return [problem('life-form', { field: 'announcedOn', value: '', accepted: 'YYYY-MM-DD' })];
  }
  // The day of the announcement does not count.
  const earliest = addDays(announcedOn, objectionDays + 1);
  return isBefore(effectiveOn, earliest)
    ? [problem('life-window', { value: announcedOn, earliest, article })]
    : [];
}
