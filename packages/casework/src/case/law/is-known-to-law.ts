import type { CivilDate } from '@credence/domain';

import type { CaseActionKind } from '../../entry/case-payload.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { matterOf } from '../fold-case.ts';
import { enforcementOf, isSuperiorTold, releasesOf } from './court-law.ts';
import { listCardOf } from './law-of-case.ts';
import { procedureOf } from './procedure-of.ts';

/**
 * Whether the law of a case knows an action at all: what only a court's list has, or only one that
 * ends with a duty, is not offered anywhere else, not even as something that is closed.
 */
export function isKnownToLaw(
  act: CaseActionKind,
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): boolean {
  const listing = matterOf(file, 'listing');
  switch (act) {
    case 'grace-given':
      return listing === undefined || enforcementOf(file, world, today) !== undefined;
    case 'superior-told':
      return listing?.enforcement?.superior !== undefined || isSuperiorTold(file, world, today);
    case 'release-asked':
    case 'release-consented':
    case 'release-found':
      return releasesOf(file, world, today) !== undefined;
    case 'hearing-asked':
    case 'hearing-set':
    case 'hearing-held':
      return procedureOf(file, world, today)?.hearing !== undefined;
    case 'duty-performed':
      return endsByStatus(file, world, today);
    case 'duty-open':
      return listing === undefined || endsByStatus(file, world, today);
    default:
      return true;
  }
}

function endsByStatus(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  return listCardOf(file, world, today)?.ends.some(({ by }) => by === 'status') === true;
}
