import { createRandom } from '@credence/domain';
import { setTimeout as wait } from 'node:timers/promises';

import { handMade } from '../harm/hand-made.test-support.ts';
import { completePractice } from '../regime/practice.ts';
import type { Regime } from '../regime/regime.ts';
import { digestOf } from './digest.ts';
import type { RunPlace } from './keep-runs.ts';
import type { RegimeVariant } from './plan.ts';
import type { RunTeam } from './run-team.ts';
import type { TeamSetup } from './world-team.ts';

/** A regime that only a comparison looks at: nobody runs it. */
export function variantOf(id: string, wrongly: number): RegimeVariant {
  const title = { zh: id, en: id };
  const practice = completePractice({
    matchingError: { value: wrongly, confidence: 'unverified' },
  });
  const regime = {
    ...{ id, title, says: title, practice, subjects: ['organisation'], confidence: 'unverified' },
    ...{ hash: `hash of ${id}`, findings: [], lists: [], measures: [] },
  };
  // Tables and law are for the world, which is made up here.
  return { id, regime: regime as unknown as Regime };
}

/**
 * In place of the world: of 400 subjects each is wronged with the regime's chance, by luck that
 * regimes share. Members take longer or shorter, so that runs end out of order.
 */
export function madeUpTeam(
  members: number,
  told: { readonly onRun?: (place: RunPlace, count: number) => void } = {},
): (setup: TeamSetup) => Promise<RunTeam> {
  let count = 0;
  return ({ variants, plan }) => {
    const team = Array.from({ length: members }, (_, member) => {
      return async (place: RunPlace, onMonth: (months: number) => void) => {
        if (plan.signal?.aborted === true) return undefined;
        if (members > 1) await wait((member * 7 + place.replicate * 3) % 5);
        count += 1;
        told.onRun?.(place, count);
        onMonth(plan.months);
        const { regime, practice = {} } = variants[place.variant] ?? {};
        const own = regime?.practice['matchingError']?.value;
        const chance = practice['matchingError'] ?? own ?? 0;
        const random = createRandom(plan.seed, 'made-up', place.replicate);
        const wronged = Array.from({ length: 400 }, () => (random.ratio() < chance ? 1 : 0));
        const all = wronged.filter((each) => each === 1).length;
        const figures = handMade({
          ...{ agents: 400, months: plan.months },
          columns: { loss: wronged.map((each) => 100 * each), excluded: wronged },
          series: { entries: [all], entriesWrong: [all] },
        });
        return digestOf(figures, {
          ...{ replicate: place.replicate, guardBreaches: 0, tables: [], fit: [], code: {} },
        });
      };
    });
    return Promise.resolve({ members: team, close: () => Promise.resolve() });
  };
}
