import type { CardKind } from '../card/card-kinds.ts';
import type { Category } from '../card/guard-words.ts';
import type { Path } from '../load/place.ts';
import type { Guard } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

/** Opinion, speech, belief, body, whereabouts, purchases, contacts: never, and never free text. */
export const g06: Guard = {
  id: 'G06',
  alias: 'L09',
  title: { zh: '禁止采集的信息', en: 'Forbidden data' },
  why: {
    zh: '言论、信仰、民族、生物特征、健康、行踪、消费、通信、社会关系等信息永不采集。',
    en: 'Opinion, speech, belief, ethnicity, body, health, trails, purchases, messages: never.',
  },
  source: 'Regulation on the Credit Reporting Industry art. 14; GDPR art. 9; Suining 2010',
  judge(view, report) {
    const tell = (kind: CardKind, id: string, path: Path, category: Category) => {
      if (!isForbidden(category)) return;
      report(placeOf(kind, id, ...path), {
        code: 'data-forbidden',
        message: 'Information of this kind is never collected; no article can allow it.',
        found: category,
        repair: 'Remove it.',
      });
    };
    for (const [id, item] of view.cards.item) {
      tell('item', id, ['category'], item.category);
      if (isBehaviour(item.category) && isAdverseItem(view.draft, item)) {
        report(placeOf('item', id, 'category'), {
          code: 'data-forbidden',
          message: 'Everyday conduct and who a person is are kept against nobody.',
          found: item.category,
          repair: 'Remove it.',
        });
      }
      // Public-security penalties are sealed since 2026 (N17).
      if (item.category !== 'public_security' || item.disclosure === 'internal') continue;
      report(placeOf('item', id, 'disclosure'), {
        code: 'data-forbidden',
        message: 'Public-security penalties are sealed: not published, shared or counted (N17).',
        found: item.disclosure,
        accepted: 'internal',
        repair: 'Write disclosure: internal, or remove the item.',
      });
    }
    for (const [id, schema] of view.cards.schema) {
      schema.columns.forEach(({ category, field }, index) => {
        if (category === undefined || field === 'none') return;
        tell('schema', id, ['columns', index, 'category'], category);
      });
    }
    for (const [id, points] of view.cards.points) {
      points.entries.forEach(({ category }, index) => {
        tell('points', id, ['entries', index, 'category'], category);
      });
    }
    for (const [id, { category }] of view.cards.incentive) {
      tell('incentive', id, ['category'], category);
    }
    for (const { kind, id, inputs } of [...view.programs, ...view.eligibilities]) {
      for (const { category, path } of inputs) {
        tell(kind, id, path, category);
        if (category !== 'public_security') continue;
        report(placeOf(kind, id, ...path), {
          code: 'data-forbidden',
          message: 'Public-security penalties are sealed: they count for no class (N17).',
          found: category,
          repair: 'Remove the indicator.',
        });
      }
    }
  },
};

function isBehaviour(category: Category): boolean {
  return category === 'everyday_conduct' || category === 'personal_identifier';
}

function isForbidden(category: Category): boolean {
  return category.startsWith('forbidden_') || category === 'free_text';
}
