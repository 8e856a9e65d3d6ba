import type { Program } from '../engine/model.ts';
import { LEVELS, LISTS, NO_FORM, NONE, seat, SLOTS } from './record-state.ts';
import type { WorldColumns } from './world-kinds.ts';

/** A record as it stands in a file: of which conduct and level, since when, in what state (bits of `record`). */
export interface WatchedRecord {
  readonly conduct: number;
  readonly level: number;
  readonly month: number;
  readonly state: number;
}

/** What a subject has on a list: in force, or waiting out its notice. */
export interface WatchedEntry {
  readonly list: number;
  readonly since: number;
  /** 65535 where it ends on no day. */
  readonly until: number;
  readonly inForce: boolean;
  readonly wrong: boolean;
  readonly spill: boolean;
}

/** One subject at the end of a month: its file, and what it went through in that month alone. */
export interface WatchedMonth {
  readonly month: number;
  readonly records: readonly WatchedRecord[];
  readonly entries: readonly WatchedEntry[];
  /** Number of the grade; absent where there is none. */
  readonly grade?: number;
  /** Form of a violation that nobody has found yet. */
  readonly open?: number;
  readonly happened: Readonly<Record<(typeof told)[number], number>>;
}

/** Sums of the subject whose growth tells what happened in a month. */
const told = [
  ...(['offences', 'harm', 'fines', 'visits', 'needless', 'dropped', 'entries'] as const),
  ...(['loss', 'lossWrong', 'lossSpill', 'excluded', 'gains'] as const),
] as const;

/** A program that writes down one subject's file at the end of every month. */
export function watchProgram(agent: number, into: WatchedMonth[]): Program {
  const before = new Map<string, number>();
  return (month, views) => {
    const columns = views as unknown as WorldColumns;
    const happened = Object.fromEntries(
      told.map((name) => {
        const sum = columns[name][agent] ?? 0;
        const grown = sum - (before.get(name) ?? 0);
        before.set(name, sum);
        return [name, grown];
      }),
    ) as WatchedMonth['happened'];
    const [grade = NONE, open = NO_FORM] = [columns.grade[agent], columns.openForm[agent]];
    into.push({
      ...{
        month,
        happened,
        records: recordsOf(columns, agent),
        entries: entriesOf(columns, agent),
      },
      ...(grade !== NONE && { grade }),
      ...(open !== NO_FORM && { open }),
    });
  };
}

function recordsOf(columns: WorldColumns, agent: number): WatchedRecord[] {
  const records: WatchedRecord[] = [];
  for (let at = agent * SLOTS; at < (agent + 1) * SLOTS; at += 1) {
    const form = columns.slotForm[at] ?? NO_FORM;
    if (form === NO_FORM) continue;
    records.push({
      ...{ conduct: Math.floor(form / LEVELS), level: form % LEVELS },
      ...{ month: columns.slotMonth[at] ?? 0, state: columns.slotState[at] ?? 0 },
    });
  }
  return records.sort((a, b) => a.month - b.month);
}

function entriesOf(columns: WorldColumns, agent: number): WatchedEntry[] {
  const entries: WatchedEntry[] = [];
  for (let list = 0; list < LISTS; list += 1) {
    const at = agent * LISTS + list;
    const state = columns.seatState[at] ?? 0;
    if (state === 0) continue;
    entries.push({
      ...{ list, since: columns.seatSince[at] ?? 0, until: columns.seatUntil[at] ?? 0 },
      inForce: (state & seat.active) !== 0,
      wrong: (state & seat.wrong) !== 0,
      spill: (state & seat.spill) !== 0,
    });
  }
  return entries;
}
