import { canonicalJson, sha256Hex } from '@credence/proof';

import { differenceOf, estimateOf } from '../../experiment/statistic/estimate.ts';
import { breachesOf } from '../../experiment/told-regime.ts';
import { allMeasures, measureWorld } from '../../harm/all-measures.ts';
import { judgeAddition, type Judged } from '../../harm/judge-addition.ts';
import { readLimits } from '../../harm/limits.ts';
import { verdictOf } from '../../harm/verdict.ts';
import { LabError } from '../../engine/define-model.ts';
import { openLaw, patchLaw, type OpenedLaw } from '../../regime/open-law.ts';
import { openRegime } from '../../regime/open-regime.ts';
import { readPreset } from '../../regime/read-preset.ts';
import { knownConducts } from '../../regime/known-conducts.ts';
import type { Regime } from '../../regime/regime.ts';
import { runWorld } from '../../world/run-world.ts';
import type { Clause, Clauses } from './read-clauses.ts';

/** How much of the world is run to judge a draft. */
export interface Assessment {
  readonly agents: number;
  readonly months: number;
  readonly replicates: number;
}

/** By clause, then by companion (none first): what each part of the gate says. */
export interface Judgements {
  readonly guards: readonly (readonly boolean[])[];
  /** Asked only of drafts that no guard refuses; undefined where the Lab was not asked at all. */
  readonly lab?: readonly (readonly boolean[])[];
}

/**
 * Judges every draft that the clauses can make: by the guards, as the check of an edition does, and,
 * where asked, by small runs of the world and as the Lab judges any draft: it refuses what is beyond a
 * limit of harm, or what adds to the base where the base itself does not keep it. What so small a run
 * leaves undecided is not refused here.
 */
export async function judgeDrafts(
  { base, without, clauses, companions }: Clauses,
  assessment?: Assessment,
): Promise<Judgements> {
  const law = await baseLaw(base, without);
  const beside: readonly (Clause | undefined)[] = [undefined, ...companions];
  const drafts = clauses.map((clause) =>
    beside.map((companion) => draftOf(law, base, [companion, clause])),
  );
  const guards = drafts.map((row) => row.map(({ law: { findings } }) => breaches(findings) > 0));
  if (assessment === undefined) return { guards };
  const judge = await createLab(base, law, assessment);
  const lab: boolean[][] = [];
  for (const [at, row] of drafts.entries()) {
    const answers: boolean[] = [];
    for (const [place, draft] of row.entries()) {
      answers.push(guards[at]?.[place] === true ? false : await judge(draft));
    }
    lab.push(answers);
  }
  return { guards, lab };
}

interface Draft {
  readonly law: OpenedLaw;
  readonly practice: Readonly<Record<string, number>>;
}

function draftOf(law: OpenedLaw, base: string, parts: readonly (Clause | undefined)[]): Draft {
  const edits = parts.flatMap((part) => part?.edits ?? []);
  return {
    law: edits.length === 0 ? law : patchLaw(law, edits, `${base} (draft)`),
    practice: Object.assign({}, ...parts.map((part) => part?.practice)) as Draft['practice'],
  };
}

async function baseLaw(base: string, without: Clauses['without']): Promise<OpenedLaw> {
  const { edition } = await readPreset(base, await knownConducts());
  if (edition === 'none')
    throw new LabError(
      `${base} has no edition; drafts need one.`,
      `${base} 没有规则版本；草案需要一个版本作基础。`,
    );
  const law = patchLaw(await openLaw(edition), without, base);
  if (breaches(law.findings) === 0) return law;
  throw new LabError(
    `Guards hold ${String(breaches(law.findings))} breaches against ${base} itself.`,
    `${base} 本身就有 ${String(breaches(law.findings))} 处违反底线。`,
  );
}

function breaches(findings: OpenedLaw['findings']): number {
  return breachesOf(findings).length;
}

type Values = Readonly<Record<string, readonly number[]>>;

/** Judges drafts by their harm; those whom the world cannot tell apart are run once. */
async function createLab(
  base: string,
  law: OpenedLaw,
  assessment: Assessment,
): Promise<(draft: Draft) => Promise<boolean>> {
  const limits = (await readLimits()).filter(({ measure }) => measure !== 'guard-breaches');
  const known = new Map<string, Promise<Values>>();
  const valuesOf = async (draft: Draft): Promise<Values> => {
    const regime = await openRegime(base, { months: assessment.months, edition: draft.law });
    const key = seenOf(regime, draft.practice);
    const running = known.get(key) ?? runHarms(regime, draft.practice, assessment);
    known.set(key, running);
    return running;
  };
  const { replicates } = assessment;
  const judgedOf = (regime: string, values: Values): Judged => {
    const told = Object.entries(values).map(([id, row]) => [id, estimateOf(row)] as const);
    const estimates = Object.fromEntries(told);
    return { regime, estimates, verdict: verdictOf(estimates, limits, replicates) };
  };
  const before = await valuesOf({ law, practice: {} });
  const above = judgedOf('base', before);
  return async (draft) => {
    const after = await valuesOf(draft);
    const differences = Object.fromEntries(
      Object.entries(after).map(([id, values]) => [id, differenceOf(before[id] ?? [], values)]),
    );
    const verdict = judgeAddition(judgedOf('draft', after), {
      above,
      differences,
      limits,
      replicates,
    });
    return verdict.beyond.length > 0;
  };
}

/** What of a regime reaches the world: two with the same differ only on paper. */
function seenOf({ table, lists, measures }: Regime, practice: Draft['practice']): string {
  const tables = [table.recorded, table.shown, table.proposes].map((each) =>
    sha256Hex(new Uint8Array(each.buffer, each.byteOffset, each.byteLength)),
  );
  return sha256Hex(canonicalJson({ tables, lists, measures, practice } as never));
}

async function runHarms(
  regime: Regime,
  practice: Draft['practice'],
  { agents, months, replicates }: Assessment,
): Promise<Values> {
  const values: Record<string, number[]> = Object.fromEntries(
    allMeasures.map(({ id }) => [id, []]),
  );
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const plan = { agents, months, replicate, seed: 'assessment', society: 'organisations' };
    const result = await runWorld(regime, { ...plan, practice });
    if (result.kind === 'cancelled') throw new RangeError('Nobody can cancel an assessment.');
    const measured = measureWorld(result, 0);
    for (const [measure, row] of Object.entries(values)) row.push(measured[measure] ?? 0);
  }
  return values;
}
