import type { Category } from '../card/guard-words.ts';
import { columnsRead } from './columns-read.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { isAdverseItem, placeOf, type GuardView } from './view.ts';

const freedoms: readonly Category[] = [
  'forbidden_opinion',
  'forbidden_speech',
  'forbidden_worship',
  'forbidden_association',
];

/** Petition, suit, appeal, report, strike, refusal, not giving: never held against anybody. */
export const g10: Guard = {
  id: 'G10',
  alias: 'L09',
  title: { zh: '行使权利不是失信', en: 'Using a right is never misconduct' },
  why: {
    zh: '信访、起诉、复议、举报、辞职、不捐献、不做志愿者，均不得作为不利依据。',
    en: 'Whoever petitions, sues, reports, leaves or does not give uses a right.',
  },
  source: 'National Health Commission, November 2019 (blood donation); Suining 2010',
  judge(view, report) {
    for (const [id, item] of view.cards.item) {
      if (!isRight(item.category) || !isAdverseItem(view.draft, item)) continue;
      report(placeOf('item', id, 'category'), {
        code: 'right-punished',
        message: 'The use of a right would be recorded against somebody.',
        found: item.category,
        repair: 'Remove the item.',
      });
    }
    for (const { kind, id, at, items } of view.actions) {
      const rights = items.filter((name) => {
        const item = view.cards.item.get(name);
        return item !== undefined && isRight(item.category);
      });
      if (rights.length === 0) continue;
      report(placeOf(kind, id, at, 'item'), {
        code: 'right-punished',
        message: 'Something adverse would follow from the use of a right.',
        found: rights.join(', '),
        repair: 'Name another item, or remove the card.',
      });
    }
    for (const { kind, id, path, field, category } of columnsRead(view)) {
      if (!isRight(category)) continue;
      report(placeOf(kind, id, ...path), {
        code: 'right-punished',
        message: 'Something adverse would follow from the use of a right.',
        found: `r.${field}: ${category}`,
        repair: 'Leave the column out of the condition.',
      });
    }
    for (const { kind, id, inputs } of view.programs) {
      for (const { category, path } of inputs) {
        if (!isRight(category)) continue;
        report(placeOf(kind, id, ...path), {
          code: 'right-punished',
          message: 'A class would change by the use of a right.',
          found: category,
          repair: 'Remove the indicator.',
        });
      }
    }
    judgeGiving(view, report);
  },
};

/** Points, repair and benefits: nobody fares worse in them for having used a right. */
function judgeGiving(view: GuardView, report: ReportBreach): void {
  for (const [id, points] of view.cards.points) {
    points.entries.forEach((entry, index) => {
      if (!isRight(entry.category) || entry.points >= 0) return;
      report(placeOf('points', id, 'entries', index), {
        code: 'right-punished',
        message: 'Using a right would cost points.',
        found: entry.entry,
        repair: 'Remove the entry.',
      });
    });
  }
  for (const [id, { excludedBy }] of view.cards.repair) {
    excludedBy.forEach(({ category }, index) => {
      if (!isRight(category)) return;
      report(placeOf('repair', id, 'excluded-by', index), {
        code: 'right-punished',
        message: 'Whoever used a right would be kept from the way back.',
        found: category,
        repair: 'Remove the exclusion.',
      });
    });
  }
  const decides = [
    ...[...view.cards.incentive].map(([id, { category }]) => ({
      id,
      category,
      path: ['category'],
    })),
    ...view.eligibilities.flatMap(({ id, inputs }) => inputs.map((input) => ({ id, ...input }))),
  ];
  for (const { id, category, path } of decides) {
    if (!isRight(category)) continue;
    report(placeOf('incentive', id, ...path), {
      code: 'right-punished',
      message: 'Whoever used a right would be left out of the benefit.',
      found: category,
      repair: 'Remove the incentive.',
    });
  }
}

function isRight(category: Category): boolean {
  return (
    category.startsWith('right_') || category.startsWith('absence_') || freedoms.includes(category)
  );
}
