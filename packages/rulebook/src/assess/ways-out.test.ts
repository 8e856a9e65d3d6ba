import { civilDate, type Service } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { edition, on, penalty, way } from './penalty.test-support.ts';

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
});
