import { isBefore, type CivilDate } from '@credence/domain';

import { CaseworkError } from '../../casework-error.ts';
import {
  isServiceConsent,
  serviceConsentKind,
  serviceConsentStream,
  type ServiceConsentPayload,
} from '../../entry/service-consent-payload.ts';
import type { Entry } from '../../port/journal.ts';

/**
 * Every consent of a subject and its end, the oldest first.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldConsents(entries: readonly Entry[]): readonly ServiceConsentPayload[] {
  return entries.flatMap(({ stream, kind, payload, id, position }) => {
    if (stream !== serviceConsentStream || payload === undefined) return [];
    if (kind === serviceConsentKind && isServiceConsent(payload)) return [payload];
    const place = `${kind} at position ${position}`;
    throw new CaseworkError('payload-unreadable', `Entry ${id}, ${place}, cannot be read.`);
  });
}

/**
 * The consent that stands on a day: the newest word counts, and one taken back counts at once. It ends
 * by itself on its last day, whether or not it has been erased by then.
 */
export function consentOn(
  consents: readonly ServiceConsentPayload[],
  day: CivilDate,
): Extract<ServiceConsentPayload, { readonly kind: 'given' }> | undefined {
  const last = consents.filter(({ on }) => !isBefore(day, on)).at(-1);
  return last?.kind === 'given' && isBefore(day, last.until) ? last : undefined;
}
