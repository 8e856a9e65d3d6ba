import { canonicalJson, sha256Hex } from '@credence/proof';

import { limitsOfKnowledge } from '../experiment/cannot-tell.ts';
import { codeHash } from '../experiment/code-hash.ts';
import type { Measure, PairedDifference, RegimeOutcome } from '../experiment/comparison.ts';
import { judgeExpectations } from '../experiment/expectations.ts';
import type { ExperimentFile } from '../experiment/experiment-file.ts';
import { checkSizes, type ComparisonCancelled } from '../experiment/plan.ts';
import { differenceOf, estimateOf } from '../experiment/statistic/estimate.ts';
import {
  analysisOf,
  factorsOf,
  pointsOf,
  type Sweep,
  type SweepPlan,
  type SweepPoint,
} from '../experiment/sweep.ts';
import { LabError } from '../engine/define-model.ts';
import type { Study, StudyArm } from './study.ts';
import { figuresOf, tellArm } from './tell-arm.ts';

/** By arm, then by replicate: what was measured. */
type Readings = readonly (readonly Readonly<Record<string, number>>[])[];

/**
 * Carries out an experiment of a study: every arm at every point, on the same agents with the same
 * luck, told as an experiment of regimes is. A function of file, plan and code alone.
 *
 * @throws LabError when boxes are asked for (they are where a limit is passed, and a study has none), and
 *   for sizes that cannot be run
 */
export async function runStudy(
  study: Study,
  file: ExperimentFile,
  given: SweepPlan,
): Promise<Sweep | ComparisonCancelled> {
  const plan = { ...file.plan, ...given };
  checkSizes(plan);
  refuseBoxes(file);
  const factors = factorsOf(file);
  const points = pointsOf(file, factors, Number(plan.seed));
  const arms = file.regimes.flatMap((id) => study.arms.find((arm) => arm.id === id) ?? []);
  const planned = points.length * arms.length * plan.replicates;
  let finished = 0;
  const told: SweepPoint[] = [];
  for (const at of points) {
    const readings: Readonly<Record<string, number>>[][] = arms.map(() => []);
    for (let replicate = 0; replicate < plan.replicates; replicate += 1) {
      for (const [number, arm] of arms.entries()) {
        const { agents, months, seed, signal } = plan;
        const reading = await study.run(figuresOf(study, arm, at), {
          ...{ agents, months, seed, replicate },
          ...(signal === undefined ? {} : { signal }),
        });
        if (reading === undefined || signal?.aborted === true) {
          return { kind: 'cancelled', finished, planned };
        }
        readings[number]?.push(reading);
        finished += 1;
        given.onProgress?.(finished * months, planned * months);
      }
    }
    told.push({
      at,
      outcomes: arms.map(({ id }, number) => outcomeOf(study, id, readings[number] ?? [])),
      pairs: pairsOf(study.measures, arms, readings),
    });
  }
  const { experiment: id, question, claim, measures: asked } = file;
  const { agents, months, seed, replicates } = plan;
  return {
    ...{ format: 'credence-lab-sweep-1', experiment: { id, question, claim } },
    plan: { agents, months, seed, replicates, society: study.id },
    ...{ asked, factors: factors.map((factor) => factor.id), fit: [], limits: [], points: told },
    ...analysisOf(file, { factors, points, told, searched: undefined, seed: Number(plan.seed) }),
    regimes: await Promise.all(arms.map((arm) => tellArm(study, arm))),
    measures: study.measures,
    expected: judgeExpectations(file.expected ?? [], told),
    cannotTell: [subjectsOf(study), ...limitsOfKnowledge, ...file['cannot-tell']],
    hashes: {
      ...{ code: codeHash(), study: study.hash },
      measures: sha256Hex(canonicalJson({ measures: study.measures } as never)),
    },
  };
}

function refuseBoxes({ experiment, sweep }: ExperimentFile): void {
  if (sweep?.design.kind !== 'boxes') return;
  throw new LabError(
    `${experiment}: a study was given the design "boxes", but it has no limits to pass; accepted are grid, latin-hypercube, saltelli and morris.`,
    `${experiment}：专题用了设计“boxes”，但专题没有损害上限；可用的有 grid、latin-hypercube、saltelli、morris。`,
  );
}

/** Who is counted: a sweep speaks of subjects, whatever they are. */
function subjectsOf({ agents, says }: Study): Sweep['cannotTell'][number] {
  return {
    zh: `这里所称的“主体”是${agents.zh ?? ''}，不是虚拟社会中的人和单位。${says.zh ?? ''}`,
    en: `What is called subjects here are ${agents.en ?? ''}, not those of the synthetic society. ${says.en ?? ''}`,
  };
}

function outcomeOf(
  { measures }: Study,
  regime: string,
  readings: Readings[number],
): SweepPoint['outcomes'][number] {
  const replicates = Object.fromEntries(
    measures.map(({ id }) => [id, readings.map((each) => each[id] ?? 0)] as const),
  );
  const estimates = Object.fromEntries(
    measures.map((measure) => [
      measure.id,
      inBounds(measure, estimateOf(replicates[measure.id] ?? [])),
    ]),
  );
  return { regime, estimates, replicates, verdict: unjudged };
}

/** A study has no limits of its own: nothing is beyond one, and nothing is cleared by it. */
const unjudged: RegimeOutcome['verdict'] = { promulgable: false, beyond: [], undecided: [] };

function inBounds(
  { unit }: Measure,
  { value, low, high }: RegimeOutcome['estimates'][string],
): RegimeOutcome['estimates'][string] {
  if (unit === 'index') return { value, low, high };
  const most = unit === 'share' ? 1 : Infinity;
  return { value, low: Math.max(0, low), high: Math.min(most, high) };
}

function pairsOf(
  measures: readonly Measure[],
  arms: readonly StudyArm[],
  readings: Readings,
): readonly PairedDifference[] {
  return arms.flatMap(({ id: from }, a) =>
    arms.slice(a + 1).map(({ id: to }, offset): PairedDifference => {
      const valuesOf = (arm: number, id: string): number[] =>
        (readings[arm] ?? []).map((each) => each[id] ?? 0);
      const differences = Object.fromEntries(
        measures.map(({ id }) => [id, differenceOf(valuesOf(a, id), valuesOf(a + 1 + offset, id))]),
      );
      return { from, to, differences, winners: 0, losers: 0, unchanged: 0 };
    }),
  );
}
