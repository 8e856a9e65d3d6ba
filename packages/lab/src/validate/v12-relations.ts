import { inspectionModel } from '../models/inspection-model.ts';
import { screeningModel } from '../models/screening-model.ts';
import { bySize, meanOf, runFor, type Check, type Effort, type Figure } from './check.ts';
import { worldRelations } from './world-relations.ts';

/** What must hold whatever the figures are. */
export const relationsCheck: Check = {
  id: 'V12',
  title: { zh: '不论数值如何都应成立的关系', en: 'Relations that hold whatever the figures' },
  cannotTell: {
    zh: '关系成立并不说明数值本身正确。',
    en: 'Whether a figure is right: only that figures agree with one another.',
  },
  async run(effort) {
    return {
      kind: 'ran',
      figures: [
        ...(await withoutErrors(effort)),
        await withoutFine(effort),
        await relabelled(effort),
        ...(await sameBytes(effort)),
        ...(await kernels(effort)),
        ...(await worldRelations(effort)),
      ],
    };
  },
};

async function withoutErrors(effort: Effort): Promise<Figure[]> {
  const parameters = { falsePositive: 0 };
  const plan = { agents: 50_000, months: 1, parameters };
  const { series } = await runFor(screeningModel, effort, plan);
  return [equal('no error, no wrongful listing', series.wrongly[0] ?? -1, 0)];
}

async function withoutFine(effort: Effort): Promise<Figure> {
  const plan = { agents: 20_000, months: 12, parameters: { fine: 0 } };
  const { series } = await runFor(inspectionModel, effort, plan);
  return equal('no fine, nobody deterred', series.violations[11] ?? -1, 20_000);
}

/** Two groups of different error burden, called by each other's name. */
async function relabelled(effort: Effort): Promise<Figure> {
  const gap = async (label: number): Promise<number> => {
    const parameters = { prevalence: 0.02, prevalenceOther: 0.05, share: 0.3, relabelled: label };
    const plan = { agents: 50_000, months: 1, parameters };
    const { series } = await runFor(screeningModel, effort, plan);
    const [listed = 0, size = 0] = [series.listedInZero[0], series.sizeOfZero[0]];
    const all = (series.rightly[0] ?? 0) + (series.wrongly[0] ?? 0);
    return Math.abs(listed / size - (all - listed) / (50_000 - size));
  };
  return equal('groups relabelled, same disparity', await gap(1), await gap(0));
}

async function sameBytes(effort: Effort): Promise<Figure[]> {
  const plan = { agents: bySize(effort, 10_000, 100_000), months: 24 };
  const other = effort.wrong?.['replicateOfTwo'] ?? 0;
  const one = await runFor(inspectionModel, effort, plan);
  const two = await runFor(inspectionModel, effort, { ...plan, threads: 2, replicate: other });
  const again = await runFor(inspectionModel, effort, { ...plan, replicate: other });
  return [
    equal(
      'one thread and two: values that differ',
      differing(one.columns.left, two.columns.left),
      0,
    ),
    equal(
      'a regime against itself: difference of violations',
      sum(again.series.violations) - sum(one.series.violations),
      0,
    ),
  ];
}

/** A fine so low that even the listed violate: what happens in a state's last month must be seen. */
const LOW_FINE = 1.5;

/** Replicates of both kernels, each with luck of its own: the means differ by three standard errors at most. */
async function kernels(effort: Effort): Promise<Figure[]> {
  const sizes = { agents: bySize(effort, 2000, 20_000), months: bySize(effort, 36, 60) };
  const plan = { ...sizes, parameters: { fine: LOW_FINE } };
  const extra = effort.wrong?.['chanceOfEvents'];
  const differences = { violations: [] as number[], listed: [] as number[] };
  for (let replicate = 0; replicate < bySize(effort, 10, 30); replicate += 1) {
    const monthly = await runFor(inspectionModel, effort, { ...plan, replicate });
    const events = await runFor(inspectionModel, effort, {
      ...{ ...plan, replicate: replicate + 1000, kernel: 'events' },
      ...(extra !== undefined && { parameters: { fine: LOW_FINE, chance: extra } }),
    });
    for (const name of ['violations', 'listed'] as const) {
      const size = plan.agents * plan.months;
      differences[name].push((sum(events.series[name]) - sum(monthly.series[name])) / size);
    }
  }
  return (['violations', 'listed'] as const).map((name) => {
    const { mean, error } = meanOf(differences[name]);
    return {
      ...{ name: `event kernel less monthly kernel, ${name} per agent and month`, rule: 'near' },
      ...{ found: mean, reference: 0, within: 3 * error },
    };
  });
}

function differing(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, value, index) => count + (value === b[index] ? 0 : 1), 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function equal(name: string, found: number, reference: number): Figure {
  return { name, found, reference, within: 0, rule: 'equal' };
}
