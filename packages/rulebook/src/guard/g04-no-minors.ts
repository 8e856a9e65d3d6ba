import type { CardKind } from '../card/card-kinds.ts';
import type { SubjectWord } from '../card/guard-words.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { isAdverseItem, isNatural, placeOf, type GuardView } from './view.ts';

/** Years from which a person may appear in an adverse record at all. */

/** Nothing adverse about anybody under 18, and nothing about pupils from their study or its loans. */
export const g04: Guard = {
  id: 'G04',
  title: { zh: '未成年人和在校学生除外', en: 'Minors and pupils stay out' },
  why: {
    zh: '不得对未成年人作不利记录；不得因学习、助学贷款对全日制在校学生作不利记录。',
    en: 'No adverse record of a minor, none of a student for study or student lending.',
  },
  source: "Supreme People's Court, opinion of 2019 on enforcement; GDPR recital 38",
  judge(view, report) {
    for (const kind of ['list', 'measure'] as const) {
      for (const [id, { subjects, leastAge }] of view.cards[kind]) {
        judgeAge(view, [kind, id], { subjects, leastAge }, report);
      }
    }
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      judgeAge(view, ['item', id], item, report);
      if (!item.category.startsWith('education_')) continue;
      report(placeOf('item', id, 'category'), {
        code: 'minor-listed',
        message: 'What arises from study or its loans is not recorded against a student.',
        found: item.category,
        repair: 'Remove the item.',
      });
    }
    for (const { kind, id, at, items } of view.actions) {
      for (const name of items) {
        const item = view.cards.item.get(name);
        if (item?.category.startsWith('education_') !== true) continue;
        if (isAdverseItem(view.draft, item)) continue;
        report(placeOf(kind, id, at, 'item'), {
          code: 'minor-listed',
          message: 'Something adverse would follow from study or its loans.',
          found: name,
          repair: 'Name another item, or remove the card.',
        });
      }
    }
  },
};

function judgeAge(
  { limits }: GuardView,
  [kind, id]: readonly [CardKind, string],
  card: { readonly subjects: readonly SubjectWord[]; readonly leastAge?: number | undefined },
  report: ReportBreach,
): void {
  const { subjects, leastAge = 0 } = card;
  if (subjects.includes('natural_pupil')) {
    report(placeOf(kind, id, 'subjects'), {
      code: 'minor-listed',
      message: 'Pupils and students stay out.',
      found: 'natural_pupil',
      repair: 'Remove natural_pupil.',
    });
  }
  if (!subjects.some(isNatural) || leastAge >= limits.leastAge.atLeast) return;
  const wanted = writeLimit(limits.leastAge);
  report(placeOf(kind, id, 'subjects'), {
    code: 'minor-listed',
    message: 'People are named and no age is asked for.',
    found: `least-age: ${leastAge}`,
    accepted: `least-age: ${wanted}`,
    repair: `Write least-age: ${wanted}, or name organisations alone.`,
    limit: 'leastAge',
  });
}
