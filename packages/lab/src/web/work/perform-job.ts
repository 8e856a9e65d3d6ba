import { compareRegimes } from '../../experiment/compare-regimes.ts';
import type { ExperimentFile } from '../../experiment/experiment-file.ts';
import { clearRuns } from '../../experiment/keep-runs.ts';
import type { RegimeVariant } from '../../experiment/plan.ts';
import { runSweep } from '../../experiment/sweep.ts';
import { breachesOf, tellRegime } from '../../experiment/told-regime.ts';
import { LabError } from '../../engine/define-model.ts';
import { LabFileError } from '../../regime/lab-fault.ts';
import { openRegime } from '../../regime/open-regime.ts';
import { practices } from '../../regime/practice.ts';
import { shippedPreset, type PresetSource } from '../../regime/read-preset.ts';
import type { Regime } from '../../regime/regime.ts';
import { readStudies } from '../../study/all-studies.ts';
import { runStudy } from '../../study/run-study.ts';
import { experimentCalled } from '../experiments.ts';
import type { Answer, Job, NamedRegime, RegimeLook, RunSize, Watch } from './job.ts';
import { replaySubject } from './replay-subject.ts';

/** Months a regime is opened for where it is only looked at. */
const LOOK_MONTHS = 12;

/** Carries one job out; whatever is wrong with what was asked is part of the answer. */
export async function performJob(job: Job, watch: Watch = {}): Promise<Answer> {
  try {
    switch (job.kind) {
      case 'look':
        return { kind: 'look', look: lookAt(await open([job.regime], job.regime, LOOK_MONTHS)) };
      case 'run':
        return await runAndClear(job, watch);
      case 'replay': {
        const regimes = await openAll(job.regimes, job.size.months);
        return { kind: 'replay', replay: await replaySubject(job, regimes) };
      }
    }
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const faults = error instanceof LabFileError ? error.faults : [];
    return { kind: 'refused', faults, says: error.said };
  }
}

async function runAndClear(job: Extract<Job, { kind: 'run' }>, watch: Watch): Promise<Answer> {
  const answer = await run(job, watch);
  if (answer.kind !== 'cancelled') clearRuns(job.keep);
  return answer;
}

async function run(job: Extract<Job, { kind: 'run' }>, watch: Watch): Promise<Answer> {
  const { size, keep, experiment: id } = job;
  const asked = id === undefined ? undefined : await experimentCalled(id);
  if (asked?.study !== undefined) return runArms(asked, size, watch);
  const variants = await openAll(job.regimes, size.months);
  // Whatever the folder keeps of an earlier start is of the same order and the same code.
  const plan = { ...size, ...watch, keep, resume: true };
  if (asked === undefined) {
    const comparison = await compareRegimes(variants, plan);
    return 'kind' in comparison ? { kind: 'cancelled' } : { kind: 'comparison', comparison };
  }
  if (asked.sweep !== undefined) {
    const sweep = await runSweep(asked, variants, plan);
    return 'kind' in sweep ? { kind: 'cancelled' } : { kind: 'sweep', sweep };
  }
  const { experiment, question, claim, 'cannot-tell': cannotTell } = asked;
  const comparison = await compareRegimes(variants, plan, {
    experiment: { id: experiment, question, claim },
    cannotTell,
  });
  return 'kind' in comparison ? { kind: 'cancelled' } : { kind: 'comparison', comparison };
}

/** A study takes seconds, so nothing of it is kept on the way. */
async function runArms(experiment: ExperimentFile, size: RunSize, watch: Watch): Promise<Answer> {
  const study = (await readStudies()).find(({ id }) => id === experiment.study);
  if (study === undefined)
    throw new LabError(
      `There is no study ${experiment.study ?? ''}.`,
      `没有专题“${experiment.study ?? ''}”。`,
    );
  const sweep = await runStudy(study, experiment, { ...size, ...watch });
  return 'kind' in sweep ? { kind: 'cancelled' } : { kind: 'sweep', sweep };
}

async function openAll(
  named: readonly NamedRegime[],
  months: number,
): Promise<readonly RegimeVariant[]> {
  const variants: RegimeVariant[] = [];
  for (const one of named) {
    const regime = await open(named, one, months);
    variants.push({ id: one.id, regime, ...(one.text === undefined ? { preset: one.id } : {}) });
  }
  return variants;
}

/** Opened regimes, the latest last: to open one takes longer than to run it. */
const opened = new Map<string, Promise<Regime>>();
const MOST_OPEN = 16;

async function open(
  known: readonly NamedRegime[],
  { id, text }: NamedRegime,
  months: number,
): Promise<Regime> {
  const key = JSON.stringify([id, text, months]);
  const found = opened.get(key) ?? openRegime(id, { months, presets: sourceOf(known) });
  opened.delete(key);
  opened.set(key, found);
  const oldest = opened.keys().next().value;
  if (opened.size > MOST_OPEN && oldest !== undefined) opened.delete(oldest);
  try {
    return await found;
  } catch (error) {
    opened.delete(key);
    throw error;
  }
}

/** The texts that came with the job, else the presets that are shipped. */
function sourceOf(known: readonly NamedRegime[]): PresetSource {
  const texts = new Map(known.map(({ id, text }) => [id, text]));
  return async (id) => texts.get(id) ?? shippedPreset(id);
}

function lookAt(regime: Regime): RegimeLook {
  const { subjects, lists, measures, grades } = regime;
  return {
    told: { ...tellRegime({ id: regime.id, regime }), breaches: breachesOf(regime.findings) },
    practice: practices.map((practice) => {
      const { id, title, says, unit, least, most } = practice;
      return { ...{ id, title, says, unit, least, most }, ...(regime.practice[id] ?? practice) };
    }),
    ...{ subjects, lists, measures },
    ...(grades === undefined ? {} : { grades }),
  };
}
