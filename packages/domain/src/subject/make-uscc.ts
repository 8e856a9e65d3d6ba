import { organisationCodeCheckCharacter } from './organisation-code.ts';
import { usccCategory } from './uscc-category.ts';
import { usccCheckCharacter } from './uscc.ts';

/** What a generated unified code is made of; both check characters are computed. */
export interface UsccParts {
  /** Position 1, e.g. `9` for market regulation. */
  readonly department: string;
  /** Position 2, e.g. `1` for an enterprise. */
  readonly category: string;
  /** Six digits; invented organisations take the reserved division 999999. */
  readonly region: string;
  /** Eight characters of the code's alphabet: the organisation code without its check. */
  readonly body8: string;
}

/**
 * A unified social credit code that passes both checks, for invented organisations in the reserved
 * division 999999, so that no real organisation's code ever carries invented records.
 *
 * Legal source: GB 32100-2015, GB 11714-1997.
 *
 * @throws RangeError when department and category do not belong together, or a part has the wrong
 * length or characters
 */
export function makeUscc(parts: UsccParts): string {
  if (usccCategory(parts.department + parts.category) === undefined) {
    throw new RangeError(`"${parts.department}${parts.category}" names no kind of body.`);
  }
  if (!/^\d{6}$/.test(parts.region)) {
    throw new RangeError(`"${parts.region}" is not a division of six digits.`);
  }
  const inner = parts.body8 + organisationCodeCheckCharacter(parts.body8);
  const first17 = parts.department + parts.category + parts.region + inner;
  return first17 + usccCheckCharacter(first17);
}
