import { sha256Hex } from '../hash/sha256.ts';

/** One eligible organisation in a draw, or licensed premises: no name, no code. */
export type DrawLine = {
  /** Salted, so that nobody finds an organisation by it. */
  readonly token: string;
  readonly stratum: string;
  /** Whole number from 1: how much its class counts beside the others of its stratum. */
  readonly weight: number;
};

export type DrawStratum = {
  readonly id: string;
  readonly eligible: number;
  /** How many are drawn: always exactly so many. */
  readonly draws: number;
  /** `full`: all of them are visited, and nothing is drawn. */
  readonly coverage: 'drawn' | 'full';
};

/** The chance of one line before the draw, an exact fraction. */
export type DrawChance = { readonly of: bigint; readonly in: bigint };

/** Which part of the draw an organisation was drawn by. */
export type DrawArm = 'random' | 'class' | 'full';

export type DrawnLine = {
  readonly token: string;
  readonly stratum: string;
  readonly arm: DrawArm;
  readonly chance: DrawChance;
};

const thousand = 1000n;

/**
 * What a stratum's lines weigh together. Of every thousand draws `randomArm` go to all lines alike
 * and the rest by weight, so a line of weight v among N lines of weights that add up to V is drawn
 * with the chance n * (randomArm / N + (1000 - randomArm) * v / V) / 1000: one fraction of whole
 * numbers, the same in every machine.
 */
export interface StratumSums {
  readonly count: bigint;
  readonly weights: bigint;
  readonly draws: bigint;
  readonly randomArm: bigint;
}

export function sumsOf(
  lines: readonly { readonly weight: number }[],
  draws: number,
  randomArm: number,
): StratumSums {
  return {
    count: BigInt(lines.length),
    weights: lines.reduce((sum, { weight }) => sum + BigInt(weight), 0n),
    draws: BigInt(draws),
    randomArm: BigInt(randomArm),
  };
}

/** The exact chance that a line of this weight is drawn; never more than 1 in a sound plan. */
export function chanceOf(weight: number, sums: StratumSums): DrawChance {
  return { of: sums.draws * shareOf(weight, sums), in: wholeOf(sums) };
}

/**
 * Draws a stratum by randomised systematic sampling (Goodman and Kish 1950; Hartley and Rao 1962):
 * the lines stand in an order that the seed makes, each as long as its chance, and every mark at
 * distance 1 from a start that the seed makes draws the line it falls on. Exactly `draws` lines are
 * drawn, none twice, each with exactly its chance.
 */
export function drawStratum(
  seed: string,
  stratum: DrawStratum,
  lines: readonly DrawLine[],
  randomArm: number,
): readonly DrawnLine[] {
  if (stratum.coverage === 'full') {
    const chance = { of: 1n, in: 1n };
    return inOrder(seed, lines).map(({ token, stratum: id }) => ({
      ...{ token, stratum: id, arm: 'full', chance },
    }));
  }
  if (stratum.draws === 0 || lines.length === 0) return [];
  const sums = sumsOf(lines, stratum.draws, randomArm);
  const step = wholeOf(sums);
  let mark = below(step, `${seed}/start/${stratum.id}`);
  let end = 0n;
  const drawn: DrawnLine[] = [];
  for (const line of inOrder(seed, lines)) {
    const chance = chanceOf(line.weight, sums);
    end += chance.of;
    if (mark >= end) continue;
    drawn.push({ ...armOf(seed, line, sums), chance });
    mark += step;
  }
  return drawn;
}

/**
 * By which arm a drawn line counts: by the random one with the part of its chance that all lines
 * have alike, so that every line of the stratum is in the random arm with the same chance.
 */
function armOf(seed: string, { token, stratum, weight }: DrawLine, sums: StratumSums) {
  const alike = sums.randomArm * sums.weights;
  const arm: DrawArm =
    below(shareOf(weight, sums), `${seed}/arm/${token}`) < alike ? 'random' : 'class';
  return { token, stratum, arm };
}

function shareOf(weight: number, { count, weights, randomArm }: StratumSums): bigint {
  return randomArm * weights + (thousand - randomArm) * count * BigInt(weight);
}

function wholeOf({ count, weights }: StratumSums): bigint {
  return thousand * count * weights;
}

function inOrder(seed: string, lines: readonly DrawLine[]): readonly DrawLine[] {
  return lines
    .map((line) => ({ line, key: sha256Hex(`${seed}/order/${line.token}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);
}

/**
 * A whole number from 0 to below the limit that follows from a text: 512 bits modulo the limit, so
 * that no number is likelier than another by more than 1 in 2 to the power of 400 or so.
 */
function below(limit: bigint, text: string): bigint {
  return BigInt(`0x${sha256Hex(`${text}/0`)}${sha256Hex(`${text}/1`)}`) % limit;
}
