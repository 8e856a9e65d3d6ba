import { draftGate } from './draft-gate/draft-gate-study.ts';
import { ratings } from './ratings/ratings-study.ts';
import { judges } from './judges/judges-study.ts';
import { loans } from './loans/loans-study.ts';
import { moving } from './moving/moving-study.ts';
import { readStudy } from './read-study.ts';
import type { Study, StudyModel } from './study.ts';

const models: readonly StudyModel[] = [ratings, draftGate, moving, judges, loans];

let reading: Promise<readonly Study[]> | undefined;

/** Every study that is shipped, with its arms and figures; read once. */
export function readStudies(): Promise<readonly Study[]> {
  reading ??= Promise.all(models.map(readStudy));
  return reading;
}
