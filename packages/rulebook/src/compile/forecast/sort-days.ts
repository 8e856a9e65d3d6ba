/** More days than this are sorted by the engine's own way. */
const fewDays = 48;

/** Sorts the first days of an array in place; a subject has few, so they are inserted one by one. */
export function sortDays(days: Int32Array, count: number): void {
  if (count > fewDays) {
    days.subarray(0, count).sort();
    return;
  }
  for (let place = 1; place < count; place += 1) {
    const day = days[place] ?? 0;
    let at = place - 1;
    while (at >= 0 && (days[at] ?? 0) > day) {
      days[at + 1] = days[at] ?? 0;
      at -= 1;
    }
    days[at + 1] = day;
  }
}
