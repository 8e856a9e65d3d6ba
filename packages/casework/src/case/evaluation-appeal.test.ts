import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { firm, nation, officer, platform, Play, review, type Said } from './case.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const points = [{ text: '处罚已经缴清。' }];
const target = { kind: 'evaluation', evaluationId: 'e1' } as const;
const answer: Said<'answered'> = {
  ...{ kind: 'answered', document: { number: '望评答〔2026〕1号' }, reason: '经核实无误。' },
  ...{ basis: ['go-2026-8#evaluation'], effect: 'none' },
  answers: [{ point: 1, text: '无误', outcome: 'refused' }],
};

/** An objection against an evaluation, answered on 12 May 2026. */
function answered(): Play {
  const play = new Play();
  play.evaluations = [
    {
      ...{ evaluationId: 'e1', card: 'cn.compliance', grader: 'development_reform', result: 'b' },
      ...{ edition: { code: 'cn-2026', hash: 'a'.repeat(64) }, because: 'yearly', upTo: 1 },
      ...{ on: civilDate('2026-05-01'), yearlyOn: civilDate('2026-05-01'), records: [] },
      inputs: 'b'.repeat(64),
    },
  ];
  const matter = { case: 'objection', target, clock: 'dispute.credence', points } as const;
  if (!play.open('O', '2026-05-06', firm, { matter })) throw new Error(play.refused.join());
  play.must('O', '2026-05-07', platform, { kind: 'checked', finding: '无误' });
  play.must('O', '2026-05-12', officer, answer);
  return play;
}

function appeal(play: Play, on: string): boolean {
  const matter = { case: 'appeal', of: 'O', points } as const;
  return play.open('A', on, firm, { matter, desks: { own: 'review_office' } });
}

describe('the answer about an evaluation', () => {
  it('can be taken to somebody else within the days of the card, counted from the answer', () => {
    const clock = (play: Play, on: string) =>
      play.at('O', on).clocks.find((each) => each.clock === 'review');
    expect(clock(answered(), '2026-05-12')).toEqual({
      ...{ clock: 'review', card: 'cn.compliance', runsFor: 'subject', state: 'running' },
      ...{ startedOn: '2026-05-12', dueOn: '2026-07-11' },
    });
    expect(appeal(answered(), '2026-07-11')).toBe(true);
    const late = answered();
    expect(appeal(late, '2026-07-12')).toBe(false);
    expect(late.refused).toContain('case-appeal-late');
    expect(clock(late, '2026-07-12')?.state).toBe('over');
  });

  it('is looked at by the unit it was taken to, and by nobody who answered', () => {
    const play = answered();
    appeal(play, '2026-05-20');
    expect(play.at('O', '2026-05-20').clocks.find(({ clock }) => clock === 'review')?.state).toBe(
      'met',
    );
    const decision: Said<'dismissed'> = {
      ...{ kind: 'dismissed', document: { number: '2号' }, basis: ['go-2026-8#evaluation'] },
      ...{ reason: '维持', answers: [{ point: 1, text: '无误', outcome: 'refused' }] },
    };
    expect(play.would('A', '2026-05-21', officer, decision)).toBe(false);
    expect(play.would('A', '2026-05-21', review, decision)).toBe(true);
  });
});
