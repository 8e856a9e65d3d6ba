import {
  retentionEnd,
  type CivilDate,
  type PublicCreditRecord,
  type PublicityAssessment,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { basesOf, codeAnswer, no, toTrace, type TraceBasis } from '../trace/trace.ts';
import { assessDates, dayIn } from './assess-dates.ts';
import type { RecordAssessment, RecordBasis } from './assessment.ts';
import { explainWhy } from './explain-why.ts';
import { findObstacle, findTerm, isAdverse, type TermRule } from './find-obstacle.ts';
import { findSeverity, type SeverityFinding } from './find-severity.ts';
import { listWaysOut } from './ways-out.ts';

/**
 * Decides what the law of one edition makes of a record on a day: its class, whether and until when
 * it is shown, when it has to be erased, why, and how one gets out.
 *
 * The answer depends on the record, the edition and the day alone. `ends` is the first day no longer
 * shown, `latestOn` of a way out the last day on which it is open. Nothing adverse is shown past a
 * review date, under an item or edition not in force on the day, or without the proof of service its
 * item asks for.
 *
 * Legal sources: the articles in `bases` and in each node of `why`; guards N5, N8, N12, N17.
 *
 * @param day - the civil day asked about, in the edition's zone
 * @throws RangeError for an edition that did not pass `checkEdition` or `openEdition`
 */
export function assessRecord(
  edition: Edition,
  record: PublicCreditRecord,
  day: CivilDate,
): RecordAssessment {
  const item = edition.items.get(record.item);
  if (item === undefined) return withoutItem();
  const severity = findSeverity(edition, item, record);
  const term = findTerm(edition, item, severity, { decidedOn: record.decidedOn, day });
  const obstacle = findObstacle(edition, { item, record, severity, term, day });
  const adverse = isAdverse(item, severity);
  const publicity: PublicityAssessment =
    obstacle === undefined
      ? assessDates(edition, { item, record, term, adverse, day })
      : { kind: 'not-shown', because: obstacle.because };
  const retentionEndsOn = retentionEndOf(edition, record);
  return {
    item,
    ...(severity === undefined ? {} : { severity: severity.severity }),
    publicity,
    ...(retentionEndsOn === undefined ? {} : { retentionEndsOn }),
    bases: recordBases(item, severity, term),
    why: explainWhy(edition, { item, record, severity, term, obstacle, publicity }),
    waysOut: listWaysOut(edition, { item, record, publicity, term, day }),
  };
}

/** The edition of the day does not know the item: nothing may be shown, and nothing follows. */
function withoutItem(): RecordAssessment {
  const why = codeAnswer('no-rule-in-force');
  return {
    item: undefined,
    publicity: { kind: 'not-shown', because: 'no-rule-in-force' },
    bases: [],
    why: toTrace({
      question: 'shown-at-all',
      answer: no,
      children: [{ question: 'not-shown-why', answer: why }],
    }),
    waysOut: [],
  };
}

/**
 * The first day on which the record may no longer be held, by the rule of its item; undefined where
 * no rule ends its retention.
 */
export function retentionEndOf(
  edition: Edition,
  record: PublicCreditRecord,
): CivilDate | undefined {
  const item = edition.items.get(record.item);
  if (item?.retention === undefined) return undefined;
  const { from, atMost } = item.retention;
  const conductEndedOn = dayIn(record, 'conduct_ended');
  const { decidedOn, takenInOn } = record;
  return retentionEnd(
    { decidedOn, takenInOn, ...(conductEndedOn === undefined ? {} : { conductEndedOn }) },
    { from, atMost, round: edition.months.round },
  );
}

function recordBases(
  item: ItemCard,
  severity: SeverityFinding | undefined,
  term: TermRule | undefined,
): RecordBasis[] {
  const marked = (bases: readonly TraceBasis[], purpose: RecordBasis['for']): RecordBasis[] =>
    bases.map((basis) => ({ ...basis, for: purpose }));
  return [
    ...marked(basesOf(item), 'publication'),
    ...(term === undefined ? [] : marked(basesOf(term.row), 'term')),
    ...(severity === undefined ? [] : marked(basesOf(severity.row), 'severity')),
  ];
}
