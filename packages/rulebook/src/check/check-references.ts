import type { CardKind, CardOf } from '../card/card-kinds.ts';
import { findNearest } from '../load/nearest.ts';
import { formatPath, type Path } from '../load/place.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';

/** Refuses every id that names no card of its kind. */
export const checkReferences: Check = (draft, report) => {
  const { edition, cards } = draft;
  const ask = asker(draft, report);
  if (edition.calendar !== 'none') {
    ask('calendar', edition.calendar, { kind: 'edition', id: edition.edition, path: ['calendar'] });
  }
  for (const [id, item] of cards.item) {
    const at = (...path: Path): CardPlace => ({ kind: 'item', id, path });
    ask('schema', item.fields, at('fields'));
    for (const [severity, value] of Object.entries(item.publicity ?? {})) {
      ask('value', value, at('publicity', severity));
    }
    for (const [way, clock] of Object.entries(item.clocks ?? {})) {
      ask('clock', clock, at('clocks', way));
    }
  }
  for (const [id, schema] of cards.schema) {
    schema.columns.forEach(({ scheme }, index) => {
      if (scheme === undefined) return;
      ask('scheme', scheme, { kind: 'schema', id, path: ['columns', index, 'scheme'] });
    });
  }
  for (const [id, { supplies }] of cards.agency) {
    supplies.forEach((item, index) => {
      ask('item', item, { kind: 'agency', id, path: ['supplies', index] });
    });
  }
  for (const [id, { item }] of cards.mapping) {
    ask('item', item, { kind: 'mapping', id, path: ['item'] });
  }
  for (const [id, list] of cards.list) askList(id, list, ask);
  askNewer(draft, ask);
};

type Ask = (kind: CardKind, id: string, place: CardPlace) => void;

function askList(id: string, list: CardOf<'list'>, ask: Ask): void {
  const at = (...path: Path): CardPlace => ({ kind: 'list', id, path });
  ask('item', list.trigger.item, at('trigger', 'item'));
  list.ends.forEach((end, index) => {
    if ('clock' in end) ask('clock', end.clock, at('ends', index, 'clock'));
    if ('rule' in end) ask('repair', end.rule, at('ends', index, 'rule'));
  });
  if (list.remedies.correction !== 'none') {
    ask('clock', list.remedies.correction, at('remedies', 'correction'));
  }
}

type Name = readonly [CardKind, string, Path];

/** Ids named by the kinds that compute, share, repair, plan, ask and count. */
function askNewer({ cards }: Draft, ask: Ask): void {
  const all = (kind: CardKind, id: string, names: readonly Name[]) => {
    for (const [wanted, named, path] of names) ask(wanted, named, { kind, id, path });
  };
  const each = (kind: CardKind, path: string, ids: readonly string[]) =>
    ids.map((id, index): Name => [kind, id, [path, index]]);
  for (const [id, { follows, remedies }] of cards.measure) {
    if (follows?.item !== undefined)
      ask('item', follows.item, place('measure', id, 'follows', 'item'));
    if (follows?.list !== undefined)
      ask('list', follows.list, place('measure', id, 'follows', 'list'));
    const correction = remedies?.correction ?? 'none';
    if (correction !== 'none') {
      ask('clock', correction, place('measure', id, 'remedies', 'correction'));
    }
  }
  for (const [id, { of, lists }] of cards.sharing) {
    all('sharing', id, [...each('item', 'of', of), ...each('list', 'lists', lists)]);
  }
  for (const [id, { of, lists, clock }] of cards.repair) {
    const own: Name = ['clock', clock, ['clock']];
    all('repair', id, [...each('item', 'of', of), ...each('list', 'lists', lists), own]);
  }
  for (const [id, { of, lists }] of cards.statistic) {
    all('statistic', id, [...each('item', 'of', of), ...each('list', 'lists', lists)]);
  }
  for (const [id, { of }] of cards.query) all('query', id, each('item', 'of', of));
  for (const [id, { riskClass }] of cards['inspection-plan']) {
    if (riskClass !== 'none')
      all('inspection-plan', id, [['risk-class', riskClass, ['risk-class']]]);
  }
  for (const [id, { items, checklists }] of cards.sector) {
    items.forEach(({ item }, at) => {
      ask('item', item, place('sector', id, 'items', at, 'item'));
    });
    checklists.forEach(({ checklist }, at) => {
      ask('checklist', checklist, place('sector', id, 'checklists', at, 'checklist'));
    });
  }
  for (const kind of ['evaluation', 'scale'] as const) {
    for (const [id, { objection }] of cards[kind]) {
      if (objection !== 'none') all(kind, id, [['clock', objection, ['objection']]]);
    }
  }
  for (const [id, { terms }] of cards.incentive) {
    if (terms === undefined) continue;
    all('incentive', id, [['clock', terms.refused.correction, ['terms', 'refused', 'correction']]]);
  }
  for (const [id, { approval }] of cards.pledge) {
    const byClass = approval?.postCheck.byClass?.card;
    const path = ['approval', 'post-check', 'by-class', 'card'];
    if (byClass !== undefined) all('pledge', id, [['risk-class', byClass, path]]);
  }
  for (const [id, { entriesOf }] of cards.item) {
    all('item', id, each('list', 'entries-of', entriesOf ?? []));
  }
}

function place(kind: CardKind, id: string, ...path: Path): CardPlace {
  return { kind, id, path };
}

function asker(draft: Draft, report: Report): Ask {
  return (kind, id, place) => {
    if (draft.has(kind, id)) return;
    const known = Object.keys(draft.document.cards[kind]);
    const nearest = findNearest(id, known);
    report(place, {
      code: 'card-unknown',
      message:
        `${formatPath(place.path)} names the ${kind} ${id}, which this edition does not have.` +
        (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
      found: id,
      accepted: known.length === 0 ? `there is no ${kind} yet` : known.sort().join(', '),
      repair: `Name an existing ${kind}, or write its card.`,
    });
  };
}
