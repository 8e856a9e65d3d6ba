import { civilDate, type PublicCreditRecord, type Service } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { edition, editionWith, on, penalty, way } from './penalty.test-support.ts';

describe('the ways out of a record', () => {
  it('are listed in the order of the card, with their articles', () => {
    const { waysOut } = on('2025-03-01');
    expect(waysOut.map(({ kind }) => kind)).toEqual(['repair', 'correction', 'review', 'court']);
    for (const { bases } of waysOut) expect(bases.length).toBeGreaterThan(0);
  });

  it('open repair on the very day the minimum is reached, and say how long the answer takes', () => {
    expect(way('repair', '2025-04-14')).toMatchObject({
      state: 'not-yet',
      earliestOn: '2025-04-15',
      answerWithin: { unit: 'working-days', count: 10 },
    });
    expect(way('repair', '2025-04-15')?.state).toBe('open');
  });

  it('leave correction open on every day, and add its steps up', () => {
    for (const day of ['2025-01-15', '2026-03-31']) {
      expect(way('correction', day)).toMatchObject({
        state: 'open',
        answerWithin: { unit: 'working-days', count: 6 },
      });
    }
  });

  it('run review and court from proven service, the last day included', () => {
    expect(way('review', '2025-03-21')).toMatchObject({ state: 'open', latestOn: '2025-03-21' });
    expect(way('review', '2025-03-22')?.state).toBe('closed');
    expect(way('court', '2025-07-20')).toMatchObject({ state: 'open', latestOn: '2025-07-20' });
    expect(way('court', '2025-07-21')?.state).toBe('closed');
    expect(way('review', '2025-01-19')?.state).toBe('not-yet');
  });

  it('never call a limit closed whose service is not proven', () => {
    const services: Service[] = [
      { kind: 'not-shown' },
      { kind: 'stated', by: ['甲', '乙'] },
      { kind: 'stated', on: civilDate('2025-01-20'), by: ['甲', '乙'] },
    ];
    for (const service of services) {
      for (const kind of ['review', 'court'] as const) {
        const state = way(kind, '2026-03-01', penalty({ service }))?.state;
        expect(state, `${kind}, ${JSON.stringify(service)}`).toBe('not-confirmed');
      }
    }
  });

  it('close repair once there is nothing left to end', () => {
    const gone = penalty({ decidedOn: civilDate('2023-05-01') });
    const law = { ...edition, inForce: { ...edition.inForce, until: 'none' as const } };
    expect(way('repair', '2026-06-01', gone, law)?.state).toBe('closed');
  });

  it('count a limit in working days by the calendar, and name no day before it is published', () => {
    const law = editionWith(
      ['edition.yaml', 'until: 2026-04-01', 'until: none'],
      ['clocks/review.yaml', 'within: P60D}', 'within: {working-days: 5}}'],
    );
    const served = (day: string): Partial<PublicCreditRecord> => ({
      decidedOn: civilDate('2025-12-01'),
      service: { kind: 'shown', on: civilDate(day), mode: 'in_person' },
    });
    const inTime = penalty(served('2026-09-30'));
    expect(way('review', '2026-10-09', inTime, law)).toMatchObject({
      state: 'open',
      latestOn: '2026-10-09',
    });
    const unknown = penalty(served('2026-12-30'));
    const late = way('review', '2027-06-01', unknown, law);
    expect(late?.state).toBe('not-confirmed');
    expect(late).not.toHaveProperty('latestOn');
  });
});
