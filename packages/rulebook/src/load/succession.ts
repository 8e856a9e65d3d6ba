import { isBefore } from '@credence/domain';

import { isCardKind } from '../card/card-kinds.ts';
import type { EditionCard } from '../card/edition-card.ts';
import type { CardPlace, Report } from '../check/draft.ts';
import type { Edition } from '../edition/edition.ts';
import { findNearest } from './nearest.ts';

/** Cards of the predecessor that end with it, as `kind:id`. */
export type Withdrawn = ReadonlySet<string>;

interface Given {
  /** Cards the edition states itself, as `kind:id`. */
  readonly declared: ReadonlySet<string>;
  readonly predecessor: Edition | undefined;
}

/**
 * Decides whether an edition can take over its predecessor's cards, and which of them it ends.
 * Undefined: nothing can be taken over, and the report says why, or there is nothing to take over.
 */
export function checkSuccession(
  edition: EditionCard,
  given: Given,
  report: Report,
): Withdrawn | undefined {
  const at = (...path: (string | number)[]): CardPlace => {
    return { kind: 'edition', id: edition.edition, path };
  };
  if (edition.parent !== 'none') {
    report(at('parent'), {
      code: 'parent-not-supported',
      message: 'Local editions are not read yet; an edition that names a parent does not load.',
      found: edition.parent,
      accepted: 'none',
    });
  }
  const { predecessor } = given;
  if (edition.succeeds === 'none') {
    if (edition.withdraws.length > 0) {
      report(at('withdraws'), {
        code: 'succession',
        message: 'An edition that succeeds none has nothing to withdraw.',
        accepted: 'withdraws: []',
      });
    }
    return undefined;
  }
  if (predecessor?.code !== edition.succeeds) {
    report(at('succeeds'), {
      code: 'succession',
      message: `${edition.edition} succeeds ${edition.succeeds}, which was not given.`,
      found: predecessor?.code ?? 'no predecessor',
      accepted: edition.succeeds,
      repair: `Check ${edition.succeeds} first; a broken predecessor cannot be succeeded.`,
    });
    return undefined;
  }
  checkFit(edition, predecessor, at, report);
  return checkWithdrawals(edition, { ...given, predecessor }, report);
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
  const { until } = predecessor.inForce;
  if (until === 'none' || isBefore(edition.inForce.from, until)) {
    report(at('in-force', 'from'), {
      code: 'succession',
      message: `Two editions would be in force on ${edition.inForce.from}.`,
      found: edition.inForce.from,
      accepted: until === 'none' ? `${predecessor.code} ends first` : `${until} or later`,
      repair: `Give ${predecessor.code} an end, or let this edition begin later.`,
    });
  }
}

function checkWithdrawals(
  edition: EditionCard,
  given: Given & { readonly predecessor: Edition },
  report: Report,
): Withdrawn {
  const { cards } = given.predecessor.document;
  const withdrawn = new Set<string>();
  edition.withdraws.forEach((name, index) => {
    const [kind = '', ...rest] = name.split(':');
    const id = rest.join(':');
    const place: CardPlace = {
      kind: 'edition',
      id: edition.edition,
      path: ['withdraws', index],
    };
    if (!isCardKind(kind) || !Object.hasOwn(cards[kind], id)) {
      const known = Object.entries(cards).flatMap(([word, ids]) =>
        Object.keys(ids).map((known) => `${word}:${known}`),
      );
      const nearest = findNearest(name, known);
      report(place, {
        code: 'card-unknown',
        message:
          `${given.predecessor.code} has no ${name} to withdraw.` +
          (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
        found: name,
        accepted: 'a card of the predecessor as kind:id',
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
