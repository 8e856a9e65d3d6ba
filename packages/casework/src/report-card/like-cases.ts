import { findOutliers, type CivilDate, type FactValue, type LikeGroup } from '@credence/domain';
import type { CardOf, Edition } from '@credence/rulebook';

import type { CaseParts } from '../case/desk/open-desk.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { PublicRecord } from '../state/visibility.ts';
import type { Answering } from '../view/answer-clock.ts';
import { findPublicSubject } from '../view/subject-line.ts';
import type { UnlikeRule } from './report-card.ts';

type UnlikeCard = CardOf<'statistic'> & {
  readonly unlike: NonNullable<CardOf<'statistic'>['unlike']>;
};

/** Operator setting: decisions that are compared, the newest of those on show. */
const mostCompared = 5_000;
const homesAtOnce = 200;

/** One decision that was compared, as it stands in public today. */
export interface ComparedCase {
  readonly home: string;
  readonly recordId: string;
  readonly subjectName?: string;
  readonly provider: string;
  readonly authority: string;
  readonly document?: string;
  readonly decidedOn: CivilDate;
}

/** Like cases of the whole register, of what stands in public on one day. */
export interface Comparison {
  readonly cases: ReadonlyMap<string, ComparedCase>;
  readonly groups: readonly (LikeGroup & { readonly item: string })[];
}

/** The comparison under way or done; one that fails is made anew. */
export interface RunningComparison {
  readonly made: Promise<Comparison>;
  readonly isLong: () => boolean;
  readonly isFailed: () => boolean;
}

/** The card of the edition that says which cases are unlike; at most one is read. */
export function unlikeCardOf({ statistics }: Edition): UnlikeCard | undefined {
  return [...statistics.values()].find((card): card is UnlikeCard => card.unlike !== undefined);
}

export function toUnlikeRule({
  statistic,
  title,
  dimensions,
  leastCell,
  unlike,
}: UnlikeCard): UnlikeRule {
  const { leastGroup, deviations, multiple, confidence } = unlike;
  const leastShown = Math.max(leastGroup, leastCell === 'none' ? leastGroup : leastCell);
  return {
    ...{ id: statistic, title, dimensions, leastShown },
    ...{ leastGroup, deviations, multiple, confidence },
  };
}

/**
 * Compares the decisions that stand in public today with those like them. What has ended, was put
 * right or repaired is not among them, so that no case of today is named because of one that is over,
 * and no group tells of any.
 *
 * Legal sources: guards N8, G38.
 */
export function compareLikeCases(
  parts: CaseParts,
  answering: Answering,
  card: UnlikeCard,
): RunningComparison {
  let state: 'running' | 'done' | 'failed' = 'running';
  let compared = 0;
  const make = async (): Promise<Comparison> => {
    const cases = new Map<string, ComparedCase>();
    const groups = [];
    for (const item of card.of) {
      const found = await readCases(parts, answering, item);
      compared += found.length;
      const likes = found.flatMap(({ home, subjectName, public: record }) => {
        const amount = fineOf(record);
        const like = likeOf(record, card.dimensions);
        if (amount === undefined || like === undefined) return [];
        const compared = toCompared(home, subjectName, record);
        cases.set(compared.recordId, compared);
        return [{ id: compared.recordId, like, amount }];
      });
      const { leastGroup, deviations, multiple } = card.unlike;
      const made = findOutliers(likes, { leastGroup, deviations, multiple });
      groups.push(...made.map((group) => ({ ...group, item })));
    }
    return { cases, groups };
  };
  const made = make().then(
    (comparison) => {
      state = 'done';
      return comparison;
    },
    (error: unknown) => {
      state = 'failed';
      throw error;
    },
  );
  return { made, isLong: () => compared >= 1_000, isFailed: () => state === 'failed' };
}

interface FoundCase {
  readonly home: string;
  readonly subjectName: string | undefined;
  readonly public: PublicRecord;
}

async function readCases(
  parts: CaseParts,
  answering: Answering,
  item: string,
): Promise<readonly FoundCase[]> {
  const { today } = answering.clock;
  const shown = { day: today, today, item };
  const page = { order: 'decided', limit: mostCompared, offset: 0 } as const;
  const { lines } = await parts.register.lines.list(shown, page);
  const homes = [...new Set(lines.map(({ home }) => home))];
  const found: FoundCase[] = [];
  for (let at = 0; at < homes.length; at += homesAtOnce) {
    const read = await parts.journal.entriesOfMany(homes.slice(at, at + homesAtOnce));
    for (const [home, entries] of read) {
      const subject = findPublicSubject(foldSubject(home, entries), answering);
      // What is under dispute is shown, but nobody is held up by it as an example.
      const own = (subject?.records ?? []).filter(
        ({ state }) => state.record.item === item && state.disputedSince === undefined,
      );
      found.push(...own.map((each) => ({ home, subjectName: subject?.name, public: each })));
    }
  }
  return found;
}

function fineOf({ state }: PublicRecord): number | undefined {
  const fine: FactValue | undefined = state.record.facts['fine'];
  const isMoney = typeof fine === 'object' && 'amount' in fine;
  return isMoney && fine.amount > 0 ? fine.amount : undefined;
}

const severityDimension = 'severity';
const between = '\u001f';

/** The values of all dimensions; undefined where the decision does not state one of them. */
function likeOf(
  { state, assessment }: PublicRecord,
  dimensions: readonly string[],
): string | undefined {
  const values = dimensions.map((dimension) => {
    if (dimension === severityDimension) return assessment.severity?.code;
    const value = state.record.facts[dimension];
    return typeof value === 'string' ? value.normalize('NFKC').trim() : undefined;
  });
  return values.includes(undefined) ? undefined : values.join(between);
}

/** The values of a group, in the order of the dimensions. */
export function likeParts(like: string): readonly string[] {
  return like.split(between);
}

function toCompared(
  home: string,
  subjectName: string | undefined,
  { state }: PublicRecord,
): ComparedCase {
  const { recordId, provider, authority, document, decidedOn } = state.record;
  return {
    ...{ home, recordId, decidedOn, provider: provider.code },
    authority: authority?.name ?? provider.name,
    ...(subjectName === undefined ? {} : { subjectName }),
    ...(document === undefined ? {} : { document: document.number }),
  };
}
