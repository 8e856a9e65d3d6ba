/**
 * An amount in yuan as the columns want it: in units of 10,000 yuan, exact, with at most six
 * decimals. Counted in fen, so that no binary fraction comes near it.
 */
export function inTenThousands(yuan: number): string {
  const fen = Math.round(yuan * 100);
  const whole = Math.floor(fen / 1_000_000);
  const rest = String(fen % 1_000_000).padStart(6, '0');
  return `${whole}.${rest}`;
}
