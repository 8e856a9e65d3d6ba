import type { AnswerClock, PledgeCasework, PledgeLine } from '@credence/casework';
import { civilDate } from '@credence/domain';

import { basisOf } from './fixture-records.test-support.ts';

const basis = basisOf('decision');
const part = (code: string) => ({
  ...{ code, says: { zh: '有固定场所', en: 'Fixed premises' }, basis: [basis] },
});

const pledge: PledgeLine = {
  id: 'city.food-licence',
  title: { zh: '食品经营许可（告知承诺）', en: 'Food licence by pledge' },
  promises: { zh: '符合全部条件', en: 'All conditions are met' },
  decision: { zh: '食品经营许可', en: 'the food licence' },
  way: 'replaces_approval',
  provider: { body: 'market_supervision', level: 'county' },
  subjects: ['organisation'],
  form: { zh: '本单位符合全部条件。', en: 'We meet all conditions.' },
  conditions: [part('premises')],
  materials: [
    { code: 'plan', says: { zh: '布局图', en: 'Plan' }, instead: 'waived' },
    {
      ...{ code: 'health', says: { zh: '健康证明', en: 'Health certificates' } },
      ...{ instead: 'postponed', within: { unit: 'days', count: 30 } },
    },
  ],
  ordinaryWay: { says: { zh: '照常办理。', en: 'As before.' }, by: basis },
  exclusions: [part('unrepaired_pledge')],
  look: { from: { unit: 'months', count: 1 }, until: { unit: 'months', count: 6 } },
  cure: { unit: 'days', count: 30 },
  revocation: part('revocation'),
  repair: part('repair'),
  reuse: true,
  basis: [basis],
  confidence: 'unverified',
};

/** One item, of whose pledges a handful were broken, which nobody may work out. */
export function fixturePledges(clockAt: () => AnswerClock): PledgeCasework {
  const on = civilDate('2026-11-20');
  const figures = { on, kept: null, broken: null, total: 40 };
  return {
    listPledges: () => Promise.resolve({ clock: clockAt(), pledges: [{ ...pledge, figures }] }),
    viewOwnPledges: () => Promise.resolve({ kind: 'not-found' }),
    askOnPledge: () => Promise.resolve({ kind: 'not-found' }),
  };
}
