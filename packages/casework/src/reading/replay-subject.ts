import { earlier, isOnOrAfter, type CivilDate, type PublicityAssessment } from '@credence/domain';
import { assessRecord, type Edition } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import type { AccessParts } from '../access/access-parts.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { SubjectReference } from '../view/answer.ts';
import { foldSubject, type RecordState } from '../state/subject-state.ts';
import { toFactView } from '../view/record-view.ts';
import { askPast, readPast, type ReplayTimes } from './read-past.ts';
import type { ReplayOutcome, ReplayRecord } from './reading.ts';

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
  const question = await askPast(parts, principal, 'subject.replay', asked);
  if (question.kind !== 'allowed') return question;
  const read = await readPast(parts, principal, question, 'records');
  if (read.kind !== 'read') return read;
  const records = foldSubject(question.home, read.known)
    .records.toSorted((a, b) => b.position - a.position)
    .map((state) => toReplayRecord(state, question.law, read.answer.asOf));
  return { kind: 'found', view: { ...read.answer, records } };
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
