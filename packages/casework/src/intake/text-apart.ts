/** Up to here the engine copies a slice by itself. */
const shortUnits = 12;

/**
 * The same text, in memory of its own. A cell is a slice of its row: kept as it is, it would keep the
 * whole row for as long as anybody remembers it.
 */
export function apart(text: string): string {
  // Put together with a blank it is written anew, and is then a slice of that alone.
  return text.length <= shortUnits ? text : ` ${text}`.slice(1);
}
