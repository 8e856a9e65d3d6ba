import { addPeriod, type CivilDate } from '@credence/domain';

import type { PledgeCard } from '../card/pledge-card.ts';
import type { Edition } from '../edition/edition.ts';
import { countFrom } from './clock-days.ts';

/** What has happened with a pledge, as far as days follow from it. */
export interface PledgeStarts {
  readonly granted?: CivilDate;
  /** Class for planning inspections on the day of the decision; absent: the period for all. */
  readonly class?: string;
  /** The day on which the notice to put it right was served. */
  readonly told?: CivilDate;
  readonly revoked?: CivilDate;
}

/** The days that follow from a pledge. */
interface PledgeDays {
  /** Last day to look whether the conditions are met. */
  readonly postCheckBy?: CivilDate;
  /** Last day to put right what was not so; absent while the calendar of its days is not published. */
  readonly cureBy?: CivilDate;
  /** First day on which a broken pledge may be repaired. */
  readonly repairFrom?: CivilDate;
}

/**
 * The days of a pledge by its card. A class makes the look sooner or later, never more than a date,
 * and none makes it go away (G40).
 */
export function pledgeDays(
  edition: Edition,
  { approval }: PledgeCard,
  starts: PledgeStarts,
): PledgeDays {
  if (approval === undefined) return {};
  const { granted, told, revoked } = starts;
  const { postCheck, cure, repair } = approval;
  const row = postCheck.byClass?.rows.find((each) => each.class === starts.class);
  const postCheckBy =
    granted === undefined
      ? undefined
      : addPeriod(granted, row?.within ?? postCheck.within, edition.months.round);
  const cureBy = told === undefined ? undefined : countFrom(edition, told, cure.within);
  const repairFrom =
    revoked === undefined || repair.after === 'at_once'
      ? revoked
      : addPeriod(revoked, repair.after, edition.months.round);
  return {
    ...(postCheckBy === undefined ? {} : { postCheckBy }),
    ...(cureBy === undefined ? {} : { cureBy }),
    ...(repairFrom === undefined ? {} : { repairFrom }),
  };
}
