import type { Edition } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { Comparison } from '../experiment/comparison.ts';
import type { Regime } from '../regime/regime.ts';
import { unenteredLists } from './unentered-lists.ts';
import { untriedLists } from './untried-lists.ts';

const card = (list: string, rest: object = {}) => ({
  ...{ list, title: { zh: list, en: list }, trigger: { item: 'penalty' } },
  ...rest,
});

function editionOf(cards: readonly ReturnType<typeof card>[]): Edition {
  return { lists: new Map(cards.map((each) => [each.list, each])) } as unknown as Edition;
}

/** A regime that leads from its only form to the lists of these places. */
function untried(
  cards: readonly ReturnType<typeof card>[],
  given: { readonly opened: readonly string[]; readonly leadsTo: number; readonly above: Edition },
): readonly unknown[] {
  const { opened, leadsTo, above } = given;
  const regime = {
    law: { edition: editionOf(cards) },
    lists: opened.map((id) => ({ id })),
    table: { proposes: Uint8Array.of(0, leadsTo) },
  };
  return untriedLists(regime as unknown as Regime, [above]).map(({ en }) => en);
}

describe('lists of a draft that were not tried', () => {
  const above = editionOf([card('tax'), card('customs')]);

  it('are its own that nothing leads to, opened or not', () => {
    const cards = [card('tax'), card('customs'), card('sites')];
    expect(untried(cards, { opened: ['tax'], leadsTo: 0b1, above })).toEqual(['sites']);
    expect(untried(cards, { opened: ['tax', 'sites'], leadsTo: 0b1, above })).toEqual(['sites']);
    expect(untried(cards, { opened: ['tax', 'sites'], leadsTo: 0b11, above })).toEqual([]);
  });

  it('are those of the law above only where the draft changes what they do', () => {
    const given = { opened: ['tax'], leadsTo: 0b1, above };
    const changed = card('customs', { effect: { measures: ['no_trains'] } });
    expect(untried([card('tax'), changed], given)).toEqual(['customs']);
    const reviewed = card('customs', { 'review-by': '2030-12-31' });
    expect(untried([card('tax'), reviewed], given)).toEqual([]);
  });
});

describe('lists of a draft on which nobody was entered', () => {
  const above = { ...editionOf([card('tax')]), code: 'cn' };
  const unentered = (own: readonly number[], before: readonly number[], known = [above]) => {
    const outcomes = Object.entries({ cn: before, draft: own }).map(([regime, entries]) => ({
      ...{ regime, replicates: { entries } },
    }));
    const regimes = ['cn', 'draft'].map((id) => ({ id, edition: { code: id } }));
    const edition = editionOf([card('tax'), card('sites')]);
    return unenteredLists({ outcomes, regimes } as unknown as Comparison, {
      ...{ id: 'draft', edition, builtUpon: known },
    }).map(({ en }) => en);
  };

  it('are those it adds, where every run has as many entries as under the rule above', () => {
    expect(unentered([4, 0, 2], [4, 0, 2])).toEqual(['sites']);
    expect(unentered([4, 0, 3], [4, 0, 2])).toEqual([]);
  });

  it('are all where nobody was entered on any, and the rule above is not among the compared', () => {
    const elsewhere = { ...above, code: 'other' };
    expect(unentered([0, 0], [1, 1], [elsewhere])).toEqual(['sites']);
    expect(unentered([1, 1], [1, 1], [elsewhere])).toEqual([]);
  });
});
