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
};

type Ask = (kind: CardKind, id: string, place: CardPlace) => void;

function askList(id: string, list: CardOf<'list'>, ask: Ask): void {
  const at = (...path: Path): CardPlace => ({ kind: 'list', id, path });
  ask('item', list.trigger.item, at('trigger', 'item'));
  list.effect.measures.forEach((measure, index) => {
    ask('measure', measure, at('effect', 'measures', index));
  });
  list.ends.forEach((end, index) => {
    if ('clock' in end) {
      ask('clock', end.clock, at('ends', index, 'clock'));
    }
  });
  ask('clock', list.remedies.correction, at('remedies', 'correction'));
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
