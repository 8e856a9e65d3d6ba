import { addDays, createRandom, daysBetween } from '@credence/domain';
import type { CivilDate, Random, RandomKey } from '@credence/domain';

import { districts } from '../city/region.ts';
import { createCodes } from './codes.ts';
import {
  nameBranch,
  nameCompany,
  nameCooperative,
  nameInstitution,
  nameSocial,
  nameSoleTrader,
  type NamedForm,
} from './company-names.ts';
import { drawAddress, drawFounding, drawSector, drawSize, drawStatus } from './draw-facts.ts';
import { registrarOf, type Form, type Organisation } from './organisation.ts';
import { getSector, type Sector } from './sectors.ts';
import { drawFreshName } from './tell-apart.ts';
import { soundAlike, tradeName } from './trade-names.ts';

/** Share of each form among a thousand, roughly as in a Chinese city. */
const forms: readonly (readonly [Form, number])[] = [
  ['sole_trader', 505],
  ['enterprise', 385],
  ['branch', 32],
  ['cooperative', 28],
  ['institution', 24],
  ['association', 11],
  ['service_unit', 13],
  ['foundation', 2],
];

/** A neighbour whose trade name sounds like an older one's: one company in eighty. */
const SOUND_ALIKE_SHARE = 0.012;

export interface Growth {
  readonly seed: RandomKey;
  readonly count: number;
  readonly today: CivilDate;
  /** Those who are there whatever the seed; their codes and names are taken. */
  readonly settled: readonly Organisation[];
}

/** The organisations that come with a seed, beside those who are always there. */
export function* makeOrganisations(growth: Growth): Generator<Organisation> {
  const { seed, today, settled } = growth;
  const nextCode = createCodes(seed, new Set(settled.map(({ code }) => code)));
  const names = new Set(settled.flatMap(({ name, formerNames }) => [name, ...formerNames]));
  const companies: Organisation[] = [];
  for (let index = 0; index < growth.count; index += 1) {
    const random = createRandom(seed, 'organisation', index);
    const older = companies.length > 0 ? random.pick(companies) : undefined;
    const drawn = random.pickWeighted(forms);
    const form = drawn === 'branch' && older === undefined ? 'enterprise' : drawn;
    const made = makeOne(random, { form, today, older, names, code: nextCode(form) });
    names.add(made.name);
    if (form === 'enterprise' && made.size > 1) companies.push(made);
    yield made;
  }
}

interface Birth {
  readonly form: Form;
  readonly today: CivilDate;
  /** A company that may have a branch, or a neighbour of nearly the same name. */
  readonly older: Organisation | undefined;
  readonly names: ReadonlySet<string>;
  readonly code: string;
}

function makeOne(random: Random, birth: Birth): Organisation {
  const { form, older, today } = birth;
  const parent = form === 'branch' ? older : undefined;
  const size = drawSize(random, form);
  const district = random.pickWeighted(districts.map((each) => [each, each.weight] as const));
  const sector = parent ? getSector(parent.sector) : drawSector(random, form);
  const { name, legalForm } = drawFreshName(birth.names, () =>
    drawName(random, { ...birth, size, sector, district }),
  );
  const parentFoundedOn = parent?.establishedOn;
  const establishedOn = drawFounding(random, { form, sector, today, parentFoundedOn });
  const changed = random.chance(0.35);
  const sinceFounding = Math.max(1, daysBetween(establishedOn, today));
  const renamed = changed && form === 'enterprise' && random.chance(0.18);
  return {
    code: birth.code,
    name,
    legalForm,
    form,
    sector: sector.id,
    district,
    address: drawAddress(random, district),
    establishedOn,
    registeredOn: changed ? addDays(establishedOn, random.below(sinceFounding)) : establishedOn,
    status: drawStatus(random, form),
    formerNames: renamed ? [drawFormerName(random, name)] : [],
    size,
    registrar: registrarOf(form),
  };
}

type Naming = Birth & Pick<Organisation, 'size' | 'district'> & { readonly sector: Sector };

function drawName(random: Random, naming: Naming): NamedForm {
  const { form, older } = naming;
  switch (form) {
    case 'sole_trader':
      return nameSoleTrader(random, naming);
    case 'cooperative':
      return nameCooperative(random, naming);
    case 'institution':
    case 'organ':
      return nameInstitution(random, naming);
    case 'association':
    case 'service_unit':
    case 'foundation':
      return nameSocial(random, form, naming);
    case 'branch':
      return nameBranch(older?.name ?? '', naming);
    case 'enterprise': {
      const alike = older && random.chance(SOUND_ALIKE_SHARE) && soundAlike(tradeOf(older.name));
      return nameCompany(random, alike ? { ...naming, trade: alike } : naming);
    }
  }
}

/** The trade name in a company's name, by taking the region away. */
function tradeOf(name: string): string {
  return name.replace(/^望澜市?(?:..区|白塔县)?/, '').slice(0, 2);
}

function drawFormerName(random: Random, name: string): string {
  return name.replace(tradeOf(name), tradeName(random).slice(0, 2));
}
