import { describe, expect, it } from 'vitest';

import { createTown } from '../town.test-support.ts';

describe('the rulebook as readers see it', () => {
  it('lists editions, the newest in force first', async () => {
    const { casework } = await createTown();
    const { editions, clock } = await casework.listEditions();

    expect(clock.edition.code).toBe('town-2026');
    expect(editions).toMatchObject([
      { code: 'town-2026', succeeds: 'town-2023', territory: 'town', languages: ['zh', 'en'] },
      { code: 'town-2023', inForceUntil: '2026-04-01' },
    ]);
    expect(editions[1]).not.toHaveProperty('succeeds');
  });

  it('gives a line for every card of an edition, by kind and id', async () => {
    const { casework } = await createTown();
    const outcome = await casework.viewEdition('town-2026');

    if (outcome.kind !== 'found') throw new Error(outcome.kind);
    const { cards, edition } = outcome.view;
    expect(cards).toHaveLength(edition.cards);
    expect(cards.slice(0, 4).map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'item:licence',
      'item:penalty',
      'item:registration',
      'value:publicity.general',
    ]);
    expect(cards[1]).toEqual({
      kind: 'item',
      id: 'penalty',
      title: { zh: '行政处罚信息', en: 'Administrative penalty' },
      confidence: 'verified',
      inForce: { from: '2023-05-01', until: 'none' },
    });
  });

  it('shows a card with its articles, the cards it names, and what rests on it', async () => {
    const { casework } = await createTown();
    const outcome = await casework.viewCard('town-2026', 'item', 'penalty');

    if (outcome.kind !== 'found') throw new Error(outcome.kind);
    const { card, titles, citedBy, content } = outcome.view;
    expect(card).toMatchObject({
      reviewBy: '2035-12-31',
      basis: [
        {
          citation: { source: 'town-act', at: 'art-1' },
          sourceTitle: { en: 'Town Act' },
          confidence: 'verified',
        },
      ],
    });
    expect(content).toMatchObject({ item: 'penalty', 'import-as': 'penalty' });
    expect(Object.keys(titles).sort()).toEqual([
      'clock:court',
      'clock:dispute',
      'clock:repair',
      'clock:review',
      'schema:penalty',
      'source:town-act',
      'value:publicity.general',
      'value:publicity.minor',
    ]);
    expect(citedBy.map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'mapping:foreign',
      'agency:town_office',
    ]);
  });

  it('names everything that rests on an article of a source', async () => {
    const { casework } = await createTown();
    const outcome = await casework.viewCard('town-2023', 'source', 'town-act');

    if (outcome.kind !== 'found') throw new Error(outcome.kind);
    expect(outcome.view.citedBy.map(({ id }) => id)).toContain('publicity.general');
  });

  it.each([
    ['nowhere', 'item', 'penalty'],
    ['town-2026', 'item', 'weather'],
    ['town-2026', 'list', 'penalty'],
  ] as const)('does not find %s %s %s', async (edition, kind, id) => {
    const { casework } = await createTown();

    expect(await casework.viewCard(edition, kind, id)).toEqual({ kind: 'not-found' });
    if (edition === 'nowhere') {
      expect(await casework.viewEdition(edition)).toEqual({ kind: 'not-found' });
    }
  });
});
