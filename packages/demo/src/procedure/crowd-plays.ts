import { addDays, isBefore, type CivilDate } from '@credence/domain';

import { growCity, type City, type Growing } from '../grow-city.ts';
import { settled } from '../storybook/cast.ts';
import { foodPledge } from './pledge-steps.ts';
import type { Play, PlayStep, SpokenFor } from './play.ts';
import { answeredObjection, grantedRepair } from './way-out-plays.ts';

/** Organisations from which on a city has so many cases that figures about them may be told. */
const leastCity = 1_000;
/** Of each kind more than the smallest cell, so that neither part nor rest is withheld. */
const counts = { pledges: 33, objections: 12, repairs: 12 } as const;

/** Firms about which nothing else is told. */
export interface Crowd {
  readonly pledging: readonly Firm[];
  readonly objecting: readonly Firm[];
  readonly repairing: readonly Firm[];
}

interface Firm {
  readonly code: string;
  readonly name: string;
}

/**
 * Plain cases of many firms of a city, so that what is told in cells of ten and more has something to
 * tell: pledges kept and broken, objections answered, repairs granted. None in a small city.
 */
export async function demoCrowd(order: Growing): Promise<readonly Play[]> {
  if (order.organisations < leastCity) return [];
  return crowdPlays(pickCrowd(await growCity(order), order.today));
}

/** Firms that trade, with nothing against them to pledge, and with one ordinary fine for the ways out. */
function pickCrowd(city: City, today: CivilDate): Crowd {
  const fines = new Map<string, number>();
  for (const { party } of city.penalties) fines.set(party.code, (fines.get(party.code) ?? 0) + 1);
  const licensed = new Set(city.licences.map(({ party }) => party.code));
  const told = new Set(settled.map(({ code }) => code));
  const pledging = city.organisations.filter(
    ({ code, form, sector, status, establishedOn }) =>
      form === 'enterprise' &&
      sector === 'food_retail' &&
      status === '存续' &&
      !fines.has(code) &&
      !told.has(code) &&
      isBefore(establishedOn, addDays(today, -400)),
  );
  // Not so long ago that it is no longer on show.
  const fined = city.penalties.filter(
    ({ agency, kinds, party, decidedOn, service, procedure, fine = 0 }) =>
      agency === 'market_regulation' &&
      kinds.join() === '罚款' &&
      procedure === '普通程序' &&
      fine >= 5_000 &&
      service !== undefined &&
      fines.get(party.code) === 1 &&
      !licensed.has(party.code) &&
      !told.has(party.code) &&
      !isBefore(decidedOn, addDays(today, -330)),
  );
  const partiesBefore = (days: number): readonly Firm[] =>
    fined
      .filter(({ decidedOn }) => isBefore(decidedOn, addDays(today, -days)))
      .map(({ party }) => party);
  // Long enough ago for a repair; like fines of the last quarter stay as they are.
  const repairing = partiesBefore(130).slice(0, counts.repairs);
  const taken = new Set(repairing.map(({ code }) => code));
  const objecting = partiesBefore(91)
    .filter(({ code }) => !taken.has(code))
    .slice(0, counts.objections);
  return { pledging: pledging.slice(0, counts.pledges), objecting, repairing };
}

/** The cases of such firms, spread over days, each with papers of its own numbers. */
export function crowdPlays({ pledging, objecting, repairing }: Crowd): readonly Play[] {
  const plays = (firms: readonly Firm[], steps: (at: SpokenFor, index: number) => Steps) =>
    firms.map(({ code, name }, index): Play => {
      const at = { as: 'subject', name } as const;
      return { code, name, steps: steps(at, index) };
    });
  return [
    ...plays(pledging, (at, index) =>
      foodPledge(at, {
        ...{ days: 120 + (index % 10) * 3, serial: 500 + index },
        end: index % 3 === 2 ? 'broken' : 'kept',
      }),
    ).map((play) => ({ ...play, withoutRecord: true as const })),
    ...plays(objecting, (at, index) =>
      answeredObjection(at, { days: 40 + (index % 6) * 3, serial: 500 + index }),
    ),
    ...plays(repairing, (at, index) =>
      grantedRepair(at, { days: 15 + (index % 6) * 3, serial: 500 + index }),
    ),
  ];
}

type Steps = readonly PlayStep[];
