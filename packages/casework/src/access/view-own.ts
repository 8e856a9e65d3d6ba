import {
  isOnOrAfter,
  type CivilDate,
  type PublicityAssessment,
  type PublicCreditRecord,
} from '@credence/domain';
import { assessRecord, type Edition, type Rulebook } from '@credence/rulebook';

import { foldSubject, type RecordState } from '../state/subject-state.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { toFactView } from '../view/record-view.ts';
import type { OwnOutcome, OwnRecordLine } from './access-casework.ts';
import type { AccessParts } from './access-parts.ts';
import { headOf } from './find-home.ts';
import type { KnownPrincipal } from './principal.ts';
import { readClosed } from './read-closed.ts';

/**
 * Everything held about an organisation, as it may see it itself: also what is not published, not
 * yet, or no more, each with the reason. What has been erased is not there for anyone.
 */
export async function viewOwn(
  parts: AccessParts,
  principal: KnownPrincipal,
  home: string,
): Promise<OwnOutcome> {
  const resource = { kind: 'subject', home } as const;
  const decision = parts.access.decide(principal, 'subject.read-own', resource, 'own');
  if (decision.kind === 'refused') return decision;
  const { clock, rulebook } = await startAnswer(parts);
  const read = await readClosed(parts, principal, { home, purpose: 'own', fields: ['records'] });
  if (read.kind === 'refused') return read;
  const subject = headOf(home, read.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const records = foldSubject(home, read.entries)
    .records.toSorted((a, b) => b.position - a.position)
    .map((state) => toLine(state, rulebook, clock.today));
  return { kind: 'found', view: { clock, subject, records } };
}

function toLine(state: RecordState, rulebook: Rulebook, today: CivilDate): OwnRecordLine {
  const { record, end } = state;
  // The law of today says how it stands; where that knows no such item, the law that took it in.
  const takenUnder = rulebook.editions.find(({ code }) => code === record.edition);
  const edition = [rulebook.on(today), takenUnder].find((each) => each?.items.has(record.item));
  const item = edition?.items.get(record.item);
  const heading =
    edition === undefined || item === undefined
      ? undefined
      : toFactView(edition, item, record, item.heading);
  return {
    id: record.recordId,
    item: item?.title ?? { en: record.item },
    ...(heading === undefined ? {} : { heading }),
    ...(record.document === undefined ? {} : { number: record.document.number }),
    decidedOn: record.decidedOn,
    provider: record.provider.name,
    publicity: standingOf(record, end?.on, { edition, today }),
  };
}

function standingOf(
  record: PublicCreditRecord,
  endedOn: CivilDate | undefined,
  law: { readonly edition: Edition | undefined; readonly today: CivilDate },
): PublicityAssessment {
  if (endedOn !== undefined && isOnOrAfter(law.today, endedOn)) {
    return { kind: 'ended', endedOn, because: 'annulled' };
  }
  if (law.edition === undefined) return { kind: 'not-shown', because: 'no-rule-in-force' };
  const { item, publicity } = assessRecord(law.edition, record, law.today);
  const standing = publicity.kind === 'shown' || publicity.kind === 'valid';
  if (standing && item?.disclosure !== 'public') {
    return { kind: 'not-shown', because: 'class-not-public' };
  }
  return publicity;
}
