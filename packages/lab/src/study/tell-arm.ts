import { canonicalJson, sha256Hex } from '@credence/proof';

import type { ToldRegime } from '../experiment/comparison.ts';
import type { Study, StudyArm, StudyFigures } from './study.ts';

/** The figures of an arm at a point of a design: what the point says, else the arm, else the file. */
export function figuresOf(
  { figures }: Pick<Study, 'figures'>,
  { set }: Pick<StudyArm, 'set'>,
  at: Readonly<Record<string, number>> = {},
): StudyFigures {
  return { ...Object.fromEntries(figures.map(({ id, value }) => [id, value])), ...set, ...at };
}

/** An arm as a report tells of it. */
export async function tellArm(study: Study, arm: StudyArm): Promise<ToldRegime> {
  const { id, title, says, confidence, set } = arm;
  const figures = figuresOf(study, arm);
  return {
    ...{ id, title, says, confidence },
    hash: sha256Hex(canonicalJson({ study: study.hash, arm: id, figures })),
    breaches: (await study.breaches?.(figures)) ?? [],
    practice: study.figures.map((figure) => ({
      ...{ id: figure.id, title: figure.title },
      value: figures[figure.id] ?? figure.value,
      confidence: set[figure.id] === undefined ? figure.confidence : confidence,
    })),
  };
}
