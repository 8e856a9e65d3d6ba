import type { Localised } from '@credence/domain';

import { NO_FORM, slotBits } from '../regime/slot-columns.ts';
import type { Conduct } from '../world/read-conducts.ts';
import type { WatchedEntry, WatchedMonth, WatchedRecord } from '../world/watch.ts';
import type { ReplayFile } from './work/job.ts';

/** What the file of a subject says of a month, in the order in which it is told. */
export type ReplayEvent =
  | {
      readonly kind: 'happened';
      readonly what: keyof WatchedMonth['happened'];
      readonly amount: number;
    }
  | { readonly kind: 'unfound'; readonly act: Localised }
  | {
      readonly kind: 'recorded';
      readonly act: Localised;
      readonly yuan: number;
      /** Rightly, of what was never done, or of what another did. */
      readonly how: 'right' | 'false' | 'other';
    }
  | { readonly kind: 'repaired' | 'disputed' | 'gone'; readonly act: Localised }
  | {
      readonly kind: 'entered' | 'pending';
      readonly list: Localised;
      readonly wrong: boolean;
      readonly spill: boolean;
    }
  | { readonly kind: 'left'; readonly list: Localised }
  | { readonly kind: 'graded'; readonly grade: string };

/** Forms are numbered by conduct and level; a level more than any conduct has would be another conduct. */
const LEVELS = 16;

/** Tells a file month by month: what is new against the month before. */
export function replayEvents(
  { months, lists, grades }: ReplayFile,
  conducts: readonly Conduct[],
): readonly (readonly ReplayEvent[])[] {
  const actOf = (conduct: number): Localised => conducts[conduct]?.title ?? { en: `#${conduct}` };
  return months.map((now, at) => {
    const before = months[at - 1];
    return [
      ...deedsOf(now, before, actOf),
      ...recordsOf(now, before, { actOf, conducts }),
      ...entriesOf(now, before, lists),
      ...(now.grade === undefined || now.grade === before?.grade
        ? []
        : [{ kind: 'graded' as const, grade: grades[now.grade] ?? String(now.grade) }]),
      ...(['fines', 'loss', 'lossWrong', 'lossSpill', 'gains'] as const).flatMap((what) =>
        grown(now, what),
      ),
    ];
  });
}

/** A sum that grew by less than one counts for nothing worth telling. */
function grown(now: WatchedMonth, what: keyof WatchedMonth['happened']): ReplayEvent[] {
  const amount = now.happened[what];
  return amount >= 0.5 ? [{ kind: 'happened', what, amount }] : [];
}

function deedsOf(
  now: WatchedMonth,
  before: WatchedMonth | undefined,
  actOf: (conduct: number) => Localised,
): ReplayEvent[] {
  const { open = NO_FORM } = now;
  const isNew = open !== NO_FORM && open !== before?.open;
  return [
    ...(['offences', 'harm', 'dropped', 'visits', 'needless'] as const).flatMap((what) =>
      grown(now, what),
    ),
    ...(isNew ? [{ kind: 'unfound' as const, act: actOf(Math.floor(open / LEVELS)) }] : []),
  ];
}

function keyOf({ conduct, level, month }: WatchedRecord): string {
  return `${conduct}-${level}-${month}`;
}

function recordsOf(
  now: WatchedMonth,
  before: WatchedMonth | undefined,
  of: { readonly actOf: (conduct: number) => Localised; readonly conducts: readonly Conduct[] },
): ReplayEvent[] {
  const earlier = new Map((before?.records ?? []).map((record) => [keyOf(record), record]));
  const kept = new Set(now.records.map(keyOf));
  const events = now.records.flatMap((record): ReplayEvent[] => {
    const { conduct, level, state } = record;
    const act = of.actOf(conduct);
    const old = earlier.get(keyOf(record));
    const isNewly = (bit: number): boolean =>
      (state & bit) !== 0 && ((old?.state ?? 0) & bit) === 0;
    const yuan = of.conducts[conduct]?.amounts[level] ?? 0;
    return [
      ...(old === undefined ? [{ kind: 'recorded' as const, act, yuan, how: howOf(state) }] : []),
      ...(isNewly(slotBits.disputed) ? [{ kind: 'disputed' as const, act }] : []),
      ...(isNewly(slotBits.repaired) ? [{ kind: 'repaired' as const, act }] : []),
    ];
  });
  const gone = [...earlier.values()].filter((record) => !kept.has(keyOf(record)));
  return [
    ...events,
    ...gone.map(({ conduct }) => ({ kind: 'gone' as const, act: of.actOf(conduct) })),
  ];
}

function howOf(state: number): 'right' | 'false' | 'other' {
  if ((state & slotBits.trueFinding) === 0) return 'false';
  return (state & slotBits.rightSubject) === 0 ? 'other' : 'right';
}

function entriesOf(
  now: WatchedMonth,
  before: WatchedMonth | undefined,
  lists: readonly Localised[],
): ReplayEvent[] {
  const titleOf = (list: number): Localised => lists[list] ?? { en: `#${list}` };
  const find = (entries: readonly WatchedEntry[] | undefined, list: number) =>
    entries?.find((entry) => entry.list === list);
  const fresh = now.entries.flatMap((entry): ReplayEvent[] => {
    const { list, inForce, wrong, spill } = entry;
    const old = find(before?.entries, list);
    if (old !== undefined && old.inForce === inForce) return [];
    return [{ kind: inForce ? 'entered' : 'pending', list: titleOf(list), wrong, spill }];
  });
  const left = (before?.entries ?? []).filter(({ list }) => find(now.entries, list) === undefined);
  return [...fresh, ...left.map(({ list }) => ({ kind: 'left' as const, list: titleOf(list) }))];
}
