import type { CardOf } from '../card/card-kinds.ts';
import type { Guard } from './guard.ts';
import { isAdverseItem, placeOf } from './view.ts';

const hearsay: readonly string[] = ['complaint', 'tip', 'media', 'social_media'];

/** Complaints, tips and media open a check; they change nothing until a competent body confirms. */
export const g08: Guard = {
  id: 'G08',
  alias: 'L09',
  title: { zh: '未经核实不算数', en: 'Nothing unverified counts' },
  why: {
    zh: '投诉、举报、媒体和网络评论只能启动核查，经有权机关确认前不产生任何影响。',
    en: 'Comments and tips are easily manipulated; until a body confirms them they count for nothing.',
  },
  source: 'Research on local risk indices (social-media comments)',
  judge(view, report) {
    for (const [id, item] of view.cards.item) {
      if (!isUnverified(item) || !isAdverseItem(view.draft, item)) continue;
      report(placeOf('item', id, 'verified'), {
        code: 'unverified-counts',
        message: 'Something adverse would be recorded before anybody has confirmed it.',
        found: `${item.sourceType}, verified: false`,
        accepted: 'verified: true',
        repair: 'Record it once a competent body has confirmed it.',
      });
    }
    for (const { kind, id, at, items } of view.actions) {
      const unverified = items.filter((name) => isUnverified(view.cards.item.get(name)));
      if (unverified.length === 0) continue;
      report(placeOf(kind, id, at, 'item'), {
        code: 'unverified-counts',
        message: 'Something adverse would follow from what nobody has confirmed.',
        found: unverified.join(', '),
        repair: 'Name an item that a competent body has confirmed.',
      });
    }
    for (const { kind, id, inputs } of view.programs) {
      for (const { item, path } of inputs) {
        if (!isUnverified(item)) continue;
        report(placeOf(kind, id, ...path), {
          code: 'unverified-counts',
          message: 'A class would change by what nobody has confirmed.',
          found: item?.item ?? '',
          repair: 'Read an item that a competent body has confirmed.',
        });
      }
    }
    for (const { kind, id, inputs } of view.eligibilities) {
      for (const { item, path } of inputs) {
        if (!isUnverified(item)) continue;
        report(placeOf(kind, id, ...path), {
          code: 'unverified-counts',
          message: 'A benefit would be lost by what nobody has confirmed.',
          found: item?.item ?? '',
          repair: 'Read an item that a competent body has confirmed.',
        });
      }
    }
  },
};

/** Statements of the subject itself are its own; everything else not confirmed is hearsay. */
function isUnverified(item: CardOf<'item'> | undefined): boolean {
  if (item === undefined) return false;
  return !item.verified && (hearsay.includes(item.sourceType) || item.sourceType !== 'subject');
}
