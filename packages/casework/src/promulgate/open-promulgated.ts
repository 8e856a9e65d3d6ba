import type { JsonValue } from '@credence/domain';
import { openEdition, type Edition } from '@credence/rulebook';

import { CaseworkError } from '../casework-error.ts';

/**
 * An edition as the journal holds it. It passed every check when it was promulgated, so a refusal
 * now is a defect: the payload or the program has changed.
 *
 * @throws CaseworkError `edition-unreadable`
 */
export function openPromulgated(home: string, json: JsonValue): Edition {
  const outcome = openEdition(json);
  if (outcome.kind === 'loaded') return outcome.edition;
  const [finding] = outcome.findings;
  const message = `The edition in home ${home} no longer opens: ${finding.message}`;
  throw new CaseworkError('edition-unreadable', message);
}
