import {
  civilDate,
  earlier,
  isOnOrAfter,
  type CivilDate,
  type PublicityAssessment,
} from '@credence/domain';
import {
  assessRecord,
  findStretches,
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

/** Days on which a record stands in public under one class. */
export interface PublicStretch {
  readonly severity?: string;
  readonly from: CivilDate;
  readonly until: CivilDate | 'none';
}

/** All days on which a record stands in public under the editions known. */
export interface PublicDays {
  /** In order, apart from each other or of different classes. */
  readonly stretches: readonly PublicStretch[];
  /** The law closes it to everyone, and it never stands. */
  readonly sealed: boolean;
  /** Its class under the edition that took it in. */
  readonly severity?: string;
}

/** Says for every day at once what `listPublicRecords` says for one. */
export function listPublicDays(facts: RecordFacts, rulebook: Rulebook): PublicDays {
  const { record, end } = facts;
  const stretches: PublicStretch[] = [];
  let sealed = false;
  let own: string | undefined;
  for (const edition of rulebook.editions) {
    const under = findStretches(edition, record);
    sealed ||= under.sealed;
    if (edition.code === record.edition) own = under.severity;
    for (const { from, until } of under.days) {
      const last = end === undefined ? until : until === 'none' ? end.on : earlier(until, end.on);
      if (last !== 'none' && isOnOrAfter(from, last)) continue;
      addStretch(stretches, stretchOf(from, last, under.severity));
    }
  }
  return {
    stretches,
    sealed: sealed && stretches.length === 0,
    ...(own === undefined ? {} : { severity: own }),
  };
}

/** Under the next edition a record of the same class goes on as it was. */
function addStretch(stretches: PublicStretch[], next: PublicStretch): void {
  const last = stretches.at(-1);
  const goesOn = last?.until === next.from && last.severity === next.severity;
  if (goesOn) stretches.splice(-1, 1, stretchOf(last.from, next.until, next.severity));
  else stretches.push(next);
}

function stretchOf(
  from: CivilDate,
  until: CivilDate | 'none',
  severity: string | undefined,
): PublicStretch {
  return { from, until, ...(severity === undefined ? {} : { severity }) };
}

/** The first day from which a record is public no more; undefined where it never is. */
export function lastVisibleOf(stretches: readonly PublicStretch[]): CivilDate | undefined {
  const last = stretches.at(-1)?.until;
  return last === 'none' ? noEnd : last;
}

/** The item of the catalogue that registers a subject, whatever its records. */
export function isRegistration(item: string, rulebook: Rulebook): boolean {
  return rulebook.editions.some(
    (edition) => edition.items.get(item)?.importAs === registrationWord,
  );
}

const registrationWord = 'registration';
