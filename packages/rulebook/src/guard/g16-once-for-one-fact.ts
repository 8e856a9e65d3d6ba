import type { CardOf } from '../card/card-kinds.ts';
import type { Action } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';

const keys = ['document', 'measure', 'subject'] as const;

/** One decision yields each measure once; the same fact is not listed again, renewed or re-dated. */
export const g16: Guard = {
  id: 'G16',
  alias: 'L10',
  title: { zh: '一事不重复', en: 'Once for one fact' },
  why: {
    zh: '同一事实不得重复列入、重复惩戒，期限届满不得凭原决定重新起算。',
    en: 'Nobody answers twice for one fact, and what has ended does not begin again by itself.',
  },
  source: 'Ne bis in idem; Administrative Penalty Law art. 29',
  judge(view, report) {
    for (const [id, list] of view.cards.list) judgeList(id, list, report);
    judgeTwice(view, report);
    for (const [id, { whenEnded }] of view.cards.item) {
      if (whenEnded !== 'entered_again') continue;
      report(placeOf('item', id, 'when-ended'), {
        code: 'twice-for-one',
        message: 'A record that has ended would be entered again.',
        found: 'entered_again',
        accepted: 'closed_archive',
        repair: 'Write closed_archive.',
      });
    }
    judgeCycles(view, report);
  },
};

function judgeList(id: string, list: CardOf<'list'>, report: ReportBreach): void {
  const missing = keys.filter((key) => !list.effect.onceBy.includes(key));
  if (missing.length > 0) {
    report(placeOf('list', id, 'effect', 'once-by'), {
      code: 'twice-for-one',
      message: 'One decision could bring the same measure more than once.',
      found: `[${list.effect.onceBy.join(', ')}]`,
      accepted: `[${keys.join(', ')}]`,
      repair: `Add ${missing.join(' and ')}.`,
    });
  }
  list.ends.forEach((end, index) => {
    if (!('renew' in end) || end.renew === 'none' || end.renew === 'new_document') return;
    report(placeOf('list', id, 'ends', index, 'renew'), {
      code: 'twice-for-one',
      message: 'The term could begin again without a new decision.',
      found: end.renew,
      accepted: 'none | new_document',
      repair: 'Write new_document.',
    });
  });
}

/**
 * Two rules that one record can start bring the same measure twice, unless both are lists whose keys
 * merge what one decision yields.
 */
function judgeTwice(view: GuardView, report: ReportBreach): void {
  for (const one of view.actions) {
    if (mergesByKey(one)) continue;
    for (const other of view.actions) {
      if (other === one || isHanging(one, other)) continue;
      const shared = one.measures
        .map(({ measure }) => measure)
        .filter((measure) => {
          return other.measures.some((use) => use.measure === measure);
        });
      if (shared.length === 0 || !view.overlap([one, other])) continue;
      report(
        placeOf(one.kind, one.id, ...(one.kind === 'list' ? ['effect', 'once-by'] : ['follows'])),
        {
          code: 'twice-for-one',
          message: `One record brings ${shared.join(', ')} here and by ${other.id}, and nothing merges the two.`,
          found: other.id,
          accepted: `once-by: [${keys.join(', ')}]`,
          repair: 'Let one of them bring it, or let two lists bring it once by decision.',
        },
      );
    }
  }
}

function mergesByKey({ kind, card }: Action): boolean {
  if (kind !== 'list' || !('effect' in card) || typeof card.effect === 'string') return false;
  const { onceBy } = card.effect;
  return keys.every((key) => onceBy.includes(key));
}

/** A measure that hangs on a list comes with the entry, and the list may name it too. */
function isHanging(one: Action, other: Action): boolean {
  return one.lists.includes(other.id) || other.lists.includes(one.id);
}

/** Lists whose entries feed each other would keep each other alive for ever. */
function judgeCycles(view: GuardView, report: ReportBreach): void {
  const feeds = (list: string): readonly string[] => feedsOf(view, list);
  for (const id of view.cards.list.keys()) {
    const way = findWayBack(id, feeds);
    if (way === undefined) continue;
    report(placeOf('list', id, 'trigger', 'item'), {
      code: 'twice-for-one',
      message: `Entries would prolong each other: ${[...way, id].reverse().join(' -> ')}.`,
      found: view.cards.list.get(id)?.trigger.item ?? '',
      repair: 'Name an item of decisions, not of entries that come from this list.',
    });
  }
}

/** Lists whose entries become records that can start a list: those of a domain it looks at. */
function feedsOf({ cards }: GuardView, id: string): readonly string[] {
  const list = cards.list.get(id);
  const item = cards.item.get(list?.trigger.item ?? '');
  return (item?.entriesOf ?? []).filter((from) => {
    if (from === id) return list === undefined || item === undefined || !isOwnDecision(list, item);
    const domains = cards.list.get(from)?.trigger.domains;
    return domains?.some((domain) => list?.trigger.domains.includes(domain)) ?? true;
  });
}

/**
 * Whether the records of an item are the very decisions by which a list is entered: then record and
 * entry are one fact, which the document merges, and nothing is fed back.
 */
function isOwnDecision({ effect, ends }: CardOf<'list'>, item: CardOf<'item'>): boolean {
  const renewed = ends.some((end) => 'renew' in end && end.renew === 'same_document');
  return (
    item.document.mustBe === 'listing_decision' && effect.onceBy.includes('document') && !renewed
  );
}

function findWayBack(
  start: string,
  feeds: (list: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [[start]];
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const next of feeds(way.at(-1) ?? '')) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return undefined;
}
