import {
  addWorkingDays,
  regionOfUscc,
  type CivilDate,
  type PublicCreditRecord,
  type WorkingCalendar,
} from '@credence/domain';
import { supplyRuleOf, type Edition, type Rulebook } from '@credence/rulebook';

import type { NameKeys, RecordLineRow } from '../port/register.ts';
import type { PublicDays } from '../state/visibility.ts';

type Line = Omit<RecordLineRow, 'home'>;

/**
 * The lines of one record: one for each stretch of days on which it stands in public, or one without
 * days. A record that the law closes to everyone has none: it is not even counted.
 */
export function recordLines(
  record: PublicCreditRecord,
  standing: PublicDays,
  means: { readonly rulebook: Rulebook; readonly nameKeys: NameKeys },
): readonly Line[] {
  if (standing.sealed || record.sealed === true) return [];
  const common = commonOf(record, means);
  if (standing.stretches.length === 0) {
    const { severity } = standing;
    return [{ ordinal: 1, ...common, ...(severity === undefined ? {} : { severity }) }];
  }
  return standing.stretches.map(({ severity, from, until }, index): Line => ({
    ordinal: index + 1,
    shownFrom: from,
    ...common,
    ...(severity === undefined ? {} : { severity }),
    ...(until === 'none' ? {} : { shownUntil: until }),
  }));
}

function commonOf(
  record: PublicCreditRecord,
  { rulebook, nameKeys }: { readonly rulebook: Rulebook; readonly nameKeys: NameKeys },
): Omit<Line, 'ordinal'> {
  const { recordId, item, batchId, decidedOn, takenInOn, correctedOn } = record;
  const region = regionOf(record, rulebook);
  const supplyDueOn = findSupplyDue(record, rulebook);
  return {
    recordId,
    item,
    source: record.provider.code,
    batchId,
    kind: record.subject.kind,
    ...(region === undefined ? {} : { region }),
    nameKey: nameKeyOf(record, nameKeys),
    decidedOn,
    takenInOn,
    ...(supplyDueOn === undefined ? {} : { supplyDueOn }),
    ...(correctedOn === undefined ? {} : { correctedOn }),
    backlog: record.backlog ?? false,
  };
}

/** Chinese names stand in the order of their sound, as in a dictionary; others by their letters. */
function nameKeyOf({ subject }: PublicCreditRecord, nameKeys: NameKeys): string {
  if (subject.name === undefined) return '';
  const { pinyin, folded } = nameKeys.fold(subject.name);
  return pinyin === '' ? folded : `${pinyin} ${folded}`;
}

/** The region that the subject's own code bears, in schemes whose codes bear one. */
function regionOf({ subject }: PublicCreditRecord, { editions }: Rulebook): string | undefined {
  for (const { scheme, value } of subject.identifiers) {
    const bears = editions.some(({ schemes }) => schemes.get(scheme)?.validator === 'uscc');
    if (bears) return regionOfUscc(value);
  }
  return undefined;
}

/** What decides by when a record had to be supplied. */
type SuppliedRecord = Pick<PublicCreditRecord, 'item' | 'edition' | 'decidedOn' | 'provider'>;

/**
 * The last day on which supplying a record was in time: so many working days after the decision, by
 * the law of that day. Undefined where no rule says or the calendar of the year is not published.
 *
 * Legal source: `supply-within` of the item's card.
 */
export function findSupplyDue(record: SuppliedRecord, rulebook: Rulebook): CivilDate | undefined {
  const known = knownDues(rulebook);
  const { item, edition: code, decidedOn, provider } = record;
  const question = `${item} ${code} ${decidedOn} ${provider.name}`;
  const before = known.get(question);
  if (before !== undefined) return before.on;
  const on = supplyDueUnder(record, rulebook);
  if (known.size >= duesMax) known.clear();
  known.set(question, { on });
  return on;
}

/** Days kept: a file holds the decisions of a few years at most. */
const duesMax = 4_000;

type Dues = Map<string, { readonly on: CivilDate | undefined }>;

/** Rulebooks are immutable, and a promulgation makes another one. */
const dues = new WeakMap<Rulebook, Dues>();

function knownDues(rulebook: Rulebook): Dues {
  const known: Dues = dues.get(rulebook) ?? new Map<string, never>();
  dues.set(rulebook, known);
  return known;
}

function supplyDueUnder(record: SuppliedRecord, rulebook: Rulebook): CivilDate | undefined {
  const { decidedOn } = record;
  const takenUnder = rulebook.editions.find(({ code }) => code === record.edition);
  const law = rulebook.on(decidedOn) ?? takenUnder;
  if (law === undefined) return undefined;
  const rule = supplyRuleOf(record.item, law);
  if (rule === undefined) return undefined;
  for (const calendar of calendarsFrom(law, rulebook)) {
    const due = addWorkingDays(decidedOn, rule.workingDays, calendar);
    if (due.kind === 'on') return due.on;
  }
  return undefined;
}

/** The calendar of an edition, then of those after it, which may know a later year. */
function calendarsFrom(law: Edition, { editions }: Rulebook): readonly WorkingCalendar[] {
  const from = editions.indexOf(law);
  return editions.slice(from).flatMap(({ calendar }) => calendar ?? []);
}
