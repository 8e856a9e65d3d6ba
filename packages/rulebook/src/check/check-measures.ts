import { isLonger } from './compare-periods.ts';
import type { Check } from './draft.ts';

/** What each class does; a card cannot say otherwise. */
const effects = { I: 'reduces_rights', II: 'management', III: 'private' } as const;

/** Measures do what their class does, and their shortest term is not longer than their longest. */
export const checkMeasures: Check = (draft, report) => {
  for (const [id, measure] of draft.cards.measure) {
    const at = (...path: string[]) => ({ kind: 'measure' as const, id, path });
    if (measure.effect !== effects[measure.class]) {
      report(at('effect'), {
        code: 'class-mismatch',
        message: `A measure of class ${measure.class} does not have this effect.`,
        found: measure.effect,
        accepted: effects[measure.class],
      });
    }
    const { term } = measure;
    if (
      typeof term === 'object' &&
      'atMost' in term &&
      term.atLeast !== undefined &&
      isLonger(term.atLeast, term.atMost)
    ) {
      report(at('term', 'at-least'), {
        code: 'value-row',
        message: 'The shortest term is longer than the longest.',
      });
    }
  }
};
