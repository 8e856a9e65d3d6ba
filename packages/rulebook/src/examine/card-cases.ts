import { addPeriod, parseCivilDate, type Period } from '@credence/domain';

import type { ItemCase, ListCase, StatedFacts } from '../card/case-parts.ts';
import type { ClockCard } from '../card/clock-card.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { ListCard } from '../card/list-card.ts';
import type { PledgeCard } from '../card/pledge-card.ts';
import type { ValueCard } from '../card/value-card.ts';
import { assessRecord } from '../assess/assess-record.ts';
import type { RecordAssessment, WayOut } from '../assess/assessment.ts';
import { clockDays } from '../assess/clock-days.ts';
import { pledgeDays } from '../assess/pledge-days.ts';
import { entryDates } from '../assess/entry-dates.ts';
import { rowOn } from '../assess/find-obstacle.ts';
import { findSeverity } from '../assess/find-severity.ts';
import { findTrigger } from '../assess/find-trigger.ts';
import type { Edition } from '../edition/edition.ts';
import type { Path } from '../load/place.ts';
import { recordOfCase } from './record-of-case.ts';

/** A case that does not come out as its card says, with its place in the card. */
export interface CaseFault {
  readonly path: Path;
  readonly said: string;
}

type Answer = string | number | undefined;

/** Every expectation of a card that does not hold. */
function compare(
  path: Path,
  expected: Readonly<Record<string, Answer>>,
  found: Readonly<Record<string, Answer>>,
): CaseFault[] {
  return Object.entries(expected).flatMap(([key, wanted]) =>
    found[key] === wanted
      ? []
      : [
          {
            path: [...path, toKebab(key)],
            said: `${toKebab(key)}: expected ${String(wanted)}, found ${String(found[key])}`,
          },
        ],
  );
}

function toKebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Runs the cases beside an item; gives what fails. */
export function runItemCases(edition: Edition, item: ItemCard): readonly CaseFault[] {
  return (item.cases ?? []).flatMap((each, index) =>
    variantsOf(each).flatMap((given) => runItemCase(edition, item, { each, given, index })),
  );
}

/** The facts of a case, once for each code it names. */
function variantsOf({ given, forEach }: ItemCase): readonly StatedFacts[] {
  return Object.entries(forEach ?? {}).reduce<readonly StatedFacts[]>(
    (variants, [field, codes]) =>
      variants.flatMap((facts) => codes.map((code) => ({ ...facts, [field]: code }))),
    [given],
  );
}

function runItemCase(
  edition: Edition,
  item: ItemCard,
  asked: { readonly each: ItemCase; readonly given: StatedFacts; readonly index: number },
): CaseFault[] {
  const path: Path = ['cases', asked.index];
  const reading = recordOfCase(edition, item, asked.given);
  if (reading.kind === 'refused') {
    return [{ path: [...path, 'given', reading.field], said: reading.said }];
  }
  const { record } = reading;
  const finding = findSeverity(edition, item, record);
  const place = finding === undefined ? -1 : (item.severity?.rows.indexOf(finding.row) ?? -1);
  return Object.entries(asked.each.expect).flatMap(([on, expected]) => {
    const below = [...path, 'expect', on];
    const day = parseCivilDate(on);
    if (day === undefined) return [{ path: below, said: `${on} is no day` }];
    const found = answersOf(assessRecord(edition, record, day));
    return compare(below, expected, { ...found, ...(place < 0 ? {} : { row: place + 1 }) });
  });
}

function answersOf(assessment: RecordAssessment): Readonly<Record<string, Answer>> {
  const { publicity, severity, retentionEndsOn, waysOut } = assessment;
  const word = publicity.kind === 'not-shown' ? publicity.because : publicity.kind;
  const way = (kind: WayOut['kind']): WayOut | undefined =>
    waysOut.find((each) => each.kind === kind);
  return {
    severity: severity?.code,
    publicity: word.replaceAll('-', '_'),
    begins: 'begins' in publicity ? publicity.begins : undefined,
    ends: endOf(publicity),
    repairFrom: way('repair')?.earliestOn ?? 'none',
    reviewUntil: way('review')?.latestOn,
    courtUntil: way('court')?.latestOn,
    retentionEnds: retentionEndsOn,
  };
}

function endOf(publicity: RecordAssessment['publicity']): Answer {
  if (publicity.kind === 'ended') return publicity.endedOn;
  return 'ends' in publicity ? publicity.ends : undefined;
}

/** Runs the cases beside a list; gives what fails. */
export function runListCases(edition: Edition, list: ListCard): readonly CaseFault[] {
  return (list.cases ?? []).flatMap((each, index): CaseFault[] => {
    const path: Path = ['cases', index];
    const answer = answerOfList(edition, list, each);
    return answer.kind === 'refused'
      ? [{ path: [...path, 'given'], said: answer.said }]
      : compare([...path, 'expect'], each.expect, answer.found).map((fault) =>
          withReason(fault, answer.found['because']),
        );
  });
}

/** A proposal that was expected and did not come says which test the record failed. */
function withReason(fault: CaseFault, because: Answer): CaseFault {
  if (fault.path.at(-1) !== 'proposes' || because === undefined) return fault;
  return { ...fault, said: `${fault.said} (because: ${because})` };
}

type ListAnswer =
  | { readonly kind: 'answered'; readonly found: Readonly<Record<string, Answer>> }
  | { readonly kind: 'refused'; readonly said: string };

function answerOfList(
  edition: Edition,
  list: ListCard,
  { given: { record, times, entry } }: ListCase,
): ListAnswer {
  const dates = entry === undefined ? {} : entryDates(edition, list, entry);
  if (record === undefined) return { kind: 'answered', found: { ...dates } };
  const item = edition.items.get(list.trigger.item);
  if (item === undefined) return { kind: 'refused', said: `${list.trigger.item} is no item` };
  const reading = recordOfCase(edition, item, record);
  if (reading.kind === 'refused') return { kind: 'refused', said: reading.said };
  const trigger = findTrigger(edition, list, reading.record, times);
  const proposal =
    trigger.kind === 'proposes'
      ? { proposes: 'listing' }
      : { proposes: 'none', because: trigger.because };
  return { kind: 'answered', found: { ...dates, ...proposal } };
}

/** Runs the cases beside a value; gives what fails. */
export function runValueCases(edition: Edition, value: ValueCard): readonly CaseFault[] {
  return (value.cases ?? []).flatMap(({ given, expect }, index) => {
    const { countedFrom, on } = given;
    const row = rowOn(value, on ?? countedFrom);
    const after = (period: Period | undefined) =>
      period === undefined ? undefined : addPeriod(countedFrom, period, edition.months.round);
    const repairFrom = after(row?.min) ?? 'none';
    const found = { publish: row?.publish, repairFrom, ends: after(row?.max) };
    return compare(['cases', index, 'expect'], expect, found);
  });
}

/** Runs the cases beside a clock; gives what fails. */
export function runClockCases(edition: Edition, clock: ClockCard): readonly CaseFault[] {
  return (clock.cases ?? []).flatMap(({ given, expect }, index) => {
    const found = Object.fromEntries(clockDays(edition, clock, given));
    return Object.entries(expect).flatMap(([step, day]) =>
      found[step] === day
        ? []
        : [
            {
              path: ['cases', index, 'expect', step],
              said: `${step}: expected ${day}, found ${String(found[step])}`,
            },
          ],
    );
  });
}

/** Runs the cases beside a pledge; gives what fails. */
export function runPledgeCases(edition: Edition, pledge: PledgeCard): readonly CaseFault[] {
  return (pledge.cases ?? []).flatMap(({ given, expect }, index) =>
    compare(['cases', index, 'expect'], { ...expect }, { ...pledgeDays(edition, pledge, given) }),
  );
}
