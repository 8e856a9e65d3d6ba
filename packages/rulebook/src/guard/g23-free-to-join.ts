import { formatPeriod } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { LimitName } from '../card/limits-card.ts';
import type { Guard } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf } from './view.ts';

const consents = ['express', 'separate', 'revocable'] as const;

/** Points need consent; leaving erases them and has no other effect. */
export const g23: Guard = {
  id: 'G23',
  title: { zh: '自愿加入，自由退出', en: 'Free to join, free to leave' },
  why: {
    zh: '个人积分须经本人明确、单独、可撤回的同意；退出即删除，不产生其他影响。',
    en: 'Express, separate, revocable consent; leaving erases everything and changes nothing else.',
  },
  source: 'Rongcheng measures as revised, arts. 6-7; PIPL arts. 13-15 and 47',
  judge(view, report) {
    for (const [id, { enrolment, leave }] of view.cards.points) {
      const tell = (
        path: readonly string[],
        found: string,
        accepted: string,
        message: string,
        limit?: LimitName,
      ) => {
        report(placeOf('points', id, ...path), {
          code: 'not-free-to-join',
          message,
          found,
          accepted,
          repair: `Write ${accepted}.`,
          ...(limit === undefined ? {} : { limit }),
        });
      };
      if (enrolment.by !== 'consent') {
        tell(['enrolment', 'by'], enrolment.by, 'consent', 'Nobody is in who has not asked.');
      }
      const missing = consents.filter((kind) => !enrolment.consent.includes(kind));
      if (missing.length > 0) {
        tell(
          ['enrolment', 'consent'],
          `[${enrolment.consent.join(', ')}]`,
          `[${consents.join(', ')}]`,
          `The consent is not ${missing.join(', not ')}.`,
        );
      }
      if (leave.effect !== 'none') {
        tell(['leave', 'effect'], leave.effect, 'none', 'Leaving has no effect.');
      }
      const { erasedWithin } = leave;
      const tooLate =
        erasedWithin === 'none' ||
        (erasedWithin !== 'at-once' &&
          isLonger(erasedWithin, view.limits.erasedAfterLeaving.atMost));
      if (!tooLate) continue;
      tell(
        ['leave', 'erased-within'],
        writeSpan(erasedWithin),
        writeLimit(view.limits.erasedAfterLeaving),
        'What was counted is erased soon after leaving.',
        'erasedAfterLeaving',
      );
    }
  },
};

function writeSpan(span: CardOf<'points'>['leave']['erasedWithin']): string {
  if (typeof span === 'string') return span;
  return span.unit === 'working-days'
    ? `{working-days: ${String(span.count)}}`
    : formatPeriod(span);
}
