import { setImmediate as breathe } from 'node:timers/promises';

import type { CivilDate, RandomKey } from '@credence/domain';

import { makeOrganisations } from './organisation/make-organisations.ts';
import type { Organisation } from './organisation/organisation.ts';
import { makeInspections } from './record/make-inspections.ts';
import { makeLicences } from './record/make-licences.ts';
import { makePenalties } from './record/make-penalties.ts';
import type { Inspection, Licence, Penalty } from './record/records.ts';
import { settled, settledAndRegistered } from './storybook/cast.ts';
import { storyInspections, storyLicences } from './storybook/story-licences.ts';
import { storyPenalties } from './storybook/story-penalties.ts';

/** Everything the files of a city say. */
export interface City {
  readonly organisations: readonly Organisation[];
  readonly licences: readonly Licence[];
  readonly penalties: readonly Penalty[];
  readonly inspections: readonly Inspection[];
}

export interface Growing {
  readonly organisations: number;
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly onProgress?: (organisations: number) => void;
}

const PROGRESS_STEP = 1_000;

/** The storybook's cast with their records first, then those that come with the seed. */
export async function growCity(order: Growing): Promise<City> {
  const { seed, today } = order;
  const grown: Organisation[] = [];
  const count = Math.max(0, order.organisations - settledAndRegistered.length);
  for (const organisation of makeOrganisations({ seed, today, count, settled })) {
    grown.push(organisation);
    if (grown.length % PROGRESS_STEP !== 0) continue;
    order.onProgress?.(grown.length);
    await breathe();
  }
  const told = {
    licences: storyLicences(today),
    penalties: storyPenalties(today),
    inspections: storyInspections(today),
  };
  const taken = new Set(
    [...told.licences, ...told.penalties].map(({ documentNumber }) => documentNumber),
  );
  const season = { seed, today, organisations: grown, taken };
  return {
    organisations: [...settledAndRegistered, ...grown],
    licences: [...told.licences, ...makeLicences(season)],
    penalties: [...told.penalties, ...makePenalties(season)],
    inspections: [...told.inspections, ...makeInspections(season)],
  };
}
