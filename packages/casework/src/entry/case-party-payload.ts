import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z.custom<CivilDate>(
  (given) => typeof given === 'string' && parseCivilDate(given) !== undefined,
);

const payload = z
  .strictObject({
    caseId: z.string(),
    /** Home of the subject that the case is about. */
    home: z.string(),
    as: z.enum(['creditor', 'other-subject']),
    /** Under which the case knows the organisation. */
    name: z.string().regex(/\S/),
    on: day,
  })
  .readonly();

/**
 * An organisation has a part in a case that lies in another's home, under `case-party@1` in its own:
 * so its desk finds the case by what stands about itself, and never by a name.
 */
export type CasePartyPayload = z.output<typeof payload>;

export const casePartyKind = 'case-party@1';

/** The stream in the party's own home. */
export function casePartyStream(caseId: string): string {
  return `party/${caseId}`;
}

export function isCaseParty(given: unknown): given is CasePartyPayload {
  return payload.safeParse(given).success;
}
