import { addDays, isBefore, type CivilDate } from '../time/civil-date.ts';

import type { PublicityAssessment, ValidityFacts } from './publicity.ts';

/**
 * Decides whether a record that burdens nobody (a licence, a registration) is valid on `day`.
 *
 * `validUntil` is a day of validity, as documents state it; `ends` is the day after, the first on
 * which it is no longer shown. An annulment ends it on its own day.
 *
 * Legal source: the term that the document itself states.
 */
export function assessValidity(facts: ValidityFacts, day: CivilDate): PublicityAssessment {
  if (facts.sealed === true) return { kind: 'not-shown', because: 'sealed' };
  const begins = facts.validFrom ?? facts.decidedOn;
  const { validUntil = 'none', annulledOn } = facts;
  const expiry = validUntil === 'none' ? 'none' : addDays(validUntil, 1);
  if (annulledOn !== undefined && (expiry === 'none' || isBefore(annulledOn, expiry))) {
    if (!isBefore(day, annulledOn) || !isBefore(begins, annulledOn)) {
      return { kind: 'ended', endedOn: annulledOn, because: 'annulled' };
    }
    return isBefore(day, begins)
      ? { kind: 'not-begun', begins }
      : { kind: 'valid', begins, ends: annulledOn };
  }
  if (expiry !== 'none' && (!isBefore(day, expiry) || !isBefore(begins, expiry))) {
    return { kind: 'ended', endedOn: expiry, because: 'validity' };
  }
  return isBefore(day, begins)
    ? { kind: 'not-begun', begins }
    : { kind: 'valid', begins, ends: expiry };
}
