import {
  isOnOrAfter,
  type CivilDate,
  type PublicityAssessment,
  type PublicCreditRecord,
} from '@credence/domain';
import { assessRecord, type Edition, type Rulebook } from '@credence/rulebook';

import type { RecordState } from '../state/subject-state.ts';
import { toFactView } from '../view/record-view.ts';
import type { OwnRecordLine } from './access-casework.ts';

/** A record as its own subject sees it on a day. */
export function toOwnLine(state: RecordState, rulebook: Rulebook, today: CivilDate): OwnRecordLine {
  const { record, end, disputedSince } = state;
  // The law of today says how it stands; where that knows no such item, the law that took it in.
  const takenUnder = rulebook.editions.find(({ code }) => code === record.edition);
  const edition = [rulebook.on(today), takenUnder].find((each) => each?.items.has(record.item));
  const item = edition?.items.get(record.item);
  const heading =
    edition === undefined || item === undefined
      ? undefined
      : toFactView(edition, item, record, item.heading);
  const isOver = end !== undefined && isOnOrAfter(today, end.on);
  const repairFrom =
    edition === undefined || isOver
      ? undefined
      : assessRecord(edition, record, today).waysOut.find(({ kind }) => kind === 'repair')
          ?.earliestOn;
  return {
    id: record.recordId,
    item: item?.title ?? { en: record.item },
    ...(heading === undefined ? {} : { heading }),
    ...(record.document === undefined ? {} : { number: record.document.number }),
    decidedOn: record.decidedOn,
    provider: record.provider.name,
    publicity: standingOf(record, end?.on, { edition, today }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
    ...(repairFrom === undefined ? {} : { repairFrom }),
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
