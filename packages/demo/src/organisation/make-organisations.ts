import { addDays, civilDate, createRandom, dayNumber, fromDayNumber } from '@credence/domain';
import type { CivilDate, Random, RandomKey } from '@credence/domain';

import { districts } from '../city/region.ts';
import { createCodes } from './codes.ts';
import {
  nameCompany,
  nameCooperative,
  nameInstitution,
  nameSocial,
  nameSoleTrader,
  type NamedForm,
} from './company-names.ts';
import type { Form, Organisation, Size } from './organisation.ts';
import { getSector, sectorWeights, type Sector } from './sectors.ts';
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
    const parent = companies.length > 0 ? random.pick(companies) : undefined;
    const drawn = random.pickWeighted(forms);
    const form = drawn === 'branch' && parent === undefined ? 'enterprise' : drawn;
    const made = makeOne(random, { form, today, parent, names, code: nextCode(form) });
    names.add(made.name);
    if (form === 'enterprise' && (made.size > 1 || companies.length === 0)) companies.push(made);
    yield made;
  }
}

interface Birth {
  readonly form: Form;
  readonly today: CivilDate;
  /** A company that may have a branch, or a neighbour of nearly the same name. */
  readonly parent: Organisation | undefined;
  readonly names: ReadonlySet<string>;
  readonly code: string;
}

function makeOne(random: Random, birth: Birth): Organisation {
  const { form, parent, today } = birth;
  const size = drawSize(random, form);
  const district = random.pickWeighted(districts.map((each) => [each, each.weight] as const));
  const sector = form === 'branch' && parent ? getSector(parent.sector) : drawSector(random, form);
  const named = freshName(birth.names, () => nameOne(random, { ...birth, size, sector, district }));
  const establishedOn = drawFounding(random, form, today);
  const changed = random.chance(0.35);
  const registeredOn = changed ? between(random, establishedOn, today) : establishedOn;
  const former = changed && form !== 'sole_trader' && random.chance(0.14);
  return {
    code: birth.code,
    ...named,
    form,
    sector: sector.id,
    district,
    address: drawAddress(random, district),
    establishedOn,
    registeredOn,
    status: drawStatus(random, form),
    formerNames: former ? [formerName(random, named.name)] : [],
    size,
    registrar: registrarOf(form),
  };
}

type Naming = Birth & Pick<Organisation, 'size' | 'district'> & { readonly sector: Sector };

function nameOne(random: Random, naming: Naming): NamedForm {
  const { form, parent } = naming;
  const alike = parent && random.chance(0.012) ? soundAlike(tradeOf(parent.name)) : undefined;
  const setting = { ...naming, ...(alike === undefined ? {} : { trade: alike }) };
  switch (form) {
    case 'sole_trader':
      return nameSoleTrader(random, setting);
    case 'cooperative':
      return nameCooperative(random, setting);
    case 'institution':
    case 'organ':
      return nameInstitution(random, setting);
    case 'association':
    case 'service_unit':
    case 'foundation':
      return nameSocial(random, form, setting);
    case 'branch':
      return {
        name: `${parent?.name ?? ''}${naming.district.name.slice(0, 2)}分公司`,
        legalForm: '有限责任公司分公司（自然人投资或控股）',
      };
    case 'enterprise':
      return nameCompany(random, setting);
  }
}

/** Draws again while the name is taken, then tells namesakes apart as registers do. */
function freshName(taken: ReadonlySet<string>, draw: () => NamedForm): NamedForm {
  let named = draw();
  for (let attempt = 0; attempt < 4 && taken.has(named.name); attempt += 1) named = draw();
  const { name, legalForm } = named;
  if (!taken.has(name)) return named;
  for (let number = 2; ; number += 1) {
    const numbered = `${name}（${number}号店）`;
    const apart = /店|馆|部|坊|行|厂$/.test(name) ? numbered : numberedTrade(name, number);
    if (!taken.has(apart)) return { name: apart, legalForm };
  }
}

const numerals = ['', '', '二', '三', '四', '五', '六', '七', '八', '九'];

function numberedTrade(name: string, number: number): string {
  const numeral = numerals[number] ?? String(number);
  return name.replace(/(分公司|有限公司|有限责任公司|专业合作社|协会|中心)?$/, `第${numeral}$1`);
}

function tradeOf(name: string): string {
  return name.replace(/^望澜市?(..区|白塔县)?/, '').slice(0, 2);
}

function drawSector(random: Random, form: Form): Sector {
  switch (form) {
    case 'cooperative':
      return getSector('farming');
    case 'enterprise':
    case 'branch':
    case 'sole_trader':
      return random.pickWeighted(sectorWeights(form));
    case 'institution':
    case 'organ':
    case 'association':
    case 'service_unit':
    case 'foundation':
      return getSector('public_service');
  }
}

function drawSize(random: Random, form: Form): Size {
  if (form === 'sole_trader') return random.chance(0.04) ? 1 : 0;
  return random.pickWeighted<Size>([
    [0, 610],
    [1, 260],
    [2, 96],
    [3, 28],
    [4, 6],
  ]);
}

/** Most organisations are young; some are older than the law that registers them. */
function drawFounding(random: Random, form: Form, today: CivilDate): CivilDate {
  const oldest = dayNumber(civilDate(form === 'institution' ? '1956-01-01' : '1992-06-01'));
  const span = dayNumber(today) - 30 - oldest;
  const share = random.ratio() ** (form === 'institution' ? 1.1 : 2.6);
  return fromDayNumber(oldest + span - Math.floor(span * share));
}

function between(random: Random, from: CivilDate, until: CivilDate): CivilDate {
  return addDays(from, random.below(Math.max(1, dayNumber(until) - dayNumber(from))));
}

function drawAddress(random: Random, district: Organisation['district']): string {
  const number = random.between(1, 680);
  const room = random.chance(0.4) ? `${random.between(1, 9)}幢${random.between(101, 2608)}室` : '';
  return `望澜市${district.name}${random.pick(district.streets)}${number}号${room}`;
}

/** Ended registrations leave the file; what stays is what the register still shows. */
function drawStatus(random: Random, form: Form): string {
  if (form === 'institution' || form === 'organ') return '存续';
  return random.pickWeighted([
    ['存续', 936],
    ['歇业', 14],
    ['清算', 7],
    ['迁出', 5],
    ['吊销，未注销', 12],
    ['注销', 26],
  ]);
}

function formerName(random: Random, name: string): string {
  const trade = tradeOf(name);
  const older = name.replace(trade, tradeName(random).slice(0, 2));
  return older === name ? `望澜市${tradeName(random)}商贸有限公司` : older;
}

function registrarOf(form: Form): Organisation['registrar'] {
  switch (form) {
    case 'institution':
    case 'organ':
      return 'institution_registry';
    case 'association':
    case 'service_unit':
    case 'foundation':
      return 'civil_affairs';
    case 'enterprise':
    case 'branch':
    case 'sole_trader':
    case 'cooperative':
      return 'market_regulation';
  }
}
