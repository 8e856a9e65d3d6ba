import { noChange } from './column-forecast.ts';

/** Which subjects are due on which day. Asking costs what is due, however many subjects there are. */
export interface DueIndex {
  /** Subjects due up to and on a day that were not handed out before; ascending. */
  takeDue(today: number): readonly number[];
  /** A subject is due on another day now; `noChange` for none. */
  setDue(index: number, day: number): void;
  /** The day a subject is due on. */
  dueOn(index: number): number;
}

/** An index over the days on which subjects are due, as `ColumnForecast.nextChanges` gives them. */
export function createDueIndex(dueOn: Int32Array): DueIndex {
  const days = Int32Array.from(dueOn);
  // Subjects by day; what moved to another day is left behind and passed over when its day comes.
  const byDay = new Map<number, number[]>();
  let earliest = noChange;

  const add = (index: number, day: number): void => {
    if (day === noChange) return;
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [index]);
    else list.push(index);
    if (day < earliest) earliest = day;
  };
  days.forEach((day, index) => add(index, day));

  return {
    takeDue(today) {
      const due = new Set<number>();
      for (let day = earliest; day <= today; day += 1) {
        for (const index of byDay.get(day) ?? []) {
          if (days[index] !== day) continue;
          due.add(index);
          days[index] = noChange;
        }
        byDay.delete(day);
      }
      if (earliest <= today) earliest = today + 1;
      return [...due].sort((a, b) => a - b);
    },
    setDue(index, day) {
      if (days[index] === day) return;
      days[index] = day;
      add(index, day);
    },
    dueOn: (index) => days[index] ?? noChange,
  };
}
