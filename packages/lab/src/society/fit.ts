import type { Comparison } from '../experiment/comparison.ts';
import type { SocietyFile, SocietyTable } from './read-society.ts';
import { kindCodes, traitColumns } from './traits.ts';

/** The columns of a population that its tables speak of. */
export interface Population {
  readonly kind: ArrayLike<number>;
  readonly region: ArrayLike<number>;
  readonly sector: ArrayLike<number>;
  readonly sizeClass: ArrayLike<number>;
  readonly ageClass: ArrayLike<number>;
  readonly wealth: ArrayLike<number>;
  readonly connected: { get(index: number): 0 | 1 };
  readonly official: { get(index: number): 0 | 1 };
}

/** For each table, how far the share of any group in the population is from what the table says. */
export function measureFit(society: SocietyFile, population: Population): Comparison['fit'] {
  return society.kinds.flatMap(({ kind, title, tables }) =>
    tables.map((table) => ({
      table: {
        zh: `${title.zh}：${table.title.zh}`,
        en: `${title.en}: ${table.title.en}`,
      },
      source: table.source,
      confidence: table.confidence,
      largestGap: largestGap(table, kindCodes[kind], population),
    })),
  );
}

function largestGap(table: SocietyTable, kind: number, population: Population): number {
  const column = traitColumns[table.trait];
  const groupOf = (agent: number): number =>
    column === 'connected' || column === 'official'
      ? population[column].get(agent)
      : (population[column][agent] ?? 0);
  const counts = new Float64Array(table.groups.length);
  let members = 0;
  for (let agent = 0; agent < population.kind.length; agent += 1) {
    if (population.kind[agent] !== kind) continue;
    members += 1;
    const group = groupOf(agent);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  if (members === 0) return 0;
  return Math.max(
    ...table.groups.map(({ share }, group) => Math.abs(share - (counts[group] ?? 0) / members)),
  );
}
