import { LabError } from '../../engine/define-model.ts';
import type { Comparison, Estimate, Measure, RegimeOutcome, ToldRegime } from '../comparison.ts';

/** A measure with what was found. */
export interface ShownMeasure {
  readonly measure: Measure;
  readonly found: Estimate;
}

/**
 * What a reader is shown of a regime, in the order in which it is shown. A benefit has no place
 * without the breaches, the verdict and at least one harm before it: there is no other way to it.
 */
export interface ShownPanel {
  readonly regime: ToldRegime;
  readonly verdict: RegimeOutcome['verdict'];
  readonly harms: readonly [ShownMeasure, ...ShownMeasure[]];
  readonly benefits: readonly ShownMeasure[];
  readonly figures: readonly ShownMeasure[];
}

/** Something that tells outcomes: a comparison, or one point of an experiment. */
export type Told = Pick<Comparison, 'regimes' | 'measures'> & {
  readonly outcomes: readonly Pick<RegimeOutcome, 'regime' | 'estimates' | 'verdict'>[];
};

/** @throws LabError when no harm was measured: then there is nothing to be shown */
export function panelsOf({ regimes, measures, outcomes }: Told): readonly ShownPanel[] {
  return outcomes.flatMap(({ regime: id, estimates, verdict }): ShownPanel[] => {
    const regime = regimes.find((each) => each.id === id);
    if (regime === undefined) return [];
    const of = (side: Measure['side']): ShownMeasure[] =>
      measures.flatMap((measure) => {
        const found = estimates[measure.id];
        return measure.side !== side || found === undefined ? [] : [{ measure, found }];
      });
    const [harm, ...others] = of('harm');
    if (harm === undefined) throw new LabError(`No harm was measured of "${id}"; measure one.`);
    const [benefits, figures] = [of('benefit'), of('figure')];
    return [{ regime, verdict, harms: [harm, ...others], benefits, figures }];
  });
}
