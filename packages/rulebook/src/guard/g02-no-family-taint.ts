import { columnsRead } from './columns-read.ts';
import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

const family: readonly string[] = ['relatives', 'household', 'contacts'];

/** Nothing adverse reaches, and nothing comes from, relatives, household, friends or a network. */
export const g02: Guard = {
  id: 'G02',
  alias: 'L06',
  title: { zh: '不株连亲友', en: 'No taint through family or friends' },
  why: {
    zh: '不利后果不得及于亲属、同住人、朋友，也不得以人际关系作为依据。',
    en: 'Nobody answers for relatives, household, friends or contacts.',
  },
  source: 'Hengshui, 2018; GDPR art. 5(1)(c)',
  judge(view, report) {
    for (const kind of ['list', 'measure'] as const) {
      for (const [id, { spread }] of view.cards[kind]) {
        if (spread === 'none') continue;
        spread.to.forEach((reached, index) => {
          if (!family.includes(reached)) return;
          report(placeOf(kind, id, 'spread', 'to', index), {
            code: 'taint-of-family',
            message: `This reaches ${reached}. No article can allow that.`,
            found: reached,
            accepted: 'spread: none',
            repair: 'Write spread: none.',
          });
        });
      }
    }
    for (const [id, { category }] of view.cards.item) {
      if (!category.startsWith('tie_')) continue;
      report(placeOf('item', id, 'category'), {
        code: 'taint-of-family',
        message: 'Who somebody is related to or knows is not recorded.',
        found: category,
        repair: 'Remove the item.',
      });
    }
    for (const { kind, id, path, field, category } of columnsRead(view)) {
      if (!category.startsWith('tie_')) continue;
      report(placeOf(kind, id, ...path), {
        code: 'taint-of-family',
        message: 'This reads who somebody is related to or knows.',
        found: `r.${field}: ${category}`,
        repair: 'Leave the column out of the condition.',
      });
    }
    for (const { kind, id, inputs } of [...view.programs, ...view.eligibilities]) {
      for (const { category, path } of inputs) {
        if (!category.startsWith('tie_')) continue;
        report(placeOf(kind, id, ...path), {
          code: 'taint-of-family',
          message: 'This reads who somebody is related to or knows.',
          found: category,
          repair: 'Remove the indicator.',
        });
      }
    }
  },
};
