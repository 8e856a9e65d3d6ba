import type { CardKind } from '../card/card-kinds.ts';
import type { Category } from '../card/guard-words.ts';
import type { Path } from '../load/place.ts';
import { columnsRead } from './columns-read.ts';
import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** No protected trait and no close stand-in for one enters a rule, however many steps away. */
export const g07: Guard = {
  id: 'G07',
  alias: 'L07',
  title: { zh: '不看身份特征', en: 'No protected trait and no stand-in for one' },
  why: {
    zh: '国籍、籍贯、宗教、性别、年龄、残疾、户籍、党派等特征及其替代指标不得进入规则。',
    en: 'Nationality, origin, belief, sex, age, disability, residence or party: in no rule.',
  },
  source: 'Dutch Data Protection Authority, 2021 (dual nationality as a risk sign); AI Act',
  judge(view, report) {
    const tell = (kind: CardKind, id: string, path: Path, category: Category | undefined) => {
      if (category === undefined || !isTrait(category)) return;
      report(placeOf(kind, id, ...path), {
        code: 'trait-used',
        message: 'A protected trait, or what stands in for one, would decide.',
        found: category,
        repair: 'Remove it from the rule.',
      });
    };
    for (const { kind, id, inputs } of [...view.programs, ...view.eligibilities]) {
      for (const { category, path } of inputs) tell(kind, id, path, category);
    }
    for (const [id, item] of view.cards.item) {
      tell('item', id, ['category'], item.category);
    }
    for (const { kind, id, path, category } of columnsRead(view)) tell(kind, id, path, category);
    for (const [id, incentive] of view.cards.incentive) {
      tell('incentive', id, ['category'], incentive.category);
    }
    for (const [id, points] of view.cards.points) {
      points.entries.forEach(({ category }, index) => {
        tell('points', id, ['entries', index, 'category'], category);
      });
    }
  },
};

function isTrait(category: Category): boolean {
  return category.startsWith('trait_') || category.startsWith('proxy_');
}
