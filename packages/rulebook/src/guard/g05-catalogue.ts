import type { SourceRank } from '../card/source-card.ts';
import type { Guard } from './guard.ts';
import { legislativeRanks, placeOf } from './view.ts';

/** The catalogue itself is a normative document; law, regulation and central policy may add to it. */
const catalogueRanks: readonly SourceRank[] = [
  ...legislativeRanks,
  'central_policy_document',
  'normative_document',
];

/** What a local edition adds of its own rests on a local regulation (N3). */
const localRanks: readonly SourceRank[] = ['local_regulation'];

/** Every item is named by an article of the catalogue, or by the law that adds it. */
export const g05: Guard = {
  id: 'G05',
  title: { zh: '目录之外不得归集', en: 'Only catalogued information' },
  why: {
    zh: '公共信用信息实行目录管理，不得超出目录采集。',
    en: 'Public bodies may not collect beyond the catalogue.',
  },
  source: 'National Basic Catalogue of Public Credit Information, notes; Opinions 2020/49 item 3',
  judge(view, report) {
    for (const [id, item] of view.cards.item) {
      const isAdded = view.parent !== undefined && !view.parent.items.has(id);
      const accepted = isAdded ? localRanks : catalogueRanks;
      const named = view
        .cited(item.basis)
        .filter(({ article }) => article.items?.includes(id) === true);
      if (named.some(({ source }) => accepted.includes(source.rank))) continue;
      report(placeOf('item', id, 'basis'), {
        code: 'item-uncatalogued',
        message: `No article cited names ${id} as an item of public credit information.`,
        found: named.map(({ source }) => `${source.source} (${source.rank})`).join(', ') || 'none',
        accepted: `an article with items: [${id}], of ${accepted.join(' | ')}`,
        repair: 'Cite the article of the catalogue that names it, or remove the item.',
      });
    }
  },
};
