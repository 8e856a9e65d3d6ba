import { addPeriod, type CivilDate } from '@credence/domain';

import type { CaseClock, CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf } from '../fold-case.ts';
import { countDays } from '../law/count-days.ts';
import { enforcementOf, graceUntil, releasesOf } from '../law/court-law.ts';
import { editionOn, listCardOf, measureCardOf } from '../law/law-of-case.ts';
import { spendingBeginsOn } from '../effect/spending-effect.ts';
import { dated, stateOf } from './clock-state.ts';

/** What runs in a court's case: the decision a creditor asked for, grace, release, confirmation. */
export function courtClocks(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseClock[] {
  return [
    ...applicationClocks(file, world, today),
    ...graceClocks(file, today),
    ...releaseClocks(file, world, today),
    ...confirmationClocks(file, world, today),
  ];
}

/** A creditor is told within the days that the law gives the court. */
function applicationClocks(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseClock[] {
  const { by, on: startedOn } = file.opened;
  const rule = enforcementOf(file, world, startedOn)?.onApplication;
  const edition = editionOn(world, today);
  const list = listCardOf(file, world, startedOn);
  const isAsked = by.kind === 'party' && by.as === 'creditor';
  if (!isAsked || rule === undefined || edition === undefined || list === undefined) return [];
  const dueOn = countDays(edition, startedOn, rule.within);
  const metOn = (lastOf(file, 'approved') ?? lastOf(file, 'dropped'))?.on;
  const state = stateOf({ dueOn, metOn, today, past: 'late' });
  const runsFor = 'officer';
  return [{ clock: 'decide', card: list.list, runsFor, startedOn, ...dated(dueOn), state }];
}

function graceClocks(file: CaseFile, today: CivilDate): readonly CaseClock[] {
  const given = lastOf(file, 'grace-given');
  const dueOn = graceUntil(file);
  if (given === undefined || dueOn === undefined) return [];
  const state = stateOf({ dueOn, today, past: 'over' });
  const card = file.opened.matter.case;
  return [{ clock: 'grace', card, runsFor: 'subject', startedOn: given.on, dueOn, state }];
}

/** From the day on which somebody says that it is over; a finding of the court meets it. */
function releaseClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const edition = editionOn(world, today);
  const known = releasesOf(file, world, today);
  if (edition === undefined || known === undefined) return [];
  const { card, releases } = known;
  const gone = lastOf(file, 'removed')?.on;
  return [...actsOf(file, 'release-asked'), ...actsOf(file, 'release-found')].map(
    ({ kind, ground, on: startedOn }): CaseClock => {
      const dueOn = countDays(edition, startedOn, releases.within);
      const found = actsOf(file, 'release-found').find((each) => each.ground === ground)?.on;
      const metOn = kind === 'release-asked' ? (found ?? gone) : gone;
      // Once the court has found it, it is over on its last day by itself.
      const past = kind === 'release-asked' ? 'late' : 'over';
      const state = stateOf({ dueOn, metOn, today, past });
      return { clock: 'delete', card, runsFor: 'officer', startedOn, ...dated(dueOn), state };
    },
  );
}

function confirmationClocks(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseClock[] {
  const begins = spendingBeginsOn(file);
  const card = measureCardOf(file, world, today);
  const edition = editionOn(world, today);
  if (file.state !== 'served' || begins === undefined || edition === undefined) return [];
  if (card?.order === undefined) return [];
  const startedOn = lastOf(file, 'duty-open')?.on ?? begins;
  const dueOn = addPeriod(startedOn, card.order.confirmEvery, edition.months.round);
  const state = stateOf({ dueOn, today, past: 'late' });
  return [{ clock: 'confirm', card: card.measure, runsFor: 'officer', startedOn, dueOn, state }];
}
