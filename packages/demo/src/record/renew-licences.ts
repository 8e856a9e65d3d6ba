import { addDays, daysBetween, partsOf, type CivilDate } from '@credence/domain';

import type { AgencyCode } from '../city/agencies.ts';
import type { Licence } from './records.ts';

/** Of how many renewals one comes late, for each agency that sends any. */
const lateEvery: ReadonlyMap<AgencyCode, number> = new Map([
  ['market_regulation', 3],
  ['transport', 2],
  ['health', 30],
  ['housing_construction', 30],
  ['urban_management', 30],
  ['environment', 20],
  ['culture_tourism', 12],
  ['human_resources', 4],
  ['public_security', 30],
]);

const renewedMost = 40;
/** Days before today: within any limit on supply, and beyond all of them. */
const [fresh, stale] = [2, 34];

/**
 * Licences that an agency has just renewed, in the order of those that end. They are no backlog:
 * whether they come in time is counted, and most do.
 */
export function renewLicences(
  agency: AgencyCode,
  licences: readonly Licence[],
  today: CivilDate,
): readonly Licence[] {
  const every = lateEvery.get(agency);
  if (every === undefined) return [];
  return licences
    .filter(({ party, validUntil }) => party.code !== '' && validUntil !== 'none')
    .slice(0, renewedMost)
    .map((licence, index) =>
      renewed(licence, index, addDays(today, -(index % every === 1 ? stale : fresh) - (index % 4))),
    );
}

function renewed(licence: Licence, index: number, decidedOn: CivilDate): Licence {
  const { documentNumber, validFrom, validUntil } = licence;
  const number = `〔${String(partsOf(decidedOn).year)}〕${String(7_301 + index)}号`;
  return {
    ...licence,
    ...{ decidedOn, validFrom: decidedOn },
    documentNumber: documentNumber.replace(/〔\d+〕\d+号$/, number),
    validUntil:
      validUntil === 'none' ? 'none' : addDays(decidedOn, daysBetween(validFrom, validUntil)),
  };
}
