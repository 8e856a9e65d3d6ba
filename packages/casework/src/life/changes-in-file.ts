import {
  changesStated,
  judgeLifeEvent,
  problem,
  type CivilDate,
  type LifeEvent,
  type Problem,
  type PublicCreditRecord,
  type StatedChange,
} from '@credence/domain';
import { canonicalJson } from '@credence/proof';
import { successionOf, type Edition, type Rulebook } from '@credence/rulebook';

import { findEarlierJudgement } from '../matter/earlier-judgement.ts';
import { foldMatters } from '../matter/fold-matters.ts';
import { formerNamesOf, recordOf } from '../matter/settle-identity.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import type { StagedRow } from '../port/intake.ts';
import type { Entry, Journal } from '../port/journal.ts';
import type { NameKeys, Register } from '../port/register.ts';
import { namesIn } from '../project/record-rows.ts';
import { foldSubject, type RecordState, type SubjectState } from '../state/subject-state.ts';
import { isRegistration } from '../state/visibility.ts';
import { ownEvents } from './fold-life.ts';
import { registrarOf } from './open-life.ts';

export interface ChangeParts {
  readonly journal: Pick<Journal, 'entriesOfMany'>;
  readonly register: Pick<Register, 'findByIdentifiers' | 'searchNames'>;
  readonly nameKeys: NameKeys;
}

export interface ChangeLaw {
  readonly edition: Edition;
  readonly rulebook: Rulebook;
  readonly today: CivilDate;
  /** Code of the agency that supplied the file. */
  readonly source: string;
}

/** What a row of a registration file says that contradicts the register, explained by a change. */
export type ExplainedRow =
  | {
      readonly kind: 'changes';
      readonly row: number;
      readonly home: string;
      readonly changes: readonly StatedChange[];
    }
  /** Events say so already; nothing is added. */
  | { readonly kind: 'known'; readonly row: number }
  /** It would be a change, had its registering authority said so. */
  | { readonly kind: 'of-another'; readonly row: number; readonly problem: Problem };

/**
 * Rows of a registration that contradict it as changes of the organisation, where its registering
 * authority itself says so and the law of the day lets it do so under one name. Whatever else a row
 * says differently, or raises about who somebody is, stays a contradiction that people settle.
 */
export async function explainRows(
  parts: ChangeParts,
  law: ChangeLaw,
  rows: readonly StagedRow[],
): Promise<readonly ExplainedRow[]> {
  const ofItem = rows.filter(({ recordKey }) => isRegistration(recordKey.item, law.rulebook));
  if (ofItem.length === 0) return [];
  const homes = await parts.register.findByIdentifiers(ofItem.map(({ identifier }) => identifier));
  const homeOf = ({ identifier: { scheme, value } }: StagedRow) => homes.get(`${scheme}:${value}`);
  const entries = await parts.journal.entriesOfMany([...new Set(homes.values())]);
  const explained: ExplainedRow[] = [];
  for (const staged of ofItem) {
    const home = homeOf(staged);
    const record = recordOf(staged);
    if (home === undefined || record === undefined) continue;
    const subject = { home, entries: entries.get(home) ?? [], row: staged.row };
    const one = await explainRow(parts, law, { ...subject, record });
    if (one !== undefined) explained.push(one);
  }
  return explained;
}

interface AskedRow {
  readonly home: string;
  readonly entries: readonly Entry[];
  readonly row: number;
  readonly record: PublicCreditRecord;
}

async function explainRow(
  parts: ChangeParts,
  law: ChangeLaw,
  asked: AskedRow,
): Promise<ExplainedRow | undefined> {
  const { home, entries, row, record } = asked;
  const { rulebook, today, edition, source } = law;
  const state = foldSubject(home, entries);
  const held = state.records.findLast(
    ({ record: { item }, end }) => item === record.item && end === undefined,
  );
  if (held === undefined || !isOtherwiseSame(held.record, record)) return undefined;
  const events = ownEvents(state.events ?? []);
  const outcome = changesStated({
    ...{ held: heldBy(held, events), stated: statedBy(record), today },
    isSame: (one, other) => parts.nameKeys.fold(one).folded === parts.nameKeys.fold(other).folded,
  });
  if (outcome.kind === 'unexplained') return undefined;
  if (outcome.kind === 'known') return { kind: 'known', row };
  const { changes } = outcome;
  const registrar = registrarOf({ state, rulebook, today });
  if (registrar !== source) {
    const said = problem('life-not-registrar', { agency: source, registrar: registrar ?? '—' });
    return { kind: 'of-another', row, problem: said };
  }
  const known = { edition, today, standing: events };
  const isOpen = changes.every((change) => isLawful(change, known));
  if (!isOpen || wasSettled(state, changes) || isInDoubt(parts, asked)) return undefined;
  return (await isOfAnother(parts, law, { home, changes }))
    ? undefined
    : { kind: 'changes', row, home, changes };
}

function heldBy({ record }: RecordState, events: readonly LifeEvent[]) {
  const { name } = record.subject;
  const address = record.facts['address'];
  return {
    ...(name === undefined ? {} : { name }),
    ...(typeof address === 'string' ? { address } : {}),
    ...{ statedOn: record.decidedOn, events },
  };
}

function statedBy({ subject: { name }, facts, decidedOn }: PublicCreditRecord) {
  const { address, changes } = facts;
  return {
    ...(name === undefined ? {} : { name }),
    ...(typeof address === 'string' ? { address } : {}),
    representativeChanged: Array.isArray(changes) && changes.includes('representative'),
    statedOn: decidedOn,
  };
}

/** Facts that a change may move; former names follow from changes of name. */
const moving: ReadonlySet<string> = new Set(['address', 'former_names', 'changes']);

/** What the row states beside them stands so already; a column that a file lacks states nothing. */
function isOtherwiseSame(held: PublicCreditRecord, row: PublicCreditRecord): boolean {
  const known = [...namesIn(held), ...(row.subject.name === undefined ? [] : [row.subject.name])];
  const isRenamed = row.subject.name !== held.subject.name;
  const former = formerNamesOf(row).every((name) => isRenamed || known.includes(name));
  const facts = Object.entries(row.facts).filter(([field]) => !moving.has(field));
  const others = (record: PublicCreditRecord) =>
    canonicalJson([
      record.subject.kind,
      record.subject.identifiers.map(({ scheme, value }) => `${scheme}:${value}`),
      [record.authority?.name ?? '', record.document?.number ?? ''],
      [record.validFrom ?? '', record.validUntil ?? '', record.correctedOn ?? ''],
      facts.map(([field]) => record.facts[field] ?? ''),
    ]);
  return former && others(held) === others(row);
}

/** One name is enough by the card of the day, and nothing in it asks for a desk. */
function isLawful(
  change: StatedChange,
  {
    edition,
    today,
    standing,
  }: Pick<ChangeLaw, 'edition' | 'today'> & { readonly standing: readonly LifeEvent[] },
): boolean {
  const law = successionOf(edition, change.event, change.effectiveOn);
  if (law === undefined || law.card.confirmedBy !== 1 || law.rule.closedToListed) return false;
  if (change.after !== undefined && holdsPersonData(change.after)) return false;
  const event = { ...change, eventId: '', on: today, parties: [] };
  const facts = { today, lists: [], monthEnds: edition.months.round, standing };
  return judgeLifeEvent(event, law.rule, facts).length === 0;
}

/** Undone or refused once: whoever says so again is heard by a person. */
function wasSettled({ events = [] }: SubjectState, changes: readonly StatedChange[]): boolean {
  return events.some(
    ({ event: before, state, part }) =>
      part === undefined &&
      state !== 'stands' &&
      changes.some(({ event, after }) => event === before.event && after === before.after),
  );
}

/** Who it is waits for two officials, or they have said that the code is not this name's. */
function isInDoubt(
  { nameKeys }: ChangeParts,
  { home, entries, record }: Pick<AskedRow, 'home' | 'entries' | 'record'>,
): boolean {
  const isOpen = foldMatters(home, entries).some(
    ({ opened, state }) => opened.kind === 'identity' && state !== 'closed',
  );
  const about = { about: 'code', otherHome: home } as const;
  return isOpen || findEarlierJudgement(entries, about, record, nameKeys) === 'different';
}

const nearest = 20;

/** The new name stands on another code: that is a question of who is who. */
async function isOfAnother(
  { register, nameKeys }: ChangeParts,
  { today }: ChangeLaw,
  { home, changes }: { readonly home: string; readonly changes: readonly StatedChange[] },
): Promise<boolean> {
  const name = changes.find(({ event }) => event === 'name')?.after;
  if (name === undefined) return false;
  const { folded } = nameKeys.fold(name);
  const page = { today, limit: nearest, offset: 0 };
  const { hits } = await register.searchNames(nameKeys.foldQuery(name), page);
  return hits.some((hit) => hit.home !== home && nameKeys.fold(hit.name).folded === folded);
}
