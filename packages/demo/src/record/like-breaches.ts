import { addDays, createRandom, isBefore, type CivilDate, type RandomKey } from '@credence/domain';

import type { Organisation } from '../organisation/organisation.ts';
import { marketViolations } from '../violation/market.ts';
import { fined, type Violation } from '../violation/violation.ts';

/** A breach with what it is fined, and when. */
export interface LikeBreach {
  readonly organisation: Organisation;
  readonly violation: Violation;
  readonly decidedOn: CivilDate;
}

const type = '采购食品未查验供货者的许可证和产品合格证明';

/** In yuan: one article, one class, and two fines that are far from the rest. */
const fines = [
  ...[10_000, 9_500, 60_000, 10_000, 11_000, 9_000],
  ...[10_000, 12_000, 1_200, 10_500, 8_500, 10_000],
];

/** So many like decisions that two unlike ones can be told among them; on firms with no other penalty. */
export function likeBreaches(order: {
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly organisations: readonly Organisation[];
  readonly penalised: ReadonlySet<string>;
}): readonly LikeBreach[] {
  const { seed, today, organisations, penalised } = order;
  const violation = marketViolations.find((each) => each.type === type);
  if (violation === undefined) throw new Error(`No violation is called ${type}.`);
  const old = addDays(today, -400);
  const parties = organisations.filter(
    ({ code, status, sector, establishedOn }) =>
      status === '存续' &&
      violation.sectors.includes(sector) &&
      isBefore(establishedOn, old) &&
      !penalised.has(code),
  );
  const random = createRandom(seed, 'like-breaches');
  return parties.slice(0, fines.length).map((organisation, index) => {
    const fine = fines[index] ?? 0;
    return {
      organisation,
      violation: { ...violation, outcomes: [fined(1, [fine, fine])] },
      decidedOn: addDays(today, -random.between(35, 90)),
    };
  });
}
