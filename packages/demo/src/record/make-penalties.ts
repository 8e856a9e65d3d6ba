import { addDays, addMonths, createRandom, daysBetween, isBefore } from '@credence/domain';
import type { CivilDate, Random, RandomKey } from '@credence/domain';

import { authorityIn, getAgency } from '../city/agencies.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { getSector } from '../organisation/sectors.ts';
import { ceasedTrading } from '../violation/market.ts';
import type { Violation } from '../violation/violation.ts';
import { violationsOf } from '../violation/violations.ts';
import { decidePenalty, drawService, type Decided } from './decide-penalty.ts';
import { numberDocuments } from './document-numbers.ts';
import { likeBreaches, type LikeBreach } from './like-breaches.ts';
import type { Penalty } from './records.ts';

export interface PenaltySeason {
  readonly seed: RandomKey;
  readonly today: CivilDate;
  readonly organisations: readonly Organisation[];
  readonly taken: ReadonlySet<string>;
}

/** Share of organisations with a penalty in the years the files cover, on average. */
const PENALISED_SHARE = 0.045;
/** Average of hazard times size over the city, so that the share above comes out. */
const HAZARD_MEAN = 0.8;
const sizeFactor = [0.75, 1.2, 1.9, 2.8, 4] as const;
const MONTHS_COVERED = 48;
/** Of those whose business licence was revoked: in the months covered, not before. */
const REVOKED_LATELY_SHARE = 0.45;
const COUNT_MAX = 24;

/** About one organisation in twenty, mostly once, a few again and again. */
export function makePenalties(season: PenaltySeason): readonly Penalty[] {
  const drafts = season.organisations.flatMap((organisation) => {
    const random = createRandom(season.seed, 'penalties', organisation.code);
    return drawBreaches(random, organisation).flatMap(
      (violation) => drawOne(random, { organisation, violation, today: season.today }) ?? [],
    );
  });
  const penalised = new Set(drafts.map(({ party }) => party.code));
  const like = likeBreaches({ ...season, penalised }).map((breach): Draft => ({
    ...toDraft(createRandom(season.seed, 'like', breach.organisation.code), breach),
    service: { on: addDays(breach.decidedOn, 2), mode: '直接送达' },
  }));
  const all = [...drafts, ...like];
  return numberDocuments(all, createRandom(season.seed, 'penalty-numbers'), season.taken);
}

function drawBreaches(random: Random, organisation: Organisation): readonly Violation[] {
  const revoked = organisation.status.startsWith('吊销') && random.chance(REVOKED_LATELY_SHARE);
  const violations = violationsOf(organisation);
  if (violations.length === 0 || !random.chance(likelihoodOf(organisation))) {
    return revoked ? [ceasedTrading] : [];
  }
  const count = drawCount(random, organisation);
  const drawn = Array.from({ length: count }, () => random.pickWeighted(violations));
  return revoked ? [...drawn, ceasedTrading] : drawn;
}

function likelihoodOf({ sector, size }: Organisation): number {
  return (PENALISED_SHARE / HAZARD_MEAN) * getSector(sector).hazard * sizeFactor[size];
}

function drawCount(random: Random, { size }: Organisation): number {
  if (random.chance(size > 1 ? 0.68 : 0.86)) return 1;
  // A heavy tail: the one in a thousand has two dozen.
  return Math.min(COUNT_MAX, 1 + Math.floor((1 - random.ratio()) ** -0.85));
}

type Draft = Decided & Pick<Penalty, 'authority' | 'party' | 'service'> & { readonly word: string };

function drawOne(
  random: Random,
  breach: {
    readonly organisation: Organisation;
    readonly violation: Violation;
    readonly today: CivilDate;
  },
): Draft | undefined {
  const { organisation, violation, today } = breach;
  const oldest = addMonths(today, -MONTHS_COVERED, 'down');
  // The last days are missing: files come with a delay.
  const decidedOn = addDays(oldest, random.below(daysBetween(oldest, today) - 4));
  if (isBefore(decidedOn, addDays(organisation.establishedOn, 90))) return undefined;
  const draft = toDraft(random, { organisation, violation, decidedOn });
  const service = drawService(random, decidedOn, today);
  return { ...draft, ...(service === undefined ? {} : { service }) };
}

function toDraft(random: Random, { organisation, violation, decidedOn }: LikeBreach): Draft {
  const decided = decidePenalty(random, violation, decidedOn);
  const authority = authorityIn(getAgency(violation.agency), organisation.district);
  return {
    ...decided,
    authority,
    word: `${authority.word}${decided.procedure === '简易程序' ? '简罚' : '罚'}`,
    party: organisation,
  };
}
