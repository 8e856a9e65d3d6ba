import { describe, expect, it } from 'vitest';

import { civilDate } from '../time/civil-date.ts';
import { changesStated, type RegistrationHeld, type RegistrationStated } from './changes-stated.ts';
import type { LifeEvent } from './life-event.ts';

const day = civilDate;
const held: RegistrationHeld = {
  ...{ name: '甲公司', address: '东路1号', statedOn: day('2020-01-06') },
  events: [],
};
const stated: RegistrationStated = {
  ...{ name: '甲公司', address: '东路1号', statedOn: day('2020-01-06') },
  representativeChanged: false,
};
const today = day('2026-05-04');
const isSame = (one: string, other: string) => one.trim() === other.trim();
const ask = (now: Partial<RegistrationStated>, before: Partial<RegistrationHeld> = {}) =>
  changesStated({
    ...{ held: { ...held, ...before }, stated: { ...stated, ...now }, today, isSame },
  });
const happened = (
  event: LifeEvent['event'],
  effectiveOn: string,
  rest: Partial<LifeEvent> = {},
): LifeEvent => ({
  ...{ eventId: `${event} ${effectiveOn}`, event, parties: [] },
  ...{ on: day(effectiveOn), effectiveOn: day(effectiveOn), ...rest },
});
const renamed = happened('name', '2026-03-02', { before: '甲公司', after: '乙公司' });
const known = { kind: 'known' };
const unexplained = { kind: 'unexplained' };

describe('what a registration file changes', () => {
  it('holds from the day that the file carries, else from the day of the file', () => {
    const name = { event: 'name', before: '甲公司', after: '乙公司' };
    expect(ask({ name: '乙公司', statedOn: day('2026-03-02') })).toEqual({
      ...{ kind: 'changes', changes: [{ ...name, effectiveOn: '2026-03-02' }] },
    });
    const moved = { event: 'address', before: '东路1号', after: '西路2号', effectiveOn: today };
    expect(ask({ address: '西路2号' })).toEqual({ kind: 'changes', changes: [moved] });
  });

  it('is no change of name without a day of its own: two firms may bear one code', () => {
    expect(ask({ name: '乙公司' })).toEqual(unexplained);
  });

  it('tells a name, an address and a representative apart', () => {
    const moved = { address: '西路2号', name: '乙公司', representativeChanged: true };
    expect(ask({ ...moved, statedOn: day('2026-03-02') })).toMatchObject({
      changes: [{ event: 'name' }, { before: '东路1号' }, { event: 'representative' }],
    });
    const first = { statedOn: held.statedOn, events: [] };
    expect(changesStated({ held: first, stated, today, isSame })).toEqual(unexplained);
  });

  it('is nothing where an event says the same already', () => {
    const after = { events: [renamed] };
    expect(ask({ name: '乙公司 ', statedOn: day('2026-03-02') }, after)).toEqual(known);
    expect(ask({ name: '乙公司' }, after)).toEqual(known);
    const desk = happened('name', '2026-03-01', { after: '乙公司', on: day('2026-03-05') });
    expect(ask({ name: '乙公司', statedOn: day('2026-03-04') }, { events: [desk] })).toEqual(known);
  });

  it('is nothing where an event came after what the file states', () => {
    const next = happened('name', '2026-04-01', { before: '乙公司', after: '丙公司' });
    const events = [next, renamed];
    expect(ask({ name: '乙公司', statedOn: day('2026-03-02') }, { events })).toEqual(known);
    expect(ask({ name: '丁公司', statedOn: day('2026-04-02') }, { events })).toMatchObject({
      changes: [{ before: '丙公司', after: '丁公司' }],
    });
  });

  it.each(['东路1号', '西路2号'])('never takes %s without a day for the way back', (address) => {
    const moved = happened('address', '2026-03-02', { before: '东路1号', after: '西路2号' });
    const next = happened('address', '2026-04-01', { before: '西路2号', after: '南路3号' });
    expect(ask({ address }, { events: [moved, next] })).toEqual(unexplained);
  });

  it('enters a change of representative once, and only by a day of its own', () => {
    const said = { representativeChanged: true, statedOn: day('2026-03-02') };
    const change = { kind: 'changes', changes: [{ event: 'representative' }] };
    const events = [happened('representative', '2026-03-02')];
    expect(ask(said)).toMatchObject(change);
    expect(ask(said, { events })).toEqual(known);
    expect(ask({ ...said, statedOn: day('2026-03-03') }, { events })).toMatchObject(change);
    expect(ask({ representativeChanged: true })).toEqual(unexplained);
  });

  it('leaves to people what no change explains', () => {
    expect(ask({})).toEqual(unexplained);
    const later = { name: '乙公司', statedOn: day('2026-03-03') };
    expect(ask(later, { events: [renamed] })).toEqual(unexplained);
    expect(ask({ name: '乙公司', statedOn: day('2019-12-31') })).toEqual(unexplained);
    expect(ask({ name: '乙公司', statedOn: day('2026-05-05') })).toEqual(unexplained);
  });
});
