import { addPeriod, earlier, isBefore, type CivilDate } from '@credence/domain';
import type { Edition, MeasureCard } from '@credence/rulebook';

import type { CaseEffect, CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { listCardOf, measureCardOf } from '../law/law-of-case.ts';
import { hasLostItsLaw, lawsSince, runningText } from '../law/laws-since.ts';
import { isProtecting } from '../law/urgent-review.ts';
import { listingEffect } from './listing-effect.ts';
import { paymentEffect } from './payment-effect.ts';
import { spendingEffect } from './spending-effect.ts';

/** What a case does to its subject on a day: listings, measures, orders, and a public body's debt. */
export function effectOf(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  switch (file.opened.matter.case) {
    case 'listing':
      return listingEffect(file, world, today);
    case 'measure':
      return measureEffect(file, world, today);
    case 'spending':
      return spendingEffect(file, world, today);
    case 'payment-complaint':
      return paymentEffect(file, world, today);
    default:
      return { kind: 'none' };
  }
}

/**
 * What a measure does: it begins with its execution, and whatever ends or puts off the listing it
 * follows from does the same to it, on that day and without anybody's act.
 *
 * Legal sources: the articles of the measure; guards G03, G13, G31; N6, N7.
 */
function measureEffect(file: CaseFile, world: CaseWorld, today: CivilDate): CaseEffect {
  const executed = lastOf(file, 'executed');
  if (executed === undefined) return { kind: 'none' };
  const from = executed.executedOn;
  const lifted = lastOf(file, 'lifted');
  const id = matterOf(file, 'measure')?.cause;
  const cause = id === undefined ? undefined : world.docket.get(id);
  const late = isLiftedByLateness(file, world, today) ? 'counts' : 'passed-over';
  const of: CaseEffect =
    cause === undefined ? { kind: 'none' } : listingEffect(cause, world, today, late);
  if (of.kind === 'ended') return { kind: 'ended', on: of.on, because: 'cause-ended' };
  if (lifted !== undefined) return { kind: 'ended', on: lifted.liftedOn, because: 'lifted' };
  if (of.kind === 'suspended') return { kind: 'suspended', from, because: 'cause-suspended' };
  if (of.kind !== 'in-effect') return { kind: 'none' };
  const until = endOf(file, world, { today, from: of.from, cause: of.until });
  if (until !== undefined && !isBefore(today, until)) {
    return { kind: 'ended', on: until, because: 'time' };
  }
  if (cause === undefined || !hasRule(file, world, { cause, from, today })) {
    return { kind: 'suspended', from, because: 'no-rule-in-force' };
  }
  const texts = lawsSince(world, from, today).map((law) =>
    runningText(law, cardIn(law, file)?.basis ?? [], { today, ends: endIn(law, file, of.from) }),
  );
  const ends = until === undefined ? {} : { until };
  return { kind: 'in-effect', from, shownFrom: from, ...ends, texts };
}

/** Whether the card of the list lets lateness lift its measures, and the measure protects nothing. */
function isLiftedByLateness(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  const measure = matterOf(file, 'measure')?.measure ?? '';
  const lifts = listCardOf(file, world, today)?.onLate === 'suspend_measure';
  return lifts && !isProtecting(world, today)(measure);
}

/**
 * The measure's own longest term, never beyond its cause: under the narrowest of all laws since it
 * began (G15, N7).
 */
function endOf(
  file: CaseFile,
  world: CaseWorld,
  given: {
    readonly today: CivilDate;
    readonly from: CivilDate;
    readonly cause?: CivilDate | undefined;
  },
): CivilDate | undefined {
  const { today, from, cause } = given;
  return lawsSince(world, from, today)
    .flatMap((law) => endIn(law, file, from) ?? [])
    .reduce<CivilDate | undefined>(
      (first, end) => (first === undefined ? end : earlier(first, end)),
      cause,
    );
}

/** The end of the measure's own term by one law; undefined where that law has none. */
function endIn(law: Edition, file: CaseFile, from: CivilDate): CivilDate | undefined {
  const term = cardIn(law, file)?.term;
  if (typeof term !== 'object' || !('atMost' in term)) return undefined;
  return addPeriod(from, term.atMost, law.months.round);
}

/** Whether the measure stands in the law of today, and whatever it rests on still does (N7). */
function hasRule(
  file: CaseFile,
  world: CaseWorld,
  {
    cause,
    from,
    today,
  }: { readonly cause: CaseFile; readonly from: CivilDate; readonly today: CivilDate },
): boolean {
  if (measureCardOf(file, world, today) === undefined) return false;
  const basisIn = (edition: Edition) => cardIn(edition, file)?.basis;
  return !hasLostItsLaw(cause, world, { from, today, basisIn });
}

function cardIn({ measures }: Edition, file: CaseFile): MeasureCard | undefined {
  const id = matterOf(file, 'measure')?.measure;
  return id === undefined ? undefined : measures.get(id);
}
