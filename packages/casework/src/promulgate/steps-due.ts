import { addDays, isBefore, type CivilDate } from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import type { CardDocument, Edition } from '@credence/rulebook';

import type { Dossier } from './dossier.ts';

/** Days the public has to comment on what an edition adds. Legal source: guard N15. */
const COMMENT_DAYS = 30;

/** A step that still has to be taken before an edition can be approved. */
export type StepDue = 'draft' | 'report' | 'publication' | 'comment' | 'later-start';

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

/** What is still to be done, in order; empty: the edition may be approved. */
export function stepsDue(
  edition: Edition,
  given: {
    readonly dossier: Dossier;
    readonly known: readonly Edition[];
    readonly today: CivilDate;
  },
): readonly StepDue[] {
  const demanded = reportsDemanded(edition, given.known);
  if (demanded.length === 0) return [];
  const { draft, reports, published } = given.dossier;
  const due: StepDue[] = [];
  if (draft === undefined) due.push('draft');
  const made = new Set(reports.map(({ manifest }) => manifest.report));
  if (demanded.some((report) => !made.has(report))) due.push('report');
  if (published === undefined) due.push('publication');
  else if (isBefore(given.today, published.commentUntil)) due.push('comment');
  if (!isBefore(given.today, edition.inForce.from)) due.push('later-start');
  return due;
}

/** The first day after the public has had its time. */
export function commentUntil(published: CivilDate): CivilDate {
  return addDays(published, COMMENT_DAYS);
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
