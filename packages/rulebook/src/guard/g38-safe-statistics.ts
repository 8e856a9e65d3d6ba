import type { LimitName } from '../card/limits-card.ts';
import type { Guard } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf } from './view.ts';

/** Published tables show no small cell, use fixed districts, and offer no free filters. */
export const g38: Guard = {
  id: 'G38',
  title: { zh: '统计不泄露', en: 'Safe statistics' },
  why: {
    zh: '公开的统计表不出现主体过少的格，地域固定到区县，不提供任意筛选。',
    en: 'Published tables show no small cell, use fixed districts, and offer no free filters.',
  },
  source: 'Disclosure control practice: thresholds of 5 to 11',
  judge(view, report) {
    const { cellSubjects, tableDimensions } = view.limits;
    for (const [id, table] of view.cards.statistic) {
      const refuse = (
        field: string,
        message: string,
        accepted: string,
        limit?: LimitName,
      ): void => {
        report(placeOf('statistic', id, field), {
          code: 'statistic-unsafe',
          message,
          accepted,
          repair: `Write ${field}: ${accepted}.`,
          ...(limit === undefined ? {} : { limit }),
        });
      };
      if (table.leastCell === 'none' || table.leastCell < cellSubjects.atLeast) {
        const message = 'A cell of so few subjects points at somebody.';
        refuse('least-cell', message, writeLimit(cellSubjects), 'cellSubjects');
      }
      if (table.dimensions.length > tableDimensions.atMost) {
        const most = `at most ${writeLimit(tableDimensions)}`;
        refuse('dimensions', 'Split this far, cells point at somebody.', most, 'tableDimensions');
      }
      if (table.geography === 'street' || table.geography === 'address') {
        refuse('geography', `A ${table.geography} points at somebody.`, 'district');
      }
      if (table.smallCells === 'shown') {
        refuse('small-cells', 'Small cells would be shown.', 'suppressed | merged');
      }
      if (!table.secondary) {
        refuse('secondary', 'Hidden cells could be computed from the others.', 'true');
      }
      if (table.filters === 'free') {
        refuse('filters', 'Differences of free queries reveal single subjects.', 'fixed');
      }
    }
  },
};
