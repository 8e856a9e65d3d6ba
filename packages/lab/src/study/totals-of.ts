/** What each observer saw in all months together. */
export function totalsOf<Name extends string>(
  series: Readonly<Record<Name, Float64Array>>,
): Readonly<Record<Name, number>> {
  const totals = Object.entries<Float64Array>(series).map(
    ([name, row]) => [name, row.reduce((sum, value) => sum + value, 0)] as const,
  );
  return Object.fromEntries(totals) as Record<Name, number>;
}
