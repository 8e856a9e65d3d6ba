import { canonicalJson, sha256Hex } from '@credence/proof';

import { LabError } from '../engine/define-model.ts';
import type { RunOptions } from '../engine/run-model.ts';
import { createGrader } from '../regime/create-grader.ts';
import { practices, type PracticeId } from '../regime/practice.ts';
import type { Regime } from '../regime/regime.ts';
import { compileSociety } from '../society/compile-society.ts';
import type { FigureId } from '../society/figure-ids.ts';
import type { SocietyFile } from '../society/read-society.ts';
import { kindCodes } from '../society/traits.ts';
import { readLosses, readWorldFigures } from '../society/read-world-figures.ts';
import { compileConducts } from './compile-conducts.ts';
import { compileDread } from './compile-dread.ts';
import { compileMeasures } from './compile-measures.ts';
import { compileRegime } from './compile-regime.ts';
import { gradeProgram } from './grade-program.ts';
import { readConducts } from './read-conducts.ts';

/** Which society to run, for how long, and with which luck. */
export interface WorldPlan extends Pick<
  RunOptions,
  | 'agents'
  | 'months'
  | 'seed'
  | 'replicate'
  | 'threads'
  | 'checkpoint'
  | 'resume'
  | 'signal'
  | 'onProgress'
> {
  /** `organisations`, or `town`, where persons live too. */
  readonly society: string;
  /** In place of the regime's own practice, by id. */
  readonly practice?: Readonly<Record<string, number>>;
  /** A subject whose file is written down month by month, from the month the run (or its resumption) starts. */
  readonly watch?: number;
  /** In place of figures of the world, by id: for checks and for a sensitivity analysis. */
  readonly figures?: Readonly<Partial<Record<FigureId, number>>>;
}

/** What a run of the world is given: its numbers, its tables and the grading of its regime. */
export interface PreparedWorld {
  readonly parameters: Readonly<Record<string, number>>;
  readonly fields: NonNullable<RunOptions['fields']>;
  readonly programs: NonNullable<RunOptions['programs']>;
}

/**
 * Makes of society, conducts, figures, practice and law the tables that the processes of a month read.
 *
 * @throws LabError when a practice is unknown or out of its bounds, or the regime does not fit the plan
 */
export async function prepareWorld(
  regime: Regime,
  plan: WorldPlan,
  society: SocietyFile,
): Promise<PreparedWorld> {
  const conducts = await readConducts();
  const figures = { ...(await readWorldFigures()), ...plan.figures };
  const practice = practiceOf(regime, plan.practice ?? {});
  const parameters = { ...figures, ...practice, ...planned(regime, plan) };
  const measures = compileMeasures(regime, await readLosses(), parameters);
  const grader = createGrader(regime, { months: regime.table.months });
  const fields = {
    ...compileSociety(society, plan.agents),
    ...compileConducts(conducts),
    ...compileRegime(regime, plan.months),
    ...measures,
    dread: compileDread(regime, conducts, { measures, grader, gradeHolds: figures.gradeHolds }),
  };
  if (grader === undefined) return { parameters, fields, programs: {} };
  const run = gradeProgram(grader, regime.grades?.voluntary === true);
  const hash = sha256Hex(canonicalJson({ regime: regime.hash }));
  return { parameters, fields, programs: { grade: { hash, run } } };
}

/** @throws LabError when a practice is unknown or out of its bounds */
function practiceOf(
  regime: Regime,
  given: Readonly<Record<string, number>>,
): Record<PracticeId, number> {
  for (const id of Object.keys(given)) {
    if (practices.some((practice) => practice.id === id)) continue;
    const known = practices.map((practice) => practice.id).join(', ');
    throw new LabError(
      `There is no practice "${id}"; the world knows ${known}.`,
      `没有做法“${id}”；可用的有 ${known}。`,
    );
  }
  return Object.fromEntries(
    practices.map(({ id, least, most, value }) => {
      const chosen = given[id] ?? regime.practice[id]?.value ?? value;
      if (chosen >= least && chosen <= most) return [id, chosen];
      throw new LabError(
        `Practice "${id}" is ${chosen}; give a number from ${least} to ${most}.`,
        `做法“${id}”为 ${chosen}；可填 ${least} 到 ${most} 的数。`,
      );
    }),
    // Every practice of the closed list has its place.
  ) as Record<PracticeId, number>;
}

/** What of the plan and of the regime the processes of the world must know as numbers. */
function planned(regime: Regime, { months }: WorldPlan): Record<string, number> {
  return {
    ...{ months, tableMonths: regime.table.months },
    voluntary: regime.grades?.voluntary === true ? 1 : 0,
    kinds: regime.subjects.reduce((bits, kind) => bits | (1 << kindCodes[kind]), 0),
    gradeEvery: regime.grades === undefined ? 0 : Math.max(1, regime.grades.everyMonths),
  };
}
