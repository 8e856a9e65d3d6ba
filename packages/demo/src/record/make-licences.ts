import { addDays, addMonths, createRandom, dayNumber, isBefore, later } from '@credence/domain';
import type { CivilDate, Random, RandomKey } from '@credence/domain';

import { authorityIn, getAgency } from '../city/agencies.ts';
import { region } from '../city/region.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { numberDocuments } from './document-numbers.ts';
import { licenceKindsOf, type LicenceKind } from './licence-kinds.ts';
import type { Licence } from './records.ts';

export interface LicenceSeason {
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly organisations: readonly Organisation[];
  readonly taken: ReadonlySet<string>;
}

/** Most hold none or one, large employers up to a dozen: what the line of business needs. */
export function makeLicences({
  seed,
  today,
  organisations,
  taken,
}: LicenceSeason): readonly Licence[] {
  const drafts = organisations.flatMap((organisation) => {
    if (organisation.status !== '存续') return [];
    const random = createRandom(seed, 'licences', organisation.code);
    return licenceKindsOf(organisation.sector)
      .filter((kind) => random.chance(kind.share[organisation.size]))
      .flatMap((kind) => drawGrants(random, { organisation, kind, today }));
  });
  return numberDocuments(drafts, createRandom(seed, 'licence-numbers'), taken);
}

interface Grant {
  readonly organisation: Organisation;
  readonly kind: LicenceKind;
  readonly today: CivilDate;
}

type Draft = Omit<Licence, 'documentNumber'> & { readonly word: string };

/** The licence in force, and for some the one before it, which has ended. */
function drawGrants(random: Random, grant: Grant): Draft[] {
  const { kind, organisation, today } = grant;
  const months = kind.years === 'none' ? 96 : kind.years * 12;
  const oldest = later(organisation.establishedOn, addMonths(today, -months, 'down'));
  const span = Math.max(1, dayNumber(today) - dayNumber(oldest) - 3);
  const decidedOn = addDays(oldest, random.below(span));
  const grants = [toDraft(random, grant, decidedOn)];
  if (kind.years === 'none' || !random.chance(0.08)) return grants;
  const earlier = addMonths(decidedOn, -kind.years * 12, 'down');
  if (isBefore(earlier, organisation.establishedOn)) return grants;
  return [...grants, toDraft(random, grant, earlier)];
}

function toDraft(random: Random, { organisation, kind }: Grant, decidedOn: CivilDate): Draft {
  const agency = getAgency(kind.agency);
  const authority = authorityIn(agency, organisation.district);
  const validUntil =
    kind.years === 'none' ? 'none' : addDays(addMonths(decidedOn, kind.years * 12, 'down'), -1);
  return {
    agency: kind.agency,
    authority,
    word: `${authority.word}许`,
    party: organisation,
    certificate: kind.certificate,
    licenceClass: kind.licenceClass,
    licenceNumber: `${kind.prefix}${region}${String(random.below(100_000_000)).padStart(8, '0')}`,
    content: kind.content,
    decidedOn,
    validFrom: decidedOn,
    validUntil,
  };
}
