import { sha256Hex } from '../hash/sha256.ts';

/** An inspector without a name, with the organisations that he declared he must not visit. */
export type InspectorLine = {
  readonly token: string;
  readonly recused: readonly string[];
};

/** Who visits one organisation; fewer than asked for where too many had to stand aside. */
export type Assignment = { readonly visit: string; readonly inspectors: readonly string[] };

/**
 * The second draw: who visits what was drawn. For each visit, in the order of the first draw, those
 * who have the fewest visits so far, and among equals those whom the seed puts first; nobody visits
 * whom he declared an interest in. Without declared interests nobody has more than one visit more
 * than anybody else.
 */
export function assignInspectors(
  seed: string,
  visits: readonly string[],
  inspectors: readonly InspectorLine[],
  perVisit: number,
): readonly Assignment[] {
  const load = new Map(inspectors.map(({ token }) => [token, 0]));
  return visits.map((visit) => {
    const chosen = inspectors
      .filter(({ recused }) => !recused.includes(visit))
      .map(({ token }) => ({
        ...{ token, visits: load.get(token) ?? 0 },
        key: sha256Hex(`${seed}/inspector/${visit}/${token}`),
      }))
      .sort((a, b) => a.visits - b.visits || (a.key < b.key ? -1 : 1))
      .slice(0, perVisit)
      .map(({ token }) => token);
    for (const token of chosen) load.set(token, (load.get(token) ?? 0) + 1);
    return { visit, inspectors: chosen };
  });
}
