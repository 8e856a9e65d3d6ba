import { addPeriod, jsonOf, problem, type CivilDate, type Problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { actorOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import {
  dutyAtDeskKind,
  dutyStream,
  isDutyAtDesk,
  type DutyAtDeskPayload,
} from '../entry/duty-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Entry, NewEntry } from '../port/journal.ts';
import { derivedHome } from '../supply/derived-home.ts';
import type { DutyOutcome } from './duty.ts';
import type { Debtor, OwedDuty } from './dues-of.ts';
import { dutyKey } from './fold-duties.ts';

export type DutyParts = CaseParts;

const deskStream = 'duties';

/** Where the register keeps what an authority knows of filings that were not made in time. */
export function deskHome(agency: string): string {
  return derivedHome(`duties/${agency}`);
}

/** What an authority knows, newest word each, by home, duty and key. */
export function foldDesk(entries: readonly Entry[]): ReadonlyMap<string, DutyAtDeskPayload> {
  const lines = new Map<string, DutyAtDeskPayload>();
  for (const { kind, payload } of entries) {
    if (kind === dutyAtDeskKind && isDutyAtDesk(payload)) lines.set(lineKey(payload), payload);
  }
  return lines;
}

export function lineKey(line: Pick<DutyAtDeskPayload, 'home' | 'duty' | 'key'>): string {
  return `${line.home} ${dutyKey(line)}`;
}

/** A further word at the desk of an authority. */
export function deskEntry(
  parts: Pick<DutyParts, 'uuid' | 'salt'>,
  agency: string,
  line: DutyAtDeskPayload,
  eraseOn: CivilDate | undefined,
): NewEntry {
  const entry = { home: deskHome(agency), stream: deskStream, kind: dutyAtDeskKind };
  return newEntry(parts, { ...entry, payload: jsonOf(line) }, eraseOn);
}

/** As long as the item of the list is held, and no longer: that somebody was late has an end. */
export function erasedOn(
  { card }: Pick<OwedDuty, 'card'>,
  { lists, items, months }: Edition,
  on: CivilDate,
): CivilDate | undefined {
  const list = card.lack === 'none' ? undefined : lists.get(card.lack.list);
  const retention = list === undefined ? undefined : items.get(list.trigger.item)?.retention;
  return retention === undefined ? undefined : addPeriod(on, retention.atMost, months.round);
}

/** Entries of one home in the stream of a duty, stored in one step with what others are told. */
export async function recordDuty(
  parts: DutyParts,
  principal: KnownPrincipal,
  given: {
    readonly home: string;
    readonly duty: string;
    readonly id: string;
    readonly entries: readonly NewEntry[];
    readonly known: readonly Entry[];
    readonly basis: readonly string[];
    readonly purpose: string;
  },
): Promise<DutyOutcome> {
  const { home, duty, id, entries, known, basis, purpose } = given;
  const stream = dutyStream(duty);
  const seq = known.filter((entry) => entry.stream === stream).length;
  const command = { actor: actorOf(principal), purpose, basis };
  const outcome = await parts.journal.record(command, entries, {
    expect: [{ home, stream, seq }],
  });
  return outcome.kind === 'conflict'
    ? refused(problem('duty-closed', { value: duty }))
    : { kind: 'recorded', id, receipt: outcome.receipt };
}

export function refused(
  ...problems: readonly Problem[]
): Extract<DutyOutcome, { kind: 'refused' }> {
  return { kind: 'refused', problems };
}

export function articlesOf({ card, row }: OwedDuty): readonly string[] {
  return [...card.basis, ...row.basis].map(({ source, at }) => `${source}#${at}`);
}

/** Who it is about, for the desk of its authority. */
export function deskLine(
  home: string,
  { name, code }: Pick<Debtor, 'name' | 'code'>,
  what: Pick<DutyAtDeskPayload, 'duty' | 'key' | 'lastDay' | 'on' | 'state'>,
): DutyAtDeskPayload {
  return { home, name, code, ...what };
}
