/**
 * Shares that are compared by the number behind them: whoever burdens more people lightly lowers the
 * share of those who are burdened heavily, and spares nobody.
 */
const counts: ReadonlyMap<string, string> = new Map([
  ['loss-over-tenfold-fine', 'over-tenfold-fine'],
  ['wrongful-share', 'wrongful-entries'],
]);

/** The measure by which two rules are compared in this one: itself, or the number behind a share. */
export function countBehind(measure: string): string {
  return counts.get(measure) ?? measure;
}
