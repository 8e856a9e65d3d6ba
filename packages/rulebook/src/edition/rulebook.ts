import { containsDay, overlaps, type CivilDate } from '@credence/domain';

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
 * Puts editions of one territory in order of time.
 *
 * @throws RulebookError `editions-overlap` when two are in force on the same day,
 * `territories-mixed` when they are of different territories, `realms-mixed` when they are of
 * different realms, `edition-twice` when a code repeats
 */
export function createRulebook(editions: readonly Edition[]): Rulebook {
  const ordered = [...editions].sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1));
  ordered.forEach((edition, index) => {
    const next = ordered[index + 1];
    if (next === undefined) return;
    if (next.territory !== edition.territory) {
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
