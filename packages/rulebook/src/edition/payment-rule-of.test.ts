import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { paymentRuleCard } from '../card/payment-rule-card.ts';
import { paymentLawOf } from './payment-rule-of.ts';

const basis = [{ source: 'law', at: 'art-1' }];
const row = { basis, confidence: 'verified' };
const written = {
  ...{ 'payment-rule': 'pay', title: { en: 'Payment' }, ...row },
  ...{ 'in-force': { from: '2025-06-01', until: 'none' }, 'review-by': '2029-12-31' },
  payers: [
    { payer: 'public_body', usual: 30, most: 60, ...row },
    { payer: 'large_enterprise', usual: 60, most: 60, ...row },
  ],
  interest: { 'per-day': '0.05', 'year-days': 365, ...row },
  'reference-rates': [
    { from: '2024-10-21', 'per-year': '3.10', confidence: 'unverified' },
    { from: '2025-05-20', 'per-year': '3', confidence: 'unverified' },
  ],
  'disclosed-by': '03-31',
  ...{ clauses: [], duties: [], consequences: [] },
};

describe('the rule on paying in time', () => {
  const card = paymentRuleCard.parse(written);
  const paymentRules = new Map([['pay', card]]);

  it('reads per cents as whole parts of a million', () => {
    const law = paymentLawOf({ paymentRules }, civilDate('2025-06-01'));
    expect(law?.rule.interest).toEqual({
      otherwise: { parts: 500, per: 'day' },
      yearDays: 365,
      reference: [
        { from: '2024-10-21', parts: 31_000 },
        { from: '2025-05-20', parts: 30_000 },
      ],
    });
    expect(law?.rule.terms.public_body).toMatchObject({ usual: 30, most: 60 });
  });

  it('is not there before it is in force', () => {
    expect(paymentLawOf({ paymentRules }, civilDate('2025-05-31'))).toBeUndefined();
  });

  it('names each payer once, agrees no less than usual, and orders its rates', () => {
    const duty = { point: 'deposits', says: { zh: '保证金' }, ...row };
    const [first, second] = written.payers;
    const [old, recent] = written['reference-rates'];
    for (const wrong of [
      { payers: [first, first] },
      { payers: [{ ...first, most: 29 }, second] },
      { 'reference-rates': [recent, old] },
      { duties: [duty, duty] },
    ]) {
      expect(paymentRuleCard.safeParse({ ...written, ...wrong }).success).toBe(false);
    }
  });
});
