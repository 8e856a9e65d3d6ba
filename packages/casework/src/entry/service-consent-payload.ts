import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

import { hand } from './case-payload.ts';

const day = z.custom<CivilDate>(
  (given) => typeof given === 'string' && parseCivilDate(given) !== undefined,
);

const payload = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('given'),
      on: day,
      /** First day on which it no longer stands, and on which it is erased with its address. */
      until: day,
      by: hand,
      /** Where a word is sent that something waits; absent: nowhere. */
      mail: z.email().max(254).exactOptional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('revoked'), on: day, by: hand }).readonly(),
]);

/** Consent to electronic service, given or taken back, under `service-consent@1`. */
export type ServiceConsentPayload = z.output<typeof payload>;

export const serviceConsentKind = 'service-consent@1';
/** The stream of a home in which its consents stand. */
export const serviceConsentStream = 'service-consent';

export function isServiceConsent(given: unknown): given is ServiceConsentPayload {
  return payload.safeParse(given).success;
}
