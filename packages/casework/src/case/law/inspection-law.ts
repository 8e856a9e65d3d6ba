import type { CivilDate } from '@credence/domain';
import { checklistDays, type ChecklistCard } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { editionOn } from './law-of-case.ts';
import { noticeReachedOn } from './window.ts';

/** The checklists of a visit, as the law of a day has them: several checks of one subject are one visit. */
export function checklistsOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): readonly ChecklistCard[] {
  const { checklists } = editionOn(world, day) ?? {};
  return checklistIds(file).flatMap((id) => checklists?.get(id) ?? []);
}

/**
 * The checklists of a visit as one: the first, with the titles and articles of all, and of one place
 * of a business the licence by which whoever visits finds it.
 */
export function listsCard(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): Pick<ChecklistCard, 'checklist' | 'title' | 'basis' | 'confidence'> | undefined {
  const cards = checklistsOf(file, world, day);
  const [first] = cards;
  if (first === undefined) return undefined;
  const titles = cards.map(({ title }) => title);
  const licence = matterOf(file, 'inspection')?.premises?.number;
  const title = {
    zh: `${titles.map(({ zh, en }) => zh ?? en ?? '').join('、')}${licence === undefined ? '' : `（许可证 ${licence}）`}`,
    en: `${titles.map(({ zh, en }) => en ?? zh ?? '').join(', ')}${licence === undefined ? '' : ` (licence ${licence})`}`,
  };
  const { checklist, confidence } = first;
  return { checklist, title, basis: cards.flatMap(({ basis }) => basis), confidence };
}

/** Ids of the checklists of a visit. */
export function checklistIds(file: CaseFile): readonly string[] {
  const matter = matterOf(file, 'inspection');
  if (matter === undefined) return [];
  const joined = actsOf(file, 'joined').flatMap(({ also }) => also ?? []);
  return [matter.checklist, ...(matter.also ?? []), ...joined];
}

/** Draws that a visit answers for: the one that it was arranged for, then those that joined it. */
export function drawsOf(file: CaseFile): readonly string[] {
  const own = matterOf(file, 'inspection')?.draw;
  return [...(own === undefined ? [] : [own]), ...actsOf(file, 'joined').map(({ draw }) => draw)];
}

/** What a visit asks, list by list. */
export function questionsOf(file: CaseFile, world: CaseWorld): ChecklistCard['questions'] {
  return checklistsOf(file, world, file.opened.on).flatMap(({ questions }) => questions);
}

/** Who is to visit: those of the draw, with everybody who took the place of one of them. */
export function inspectorsOf(file: CaseFile): readonly string[] {
  const first = matterOf(file, 'inspection')?.inspectors ?? [];
  return actsOf(file, 'inspector-replaced').reduce<readonly string[]>(
    (now, { inspector, instead }) => now.map((each) => (each === inspector ? instead : each)),
    first,
  );
}

/** The first visit that took place, with what it found. */
export function visitOf(file: CaseFile):
  | {
      readonly visitedOn: CivilDate;
      readonly unmet: readonly string[];
      readonly skipped: readonly string[];
    }
  | undefined {
  const clear = lastOf(file, 'visited-clear');
  if (clear !== undefined) {
    return { visitedOn: clear.visitedOn, unmet: [], skipped: clear.skipped };
  }
  const faults = lastOf(file, 'visited-faults');
  if (faults === undefined) return undefined;
  const { visitedOn, unmet, skipped } = faults;
  return { visitedOn, unmet, skipped };
}

/** What one checklist of a visit came to, by the acts so far. */
interface ListOfVisit {
  readonly card: ChecklistCard;
  /** Questions of it that were unmet at the first visit. */
  readonly unmet: readonly string[];
  /** Whether any question of it was looked at. */
  readonly isAsked: boolean;
  readonly correctBy?: CivilDate;
  readonly shownUntil?: CivilDate;
}

/**
 * The dated consequences of a visit: until when it is due and, list by list, until when what was found
 * is put right and from when the result is not shown. The whole is over with its last list.
 */
export function inspectionDaysOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): {
  readonly visitBy?: CivilDate;
  readonly correctBy?: CivilDate;
  readonly lists: readonly ListOfVisit[];
} {
  const matter = matterOf(file, 'inspection');
  if (matter === undefined) return { lists: [] };
  const visitBy = lastOf(file, 'postponed')?.until ?? matter.until;
  const edition = editionOn(world, today);
  if (edition === undefined) return { visitBy, lists: [] };
  const visit = visitOf(file);
  const told = lastOf(file, 'noticed') === undefined ? undefined : noticeReachedOn(file);
  const starts = {
    ...(told === undefined ? {} : { told }),
    ...(visit === undefined ? {} : { visited: visit.visitedOn }),
  };
  // The law of the opening sets the days; the calendar is today's.
  const lists = checklistsOf(file, world, file.opened.on).map((card): ListOfVisit => {
    const codes = card.questions.map(({ question }) => question);
    const unmet = codes.filter((code) => visit?.unmet.includes(code) === true);
    const isAsked = codes.some((code) => visit?.skipped.includes(code) === false);
    const { correctBy, shownUntil } = checklistDays(edition, card, starts);
    return {
      ...{ card, unmet, isAsked },
      ...(correctBy === undefined || unmet.length === 0 ? {} : { correctBy }),
      ...(shownUntil === undefined ? {} : { shownUntil }),
    };
  });
  const correctBy = lists
    .flatMap((list) => list.correctBy ?? [])
    .sort()
    .at(-1);
  return { visitBy, lists, ...(correctBy === undefined ? {} : { correctBy }) };
}
