import { isBefore, problem, type CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case.ts';
import { matterOf, serviceOf, since } from '../fold-case.ts';
import { countDays, workingDays } from '../law/count-days.ts';
import { editionOn } from '../law/law-of-case.ts';
import { procedureOf } from '../law/procedure-of.ts';
import { listed, unknown, type Condition } from './attempt.ts';

/** What is to move is this subject's and stands; a merge takes all of it. */
export const identityKnown: Condition = ({ file, world, today }) => {
  const matter = matterOf(file, 'identity');
  if (matter === undefined) return undefined;
  const standing = [...world.records].flatMap(([id, { endedOn }]) =>
    endedOn === undefined || isBefore(today, endedOn) ? [id] : [],
  );
  const strange = matter.records.filter((each) => !world.records.has(each));
  const left = matter.does === 'merge' ? standing.filter((id) => !matter.records.includes(id)) : [];
  const missing = [...strange, ...left];
  if (missing.length > 0 || matter.records.length === 0) {
    return problem('case-history-changed', { missing: listed(missing) });
  }
  return undefined;
};

function toldOther(file: CaseFile) {
  return serviceOf(since(file, 'noticed'), 'notice-to-other');
}

/** The last day on which the other organisation is heard; undefined before it was told. */
export function otherHeardUntil(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): CivilDate | undefined {
  const told = toldOther(file);
  const days = procedureOf(file, world, today)?.statementDays;
  const edition = editionOn(world, today);
  return told === undefined || days === undefined || edition === undefined
    ? undefined
    : countDays(edition, told.servedOn, workingDays(days));
}

/** The other organisation was told as well, with proof, and its time to be heard is over. */
export const otherReached: Condition = ({ file, world, today }) => {
  if (toldOther(file) === undefined) return problem('case-not-served', {});
  const until = otherHeardUntil(file, world, today);
  return until !== undefined && isBefore(until, today)
    ? undefined
    : problem('case-window-open', { until: until ?? unknown });
};
