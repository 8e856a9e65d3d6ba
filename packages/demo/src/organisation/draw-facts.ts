import {
  addDays,
  civilDate,
  daysBetween,
  later,
  type CivilDate,
  type Random,
} from '@credence/domain';

import type { Form, Organisation, Size } from './organisation.ts';
import { getSector, sectorWeights, type Sector, type SectorId } from './sectors.ts';

/** What an institution does, per hundred. */
const publicSectors: readonly (readonly [SectorId, number])[] = [
  ['schooling', 52],
  ['public_health', 14],
  ['public_service', 34],
];

export function drawSector(random: Random, form: Form): Sector {
  switch (form) {
    case 'cooperative':
      return getSector('farming');
    case 'enterprise':
    case 'branch':
    case 'sole_trader':
      return random.pickWeighted(sectorWeights(form));
    case 'institution':
      return getSector(random.pickWeighted(publicSectors));
    case 'organ':
    case 'association':
    case 'service_unit':
    case 'foundation':
      return getSector('public_service');
  }
}

export function drawSize(random: Random, form: Form): Size {
  if (form === 'sole_trader') return random.chance(0.04) ? 1 : 0;
  return random.pickWeighted<Size>([
    [0, 610],
    [1, 260],
    [2, 96],
    [3, 28],
    [4, 6],
  ]);
}

/** Individual businesses older than this have long closed. */
const oldestShop = civilDate('2004-03-01');

/** The youngest were registered last month. */
const YOUNGEST_DAYS = 30;

/** Most organisations are young; none is older than its line of business or its parent. */
export function drawFounding(
  random: Random,
  born: {
    readonly form: Form;
    readonly sector: Sector;
    readonly today: CivilDate;
    readonly parentFoundedOn: CivilDate | undefined;
  },
): CivilDate {
  const { form, sector, today, parentFoundedOn } = born;
  const trade = civilDate(`${sector.since}-01-05`);
  const oldest = form === 'sole_trader' ? later(trade, oldestShop) : trade;
  const from = parentFoundedOn === undefined ? oldest : later(oldest, parentFoundedOn);
  const span = Math.max(0, daysBetween(from, today) - YOUNGEST_DAYS);
  const skew = form === 'institution' ? 1.1 : 2.2;
  return addDays(from, span - Math.floor(span * random.ratio() ** skew));
}

export function drawAddress(random: Random, district: Organisation['district']): string {
  const number = random.between(1, 680);
  const room = random.chance(0.4) ? `${random.between(1, 9)}幢${random.between(101, 2608)}室` : '';
  return `望澜市${district.name}${random.pick(district.streets)}${number}号${room}`;
}

export function drawStatus(random: Random, form: Form): string {
  if (form === 'institution' || form === 'organ') return '存续';
  const revoked =
    form === 'association' || form === 'service_unit' || form === 'foundation' ? 0 : 12;
  return random.pickWeighted([
    ['存续', 936],
    ['歇业', 14],
    ['清算', 7],
    ['迁出', 5],
    ['吊销，未注销', revoked],
    ['注销', 26],
  ]);
}
