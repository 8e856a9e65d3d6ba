import type { CardKind } from '../card/card-kinds.ts';
import type { Category } from '../card/guard-words.ts';
import type { Path } from '../load/place.ts';
import { columnsRead } from './columns-read.ts';
import type { Guard } from './guard.ts';
import { traitNamedBy } from './trait-words.ts';
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
    // A column that calls itself otherwise would pass every test above.
    for (const [id, { columns }] of view.cards.schema) {
      columns.forEach((column, index) => {
        const trait = traitNamedBy(column);
        if (trait === undefined || column.field === 'none' || column.person === 'drop') return;
        if (column.category !== undefined && isGuarded(column.category)) return;
        report(placeOf('schema', id, 'columns', index, column.category ? 'category' : 'says'), {
          code: 'trait-undeclared',
          message:
            'By its words this column is about a trait of people; its category says otherwise.',
          found: column.category ?? 'none',
          accepted: trait,
          repair: 'Give the column the category of the trait, or do not keep it (field: none).',
        });
      });
    }
  },
};

/** Categories that guards keep out of rules, this one or G06. */
function isGuarded(category: Category): boolean {
  return isTrait(category) || category.startsWith('forbidden_');
}

function isTrait(category: Category): boolean {
  return category.startsWith('trait_') || category.startsWith('proxy_');
}
