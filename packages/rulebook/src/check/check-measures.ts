import type { CardOf } from '../card/card-kinds.ts';
import type { SourceRank } from '../card/source-card.ts';
import { isLonger } from './compare-periods.ts';
import type { Check, Draft } from './draft.ts';

/** What each class does; a card cannot say otherwise. */
const effects = { I: 'reduces_rights', II: 'management', III: 'private' } as const;

const legislative: readonly SourceRank[] = ['law', 'administrative_regulation', 'local_regulation'];

/** Ranks that may carry a measure of each class (guard N2). */
const ranks: Readonly<Record<'I' | 'II', readonly SourceRank[]>> = {
  I: legislative,
  II: [...legislative, 'department_rule', 'local_government_rule'],
};

/** Measures do what their class does, rest on a source of the rank it needs, and end. */
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
    if (measure.class !== 'III') {
      const accepted = ranks[measure.class];
      const found = ranksOf(draft, measure.basis);
      if (found.known && !found.ranks.some((rank) => accepted.includes(rank))) {
        report(at('basis'), {
          code: 'basis-rank',
          message: `A measure of class ${measure.class} cannot rest on sources of this rank (N2).`,
          found: found.ranks.join(', '),
          accepted: accepted.join(' | '),
          repair: 'Cite the article that orders it, or remove the measure.',
        });
      }
    }
    const { term } = measure;
    if ('atMost' in term && term.atLeast !== undefined && isLonger(term.atLeast, term.atMost)) {
      report(at('term', 'at-least'), {
        code: 'value-row',
        message: 'The shortest term is longer than the longest.',
      });
    }
  }
};

/** Ranks of the sources cited; not known while one of them is missing and reported elsewhere. */
export function ranksOf(
  draft: Draft,
  basis: CardOf<'measure'>['basis'],
): { readonly known: boolean; readonly ranks: readonly SourceRank[] } {
  const sources = basis.map(({ source }) => draft.cards.source.get(source)?.rank);
  const ranks = sources.filter((rank) => rank !== undefined);
  return { known: ranks.length === sources.length, ranks };
}
