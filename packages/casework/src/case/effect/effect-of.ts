import { addPeriod, earlier, isBefore, type CivilDate } from '@credence/domain';

import type { CaseEffect, CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { editionOn, measureCardOf } from '../law/law-of-case.ts';
import { listingEffect } from './listing-effect.ts';

/** What a case does to its subject on a day; only listings and measures do anything. */
export function effectOf(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  switch (file.opened.matter.case) {
    case 'listing':
      return listingEffect(file, world, today);
    case 'measure':
      return measureEffect(file, world, today);
    default:
      return { kind: 'none' };
  }
}

/**
 * What a measure does: it begins with its execution, and whatever ends or puts off the listing it
 * follows from does the same to it, on that day and without anybody's act.
 *
 * Legal sources: the articles of the measure; guards G03, G13, G31; N6.
 */
function measureEffect(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  const executed = lastOf(file, 'executed');
  if (executed === undefined) return { kind: 'none' };
  const from = executed.executedOn;
  const lifted = lastOf(file, 'lifted');
  const id = matterOf(file, 'measure')?.cause;
  const cause = id === undefined ? undefined : world.docket.get(id);
  const of: CaseEffect =
    cause === undefined ? { kind: 'none' } : listingEffect(cause, world, today);
  if (of.kind === 'ended') return { kind: 'ended', on: of.on, because: 'cause-ended' };
  if (lifted !== undefined) return { kind: 'ended', on: lifted.liftedOn, because: 'lifted' };
  if (of.kind === 'suspended') return { kind: 'suspended', from, because: 'cause-suspended' };
  if (of.kind !== 'in-effect') return { kind: 'none' };
  const until = endOf(file, world, { today, from: of.from, cause: of.until });
  if (until === 'no-rule') return { kind: 'suspended', from, because: 'no-rule-in-force' };
  if (until !== undefined && !isBefore(today, until)) {
    return { kind: 'ended', on: until, because: 'time' };
  }
  return { kind: 'in-effect', from, shownFrom: from, ...(until === undefined ? {} : { until }) };
}

/** The measure's own longest term, never beyond its cause. */
function endOf(
  file: CaseFile,
  world: CaseWorld,
  given: {
    readonly today: CivilDate;
    readonly from: CivilDate;
    readonly cause?: CivilDate | undefined;
  },
): CivilDate | 'no-rule' | undefined {
  const { today, from, cause } = given;
  const card = measureCardOf(file, world, today);
  const edition = editionOn(world, today);
  if (card === undefined || edition === undefined) return 'no-rule';
  const { term } = card;
  if (typeof term !== 'object' || !('atMost' in term)) return cause;
  const own = addPeriod(from, term.atMost, edition.months.round);
  return cause === undefined ? own : earlier(own, cause);
}
