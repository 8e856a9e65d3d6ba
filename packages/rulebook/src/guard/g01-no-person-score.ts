import type { CardOf } from '../card/card-kinds.ts';
import type { SubjectWord } from '../card/guard-words.ts';
import type { Guard, ReportBreach } from './guard.ts';
import type { ProgramKind } from './programs.ts';
import { isNatural, placeOf } from './view.ts';

/** Whom each kind of computation may be about; planning classes also about premises (N12). */
const accepted: Readonly<Record<ProgramKind, readonly SubjectWord[]>> = {
  'risk-class': ['organisation', 'public_body', 'licensed_premises'],
  evaluation: ['organisation', 'public_body'],
  scale: ['organisation', 'public_body'],
};

/** No number, letter, rank, colour or band for a natural person, nor for the owner behind a trader. */
export const g01: Guard = {
  id: 'G01',
  alias: 'L08',
  title: { zh: '不给人打分', en: 'No score of a person' },
  why: {
    zh: '对自然人不计算、不保存、不展示任何分数、等级、排名。',
    en: 'No number, letter, rank or colour is computed for, kept against or shown beside a person.',
  },
  source: 'NDRC statements since 2019; AI Act art. 5(1)(c) and recital 31',
  judge(view, report) {
    for (const { kind, id, card } of view.programs) {
      card.subjects.forEach((subject, index) => {
        if (accepted[kind].includes(subject)) return;
        report(placeOf(kind, id, 'subjects', index), {
          code: 'score-of-person',
          message: `This ${kind} over ${subject} would grade a person.`,
          found: subject,
          accepted: accepted[kind].join(' | '),
          repair: 'Name organisations alone, or remove the card.',
        });
      });
    }
    for (const [id, points] of view.cards.points) judgePoints(id, points, report);
    for (const { kind, id, at, subjects, byClass } of view.actions) {
      if (byClass === undefined || !subjects.some(isNatural)) continue;
      report(placeOf(kind, id, at, at === 'trigger' ? 'by-class' : 'class'), {
        code: 'score-of-person',
        message: 'Something would follow for a person from a class.',
        found: `${byClass.card}: ${byClass.classes.join(', ')}`,
        repair: 'Remove the class; only a listed act with its document may count.',
      });
    }
  },
};

/** A count of a volunteer's own hours is all that is left, and only under G22 and G23. */
function judgePoints(id: string, points: CardOf<'points'>, report: ReportBreach): void {
  const breaches: readonly (readonly [string, boolean, string, string])[] = [
    ['grades', points.grades !== 'none', 'Points are made into grades of people.', 'none'],
    [
      'subjects',
      points.subjects.some((subject) => subject !== 'natural_volunteer' && isNatural(subject)),
      'Points are counted for people who are no volunteers.',
      'natural_volunteer',
    ],
    [
      'enrolment',
      points.enrolment.by !== 'consent' && points.subjects.some(isNatural),
      'People get a number without having asked for it.',
      'by: consent',
    ],
    [
      'entries',
      points.entries.some((entry) => entry.points < 0) && points.subjects.some(isNatural),
      'A number that can be lowered for conduct measures a person.',
      'points above 0',
    ],
    [
      'used-for',
      points.usedFor.some((purpose) => purpose !== 'extras'),
      'Points are used for more than their own extras.',
      'extras',
    ],
    ['shared-with', points.sharedWith.length > 0, 'Points leave the scheme.', '[]'],
  ];
  for (const [key, broken, message, lawful] of breaches) {
    if (!broken) continue;
    report(placeOf('points', id, key), {
      code: 'score-of-person',
      message,
      accepted: lawful,
      repair: `Write ${key}: ${lawful}, or remove the scheme.`,
    });
  }
}
