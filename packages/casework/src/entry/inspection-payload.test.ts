import { describe, expect, it } from 'vitest';

import {
  isDrawCommitted,
  isDrawDisclosed,
  isDrawList,
  isDrawTaken,
  isHandPicked,
  isInspectionPlan,
} from './inspection-payload.ts';

const by = { official: '林书澜', agency: 'market_regulation', role: 'case_officer' };
const hash = 'ab'.repeat(32);
const power = { kind: 'too-few', visits: 0, found: 0 };
const frame = {
  ...{ agency: 'market_regulation', card: 'cn.random', edition: 'cn-2026', editionHash: hash },
  ...{ from: '2026-05-01', until: '2026-06-30' },
};

/** As they were written first; a sample is never changed. */
const frozen: readonly (readonly [string, (payload: unknown) => boolean, object])[] = [
  [
    'inspection-plan@1',
    isInspectionPlan,
    {
      ...{ draw: 'd1', ...frame, power, inspectors: 2, on: '2026-04-30', by },
      strata: [{ id: '999901', eligible: 100, draws: 3, coverage: 'drawn' }],
      classes: { used: false, why: 'too-few' },
    },
  ],
  [
    'draw-list@1',
    isDrawList,
    {
      ...{ draw: 'd1', salt: hash },
      lines: [
        {
          ...{ home: 'h1', code: '91999901MA0000001X', name: '望澜第1商行', tokenSalt: hash },
          ...{ token: hash, stratum: '999901', weight: 1 },
        },
      ],
      inspectors: [{ name: '甲', token: hash, recused: [hash] }],
    },
  ],
  [
    'draw-committed@1',
    isDrawCommitted,
    { draw: 'd1', terms: { form: 'x' }, commitment: hash, on: '2026-04-30', by },
  ],
  [
    'draw-list@2',
    isDrawList,
    {
      ...{ draw: 'd1', salt: hash },
      lines: [
        {
          ...{ home: 'h1', code: '92999901MA0000001X', name: '望澜第1小吃店', tokenSalt: hash },
          ...{ token: hash, stratum: '999901', weight: 1 },
          premises: { record: 'r1', number: 'JY19999010000001' },
        },
      ],
      inspectors: [],
    },
  ],
  ['draw-taken@1', isDrawTaken, { draw: 'd1', on: '2026-05-01' }],
  [
    'draw-disclosed@1',
    isDrawDisclosed,
    { draw: 'd1', names: [{ code: '91999901MA0000001X', name: '甲' }], on: '2026-07-01', by },
  ],
  [
    'draw-disclosed@2',
    isDrawDisclosed,
    {
      ...{ draw: 'd1', on: '2026-07-01', by },
      names: [{ code: '92999901MA0000001X', name: '望澜第1小吃店', unit: 'licensed_premises' }],
    },
  ],
  [
    'hand-picked@1',
    isHandPicked,
    { agency: 'market_regulation', code: 'c', reason: '来信属实', on: '2026-05-01', by },
  ],
];

describe('an entry about inspections', () => {
  it.each(frozen)('%s is read as it was written', (_, is, sample) => {
    expect(is(sample)).toBe(true);
  });

  it.each(frozen)('%s is not read with anything more, or less', (_, is, sample) => {
    expect(is({ ...sample, more: 1 })).toBe(false);
    const [first = ''] = Object.keys(sample);
    expect(is({ ...sample, [first]: undefined })).toBe(false);
  });
});
