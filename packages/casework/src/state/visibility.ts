import {
  civilDate,
  earlier,
  isOnOrAfter,
  later,
  type CivilDate,
  type PublicityAssessment,
} from '@credence/domain';
import {
  assessRecord,
  type Edition,
  type ItemCard,
  type RecordAssessment,
  type Rulebook,
} from '@credence/rulebook';

import type { RecordState, SubjectState } from './subject-state.ts';

/** What makes a record public on a day, and under which edition. */
export interface PublicRecord extends PublicStanding {
  readonly state: RecordState;
}

interface PublicStanding {
  readonly edition: Edition;
  readonly assessment: RecordAssessment & { readonly item: ItemCard; readonly publicity: Standing };
}

/** What standing depends on: the statement and its end, wherever they are kept. */
export type RecordFacts = Pick<RecordState, 'record' | 'end'>;

/** The two answers under which a record stands in public. */
type Standing = Extract<PublicityAssessment, { kind: 'shown' | 'valid' }>;

/**
 * The records of a subject that the public may see on `day`: published on that day, and still
 * publishable today. Whatever has ended since is dropped before anything is derived, so that no
 * answer about any day can hint at it.
 *
 * Legal source: guards N8.
 */
export function listPublicRecords(
  state: SubjectState,
  rulebook: Rulebook,
  time: { readonly today: CivilDate; readonly day: CivilDate },
): readonly PublicRecord[] {
  return state.records.flatMap((record) => {
    const today = findStanding(record, rulebook, time.today);
    if (today === undefined) return [];
    const standing = time.day === time.today ? today : findStanding(record, rulebook, time.day);
    return standing === undefined ? [] : [{ state: record, ...standing }];
  });
}

/** How the law in force on `day` shows the record; undefined when it does not. */
function findStanding(
  facts: RecordFacts,
  rulebook: Rulebook,
  day: CivilDate,
): PublicStanding | undefined {
  const edition = rulebook.on(day);
  const item = edition?.items.get(facts.record.item);
  if (edition === undefined || item?.disclosure !== 'public') return undefined;
  const assessment = assessRecord(edition, facts.record, day);
  const publicity = endBy(facts, assessment.publicity, day);
  if (publicity === undefined) return undefined;
  return { edition, assessment: { ...assessment, item, publicity } };
}

/** An end by decision cuts what the rules alone would show. */
function endBy(
  { end }: RecordFacts,
  publicity: PublicityAssessment,
  day: CivilDate,
): Standing | undefined {
  if (publicity.kind !== 'shown' && publicity.kind !== 'valid') return undefined;
  if (end === undefined) return publicity;
  if (isOnOrAfter(day, end.on)) return undefined;
  if (publicity.kind === 'shown') return { ...publicity, ends: earlier(publicity.ends, end.on) };
  const ends = publicity.ends === 'none' ? end.on : earlier(publicity.ends, end.on);
  return { ...publicity, ends };
}

/** Stands for "no end known" where a column needs a day. */
const noEnd: CivilDate = civilDate('9999-12-31');

/**
 * The first day from which a record can no longer be public under any edition known; undefined when
 * it never can. It is the upper bound that the register keeps, not an answer.
 */
export function findLastVisible(facts: RecordFacts, rulebook: Rulebook): CivilDate | undefined {
  const ends = rulebook.editions.flatMap((edition) => endUnder(facts, edition) ?? []);
  return ends.reduce<CivilDate | undefined>(
    (latest, end) => (latest === undefined ? end : later(latest, end)),
    undefined,
  );
}

function endUnder(facts: RecordFacts, edition: Edition): CivilDate | undefined {
  const { record } = facts;
  const { from, until } = edition.inForce;
  if (edition.items.get(record.item)?.disclosure !== 'public') return undefined;
  const first = later(from, record.decidedOn);
  const early = assessRecord(edition, record, first).publicity;
  const day = early.kind === 'not-begun' ? early.begins : first;
  if (until !== 'none' && isOnOrAfter(day, until)) return undefined;
  const publicity = day === first ? early : assessRecord(edition, record, day).publicity;
  const standing = endBy(facts, publicity, day);
  if (standing === undefined) return undefined;
  const last = standing.ends === 'none' ? noEnd : standing.ends;
  return until === 'none' ? last : earlier(last, until);
}

/** The item of the catalogue that registers a subject, whatever its records. */
export function isRegistration(item: string, rulebook: Rulebook): boolean {
  return rulebook.editions.some(
    (edition) => edition.items.get(item)?.importAs === registrationWord,
  );
}

const registrationWord = 'registration';
