import type { AnswerClock, VisitCasework } from '@credence/casework';
import { civilDate } from '@credence/domain';

import { fixtureDraw } from './fixture-draws.test-support.ts';

const arrange = () => Promise.reject(new Error('Nobody arranges visits in these pages.'));
const line = {
  ...{ code: '91999999MA3K7T2X0Q', name: '望澜晨光食品有限公司', agency: '11999900MB0000001A' },
  ...{
    list: 'cn.food',
    checklist: { zh: '食品生产经营检查清单', en: 'Checklist of food businesses' },
  },
  ...{ visitedOn: civilDate('2026-04-20'), shownUntil: civilDate('2027-04-20') },
} as const;

/** A result of a draw, and one of a visit that was picked by hand. */
export const fixtureVisits = (clockAt: () => AnswerClock): VisitCasework => ({
  arrangeVisits: arrange,
  arrangePicked: arrange,
  listVisitResults: () =>
    Promise.resolve({
      clock: clockAt(),
      results: [
        { ...line, id: 'v1.cn.food', draw: fixtureDraw, joined: ['d2'], result: 'corrected' },
        { ...line, id: 'v2.cn.food', visitedOn: civilDate('2026-04-02'), result: 'clear' },
      ],
      yields: [
        { group: 'b', visits: null, found: null },
        { group: 'random', visits: 40, found: 20, estimate: 0.4 },
      ],
    }),
});
