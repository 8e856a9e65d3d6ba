import { isBefore } from '@credence/domain';

import { byKind, isCardKind } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { CardPlace, Report } from '../check/draft.ts';
import type { Edition } from '../edition/edition.ts';
import { checkParent, ownCards, type CardDocuments } from './layering.ts';
import { findNearest } from './nearest.ts';

/** Cards that hold on unless restated: of the parent, the predecessor, or both. */
interface Base {
  /** Where they come from, for people. */
  readonly from: string;
  readonly cards: CardDocuments;
}

interface Given {
  /** Cards the edition states itself, as `kind:id`. */
  readonly declared: ReadonlySet<string>;
  readonly predecessor: Edition | undefined;
  readonly parent: Edition | undefined;
}

/**
 * Decides which cards an edition takes over: those of the edition above it, over them what its
 * predecessor said itself, without what it withdraws or restates. Undefined: that cannot be said,
 * and the report says why.
 */
export function takenOver(
  edition: EditionCard,
  given: Given,
  report: Report,
): CardDocuments | undefined {
  const { parent, predecessor } = given;
  const below = edition.parent === 'none' || checkParent(edition, parent, report);
  const follows = edition.succeeds === 'none' || checkPredecessor(edition, predecessor, report);
  if (!below || !follows) return undefined;
  const base = baseOf(
    edition.parent === 'none' ? undefined : parent,
    edition.succeeds === 'none' ? undefined : predecessor,
  );
  const withdrawn = checkWithdrawals(edition, { ...given, base }, report);
  return byKind((kind) =>
    Object.fromEntries(
      Object.entries(base.cards[kind]).filter(([id]) => {
        const name = `${kind}:${id}`;
        return !given.declared.has(name) && !withdrawn.has(name);
      }),
    ),
  );
}

function baseOf(parent: Edition | undefined, predecessor: Edition | undefined): Base {
  if (parent === undefined) {
    const cards = predecessor?.document.cards ?? byKind(() => ({}));
    return { from: predecessor?.code ?? 'no edition', cards };
  }
  if (predecessor === undefined) return { from: parent.code, cards: parent.document.cards };
  const { cards, parent: formerParent } = predecessor.document;
  const own = formerParent === undefined ? undefined : ownCards(cards, formerParent);
  return {
    from: `${parent.code} and ${predecessor.code}`,
    cards: byKind((kind) => ({
      ...parent.document.cards[kind],
      ...Object.fromEntries(
        Object.entries(cards[kind]).filter(([id]) => own?.has(`${kind}:${id}`) ?? true),
      ),
    })),
  };
}

function checkPredecessor(
  edition: EditionCard,
  predecessor: Edition | undefined,
  report: Report,
): boolean {
  const at = (...path: (string | number)[]): CardPlace => {
    return { kind: 'edition', id: edition.edition, path };
  };
  if (predecessor?.code === edition.succeeds) {
    checkFit(edition, predecessor, at, report);
    return true;
  }
  report(at('succeeds'), {
    code: 'succession',
    message: `${edition.edition} succeeds ${edition.succeeds}, which was not given.`,
    found: predecessor?.code ?? 'no predecessor',
    accepted: edition.succeeds,
    repair: `Check ${edition.succeeds} first; a broken predecessor cannot be succeeded.`,
  });
  return false;
}

function checkFit(
  edition: EditionCard,
  predecessor: Edition,
  at: (...path: string[]) => CardPlace,
  report: Report,
): void {
  for (const key of ['realm', 'territory', 'zone', 'currency'] as const) {
    if (edition[key] === predecessor[key]) continue;
    report(at(key), {
      code: key === 'realm' ? 'realm' : 'succession',
      message: `An edition keeps the ${key} of the one it succeeds.`,
      found: edition[key],
      accepted: predecessor[key],
    });
  }
  const { from, until } = predecessor.inForce;
  // One without an end of its own ends on the first day of its successor.
  const isFree =
    until === 'none'
      ? isBefore(from, edition.inForce.from)
      : !isBefore(edition.inForce.from, until);
  if (isFree) return;
  report(at('in-force', 'from'), {
    code: 'succession',
    message: `Two editions would be in force on ${edition.inForce.from}.`,
    found: edition.inForce.from,
    accepted: until === 'none' ? `later than ${from}` : `${until} or later`,
    repair: 'Let this edition begin later.',
  });
}

function checkWithdrawals(
  edition: EditionCard,
  given: Given & { readonly base: Base },
  report: Report,
): ReadonlySet<string> {
  const { cards, from } = given.base;
  const withdrawn = new Set<string>();
  const known = Object.entries(cards).flatMap(([word, ids]) =>
    Object.keys(ids).map((id) => `${word}:${id}`),
  );
  if (edition.withdraws.length > 0 && known.length === 0) {
    report(
      { kind: 'edition', id: edition.edition, path: ['withdraws'] },
      {
        code: 'succession',
        message: 'An edition that succeeds none and has no parent has nothing to withdraw.',
        accepted: 'withdraws: []',
      },
    );
    return withdrawn;
  }
  edition.withdraws.forEach((name, index) => {
    const [kind = '', ...rest] = name.split(':');
    const id = rest.join(':');
    const place: CardPlace = {
      kind: 'edition',
      id: edition.edition,
      path: ['withdraws', index],
    };
    if (!isCardKind(kind) || !Object.hasOwn(cards[kind], id)) {
      const nearest = findNearest(name, known);
      report(place, {
        code: 'card-unknown',
        message:
          `${from} has no ${name} to withdraw.` +
          (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
        found: name,
        accepted: 'a card taken over, as kind:id',
      });
    } else if (given.declared.has(name)) {
      report(place, {
        code: 'succession',
        message: `${name} is withdrawn and restated.`,
        found: name,
        repair: 'Do one of the two.',
      });
    }
    withdrawn.add(name);
  });
  return withdrawn;
}
