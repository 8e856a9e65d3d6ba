import {
  earlier,
  isOnOrAfter,
  later,
  lifeOf,
  parseCivilDate,
  type CivilDate,
  type DatedText,
  type Identifier,
  type SubjectKind,
} from '@credence/domain';
import type { Edition, Rulebook } from '@credence/rulebook';

import { ownEvents, type LifeEventState } from '../life/fold-life.ts';
import { lifeIdentifiers } from '../life/life-names.ts';
import { namesIn } from '../project/record-rows.ts';
import { publicReview, type IdentityReviewState } from '../state/identity-doubts.ts';
import type { SubjectState } from '../state/subject-state.ts';
import { isRegistration, listPublicRecords, type PublicRecord } from '../state/visibility.ts';
import type { Answering } from './answer-clock.ts';
import type { IdentifierView, SubjectLine } from './view.ts';

/** What of a subject the public may know: who it is by what stands today, and what the day shows. */
export interface PublicSubject {
  readonly home: string;
  /** From the registration, else from the newest record that stands today. */
  readonly name?: string;
  readonly kind: SubjectKind;
  /** Every name that stands today, the current one first. */
  readonly names: readonly string[];
  readonly identifiers: readonly Identifier[];
  /** The newest registration that stands today and on the day. */
  readonly registration?: PublicRecord;
  /** What stands today and on the day, the registration apart. */
  readonly records: readonly PublicRecord[];
  /** What happened to it and what it took part in, whatever became of that. */
  readonly events: readonly LifeEventState[];
  /** Who it is, is being looked into; as of today, whatever day is asked about. */
  readonly review?: IdentityReviewState;
}

/**
 * The public part of a subject; undefined where there is none: a subject that is neither registered
 * nor has a record that stands today does not exist publicly. Everything here is derived from what
 * stands today, so a world in which an ended record had never been gives the same answer.
 */
export function findPublicSubject(
  state: SubjectState,
  {
    rulebook,
    clock,
  }: Pick<Answering, 'rulebook'> & { readonly clock: Pick<Answering['clock'], 'today' | 'day'> },
): PublicSubject | undefined {
  const { today, day } = clock;
  const standing = listPublicRecords(state, rulebook, { today, day: today });
  const [first, ...others] = byAuthority(standing, rulebook);
  if (first === undefined) return undefined;
  const all = [first, ...others].map(({ state: { record } }) => record);
  const onDay = day === today ? standing : listPublicRecords(state, rulebook, { today, day });
  const [registrations, records] = partition(onDay, rulebook);
  const registration = registrations.at(-1);
  const review = publicReview(state.doubts ?? [], rulebook, today);
  const { events = [] } = state;
  const own = ownEvents(events);
  const { names } = lifeOf(own, today);
  const stated = all.find(({ subject }) => subject.name !== undefined)?.subject.name;
  const name = currentName(stated, names.at(-1), first.state.record.decidedOn);
  return {
    home: state.home,
    ...(name === undefined ? {} : { name }),
    kind: first.state.record.subject.kind,
    names: [
      ...new Set([
        ...(name === undefined ? [] : [name]),
        ...all.flatMap(namesIn),
        ...names.map(({ value }) => value),
      ]),
    ],
    identifiers: distinct([
      ...lifeIdentifiers(own, today),
      ...all.flatMap(({ subject }) => subject.identifiers),
    ]),
    ...(registration === undefined ? {} : { registration }),
    records,
    events,
    ...(review === undefined ? {} : { review }),
  };
}

/** A change of name counts until the registration itself was stated anew after it. */
function currentName(
  stated: string | undefined,
  changed: DatedText | undefined,
  statedOn: CivilDate,
): string | undefined {
  const isNewer = changed?.from !== undefined && isOnOrAfter(changed.from, statedOn);
  return isNewer ? changed.value : stated;
}

/** Registrations before other records, the newest first. */
function byAuthority(records: readonly PublicRecord[], rulebook: Rulebook): PublicRecord[] {
  const [registrations, others] = partition(records, rulebook);
  return [...registrations.toReversed(), ...others.toReversed()];
}

/** Registrations and other records, each in the order in which they were recorded. */
function partition(
  records: readonly PublicRecord[],
  rulebook: Rulebook,
): readonly [PublicRecord[], PublicRecord[]] {
  const sorted = [...records].sort((a, b) => a.state.position - b.state.position);
  const registers = ({ state }: PublicRecord) => isRegistration(state.record.item, rulebook);
  return [sorted.filter(registers), sorted.filter((record) => !registers(record))];
}

/** A subject as lists show it, with how much stands published on the day; never a rank. */
export function toSubjectLine(
  subject: PublicSubject,
  edition: Edition,
  match?: SubjectLine['match'],
): SubjectLine {
  const { home, name, kind, registration } = subject;
  const adverse = subject.records.flatMap(({ assessment: { publicity } }) =>
    publicity.kind === 'shown' ? [publicity] : [],
  );
  const firstBegin = least(adverse.map(({ begins }) => begins));
  const lastEnd = greatest(adverse.map(({ ends }) => ends));
  const disputed = subject.records.filter(
    ({ state, assessment }) =>
      assessment.publicity.kind === 'shown' && state.disputedSince !== undefined,
  ).length;
  const { established, district } = registration?.state.record.facts ?? {};
  const registeredOn = typeof established === 'string' ? parseCivilDate(established) : undefined;
  return {
    id: home,
    ...(name === undefined ? {} : { name }),
    identifiers: subject.identifiers.map((given) => toIdentifierView(given, edition)),
    kind,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(typeof district === 'string' ? { district } : {}),
    published: adverse.length,
    ...(disputed === 0 ? {} : { disputed }),
    ...(subject.review === undefined ? {} : { identityUnderReview: true as const }),
    ...(firstBegin === undefined ? {} : { firstBegin }),
    ...(lastEnd === undefined ? {} : { lastEnd }),
    ...(match === undefined ? {} : { match }),
  };
}

function toIdentifierView(identifier: Identifier, edition: Edition): IdentifierView {
  const title = edition.schemes.get(identifier.scheme)?.title ?? { en: identifier.scheme };
  return { scheme: identifier.scheme, value: identifier.value, title };
}

function distinct(identifiers: readonly Identifier[]): readonly Identifier[] {
  const byKey = new Map<string, Identifier>();
  for (const given of identifiers) {
    const key = `${given.scheme}:${given.value}`;
    if (!byKey.has(key)) byKey.set(key, given);
  }
  return [...byKey.values()];
}

function least(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>(
    (a, b) => (a === undefined ? b : earlier(a, b)),
    undefined,
  );
}

function greatest(days: readonly CivilDate[]): CivilDate | undefined {
  return days.reduce<CivilDate | undefined>(
    (a, b) => (a === undefined ? b : later(a, b)),
    undefined,
  );
}
