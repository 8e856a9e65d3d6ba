import { addDays, containsDay, isBefore, type CivilDate } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import type { CardDocument, Edition } from '@credence/rulebook';

import { unansweredIn, type Dossier } from './dossier.ts';

/**
 * A step that still has to be taken before an edition can be approved: proposed, tried in the Lab,
 * counted on the register where there is law to compare it with, published, commented on, every
 * comment answered, and begun on a day to come.
 */
export const stepsInOrder = [
  'draft',
  'report',
  'impact',
  'publication',
  'comment',
  'answers',
  'later-start',
] as const;
export type StepDue = (typeof stepsInOrder)[number];

/**
 * Lab reports that the cards of an edition name and that nobody has seen before: of cards that stand
 * neither in the edition above nor in one that was promulgated. Law that is only restated names none.
 */
export function reportsDemanded(edition: Edition, known: readonly Edition[]): readonly string[] {
  const settled = new Set(
    [edition.document.parent, ...known.map(({ document }) => document)].flatMap((document) =>
      document === undefined ? [] : cardsOf(document).map(textOf),
    ),
  );
  const reports = cardsOf(edition.document).flatMap((card) => {
    const { impact } = card;
    const named = isObject(impact) ? impact['lab-report'] : undefined;
    return typeof named === 'string' && !settled.has(textOf(card)) ? [named] : [];
  });
  return [...new Set(reports)].sort();
}

/** What is known when the steps of an edition are counted. */
interface Known {
  readonly dossier: Dossier;
  readonly known: readonly Edition[];
  readonly today: CivilDate;
}

/** What is still to be done before publication; empty where nothing new is added. */
export function stepsToPublish(edition: Edition, given: Known): readonly StepDue[] {
  const { dossier, known, today } = given;
  const demanded = reportsDemanded(edition, known);
  if (demanded.length === 0) return [];
  const due: StepDue[] = [];
  if (dossier.draft === undefined) due.push('draft');
  const made = new Set(dossier.reports.map(({ manifest }) => manifest.report));
  if (demanded.some((report) => !made.has(report))) due.push('report');
  const isLaw = known.some(({ inForce }) => containsDay(inForce, today));
  if (isLaw && !dossier.impact) due.push('impact');
  return due;
}

/**
 * What is still to be done, in order; empty: the edition may be approved. A comment that was given
 * waits for its answer, whether or not the draft had to be published.
 */
export function stepsDue(edition: Edition, given: Known): readonly StepDue[] {
  const { dossier, known, today } = given;
  const { published } = dossier;
  const due: StepDue[] = [...stepsToPublish(edition, given)];
  const adds = reportsDemanded(edition, known).length > 0;
  if (published === undefined) {
    if (adds) due.push('publication');
  } else if (isBefore(today, published.commentUntil)) due.push('comment');
  if (unansweredIn(dossier).length > 0) due.push('answers');
  if (adds && !isBefore(today, edition.inForce.from)) due.push('later-start');
  return due;
}

/**
 * Days the public has to comment on an edition: the longest that one of its cards gives, and no less
 * than its limits. Legal source: guards G45, N15.
 */
function commentDaysOf(edition: Edition): number {
  const least = edition.limits.get('guards')?.commentDays.atLeast ?? 0;
  const given = [...edition.lists.values(), ...edition.measures.values()].flatMap(({ comment }) =>
    comment !== undefined && comment !== 'none' && 'days' in comment ? [comment.days] : [],
  );
  return Math.max(least, ...given);
}

/** The first day after the public has had its time. */
export function commentUntil(edition: Edition, published: CivilDate): CivilDate {
  return addDays(published, commentDaysOf(edition));
}

function cardsOf({ cards }: Pick<Edition['document'], 'cards'>): readonly CardDocument[] {
  return Object.values(cards).flatMap((ofKind) => Object.values(ofKind));
}

function textOf(card: CardDocument): string {
  return canonicalJson(card);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
