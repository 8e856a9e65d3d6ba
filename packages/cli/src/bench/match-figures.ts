import type { Likeness } from './match-measures.ts';
import { hardKinds, type LabelledPair } from './match-pairs.ts';

export interface MatchFigures {
  readonly way: string;
  /** Chosen on one half of the pairs; everything else is measured on the other. */
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly recallAtP99: number;
  /** Share of each hard kind that is kept apart at the threshold. */
  readonly keptApart: Readonly<Record<string, number>>;
  /** Recall of each true kind at the threshold. */
  readonly found: Readonly<Record<string, number>>;
  readonly microseconds: number;
}

interface Valued {
  readonly pair: LabelledPair;
  readonly value: number;
}

/** Values every pair, chooses the threshold on the even ones and measures it on the odd ones. */
export function measureWay(
  way: string,
  pairs: readonly LabelledPair[],
  likeness: Likeness,
  now: () => number,
): MatchFigures {
  const begun = now();
  const valued = pairs.map((pair): Valued => ({ pair, value: likeness(pair.a, pair.b) }));
  const microseconds = Math.round(((now() - begun) * 1_000) / pairs.length);
  const chosen = valued.filter((_, index) => index % 2 === 0);
  const measured = valued.filter((_, index) => index % 2 === 1);
  const threshold = bestThreshold(chosen, ({ f1 }) => f1);
  const strict = bestThreshold(chosen, ({ precision, recall }) =>
    precision >= 0.99 ? recall : -1,
  );
  const { precision, recall, f1 } = ratesAt(measured, threshold);
  const atStrict = ratesAt(measured, strict);
  return {
    way,
    threshold: rounded(threshold),
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    recallAtP99: atStrict.precision >= 0.99 ? rounded(atStrict.recall) : 0,
    keptApart: sharesBelow(measured, threshold),
    found: sharesFound(measured, threshold),
    microseconds,
  };
}

interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function ratesOf(right: number, said: number, wanted: number): Rates {
  const precision = said === 0 ? 1 : right / said;
  const recall = wanted === 0 ? 1 : right / wanted;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function ratesAt(valued: readonly Valued[], threshold: number): Rates {
  const said = valued.filter(({ value }) => value >= threshold);
  const right = said.filter(({ pair }) => pair.isSame).length;
  return ratesOf(right, said.length, valued.filter(({ pair }) => pair.isSame).length);
}

function bestThreshold(valued: readonly Valued[], worth: (rates: Rates) => number): number {
  const candidates = Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
  const rated = candidates.map((threshold) => ({
    threshold,
    worth: worth(ratesAt(valued, threshold)),
  }));
  return rated.reduce((best, each) => (each.worth > best.worth ? each : best)).threshold;
}

function sharesBelow(valued: readonly Valued[], threshold: number): Record<string, number> {
  return Object.fromEntries(
    hardKinds.map((kind) => {
      const ofKind = valued.filter(({ pair }) => pair.kind === kind);
      const apart = ofKind.filter(({ value }) => value < threshold).length;
      return [kind, rounded(apart / ofKind.length)];
    }),
  );
}

function sharesFound(valued: readonly Valued[], threshold: number): Record<string, number> {
  const kinds = new Set(valued.filter(({ pair }) => pair.isSame).map(({ pair }) => pair.kind));
  return Object.fromEntries(
    [...kinds].map((kind) => {
      const ofKind = valued.filter(({ pair }) => pair.kind === kind);
      const found = ofKind.filter(({ value }) => value >= threshold).length;
      return [kind, rounded(found / ofKind.length)];
    }),
  );
}

export function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
