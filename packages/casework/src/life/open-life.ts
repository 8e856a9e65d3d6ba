import { lifeOf, type CivilDate, type Refusal } from '@credence/domain';
import type { Edition, Rulebook } from '@credence/rulebook';

import { readerOf } from '../access/actor-of.ts';
import { headOf } from '../access/find-home.ts';
import type { SubjectHead } from '../access/access-casework.ts';
import type { Operation } from '../access/operation.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { standing } from '../case/standing/standing.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { isRegistration, listPublicRecords } from '../state/visibility.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { listingsIn } from '../view/listing-view.ts';
import { ownEvents } from './fold-life.ts';
import type { RunningCase } from './life.ts';

/** An organisation opened at the desk of an authority. */
export interface OpenedLife {
  readonly kind: 'opened';
  readonly home: string;
  readonly head: SubjectHead;
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly answering: Answering;
  readonly rulebook: Rulebook;
  readonly edition: Edition;
  readonly today: CivilDate;
}

/** Whether somebody may do it for his agency at all. */
export function mayAtDesk(
  parts: CaseParts,
  principal: KnownPrincipal,
  operation: Operation,
): { readonly kind: 'allowed'; readonly agency: string } | Refusal {
  const agency = 'agency' in principal ? principal.agency : '';
  const resource = { kind: 'agency', agency } as const;
  const decision = parts.access.decide(principal, operation, resource, 'supervision');
  return decision.kind === 'refused' ? decision : { kind: 'allowed', agency };
}

/** Reads a home and writes down who did; undefined where nothing is held of it. */
export async function openLife(
  parts: CaseParts,
  principal: KnownPrincipal,
  home: string,
  /** What waits for the asker's agency has led him there, which is no look around. */
  led: 'unasked' | 'by-event' = 'unasked',
): Promise<OpenedLife | Refusal | undefined> {
  const look = { home, purpose: 'supervision', fields: ['life', 'cases'] } as const;
  const read = led === 'by-event' ? undefined : await readClosed(parts, principal, look);
  if (read?.kind === 'refused') return read;
  // Like a case of the own desk it is no look around, and counts as none.
  const access = { ...look, fields: ['life', 'case'], reader: readerOf(principal) };
  const entries = read?.entries ?? (await parts.journal.readWithAccess(access, home));
  const head = headOf(home, entries);
  if (head === undefined) return undefined;
  const answering = await startAnswer(parts);
  const { rulebook, edition, clock } = answering;
  const state = foldSubject(home, entries);
  return {
    ...{ kind: 'opened', home, head, entries, state, answering, rulebook, edition },
    today: clock.today,
  };
}

/** Code of the agency that registers it: who took it over last, or who registered it. */
export function registrarOf({
  state,
  rulebook,
  today,
}: Pick<OpenedLife, 'state' | 'rulebook' | 'today'>): string | undefined {
  const moved = lifeOf(ownEvents(state.events ?? []), today).registrars.at(-1)?.value;
  const registered = state.records
    .filter(({ record }) => isRegistration(record.item, rulebook))
    .at(-1)?.record.provider.code;
  return moved ?? registered;
}

/** Titles of the lists that it stands in, by a procedure here or by a record of the given items. */
export function listsOf(
  { home, entries, state, answering, rulebook, edition, today }: OpenedLife,
  items: readonly string[],
): readonly string[] {
  const procedures = listingsIn(home, entries, answering).map(({ list }) => list.title);
  const recorded = listPublicRecords(state, rulebook, { today, day: today })
    .filter(({ state: { record } }) => items.includes(record.item))
    .map(({ state: { record } }) => edition.items.get(record.item)?.title ?? { en: record.item });
  const titles = [...procedures, ...recorded].map((title) => title.zh ?? title.en ?? '');
  return [...new Set(titles)];
}

const over: ReadonlySet<string> = new Set([
  ...['closed', 'ended', 'answered', 'granted', 'refused', 'kept', 'shown'],
]);

/** Procedures about it that are not over. Whoever decides on an event is told of them. */
export function runningCases({
  home,
  entries,
  rulebook,
  today,
}: OpenedLife): readonly RunningCase[] {
  const cases = foldCases(entries);
  const docket = new Map([...cases].map(([id, { file }]) => [id, file]));
  const world = { rulebook, docket, records: caseRecords(foldSubject(home, entries)) };
  return [...docket.values()].flatMap((file): RunningCase[] => {
    const phase = standing(file, world, today)?.phase;
    if (phase === undefined || over.has(phase)) return [];
    const { matter, on } = file.opened;
    return [{ caseId: file.caseId, kind: matter.case, openedOn: on }];
  });
}
