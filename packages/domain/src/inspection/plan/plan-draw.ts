import type { PowerVerdict } from '../backtest/judge-power.ts';

/** One eligible organisation, as a plan looks at it. */
export interface PlanLine {
  readonly home: string;
  /** What it is drawn among, e.g. its district. */
  readonly stratum: string;
  /** Its risk class; absent where it has none, or where no class may be used. */
  readonly class?: string;
}

/** What a plan's card says; shares and limits per thousand. */
export interface PlanRules {
  readonly shares: readonly { readonly class: string; readonly perThousand: number }[];
  /** The share of everybody where no class may be used. */
  readonly even: number;
  readonly least: number;
  readonly most: number;
  /** Of every thousand draws, those that look at no class. */
  readonly randomArm: number;
  /** Strata of which everybody is visited. */
  readonly fullCoverage: readonly string[];
}

export type PlannedStratum = {
  readonly id: string;
  readonly eligible: number;
  readonly draws: number;
  readonly coverage: 'drawn' | 'full';
};

/** Why a plan looks at no class. */
export type NoClasses = 'too-few' | 'not-clear' | 'class-missing';

export type DrawPlan =
  | {
      readonly kind: 'planned';
      readonly strata: readonly PlannedStratum[];
      /** In the order of the lines given. */
      readonly lines: readonly (PlanLine & { readonly weight: number })[];
      readonly classes: { readonly used: true } | { readonly used: false; readonly why: NoClasses };
    }
  /** So few that some would be drawn more often than the limit, or nobody at all. */
  | { readonly kind: 'list-too-small'; readonly eligible: number };

/** Where strata too small to be drawn from by themselves are drawn together. */
export const TOGETHER = 'together';

/**
 * Turns the eligible list into strata, quotas and weights. A class counts only where visits have
 * shown that it foresees anything; otherwise everybody weighs the same, and the plan says why.
 * Every quota is settled here, before the draw, and no chance leaves the card's limits.
 *
 * Legal source: guard G40; the shares are the card's.
 */
export function planDraw(
  lines: readonly PlanLine[],
  rules: PlanRules,
  power: PowerVerdict,
): DrawPlan {
  const classes = usable(lines, rules, power);
  const shares = new Map(rules.shares.map((share) => [share.class, share.perThousand]));
  const weighed = lines.map((line) => ({
    ...line,
    weight: classes.used ? (shares.get(line.class ?? '') ?? rules.even) : 1,
    share: classes.used ? (shares.get(line.class ?? '') ?? rules.even) : rules.even,
  }));
  const isFull = (id: string): boolean => rules.fullCoverage.includes(id);
  const groups = groupBy(weighed, ({ stratum }) => stratum);
  const small = [...groups].filter(([id, inside]) => !isFull(id) && !keepsLimits(inside, rules));
  const moved = new Set(small.map(([id]) => id));
  const placed = weighed.map((line) =>
    moved.has(line.stratum) ? { ...line, stratum: TOGETHER } : line,
  );
  const strata = groupBy(placed, ({ stratum }) => stratum);
  const rest = strata.get(TOGETHER);
  if (rest !== undefined && !keepsLimits(rest, rules)) {
    // What is too few even together joins the largest stratum, so that nobody is left out.
    const [largest] = [...strata]
      .filter(([id]) => id !== TOGETHER && !isFull(id))
      .sort(([, one], [, other]) => other.length - one.length);
    if (largest === undefined) return { kind: 'list-too-small', eligible: rest.length };
    return planDraw(
      placed.map(({ home, stratum, class: risk }) => ({
        ...{ home, stratum: stratum === TOGETHER ? largest[0] : stratum },
        ...(risk === undefined ? {} : { class: risk }),
      })),
      rules,
      power,
    );
  }
  if (lines.length === 0) return { kind: 'list-too-small', eligible: 0 };
  return {
    kind: 'planned',
    classes,
    strata: [...strata]
      .map(([id, inside]): PlannedStratum => {
        const coverage = isFull(id) ? 'full' : 'drawn';
        const draws = coverage === 'full' ? inside.length : drawsOf(inside);
        return { id, eligible: inside.length, draws, coverage };
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    lines: placed.map(({ home, stratum, weight, class: risk }) => ({
      ...{ home, stratum, weight },
      ...(risk === undefined ? {} : { class: risk }),
    })),
  };
}

type Weighed = { readonly weight: number; readonly share: number };

function usable(
  lines: readonly PlanLine[],
  { shares }: PlanRules,
  power: PowerVerdict,
): Extract<DrawPlan, { readonly kind: 'planned' }>['classes'] {
  if (power.kind !== 'clear') return { used: false, why: power.kind };
  const known = new Set(shares.map((share) => share.class));
  const all = lines.every((line) => line.class !== undefined && known.has(line.class));
  return all ? { used: true } : { used: false, why: 'class-missing' };
}

/** The shares of all lines added up, as whole visits and at least one. */
function drawsOf(lines: readonly Weighed[]): number {
  const thousandths = lines.reduce((sum, { share }) => sum + share, 0);
  return Math.max(1, Math.round(thousandths / 1000));
}

/**
 * Whether every line's chance lies between the limits and below certainty: the chance of weight v
 * among N lines of weights V is draws * (arm / N + (1000 - arm) * v / V) / 1000.
 */
function keepsLimits(lines: readonly Weighed[], rules: PlanRules): boolean {
  const draws = BigInt(drawsOf(lines));
  const [arm, count] = [BigInt(rules.randomArm), BigInt(lines.length)];
  const sum = lines.reduce((total, { weight }) => total + BigInt(weight), 0n);
  const whole = 1000n * count * sum;
  return [...new Set(lines.map(({ weight }) => weight))].every((weight) => {
    const chance = draws * (arm * sum + (1000n - arm) * count * BigInt(weight));
    const perThousand = 1000n * chance;
    return (
      chance < whole &&
      perThousand >= BigInt(rules.least) * whole &&
      perThousand <= BigInt(rules.most) * whole
    );
  });
}

function groupBy<Line>(
  lines: readonly Line[],
  key: (line: Line) => string,
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const inside = groups.get(key(line)) ?? [];
    inside.push(line);
    groups.set(key(line), inside);
  }
  return groups;
}
