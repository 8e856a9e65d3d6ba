import { addPeriod, isBefore, type CivilDate, type Localised } from '@credence/domain';
import {
  pledgeDays,
  type Edition,
  type PledgeCard,
  type PledgedApproval,
} from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { editionOn, pledgeCardOf } from './law-of-case.ts';
import { noticeReachedOn } from './window.ts';

/** The last day to look at what was granted on a pledge, and the last day to put it right. */
export function pledgeDaysOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): {
  readonly postCheckBy?: CivilDate;
  readonly cureBy?: CivilDate;
  readonly repairFrom?: CivilDate;
} {
  const granted = lastOf(file, 'granted-on-pledge')?.on;
  const unkept = lastOf(file, 'seen-unkept');
  const told = unkept === undefined ? undefined : noticeReachedOn(file);
  const revoked = serviceOf(since(file, 'approved'), 'decision')?.servedOn;
  // The law of the day on which it was decided sets the days; the calendar is today's.
  const card = pledgeCardOf(file, world, granted ?? today);
  const edition = editionOn(world, today);
  if (card === undefined || edition === undefined) return {};
  const days = pledgeDays(edition, card, {
    ...(granted === undefined ? {} : { granted }),
    ...(told === undefined ? {} : { told }),
    ...(revoked === undefined ? {} : { revoked }),
  });
  const set = lastOf(file, 'check-set')?.dueOn;
  return { ...days, ...(set === undefined ? {} : { postCheckBy: set }) };
}

/** The last day that the card lets a look wait, for whichever class. */
export function latestLook(file: CaseFile, world: CaseWorld): CivilDate | undefined {
  const granted = lastOf(file, 'granted-on-pledge')?.on;
  const edition = granted === undefined ? undefined : editionOn(world, granted);
  const card = granted === undefined ? undefined : pledgeCardOf(file, world, granted);
  if (granted === undefined || edition === undefined || card === undefined) return undefined;
  const classes = card.approval?.postCheck.byClass?.rows.map((row) => row.class) ?? [];
  return [undefined, ...classes]
    .flatMap(
      (each) =>
        pledgeDays(edition, card, { granted, ...(each === undefined ? {} : { class: each }) })
          .postCheckBy ?? [],
    )
    .reduce<CivilDate | undefined>(
      (last, day) => (last === undefined || isBefore(last, day) ? day : last),
      undefined,
    );
}

/** The day a look is due by the class of a day; only this date is ever kept. */
export function lookBy(
  edition: Edition,
  card: PledgeCard,
  { granted, riskClass }: { readonly granted: CivilDate; readonly riskClass: string | undefined },
): CivilDate | undefined {
  const starts = { granted, ...(riskClass === undefined ? {} : { class: riskClass }) };
  return pledgeDays(edition, card, starts).postCheckBy;
}

/** An exclusion that the register itself shows, with its articles. */
export interface Exclusion {
  readonly exclusion: string;
  readonly says: Localised;
  readonly basis: readonly string[];
}

/**
 * Why a subject may not pledge now, as far as the register knows: a pledge it broke and has not
 * repaired, or a measure in effect. Nothing else of its record, and no class, has any part in it.
 */
export function exclusionsOf(
  card: PledgeCard,
  world: CaseWorld,
  today: CivilDate,
): readonly Exclusion[] {
  const { exclusions = [] } = card.approval ?? {};
  return exclusions.flatMap(({ exclusion, says, by, measure, basis }): Exclusion[] => {
    const holds =
      (by === 'unrepaired_pledge' && hasBrokenPledge(world, today)) ||
      (by === 'measure' && measure !== undefined && isBound(world, measure, today));
    const articles = basis.map(({ source, at }) => `${source}#${at}`);
    return holds ? [{ exclusion, says, basis: articles }] : [];
  });
}

/** Exclusions that the office itself finds and reasons. */
export function foundByOffice({ exclusions }: PledgedApproval): readonly string[] {
  return exclusions.flatMap(({ by, exclusion }) => (by === 'office' ? [exclusion] : []));
}

/** A broken pledge shuts out until it is repaired, quashed, or as old as any entry may become (G31). */
function hasBrokenPledge(world: CaseWorld, today: CivilDate): boolean {
  return [...world.docket.values()].some((file) => isPledgeBroken(file, world, today));
}

/** Whether the revocation stands: not repaired, not quashed by another unit, and not past its end. */
export function isPledgeBroken(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  if (matterOf(file, 'pledge') === undefined || file.state !== 'broken') return false;
  const edition = editionOn(world, today);
  if (edition === undefined || !isBefore(today, pledgeEndsOn(file, edition))) return false;
  return ![...world.docket.values()].some(
    (other) =>
      matterOf(other, 'appeal')?.of === file.caseId &&
      lastOf(other, 'allowed')?.effect === 'remove',
  );
}

/** First day on which a pledge may no longer be held against anybody, and is erased. */
export function pledgeEndsOn({ opened }: CaseFile, edition: Edition): CivilDate {
  const most = edition.limits.get('guards')?.listTerm.atMost;
  return most === undefined ? opened.on : addPeriod(opened.on, most, edition.months.round);
}

function isBound(world: CaseWorld, measure: string, today: CivilDate): boolean {
  return [...world.docket.values()].some(
    (file) =>
      matterOf(file, 'measure')?.measure === measure &&
      effectOf(file, world, today).kind === 'in-effect',
  );
}
