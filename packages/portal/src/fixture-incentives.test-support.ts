import type { AnswerClock, IncentiveAnswer, IncentiveCasework } from '@credence/casework';
import { civilDate } from '@credence/domain';

import { basisOf } from './fixture-records.test-support.ts';

const basis = basisOf('decision');
const conditions = [
  {
    code: 'no_penalty',
    title: { zh: '近三年没有处罚', en: 'No penalty in three years' },
    basis: [basis],
  },
];

const incentive: IncentiveAnswer['incentive'] = {
  id: 'city.lane',
  title: { zh: '绿色通道', en: 'Green lane' },
  gives: { zh: '加快办理。', en: 'Sooner dealt with.' },
  provider: { body: 'permit_authorities', level: 'county' },
  place: { zh: '政务服务大厅', en: 'The service hall' },
  everyone: { says: { zh: '其他人照常办理。', en: 'All others as before.' }, basis },
  subjects: ['organisation'],
  conditions,
  basis: [basis],
  confidence: 'unverified',
  from: civilDate('2026-01-01'),
};

/** One incentive that a handful do not have, which nobody may work out. */
export function fixtureIncentives(clockAt: () => AnswerClock): IncentiveCasework {
  const on = civilDate('2026-11-20');
  const uptake = { kind: 'counted', on, has: null, hasNot: null, total: 40 } as const;
  return {
    listIncentives: () =>
      Promise.resolve({ clock: clockAt(), incentives: [{ ...incentive, uptake }] }),
  };
}

/** What a firm sees that has it, and one that has a penalty until a day. */
export function incentiveAnswers(): readonly IncentiveAnswer[] {
  const [condition] = conditions;
  if (condition === undefined) throw new RangeError('The incentive has a condition.');
  const hash = 'a'.repeat(64);
  const from = civilDate('2027-04-10');
  return [
    {
      ...{ incentive, hash },
      standing: { kind: 'has', since: civilDate('2026-01-01') },
      conditions: [{ ...condition, holds: true, records: [] }],
    },
    {
      ...{ incentive, hash },
      standing: { kind: 'has-not', from },
      conditions: [{ ...condition, holds: false, changesOn: from, records: ['not-here'] }],
    },
  ];
}
