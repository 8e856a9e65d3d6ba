import { describe, expect, it } from 'vitest';

import { findingsOf, type CardData } from '../guard/corpus.test-support.ts';
import { article, laid } from '../guard/faulty-cards.test-support.ts';

const grounds = { basis: [article], confidence: 'verified' } as const;
const says = { zh: '示例', en: 'Example' };
const left = { exclusion: 'left', says, ...grounds };

function codesOf(approval: CardData, more: CardData = {}): readonly string[] {
  return findingsOf(laid('pledge', { approval, ...more }))
    .filter(({ severity }) => severity !== 'warning')
    .map(({ code }) => code);
}

/** Every class of the corpus's risk class, with its period. */
function byClass(...classes: readonly string[]): CardData {
  const rows = classes.map((each) => ({ class: each, within: 'P2M' }));
  return { 'post-check': { 'by-class': { card: 'national.inspection', rows } } };
}

describe('an item open to a pledge', () => {
  it('that is a free choice, told, looked at and with a way back loads', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf(byClass('a', 'b', 'c', 'd'))).toEqual([]);
  });

  it.each<readonly [string, CardData, CardData, string]>([
    [
      'costs something not to choose',
      { 'ordinary-way': { detriment: 'slower' } },
      {},
      'value-wrong',
    ],
    ['closes the ordinary way', {}, { voluntary: false }, 'value-wrong'],
    ['can never be left', { withdrawal: 'never' }, {}, 'value-wrong'],
    [
      'leaves nobody out for a broken pledge',
      { exclusions: [{ ...left, by: 'office' }] },
      {},
      'key-missing',
    ],
    [
      'leaves out by a measure that is none',
      {
        exclusions: [
          { ...left, by: 'unrepaired_pledge' },
          { ...left, by: 'measure', measure: 'shaming' },
        ],
      },
      {},
      'measure-unknown',
    ],
    ['exempts a class', byClass('b', 'c', 'd'), {}, 'class-mismatch'],
    ['names a class twice', byClass('a', 'a', 'b', 'c', 'd'), {}, 'class-mismatch'],
    [
      'postpones a paper for ever',
      { materials: [{ material: 'plan', says, instead: 'postponed' }] },
      {},
      'key-missing',
    ],
    [
      'names a day for what is waived',
      { materials: [{ material: 'plan', says, instead: 'waived', within: 'P30D' }] },
      {},
      'key-unknown',
    ],
  ])('is refused where it %s', (_, approval, more, code) => {
    expect(codesOf(approval, more)).toContain(code);
  });
});
