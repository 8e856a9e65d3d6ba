import { canonicalJson } from '@credence/proof';
import { containsDay, isBefore } from '@credence/domain';

import { allCardKinds, type CardKind } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { CardPlace, Report } from '../check/draft.ts';
import type { CardDocument, Edition, EditionDocument } from '../edition/edition.ts';

/** Cards as documents, by kind and id. */
export type CardDocuments = EditionDocument['cards'];

/** Kinds a local edition may take away from the whole above it: what burdens, never what protects. */
const burdens: readonly CardKind[] = ['measure', 'list', 'mapping', 'agency'];

/**
 * Decides whether a local edition can be laid over its parent: it was given, counts days and money
 * the same way, lies inside its territory and its days. What its cards may not say is for the guards.
 *
 * Legal source: guard N3 (local additions).
 */
export function checkParent(
  edition: EditionCard,
  parent: Edition | undefined,
  report: Report,
): parent is Edition {
  const at = (...path: string[]): CardPlace => ({ kind: 'edition', id: edition.edition, path });
  if (parent?.code !== edition.parent) {
    report(at('parent'), {
      code: 'layering',
      message: `${edition.edition} is laid over ${edition.parent}, which was not given.`,
      found: parent?.code ?? 'no parent',
      accepted: edition.parent,
      repair: `Check ${edition.parent} first; nothing can be laid over a broken edition.`,
    });
    return false;
  }
  checkSameFrame(edition, parent, at, report);
  checkInside(edition, parent, at, report);
  checkTakenAway(edition, parent, report);
  return true;
}

type At = (...path: string[]) => CardPlace;

function checkSameFrame(edition: EditionCard, parent: Edition, at: At, report: Report): void {
  const same = (key: string, found: string, accepted: string): void => {
    if (found === accepted) return;
    report(at(key), {
      code: key === 'realm' ? 'realm' : 'layering',
      message: `A local edition keeps the ${key} of its parent.`,
      found,
      accepted,
    });
  };
  const classes = (severities: EditionCard['severities']): string =>
    severities.map(({ code, adverse }) => (adverse ? `${code} (adverse)` : code)).join(', ');
  same('realm', edition.realm, parent.realm);
  same('zone', edition.zone, parent.zone);
  same('currency', edition.currency, parent.currency);
  same('months', edition.months.round, parent.months.round);
  same('severities', classes(edition.severities), classes(parent.severities));
}

function checkInside(edition: EditionCard, parent: Edition, at: At, report: Report): void {
  if (!edition.territory.startsWith(`${parent.territory}_`)) {
    report(at('territory'), {
      code: 'layering',
      message: `A local edition is law inside the territory of ${parent.code}.`,
      found: edition.territory,
      accepted: `${parent.territory}_ and the name of the place`,
    });
  }
  const { from, until } = edition.inForce;
  const ends = parent.inForce.until;
  const outlives = ends !== 'none' && (until === 'none' || isBefore(ends, until));
  if (containsDay(parent.inForce, from) && !outlives) return;
  report(at('in-force', outlives ? 'until' : 'from'), {
    code: 'layering',
    message: `A local edition is in force only while ${parent.code} is.`,
    found: `from ${from} until ${until}`,
    accepted: `days of ${parent.inForce.from} until ${ends}`,
    repair: 'Lay a further edition over the one that follows.',
  });
}

function checkTakenAway(edition: EditionCard, parent: Edition, report: Report): void {
  edition.withdraws.forEach((name, index) => {
    const [kind = '', ...rest] = name.split(':');
    const known = allCardKinds.find((candidate) => candidate === kind);
    if (known === undefined || burdens.includes(known)) return;
    if (!Object.hasOwn(parent.document.cards[known], rest.join(':'))) return;
    report(
      { kind: 'edition', id: edition.edition, path: ['withdraws', index] },
      {
        code: 'layering',
        message: `${name} is part of the whole above; a local edition takes away burdens only (N3).`,
        found: name,
        accepted: `a card of ${burdens.join(', ')}`,
        repair: 'Restate the card more narrowly, or leave it.',
      },
    );
  });
}

/** Cards that are not the parent's word for word, as `kind:id`. */
export function ownCards(cards: CardDocuments, parent: EditionDocument): ReadonlySet<string> {
  const own = allCardKinds.flatMap((kind) =>
    Object.entries(cards[kind]).flatMap(([id, card]) =>
      isSameCard(card, parent.cards[kind][id]) ? [] : [`${kind}:${id}`],
    ),
  );
  return new Set(own);
}

function isSameCard(card: CardDocument, other: CardDocument | undefined): boolean {
  return other !== undefined && canonicalJson(card) === canonicalJson(other);
}
