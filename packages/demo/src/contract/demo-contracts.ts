import type { CivilDate, JsonValue } from '@credence/domain';

import { getAgency } from '../city/agencies.ts';
import { getRole } from '../storybook/cast.ts';

/** One step of a story about a contract or a promise, so many days before today. */
export interface DemoContractStep {
  /** Which contract or promise it is about. */
  readonly name: string;
  readonly daysAgo: number;
  /** Unified code of the organisation that takes it. */
  readonly by: string;
  readonly step: 'contract' | 'act' | 'promise' | 'promise-act';
  /** What is said, with the days of the story. */
  readonly say: (ago: (days: number) => CivilDate) => JsonValue;
}

/** Pays late; somebody of the demonstration speaks for it. */
const payer = getAgency('housing_construction').unifiedCode;
/** Promised to firms. */
const promiser = getAgency('culture_tourism').unifiedCode;
const supplier = getRole('lanjiang').code;
const other = getRole('repair-lodged').code;

const promise = (
  name: string,
  daysAgo: number,
  say: DemoContractStep['say'],
): DemoContractStep => ({
  ...{ name, daysAgo, by: promiser, step: 'promise', say },
});

/** All suppliers of the stories are small, and told so. */
const sizes = { supplierIsSmall: true, buyerIsLarge: false };

/** A contract paid late, one that runs, one of which each side missed a milestone, a promise kept, and one changed with what makes up for it. */
export const demoContracts: readonly DemoContractStep[] = [
  {
    ...{ name: 'late', daysAgo: 150, by: supplier, step: 'contract' },
    say: (ago) => ({
      ...{ buyerCode: payer, number: '望采〔2026〕演1号', title: '办公设备采购' },
      ...{ signedOn: ago(150), amount: 38_600_000, terms: { days: 30 }, sizes },
      milestones: [
        { milestone: 'm1', title: '交货', dueOn: ago(110), by: 'supplier' },
        { milestone: 'm2', title: '付款', dueOn: ago(80), by: 'buyer', amount: 38_600_000 },
      ],
    }),
  },
  {
    ...{ name: 'late', daysAgo: 112, by: supplier, step: 'act' },
    say: (ago) => ({
      ...{ kind: 'delivered', delivery: '一', invoice: '演01', deliveredOn: ago(112) },
      ...{ amount: 38_600_000, retention: { amount: 1_930_000, dueOn: ago(-250) } },
    }),
  },
  {
    ...{ name: 'late', daysAgo: 111, by: payer, step: 'act' },
    say: (ago) => ({ kind: 'met', milestone: 'm1', metOn: ago(112), proof: '验收单' }),
  },
  {
    ...{ name: 'late', daysAgo: 60, by: payer, step: 'act' },
    say: (ago) => ({
      ...{ kind: 'paid', delivery: '一', amount: 10_000_000, paidOn: ago(60), proof: '回单1' },
    }),
  },
  {
    ...{ name: 'late', daysAgo: 50, by: supplier, step: 'act' },
    say: () => ({ kind: 'asked', delivery: '一' }),
  },
  {
    ...{ name: 'late', daysAgo: 40, by: payer, step: 'act' },
    say: () => ({ kind: 'confirmed', delivery: '一', amount: 26_670_000 }),
  },
  {
    ...{ name: 'runs', daysAgo: 30, by: other, step: 'contract' },
    say: (ago) => ({
      ...{ buyerCode: payer, number: '望采〔2026〕演2号', title: '绿化养护', named: true },
      ...{ signedOn: ago(30), amount: 12_000_000, terms: { days: 60, yearlyRate: 45_000 }, sizes },
      milestones: [{ milestone: 'm1', title: '首季养护', dueOn: ago(-60), by: 'supplier' }],
    }),
  },
  {
    ...{ name: 'runs', daysAgo: 20, by: payer, step: 'act' },
    say: (ago) => ({
      kind: 'proposed',
      reason: '汛期停工，养护节点顺延',
      milestone: { milestone: 'm1', title: '首季养护', dueOn: ago(-75), by: 'supplier' },
    }),
  },
  {
    ...{ name: 'missed', daysAgo: 120, by: payer, step: 'contract' },
    say: (ago) => ({
      ...{ supplierCode: supplier, number: '望采〔2026〕演5号', title: '路灯配电箱更换' },
      ...{ signedOn: ago(120), amount: 54_000_000, terms: { days: 30 }, sizes },
      milestones: [
        { milestone: 'm1', title: '移交施工场地', dueOn: ago(70), by: 'buyer' },
        { milestone: 'm2', title: '首批到货', dueOn: ago(40), by: 'supplier' },
        { milestone: 'm3', title: '全部安装', dueOn: ago(-90), by: 'supplier' },
      ],
    }),
  },
  {
    ...{ name: 'missed', daysAgo: 35, by: payer, step: 'act' },
    say: () => ({ kind: 'breach-claimed', text: '首批配电箱到期未到货' }),
  },
  {
    ...{ name: 'missed', daysAgo: 30, by: supplier, step: 'act' },
    say: () => ({ kind: 'breach-admitted', place: 0 }),
  },
  promise('kept', 200, (ago) => ({
    ...{ number: '望府〔2025〕演3号', text: '开通企业开办一窗通办', power: '优化营商环境条例' },
    ...{ to: '新办企业', dueOn: ago(90) },
  })),
  {
    ...{ name: 'kept', daysAgo: 95, by: promiser, step: 'promise-act' },
    say: (ago) => ({ kind: 'kept', keptOn: ago(95), proof: '通办窗口公告' }),
  },
  promise('changed', 190, (ago) => ({
    ...{ number: '望府〔2025〕演4号', text: '入园企业两年免租', power: '望澜市招商引资办法第五条' },
    ...{ to: '滨河园区入园企业', dueOn: ago(-200) },
  })),
  {
    ...{ name: 'changed', daysAgo: 45, by: promiser, step: 'promise-act' },
    say: (ago) => ({
      ...{
        kind: 'changed',
        interest: '园区划入行洪区，须整体搬迁',
        procedure: '望府决〔2026〕演1号',
      },
      ...{ text: '免租一年，迁入新园区', dueOn: ago(-300) },
      ...{ compensation: '补偿一年租金和搬迁费', compensationBy: ago(-60) },
    }),
  },
];
