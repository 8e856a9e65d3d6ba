import { containsDay, isBefore, overlaps, type CivilDate } from '@credence/domain';

import { hashOf } from './edition-of.ts';
import type { Edition } from './edition.ts';

/** Why a set of editions is no rulebook. */
export type RulebookErrorCode =
  'editions-overlap' | 'territories-mixed' | 'realms-mixed' | 'edition-twice';

/** Editions that cannot stand together: a defect of whoever promulgated them. */
export class RulebookError extends Error {
  readonly code: RulebookErrorCode;

  constructor(code: RulebookErrorCode, message: string) {
    super(message);
    this.name = 'RulebookError';
    this.code = code;
  }
}

/** The law of one territory over time: at most one edition on any day. */
export interface Rulebook {
  /** In the order in which they come into force. */
  readonly editions: readonly Edition[];
  /** The edition in force on a day; undefined where there is none. */
  on(day: CivilDate): Edition | undefined;
}

/**
 * Whether an edition takes the place of another on its first day: it succeeds it, or it is the law of
 * a part of its territory, laid over this very edition. The other one keeps answering for its days.
 */
export function takesPlaceOf(edition: Edition, other: Edition): boolean {
  const { parent } = edition.document;
  const isNext =
    edition.succeeds === other.code || (parent !== undefined && hashOf(parent) === other.hash);
  return isNext && isBefore(other.inForce.from, edition.inForce.from);
}

/** Editions whose last day came with the one that took their place, as they were promulgated. */
const promulgated = new WeakMap<Edition, Edition>();

/** The edition with the days its own text gives it, whichever edition has taken its place since. */
export function asPromulgated(edition: Edition): Edition {
  return promulgated.get(edition) ?? edition;
}

/** The days of an edition end where another takes its place. */
function endedBy(edition: Edition, next: Edition | undefined): Edition {
  const { from, until } = edition.inForce;
  if (next === undefined || !takesPlaceOf(next, edition)) return edition;
  const ends = next.inForce.from;
  if (until !== 'none' && !isBefore(ends, until)) return edition;
  const ended = { ...edition, inForce: { from, until: ends } };
  promulgated.set(ended, edition);
  return ended;
}

/**
 * Puts editions of one territory in order of time. One without an end of its own ends on the first day
 * of the edition that takes its place.
 *
 * @throws RulebookError `editions-overlap` when two are in force on the same day,
 * `territories-mixed` when they are of different territories, `realms-mixed` when they are of
 * different realms, `edition-twice` when a code repeats
 */
export function createRulebook(editions: readonly Edition[]): Rulebook {
  const ordered = editions
    .map(asPromulgated)
    .sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1))
    .map((edition, index, all) => endedBy(edition, all[index + 1]));
  ordered.forEach((edition, index) => {
    const next = ordered[index + 1];
    if (next === undefined) return;
    if (next.territory !== edition.territory && !takesPlaceOf(next, edition)) {
      const found = `${edition.code} (${edition.territory}) and ${next.code} (${next.territory})`;
      throw new RulebookError(
        'territories-mixed',
        `${found} are of two territories; a rulebook has one. Keep each in a data folder of its own.`,
      );
    }
    if (next.realm !== edition.realm) {
      throw new RulebookError(
        'realms-mixed',
        `${edition.code} is ${edition.realm} and ${next.code} is ${next.realm}; they never meet.`,
      );
    }
    if (overlaps(edition.inForce, next.inForce)) {
      throw new RulebookError(
        'editions-overlap',
        `${edition.code} (${days(edition)}) and ${next.code} (${days(next)}) are in force together. ` +
          'Give the earlier one an end.',
      );
    }
  });
  if (new Set(ordered.map(({ code }) => code)).size < ordered.length) {
    const codes = ordered.map(({ code }) => code).join(', ');
    throw new RulebookError('edition-twice', `An edition stands twice among ${codes}.`);
  }
  return {
    editions: ordered,
    on: (day) => ordered.find((edition) => containsDay(edition.inForce, day)),
  };
}

function days({ inForce }: Edition): string {
  return `from ${inForce.from} until ${inForce.until}`;
}
