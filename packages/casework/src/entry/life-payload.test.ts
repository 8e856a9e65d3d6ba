import { describe, expect, it } from 'vitest';

import {
  isLifeAct,
  isLifeEvent,
  isLifePart,
  isLifeSettled,
  isLifeWaiting,
  readLifeEvent,
} from './life-payload.ts';

const on = '2026-05-04';
const by = { official: '王一', agency: 'market_regulation', role: 'data_officer', account: 'a1' };
const event = {
  ...{ eventId: 'e1', event: 'merger', on, effectiveOn: on, form: 'absorbing', by },
  ...{ document: '望市监登〔2026〕1号', confirmedBy: 'market_regulation' },
  parties: [{ home: 'h2', name: '承继公司', code: '91999999MA3K7T2X0J', as: 'successor' }],
};

/** As they stand in journals; a version is never changed, only followed by another. */
const frozen: readonly (readonly [string, (payload: unknown) => boolean, object])[] = [
  ['life-event@1, merger', isLifeEvent, event],
  [
    'life-event@1, dormancy',
    isLifeEvent,
    { eventId: 'e2', event: 'dormancy', on, effectiveOn: on, until: '2027-05-04', parties: [], by },
  ],
  [
    'life-event@1, code',
    isLifeEvent,
    {
      ...{ eventId: 'e3', event: 'code', on, effectiveOn: on, parties: [], by },
      ...{ before: '91999999MA3K7T2X0J', after: '91999999MA3K7T2X1A', scheme: 'uscc' },
    },
  ],
  [
    'life-event@1, simplified deregistration',
    isLifeEvent,
    {
      ...{ eventId: 'e4', event: 'simplified_deregistration', on, effectiveOn: on, by },
      ...{ announcedOn: '2026-04-01', parties: [] },
    },
  ],
  [
    'life-event@1, stated by a file',
    isLifeEvent,
    {
      ...{ eventId: 'e5', event: 'name', on, effectiveOn: on, before: '原名', after: '新名', by },
      ...{ parties: [], from: { batchId: 'b1', row: 2 } },
    },
  ],
  ['life-act@1, confirmed', isLifeAct, { eventId: 'e1', on, act: 'confirmed', by, reason: '属实' }],
  ['life-act@1, undone', isLifeAct, { eventId: 'e1', on, act: 'undone', caseId: 'c1' }],
  ['life-part@1', isLifePart, { of: { home: 'h1', name: '原公司' }, as: 'successor', on, event }],
  ['life-waiting@1', isLifeWaiting, { eventId: 'e1', home: 'h1', on }],
  ['life-settled@1', isLifeSettled, { eventId: 'e1', on }],
];

describe('the payloads of events in a life', () => {
  it.each(frozen)('%s is read as it was written', (_, is, sample) => {
    expect(is(sample)).toBe(true);
    expect(is({ ...sample, more: 1 })).toBe(false);
  });

  it('name the first field that does not fit', () => {
    const said = { event: 'name', effectiveOn: on, after: '新名' };
    expect(readLifeEvent(said)).toMatchObject({ kind: 'read', said });
    expect(readLifeEvent({ ...said, effectiveOn: 'soon' })).toEqual({
      ...{ kind: 'fault', field: 'effectiveOn' },
    });
    expect(readLifeEvent({ ...said, shade: 1 })).toEqual({ kind: 'fault', field: 'shade' });
    expect(readLifeEvent(undefined)).toEqual({ kind: 'fault', field: 'event' });
  });
});
