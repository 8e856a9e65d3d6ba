import { describe, expect, it } from 'vitest';

import { isContract, isContractBody, isContractParty, isContractStep } from './contract-payload.ts';
import {
  isDisclosure,
  isPromise,
  isPromiseStep,
  isRetaliation,
  isRetaliationAnswer,
} from './promise-payload.ts';

const on = '2026-05-04';
const step = (act: object) => ({ contractId: 'c1', on, by: 'buyer', act });

/** As they stand in journals; a version is never changed, only followed by another. */
const frozen: readonly (readonly [string, (payload: unknown) => boolean, object])[] = [
  [
    'contract@1',
    isContract,
    {
      ...{ contractId: 'c1', on, by: 'supplier', number: '望采〔2026〕1号', title: '办公家具' },
      ...{ signedOn: '2026-01-05', amount: 1_000_000, currency: 'CNY', payer: 'public_body' },
      buyer: { home: 'h1', name: '某局', code: '11999999MA3K7T2X0J' },
      supplier: { name: '某公司' },
      terms: { days: 60, yearlyRate: 40_000, clauses: ['pay_when_paid'] },
      milestones: [{ milestone: 'm1', title: '交货', dueOn: on, by: 'supplier', amount: 1 }],
    },
  ],
  [
    'contract-act@1, delivered',
    isContractStep,
    step({
      ...{ kind: 'delivered', delivery: 'd1', deliveredOn: on, amount: 10, partial: true },
      ...{ test: { endsOn: on }, retention: { amount: 1, dueOn: on }, invoice: '1' },
    }),
  ],
  [
    'contract-act@1, proposed',
    isContractStep,
    step({ kind: 'proposed', reason: '洪水', rests: { from: on, until: '2026-06-01' } }),
  ],
  [
    'contract-act@1, paid',
    isContractStep,
    step({ kind: 'paid', delivery: 'd1', amount: 5, paidOn: on, proof: '回单' }),
  ],
  [
    'contract-act@1, advanced',
    isContractStep,
    step({ kind: 'advanced', amount: 5, paidOn: on, proof: '预付回单' }),
  ],
  ['contract-party@1', isContractParty, { contractId: 'c1', home: 'h1', on }],
  ['contract-body@1', isContractBody, { home: 'h1', on }],
  [
    'promise@1',
    isPromise,
    { promiseId: 'p1', on, number: '1号', text: '免租', power: '条例', to: '园区企业', dueOn: on },
  ],
  [
    'promise-act@1',
    isPromiseStep,
    {
      ...{ promiseId: 'p1', on },
      act: {
        ...{ kind: 'changed', interest: '防洪', procedure: '决定1号', text: '改址', dueOn: on },
        ...{ compensation: '搬迁费', compensationBy: on },
      },
    },
  ],
  ['disclosure@1', isDisclosure, { year: 2025, on, contracts: 3, amount: 500 }],
  [
    'retaliation@1',
    isRetaliation,
    {
      ...{ reportId: 'r1', on, contractId: 'c1', text: '被移出名录', since: on, to: 'city' },
      ...{ firm: { home: 'h2', name: '某公司' }, body: { home: 'h1', name: '某局' } },
    },
  ],
  [
    'retaliation-answered@1',
    isRetaliationAnswer,
    { reportId: 'r1', on, outcome: 'founded', reason: '属实', remedy: '恢复' },
  ],
];

describe('the payloads of contracts and promises', () => {
  it.each(frozen)('%s is read as it was written', (_, is, sample) => {
    expect(is(sample)).toBe(true);
    expect(is({ ...sample, more: 1 })).toBe(false);
  });
});
