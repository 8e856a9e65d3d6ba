import type { Words } from '@credence/pages';

import type {
  Comparison,
  Measure,
  PairedDifference,
  RegimeOutcome,
  ToldRegime,
} from '../experiment/comparison.ts';
import type { ModelDescription } from './describe-model.ts';
import type { StatementWords } from './words-zh.ts';

/** What an impact statement is made from; the same parts give the same bytes. */
export interface StatementParts {
  readonly comparison: Comparison;
  /** The regime it is about. */
  readonly about: string;
  readonly model?: ModelDescription;
  /** The command that gives the same again. */
  readonly command: string;
  /** Hashes that only the caller knows: of the text that was tried, of the numbers, of the other language. */
  readonly fingerprints: readonly { readonly label: string; readonly sha256: string }[];
}

/** One regime with all that a page says of it; `series` is its mark in every chart. */
export interface Told {
  readonly series: number;
  readonly regime: ToldRegime;
  readonly outcome: RegimeOutcome;
  /** Against the baseline; the baseline itself has none. */
  readonly pair?: PairedDifference;
  readonly name: string;
}

/** What every part of a statement is given. */
export interface StatementContext {
  readonly parts: StatementParts;
  readonly words: Words;
  readonly say: StatementWords;
  readonly told: readonly Told[];
  readonly about: Told;
  readonly baseline: Told;
  readonly text: (text: ToldRegime['title']) => string;
}

/** Measures of one side, in the order of the comparison. */
export function measuresOf({ measures }: Comparison, side: Measure['side']): readonly Measure[] {
  return measures.filter((measure) => measure.side === side);
}

/** Harms that have a limit, and those that have none. */
export function harmsOf(
  comparison: Comparison,
): Readonly<Record<'limited' | 'open', readonly Measure[]>> {
  const isLimited = ({ id }: Measure) => comparison.limits.some(({ measure }) => measure === id);
  const harms = measuresOf(comparison, 'harm');
  return { limited: harms.filter(isLimited), open: harms.filter((harm) => !isLimited(harm)) };
}

/** A measure by its id, for whoever has a limit in hand. */
export function titleOf({ parts, text }: StatementContext, id: string): string {
  const measure = parts.comparison.measures.find((each) => each.id === id);
  return measure === undefined ? id : text(measure.title);
}
