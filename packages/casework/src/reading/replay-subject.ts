import {
  earlier,
  isOnOrAfter,
  problem,
  type CivilDate,
  type PublicityAssessment,
} from '@credence/domain';
import { assessRecord, type Edition } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import type { AccessParts } from '../access/access-parts.ts';
import { findHome, headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { SubjectReference } from '../casework.ts';
import { foldSubject, type RecordState } from '../state/subject-state.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import { toFactView } from '../view/record-view.ts';
import type { ReplayOutcome, ReplayRecord, ReplayTimes } from './reading.ts';

/**
 * The whole past answer about a subject: every record the register knew of at `knownAt`, as the law
 * of `lawAt` made it stand on `asOf`, also what has ended or was never public. Only for those whom a
 * policy names, and with an access entry; what has been erased is there for nobody.
 *
 * Legal source: guards N8; design: two gates, full replay.
 */
export async function replaySubject(
  parts: AccessParts,
  principal: KnownPrincipal,
  asked: {
    readonly subject: SubjectReference;
    readonly times: ReplayTimes;
    readonly purpose: Purpose;
  },
): Promise<ReplayOutcome> {
  const { times, purpose } = asked;
  const { clock, rulebook } = await startAnswer(parts);
  const home = await findHome(parts.register, asked.subject, { rulebook, today: clock.today });
  const resource = { kind: 'subject', ...(home === undefined ? {} : { home }) } as const;
  const decision = parts.access.decide(principal, 'subject.replay', resource, purpose);
  if (decision.kind === 'refused') return decision;
  if (home === undefined) return { kind: 'not-found' };

  const asOf = times.asOf ?? clock.today;
  const lawAt = times.lawAt ?? asOf;
  const law = rulebook.on(lawAt);
  if (law === undefined) {
    return { kind: 'refused', problem: problem('edition-missing', { day: lawAt }) };
  }
  const knownAt = times.knownAt ?? clock.timepoint;
  const upTo = await parts.journal.positionAt(knownAt);
  const fields = ['records', `as-of ${asOf}`, `law-at ${lawAt}`];
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  const known = read.entries.filter(({ position }) => position <= upTo);
  const subject = headOf(home, known);
  if (subject === undefined) return { kind: 'not-found' };
  const records = foldSubject(home, known)
    .records.toSorted((a, b) => b.position - a.position)
    .map((state) => toReplayRecord(state, law, asOf));
  const view = { clock, subject, asOf, knownAt, lawAt, law: editionLine(law), purpose, records };
  return { kind: 'found', view };
}

function toReplayRecord(state: RecordState, law: Edition, asOf: CivilDate): ReplayRecord {
  const { record, end, recordedAt } = state;
  const { item, severity, publicity } = assessRecord(law, record, asOf);
  const heading = item === undefined ? undefined : toFactView(law, item, record, item.heading);
  return {
    id: record.recordId,
    item: item?.title ?? { en: record.item },
    ...(heading === undefined ? {} : { heading }),
    ...(record.document === undefined ? {} : { number: record.document.number }),
    decidedOn: record.decidedOn,
    provider: record.provider.name,
    ...(severity === undefined ? {} : { severity: severity.title }),
    recordedAt,
    publicity: cut(publicity, end, asOf),
    ...(end === undefined ? {} : { ended: { on: end.on, because: end.because } }),
  };
}

/** An end by decision cuts what the rules alone would show. */
function cut(
  publicity: PublicityAssessment,
  end: RecordState['end'],
  asOf: CivilDate,
): PublicityAssessment {
  if (end === undefined || (publicity.kind !== 'shown' && publicity.kind !== 'valid')) {
    return publicity;
  }
  if (isOnOrAfter(asOf, end.on)) {
    return { kind: 'ended', endedOn: end.on, because: 'annulled' };
  }
  if (publicity.kind === 'shown') return { ...publicity, ends: earlier(publicity.ends, end.on) };
  const ends = publicity.ends === 'none' ? end.on : earlier(publicity.ends, end.on);
  return { ...publicity, ends };
}
