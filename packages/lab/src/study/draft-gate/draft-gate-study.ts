import type { Measure } from '../../experiment/comparison.ts';
import { shareOf } from '../../experiment/statistic/fairness.ts';
import { runModel } from '../../engine/run-model.ts';
import type { StudyFigures, StudyModel, StudyReading, StudyRun } from '../study.ts';
import { totalsOf } from '../totals-of.ts';
import { gateModel } from './gate-model.ts';
import { judgeDrafts, type Judgements } from './judge-drafts.ts';
import { readClauses, type Clauses } from './read-clauses.ts';

const measures: readonly Measure[] = [
  {
    id: 'abusive-rule-months',
    title: { zh: '滥权规则施行月数', en: 'Months of abusive rules' },
    definition: {
      zh: '期内滥权规则施行的月数，按每百件草案计。',
      en: 'Months in which an abusive rule was in force, per 100 drafts.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
  },
  {
    id: 'abusive-passed',
    title: { zh: '滥权草案获得通过', en: 'Abusive drafts that pass' },
    definition: {
      zh: '滥权草案中未被拒绝的比例；没有滥权草案时为零。',
      en: 'Share of abusive drafts that are not refused; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'false-refusals',
    title: { zh: '误拒', en: 'False refusals' },
    definition: {
      zh: '合法草案中被拒绝的比例；没有合法草案时为零。',
      en: 'Share of lawful drafts that are refused; 0 where there is none.',
    },
    ...{ unit: 'share', side: 'harm', better: 'less' },
  },
  {
    id: 'lawful-rule-months-lost',
    title: { zh: '合法规则迟到的月数', en: 'Months of lawful rules lost' },
    definition: {
      zh: '合法草案提交后、施行前的月数（评估和误拒所致），按每百件草案计。',
      en: 'Months from the handing in of a lawful draft until it is in force, by assessment or refusal, per 100 drafts.',
    },
    ...{ unit: 'months', side: 'harm', better: 'less' },
  },
  {
    id: 'refused-rightly',
    title: { zh: '拒绝正确', en: 'Refusals that are right' },
    definition: {
      zh: '被拒绝的草案中确属滥权的比例；无拒绝时为一。',
      en: 'Share of refused drafts that are abusive; 1 where none is refused.',
    },
    ...{ unit: 'share', side: 'benefit', better: 'more' },
  },
];

/** A gate before promulgation: what it stops, what it delays, and what it misses. */
export const draftGate: StudyModel = {
  ...{ id: 'draft-gate', measures, files: ['draft-clauses.yaml'] },
  run,
};

const judged = new Map<string, Promise<Judgements>>();

async function run(figures: StudyFigures, given: StudyRun): Promise<StudyReading> {
  const clauses = await readClauses();
  const judgements = await judge(clauses, figures);
  return runGate(clauses, judgements, figures, given);
}

/** The model under judgements that are known. */
export async function runGate(
  { clauses, companions }: Clauses,
  { guards, lab }: Judgements,
  figures: StudyFigures,
  given: StudyRun,
): Promise<StudyReading> {
  // The others say how drafts were assessed.
  const own = Object.entries(figures).filter(([id]) => id in gateModel.parameters);
  const result = await runModel(gateModel, {
    ...given,
    parameters: {
      ...Object.fromEntries(own),
      clauses: clauses.length,
      abusive: clauses.filter(({ isAbusive }) => isAbusive).length,
      companions: companions.length,
    },
    fields: {
      weights: addedUp(clauses),
      refused: Uint8Array.from(
        guards.flatMap((row, clause) =>
          row.map((byGuards, at) => (byGuards ? 1 : 0) | (lab?.[clause]?.[at] === true ? 2 : 0)),
        ),
      ),
    },
  });
  if (result.kind === 'cancelled') return undefined;
  const sum = totalsOf(result.series);
  const drafts = sum.abusive + sum.lawful;
  const refused = sum.refusedRightly + sum.refusedWrongly;
  return {
    'abusive-rule-months': 100 * shareOf(sum.abusiveMonths, drafts),
    'abusive-passed': shareOf(sum.missed, sum.missed + sum.refusedRightly),
    'false-refusals': shareOf(sum.refusedWrongly, sum.lawful),
    'lawful-rule-months-lost': 100 * shareOf(sum.lawfulMissing, drafts),
    'refused-rightly': refused === 0 ? 1 : sum.refusedRightly / refused,
  };
}

/** The Lab is asked only where the gate asks it; its answers do not depend on the luck of drafts. */
function judge(clauses: Clauses, figures: StudyFigures): Promise<Judgements> {
  const { gate = 0, assessedAgents = 0, assessedMonths = 0, assessedReplicates = 0 } = figures;
  const assessment =
    gate > 1
      ? { agents: assessedAgents, months: assessedMonths, replicates: assessedReplicates }
      : undefined;
  const key = JSON.stringify(assessment ?? 'guards');
  const found = judged.get(key) ?? judgeDrafts(clauses, assessment);
  judged.set(key, found);
  return found;
}

function addedUp(clauses: Clauses['clauses']): Float64Array {
  const weights = new Float64Array(clauses.length);
  clauses.forEach(({ weight, isAbusive }, at) => {
    const isSame = clauses[at - 1]?.isAbusive === isAbusive;
    weights[at] = weight + (isSame ? (weights[at - 1] ?? 0) : 0);
  });
  return weights;
}
