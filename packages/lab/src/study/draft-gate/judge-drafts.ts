import { canonicalJson, sha256Hex } from '@credence/proof';

import type { Limit } from '../../experiment/comparison.ts';
import { differenceOf, estimateOf } from '../../experiment/statistic/estimate.ts';
import { breachesOf } from '../../experiment/told-regime.ts';
import { measureWorld } from '../../harm/all-measures.ts';
import { readLimits } from '../../harm/limits.ts';
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
 * where asked, by small runs of the world. The Lab refuses what is beyond a limit of harm and
 * certainly worse than the base: a draft does not answer for what was so before it.
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
  if (edition === 'none') throw new LabError(`${base} has no edition; drafts need one.`);
  const law = patchLaw(await openLaw(edition), without, base);
  if (breaches(law.findings) === 0) return law;
  throw new LabError(
    `Guards hold ${String(breaches(law.findings))} breaches against ${base} itself.`,
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
    const running = known.get(key) ?? runHarms(regime, draft.practice, { assessment, limits });
    known.set(key, running);
    return running;
  };
  const before = await valuesOf({ law, practice: {} });
  return async (draft) => {
    const after = await valuesOf(draft);
    return limits.some(({ measure, atMost }) => {
      const [from, to] = [before[measure] ?? [], after[measure] ?? []];
      return estimateOf(to).value > atMost && differenceOf(from, to).low > 0;
    });
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
  { assessment, limits }: { readonly assessment: Assessment; readonly limits: readonly Limit[] },
): Promise<Values> {
  const { agents, months, replicates } = assessment;
  const values: Record<string, number[]> = Object.fromEntries(
    limits.map(({ measure }) => [measure, []]),
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
