import type { Answering } from '../view/answer-clock.ts';
import type { RecordView, SubjectView } from '../view/view.ts';
import { viewSubject, type SubjectParts } from '../view/view-subject.ts';
import { recordFingerprint, subjectFingerprint } from './fingerprint.ts';
import type { CopyAnswer, CopyQuery } from './reading.ts';

/**
 * Compares a copy's fingerprint with what the register would answer today. What has ended and what
 * never was are one answer, so a question about a made-up id learns nothing.
 *
 * Legal source: guards N8.
 */
export async function checkCopy(
  parts: SubjectParts,
  answering: Answering,
  query: CopyQuery,
): Promise<CopyAnswer> {
  const { clock } = answering;
  const gone = { kind: 'not-published', clock } as const;
  const home =
    query.organisation ??
    (query.record === undefined ? undefined : await parts.register.lines.findHome(query.record));
  if (home === undefined) return gone;
  const found = await viewSubject(parts, answering, { by: 'id', id: home });
  if (found.kind === 'not-found') return gone;
  const { subject } = found.view;
  const place = { organisation: subject.id };
  if (query.record === undefined) {
    return compare(subjectFingerprint(subject, allRecords(found.view)), { query, clock, place });
  }
  const record = allRecords(found.view).find(({ id }) => id === query.record);
  if (record === undefined) return gone;
  const recordPlace = { ...place, record: record.id };
  return compare(recordFingerprint(record), { query, clock, place: recordPlace });
}

function allRecords({ registration, records, others }: SubjectView): readonly RecordView[] {
  return [...(registration === undefined ? [] : [registration]), ...records, ...others];
}

function compare(
  fingerprint: string,
  given: {
    readonly query: CopyQuery;
    readonly clock: CopyAnswer['clock'];
    readonly place: { readonly organisation: string; readonly record?: string };
  },
): CopyAnswer {
  const { query, clock, place } = given;
  if (query.fingerprint.toLowerCase() === fingerprint) return { kind: 'current', clock };
  return { kind: 'changed', clock, fingerprint, ...place };
}
