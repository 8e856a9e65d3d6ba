import { type CivilDate, daysBetween, problem, type Refusal } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { BulkColumn, BulkReader } from '../port/bulk.ts';
import type { Register } from '../port/register.ts';
import { bodyHomes } from '../contract/contract-entries.ts';
import { readDrawsAt } from '../inspection/plan/draw-state.ts';
import { startAnswer, type TimeParts } from '../view/answer-clock.ts';
import type { AnswerClock } from '../view/view.ts';
import { compareSubject, type BulkChange } from './compare-subject.ts';
import { listDataSets, type DataSet } from './data-sets.ts';
import type { DrawsOfVisits } from './visit-rows.ts';
import { lawChangesBetween, rulebookAt } from './law-changes.ts';
import { bulkSettings } from './settings.ts';
import { cutAt, cutNow, isPast, readTimepoint, writeTimepoint, type Cut } from './timepoint.ts';

export interface ChangeParts extends TimeParts {
  readonly bulk: BulkReader;
  readonly register: Register;
}

/** Which changes a reader may be told. */
export type ChangeScope =
  /** Everyone: rows of open data sets as they stand. A row that is gone is not named (guards N8). */
  | 'open'
  /** Holders of a key: everything, and what is gone by its number. */
  | 'keyed';

export interface ChangesQuery {
  /** The timepoint that the reader's copy has. */
  readonly after: string;
  /** Where the last answer stopped, from its `next`. */
  readonly next?: string;
  readonly dataset?: string;
  readonly scope: ChangeScope;
}

export interface ChangesView {
  readonly clock: AnswerClock;
  readonly changes: readonly BulkChange[];
  /** What the copy has once every page is applied; the `after` of the next question. */
  readonly timepoint: string;
  /** Day of that timepoint: rows whose `ends` is on or before it are dropped by every reader. */
  readonly day: CivilDate;
  /** Columns of the rows, by data set. */
  readonly columns: ReadonlyMap<string, readonly BulkColumn[]>;
  /** Data sets that need a key. */
  readonly keyed: ReadonlySet<string>;
  /** Present while there are further pages. */
  readonly next?: string;
}

export type ChangesOutcome = { readonly kind: 'found'; readonly view: ChangesView } | Refusal;

/**
 * What changed in the public rows between the reader's timepoint and now. Both states are made from
 * the entries by the decision that every page makes, so a full file and its changes give the next
 * full file. Pages share one target, which the reader carries in `next`.
 */
export async function listChanges(
  parts: ChangeParts,
  query: ChangesQuery,
): Promise<ChangesOutcome> {
  const { clock, rulebook, edition } = await startAnswer(parts);
  const now = await cutNow(parts.journal, clock.today);
  const asked = settleRange(query, now);
  if (asked.kind === 'refused') return asked;
  const from = await cutAt(parts.journal, asked.from);
  const to = asked.to === undefined ? now : await cutAt(parts.journal, asked.to);
  const law = {
    before: await rulebookAt(parts, rulebook, from.position),
    after: await rulebookAt(parts, rulebook, to.position),
  };
  const lawChanged =
    law.before !== law.after ||
    lawChangesBetween(law.after, {
      ...{ from: from.day, until: to.day },
      of: query.scope === 'keyed' ? 'all' : 'records',
    });
  // Everyone's page marks may not name subjects that nobody sees, so there is no walk over all.
  if (lawChanged && query.scope === 'open') return tooOld;
  const sets = listDataSets(edition);
  const [before, after] = await readDrawsAt(parts, from.position, to.position);
  const range = { from, to, law, lawChanged, sets, drawn: { before, after } };
  const collected = await collect(parts, query, { ...range, cursor: asked.cursor });
  if (collected === undefined) return tooOld;
  const timepoint = writeTimepoint(to);
  const next = collected.cursor === undefined ? {} : { next: `${timepoint}.${collected.cursor}` };
  const keyed = new Set(sets.filter(({ access }) => access === 'key').map(({ id }) => id));
  const { changes } = collected;
  const columns = new Map(sets.map((set) => [set.id, set.columns]));
  return {
    kind: 'found',
    view: { clock, changes, timepoint, day: to.day, columns, keyed, ...next },
  };
}

const tooOld = {
  kind: 'refused',
  problem: problem('changes-too-old', { days: bulkSettings.changeWindowDays }),
} as const;

interface Walk {
  readonly from: Cut;
  readonly to: Cut;
  readonly law: { readonly before: Rulebook; readonly after: Rulebook };
  readonly lawChanged: boolean;
  readonly sets: readonly DataSet[];
  readonly drawn: {
    readonly before?: DrawsOfVisits | undefined;
    readonly after?: DrawsOfVisits | undefined;
  };
  readonly cursor: string | undefined;
}

/**
 * Looks at touched subjects until an answer is full. The mark at which the next page begins is a
 * subject whose change is told, so that a mark names nobody whom the answer does not; undefined
 * where too many had to be passed over.
 */
async function collect(
  parts: ChangeParts,
  query: ChangesQuery,
  walk: Walk,
): Promise<
  { readonly changes: readonly BulkChange[]; readonly cursor: string | undefined } | undefined
> {
  const isTold = tells(query, walk.sets);
  const changes: BulkChange[] = [];
  let { cursor } = walk;
  let told: string | undefined;
  for (let page = 0; page < pagesPassedOver; page += 1) {
    const homes = await listHomes(parts, query, { ...walk, cursor });
    for (const { home, found } of await compareHomes(parts.bulk, homes, walk)) {
      const ofHome = found.filter(isTold);
      if (ofHome.length > 0) told = home;
      changes.push(...ofHome);
    }
    cursor = homes.at(-1);
    if (homes.length < bulkSettings.subjectsPerAnswer) return { changes, cursor: undefined };
    if (query.scope === 'keyed') return { changes, cursor };
    if (told !== undefined && changes.length >= bulkSettings.subjectsPerAnswer) {
      return { changes, cursor: told };
    }
  }
  return undefined;
}

/** So that one question costs a bounded number of subjects, whatever it asks. */
const pagesPassedOver = 25;

function tells(query: ChangesQuery, sets: readonly DataSet[]): (change: BulkChange) => boolean {
  const open = new Set(sets.filter(({ access }) => access === 'open').map(({ id }) => id));
  return ({ op, dataset }) =>
    (query.dataset === undefined || dataset === query.dataset) &&
    (query.scope === 'keyed' || (op !== 'DEL' && open.has(dataset)));
}

async function compareHomes(
  bulk: BulkReader,
  homes: readonly string[],
  { from, to, law, drawn }: Walk,
): Promise<readonly { readonly home: string; readonly found: readonly BulkChange[] }[]> {
  // The journal only grows: what was known before is the beginning of what is known now.
  const now = await bulk.readHomes(homes, to.position);
  return homes.map((home, index) => {
    const is = now[index];
    if (is === undefined) return { home, found: [] };
    const was = { home, entries: is.entries.filter(({ position }) => position <= from.position) };
    const found = compareSubject(
      { subject: was, rulebook: law.before, day: from.day, drawn: drawn.before },
      { subject: is, rulebook: law.after, day: to.day, drawn: drawn.after },
    );
    return { home, found };
  });
}

type Range =
  | {
      readonly kind: 'settled';
      readonly from: Pick<Cut, 'moment' | 'day'>;
      readonly to: Pick<Cut, 'moment' | 'day'> | undefined;
      readonly cursor: string | undefined;
    }
  | Refusal;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function settleRange(query: ChangesQuery, now: Cut): Range {
  const from = readTimepoint(query.after);
  if (from === undefined || !isPast(from, now)) return wrongValue('after', query.after);
  const [target = '', cursor = ''] = (query.next ?? '').split('.');
  const to = readTimepoint(target);
  if (query.next !== undefined) {
    const usable = to !== undefined && isPast(to, now) && isPast(from, { ...to, position: 0 });
    if (!usable || !uuid.test(cursor)) return wrongValue('next', query.next);
  }
  if (daysBetween(from.day, now.day) > bulkSettings.changeWindowDays) return tooOld;
  return { kind: 'settled', from, to, cursor: cursor === '' ? undefined : cursor };
}

function wrongValue(parameter: string, value: string): Range {
  const accepted = parameter === 'after' ? 'manifest.after, timepoint' : 'next';
  const shown = value.slice(0, 80);
  return {
    kind: 'refused',
    problem: problem('parameter-invalid', { parameter, value: shown, accepted }),
  };
}

/** The subjects to compare: those touched, or, where the law changed in between, all of them. */
async function listHomes(
  { bulk, journal, register }: ChangeParts,
  query: ChangesQuery,
  walk: Walk,
): Promise<readonly string[]> {
  const { from, to, lawChanged, cursor } = walk;
  const limit = bulkSettings.subjectsPerAnswer;
  const page = { limit, ...(cursor === undefined ? {} : { after: cursor }) };
  if (lawChanged) {
    const subjects = await bulk.readSubjects({ upTo: to.position, ...page });
    return subjects.map(({ home }) => home);
  }
  const items = walk.sets.filter(({ access }) => access === 'open').map(({ id }) => id);
  const touched = await bulk.listTouched({
    since: from.moment,
    day: from.day,
    until: to.day,
    ...(query.scope === 'open' ? { items, streams: openStreams } : {}),
    ...page,
  });
  if (query.scope === 'open') return touched;
  // On which day a payment under a contract comes late or is not confirmed, no row names.
  const payers = await bodyHomes({ journal });
  const visited = await disclosedHomes(register, walk.drawn);
  const others = [...payers, ...visited].filter((home) => cursor === undefined || home > cursor);
  return [...new Set([...touched, ...others])].sort().slice(0, limit);
}

/** Events, reports, and what is disputed of them or of records. */
const openStreams = ['life/', 'duty/', 'case/'] as const;

/** Whose visits may be told of since the names of their draw are: no entry of their own says so. */
async function disclosedHomes(
  register: Register,
  { before, after }: Walk['drawn'],
): Promise<readonly string[]> {
  const codes = [...(after?.draws ?? [])].flatMap(([id, { disclosed }]) =>
    before?.draws.get(id)?.disclosed === undefined ? (disclosed?.names ?? []) : [],
  );
  const asked = codes.map(({ code }) => ({ scheme: 'uscc', value: code }));
  return asked.length === 0 ? [] : [...(await register.findByIdentifiers(asked)).values()];
}
