import type { JsonValue } from '@credence/domain';

import { justice } from './world.ts';
import { market } from '../support/world.ts';

/** What officials and parties say in a case, whole and lawful; an attack changes one thing of it. */
export const desks = { own: market, platform: 'credit', superior: 'province', review: justice };

const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const basis = ['samr-order-44-2021#art-2'];
const measures = ['key_supervision', 'pledge_procedure_excluded', 'honours_limit'];

export const numberOf = (of: number): string => `望市监罚〔2024〕${String(of)}号`;

interface Change {
  readonly [field: string]: JsonValue;
}

export function listing(of: number, recordId: string, change: Change = {}): JsonValue {
  const { desks: other = desks, beside = {}, ...rest } = change;
  return {
    desks: other,
    ...(isParts(beside) ? beside : {}),
    matter: {
      ...{ case: 'listing', list: 'samr.serious-violations', recordId, basis, measures },
      document: { number: numberOf(of) },
      conductOn: '2023-11-01',
      reason: '涉及食品安全，受到较重行政处罚。',
      evidence: ['处罚决定书'],
      ...rest,
    },
  };
}

export function notice(change: Change = {}): JsonValue {
  const document = { number: '望市监告〔2024〕1号' };
  return { document, told, measures, reason: '拟列入严重违法失信名单。', ...change };
}

export function decision(change: Change = {}): JsonValue {
  return {
    ...{ document: { number: '望市监列〔2024〕1号' }, basis, told, measures, answers: [] },
    ...{ reason: '性质恶劣、情节严重。', ...change },
  };
}

export const service = (paper: 'notice' | 'decision', servedOn: string): JsonValue => ({
  ...{ paper, mode: 'in_person', servedOn, proof: '送达回证' },
});

export const points: JsonValue = [{ text: '情节轻微' }];
export const answers: JsonValue = [{ point: 1, text: '不影响列入。', outcome: 'refused' }];

export function measure(cause: string, change: Change = {}): JsonValue {
  return {
    desks: { ...desks, body: market },
    matter: {
      ...{ case: 'measure', measure: 'key_supervision', cause },
      capacity: 'market_supervision',
      ...change,
    },
  };
}

export function against(kind: 'objection' | 'repair', recordId: string): JsonValue {
  const target = { kind: 'record', recordId };
  const matter =
    kind === 'repair'
      ? { case: kind, target }
      : { case: kind, target, clock: 'dispute.credence', points };
  return { desks, matter };
}

export function appeal(of: string, own: string): JsonValue {
  return { desks: { ...desks, own }, matter: { case: 'appeal', of, points } };
}

function isParts(value: JsonValue): value is Change {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
