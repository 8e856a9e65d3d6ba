import { describe, expect, it } from 'vitest';

import { civilDate } from '../time/civil-date.ts';
import { judgeLifeEvent, type LifeFacts, type LifeRule } from './judge-life-event.ts';
import type { LifeEvent, LifeEventKind } from './life-event.ts';
import { lifeOf } from './life-of.ts';

const happened = (
  event: LifeEventKind,
  effectiveOn: string,
  rest: Partial<LifeEvent> = {},
): LifeEvent => ({
  ...{ eventId: `${event} ${effectiveOn}`, event, parties: [] },
  ...{ on: civilDate(effectiveOn), effectiveOn: civilDate(effectiveOn), ...rest },
});
const on = civilDate;
const party = (as: 'successor' | 'creditor') => ({ home: `h-${as}`, name: '某公司', as });
const two = [party('successor'), party('creditor')];

describe('the life of an organisation', () => {
  it('is one in operation where nothing was written down', () => {
    expect(lifeOf([], on('2026-01-01'))).toEqual({
      ...{ status: 'in_operation', names: [], codes: [], registrars: [], events: [] },
    });
  });

  it('tells its names and codes with the days on which they held', () => {
    const events = [
      happened('name', '2025-06-01', { before: '乙', after: '丙' }),
      happened('name', '2024-06-01', { before: '甲', after: '乙' }),
      happened('code', '2024-06-01', { after: 'B' }),
      happened('registrar', '2025-01-01', { before: 'county', after: 'city' }),
      happened('address', '2025-01-01', { before: '东', after: '西' }),
      happened('representative', '2025-01-01'),
    ];
    const life = lifeOf(events, on('2026-01-01'));
    expect(life.names).toEqual([
      { value: '甲', until: '2024-06-01' },
      { value: '乙', from: '2024-06-01', until: '2025-06-01' },
      { value: '丙', from: '2025-06-01' },
    ]);
    expect(life.codes).toEqual([{ value: 'B', from: '2024-06-01' }]);
    expect(life.registrars.at(-1)).toEqual({ value: 'city', from: '2025-01-01' });
    expect(life.status).toBe('in_operation');
    expect(life.events[0]?.effectiveOn).toBe('2025-06-01');
    expect(lifeOf(events, on('2025-05-31')).names.at(-1)?.value).toBe('乙');
  });

  it('forgets a change that names nothing', () => {
    expect(lifeOf([happened('name', '2024-06-01')], on('2026-01-01')).names).toEqual([]);
  });

  it('counts an event from the day on which it holds and was known', () => {
    const late = happened('deregistration', '2025-01-01', { on: on('2025-03-01') });
    expect(lifeOf([late], on('2025-02-28')).status).toBe('in_operation');
    expect(lifeOf([late], on('2025-03-01'))).toMatchObject({
      ...{ status: 'deregistered', since: '2025-01-01' },
    });
  });

  it('ends a dormancy by itself, and earlier by word', () => {
    const dormant = happened('dormancy', '2025-01-01', { until: on('2026-01-01') });
    const day = (text: string, ...more: readonly LifeEvent[]) =>
      lifeOf([dormant, ...more], on(text)).status;
    expect(day('2025-12-31')).toBe('dormant');
    expect(day('2026-01-01')).toBe('in_operation');
    expect(day('2025-12-31', happened('operation', '2025-06-01'))).toBe('in_operation');
    expect(lifeOf([happened('dormancy', '2025-01-01')], on('2025-02-01')).status).toBe(
      'in_operation',
    );
  });

  it.each([
    [happened('merger', '2025-01-01'), 'merged'],
    [happened('division', '2025-01-01', { form: 'dissolving' }), 'divided'],
    [happened('division', '2025-01-01', { form: 'surviving' }), 'in_operation'],
    [happened('simplified_deregistration', '2025-01-01'), 'deregistered'],
    [happened('reorganisation', '2025-01-01'), 'reorganising'],
  ] as const)('knows what it is after an event', (event, status) => {
    expect(lifeOf([event], on('2025-01-02')).status).toBe(status);
  });
});

describe('an event that is entered', () => {
  const facts: LifeFacts = { today: on('2026-05-01'), lists: [], monthEnds: 'down', standing: [] };
  const rule: LifeRule = { article: '条例', closedToListed: false };
  const codes = (
    event: LifeEvent,
    law: LifeRule | undefined = rule,
    more: Partial<LifeFacts> = {},
  ) =>
    judgeLifeEvent(event, law, { ...facts, ...more }).map(({ code, params }) =>
      `${code} ${String(params['field'] ?? '')}`.trim(),
    );

  it.each<readonly [string, LifeEvent, string]>([
    ['lies in the future', happened('operation', '2026-05-02'), 'life-form effectiveOn'],
    ['says no new name', happened('name', '2026-05-01'), 'life-form after'],
    [
      'changes nothing',
      happened('name', '2026-05-01', { before: '甲', after: '甲' }),
      'life-form after',
    ],
    ['merges in no way', happened('merger', '2026-05-01', { parties: two }), 'life-form form'],
    [
      'merges into nobody',
      happened('merger', '2026-05-01', { form: 'new' }),
      'life-form successors',
    ],
    [
      'divides as mergers do',
      happened('division', '2026-05-01', { form: 'new', parties: two }),
      'life-form form',
    ],
    [
      'divides into nobody',
      happened('division', '2026-05-01', { form: 'surviving' }),
      'life-form successors',
    ],
    [
      'has a successor where nothing passes',
      happened('deregistration', '2026-05-01', { parties: two }),
      'life-form successors',
    ],
  ])('is refused where it %s', (_, event, code) => {
    expect(codes(event)).toEqual([code]);
  });

  it('is taken where it is whole', () => {
    expect(codes(happened('name', '2026-05-01', { before: '甲', after: '乙' }))).toEqual([]);
    const whole = { form: 'absorbing', parties: two } as const;
    expect(codes(happened('merger', '2026-05-01', whole), undefined)).toEqual([]);
    const parts = { form: 'dissolving', parties: two } as const;
    expect(codes(happened('division', '2026-05-01', parts))).toEqual([]);
  });

  it('lasts no longer than the law allows, and has an end', () => {
    const lasting: LifeRule = { ...rule, lasts: { unit: 'months', count: 36 } };
    const dormant = (until?: string) =>
      happened('dormancy', '2026-01-31', until === undefined ? {} : { until: on(until) });
    expect(codes(dormant('2029-01-31'), lasting)).toEqual([]);
    expect(codes(dormant('2029-02-01'), lasting)).toEqual(['life-too-long']);
    expect(codes(dormant(), lasting)).toEqual(['life-form until']);
    expect(codes(dormant('2026-01-31'), lasting)).toEqual(['life-form until']);
  });

  it('lasts no longer with all its times added up, however they follow one another', () => {
    const lasting: LifeRule = { ...rule, lasts: { unit: 'months', count: 36 } };
    const first = happened('dormancy', '2024-01-31', { until: on('2026-01-31') });
    const again = (until: string, from = '2026-01-31') =>
      happened('dormancy', from, { until: on(until) });
    const after = (event: LifeEvent, ...standing: readonly LifeEvent[]) =>
      codes(event, lasting, { standing });
    // 731 days of them are used up, and the three years from 2026-01-31 end on 2029-01-31.
    expect(after(again('2027-01-31'), first)).toEqual([]);
    expect(after(again('2027-02-01'), first)).toEqual(['life-too-long']);
    // Back in business after one month: the rest of the first was never used.
    const back = happened('operation', '2024-03-01');
    expect(after(again('2028-12-01'), first, back)).toEqual([]);
    expect(after(again('2029-01-31'), first, back)).toEqual(['life-too-long']);
    // While the first still runs, what is left of it is not counted twice.
    expect(after(again('2027-01-30', '2025-01-31'), first)).toEqual([]);
    expect(after(again('2027-01-31', '2025-01-31'), first)).toEqual(['life-too-long']);
    const whole = happened('dormancy', '2023-01-31', { until: on('2026-01-31') });
    expect(after(again('2026-02-01'), whole)).toEqual(['life-too-long']);
    expect(after(again('2026-02-28'), happened('dormancy', '2024-01-31'))).toEqual([]);
  });

  it('is none where the organisation is gone, but that whoever merged is struck off', () => {
    const merged = happened('merger', '2026-03-01', { form: 'absorbing' });
    const gone = happened('deregistration', '2026-04-01');
    const after = (event: LifeEvent, ...standing: readonly LifeEvent[]) =>
      codes(event, rule, { standing });
    expect(after(happened('operation', '2026-04-02'), gone)).toEqual(['life-over']);
    expect(after(happened('deregistration', '2026-04-02'), gone)).toEqual(['life-over']);
    expect(after(happened('reorganisation', '2026-03-02'), merged)).toEqual(['life-over']);
    expect(after(happened('deregistration', '2026-03-02'), merged)).toEqual([]);
    // What happened before its end may still be written down.
    expect(after(happened('representative', '2026-03-31'), gone)).toEqual([]);
  });

  it('waits for the time in which others may object', () => {
    const open: LifeRule = { ...rule, objectionDays: 20 };
    const ended = (announced?: string) =>
      happened(
        'simplified_deregistration',
        '2026-04-30',
        announced === undefined ? {} : { announcedOn: on(announced) },
      );
    expect(codes(ended('2026-04-09'), open)).toEqual([]);
    expect(codes(ended('2026-04-10'), open)).toEqual(['life-window']);
    expect(codes(ended(), open)).toEqual(['life-form announcedOn']);
  });

  it('is closed to whoever is listed, where the law says so', () => {
    const closed: LifeRule = { ...rule, closedToListed: true };
    const event = happened('simplified_deregistration', '2026-04-30');
    expect(codes(event, closed, { lists: ['经营异常名录'] })).toEqual(['life-listed']);
    expect(codes(event, closed)).toEqual([]);
    expect(codes(event, rule, { lists: ['经营异常名录'] })).toEqual([]);
  });
});
