import type { CardPlace } from '../check/draft.ts';
import type { Path } from '../load/place.ts';
import { purposes as lawful } from '../card/guard-words.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';

/** Every use names a purpose the catalogue allows for the data; credit data are no tool of public order. */
export const g35: Guard = {
  id: 'G35',
  title: { zh: '一事一用途', en: 'One purpose at a time' },
  why: {
    zh: '每次使用都写明目录允许的用途；信用数据不是维护秩序的工具。',
    en: 'Every use names a purpose the catalogue allows for the data; credit data are no tool of public order.',
  },
  source: 'Zhengzhou health codes, 2022',
  judge(view, report) {
    for (const [id, { purposes }] of view.cards.item) {
      judgeForeign(purposes, placeOf('item', id, 'purposes'), report);
    }
    for (const [id, { use, trigger }] of view.cards.list) {
      const place = placeOf('list', id, 'use', 'purposes');
      judgePurposes(view, { purposes: use.purposes, items: [trigger.item] }, place, report);
    }
    for (const [id, { use, of, lists }] of view.cards.sharing) {
      const place = placeOf('sharing', id, 'use', 'purposes');
      const items = [
        ...of,
        ...lists.flatMap((list) => view.cards.list.get(list)?.trigger.item ?? []),
      ];
      judgePurposes(view, { purposes: use.purposes, items }, place, report);
    }
    for (const [id, { purposes, of }] of view.cards.query) {
      judgePurposes(view, { purposes, items: of }, placeOf('query', id, 'purposes'), report);
    }
    for (const { kind, id, card } of view.programs) {
      if (kind !== 'scale') judgeForeign(card.use, placeOf(kind, id, 'use'), report);
    }
  },
};

/** Every purpose has to be one that the catalogue allows for every item used. */
function judgePurposes(
  view: GuardView,
  asked: { readonly purposes: readonly string[]; readonly items: readonly string[] },
  place: CardPlace,
  report: ReportBreach,
): void {
  judgeForeign(asked.purposes, place, report);
  const items = asked.items.flatMap((item) => view.cards.item.get(item) ?? []);
  asked.purposes.forEach((purpose, index) => {
    if (!lawful.some((known) => known === purpose)) return;
    const narrower = items.find(({ purposes }) => !purposes.includes(purpose));
    if (narrower === undefined) return;
    report(inside(place, index), {
      code: 'purpose-foreign',
      message: `The catalogue does not allow ${purpose} for ${narrower.item}.`,
      found: purpose,
      accepted: narrower.purposes.join(' | '),
      repair: `Drop the purpose; a new one needs a basis of its own in items/${narrower.item}.yaml.`,
    });
  });
}

function judgeForeign(purposes: readonly string[], place: CardPlace, report: ReportBreach): void {
  purposes.forEach((purpose, index) => {
    if (lawful.some((known) => known === purpose)) return;
    report(inside(place, index), {
      code: 'purpose-foreign',
      message: `Credit data are no tool of ${purpose}.`,
      found: purpose,
      accepted: lawful.join(' | '),
      repair: 'Drop the purpose.',
    });
  });
}

function inside(place: CardPlace, step: Path[number]): CardPlace {
  return { ...place, path: [...place.path, step] };
}
