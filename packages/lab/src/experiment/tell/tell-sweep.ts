import type { Localised } from '@credence/domain';

import type { Judged } from '../expectations.ts';
import type { Sweep, SweepPoint } from '../sweep.ts';
import { panelsOf } from './shown-panel.ts';
import { writeEstimate, writeFigure, writeUnit, type Tongue } from './write-figure.ts';
import { writeTable } from './write-table.ts';

/** An experiment for a terminal: breaches and limits first, then what it was asked, point by point. */
export function tellSweep(sweep: Sweep, tongue: Tongue): string {
  const say = words[tongue];
  const { experiment, plan, regimes, points, asked } = sweep;
  const measures = asked.flatMap((id) => sweep.measures.find((each) => each.id === id) ?? []);
  const ordered = ['harm', 'benefit', 'figure'].flatMap((side) =>
    measures.filter((measure) => measure.side === side),
  );
  const head = [
    `${experiment.id}  ${text(experiment.question, tongue)}`,
    ...(experiment.claim === undefined
      ? []
      : [`  ${experiment.claim.source}: "${experiment.claim.text}"`]),
    say.plan(plan.agents, plan.months, { replicates: plan.replicates, seed: String(plan.seed) }),
  ];
  const breaches = regimes.map(({ id, breaches: held }) => {
    const guards = [...new Set(held.map(({ guard }) => guard))].join(' ');
    return `  ${id}: ${String(held.length)}${guards === '' ? '' : `  ${guards}`}`;
  });
  const tables = ordered.map((measure) => {
    const rows = points.map((point) => [
      `  ${nameOf(point) || say.asItIs}`,
      ...point.outcomes.map(({ estimates, verdict }) => {
        const found = estimates[measure.id] ?? { value: 0, low: 0, high: 0 };
        const isBeyond = verdict.beyond.some((each) => each.measure === measure.id);
        return `${writeEstimate(found, measure.unit, plan.replicates)}${isBeyond ? ' !' : '  '}`;
      }),
    ]);
    const title = `${text(measure.title, tongue)} (${writeUnit(measure.unit, tongue)}, ${say.sides[measure.side]})`;
    return `${title}\n${writeTable([['', ...regimes.map(({ id }) => id)], ...rows])}`;
  });
  return [
    head.join('\n'),
    [say.breaches, ...breaches].join('\n'),
    [say.verdict, ...points.map((point) => `  ${tellLimits(sweep, point, tongue)}`)].join('\n'),
    ...tables,
    ...tellAnalysis(sweep, tongue),
    ...(sweep.expected.length === 0
      ? []
      : [[say.expected, ...sweep.expected.map((each) => tellJudged(each, tongue))].join('\n')]),
    [say.cannotTell, ...sweep.cannotTell.map((each) => `  ${text(each, tongue)}`)].join('\n'),
  ].join('\n\n');
}

/** Which regimes stay within the limits at a point; harms are told before anything else is. */
function tellLimits(sweep: Sweep, point: SweepPoint, tongue: Tongue): string {
  const say = words[tongue];
  const told = panelsOf({ ...sweep, outcomes: point.outcomes }).map(({ regime, verdict }) => {
    const beyond = verdict.beyond.map(({ measure }) => measure).join(' ');
    if (beyond !== '') return `${regime.id}: ! ${beyond}`;
    if (verdict.promulgable) return `${regime.id}: ${say.within}`;
    // A study has no limits, so nothing of it is open either.
    return `${regime.id}: ${verdict.undecided.length > 0 ? say.notShown : say.notJudged}`;
  });
  const name = nameOf(point);
  return `${name === '' ? '' : `${name}  `}${told.join('; ')}`;
}

function tellAnalysis({ shares, effects, boxes }: Sweep, tongue: Tongue): readonly string[] {
  const say = words[tongue];
  const rows = (told: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) =>
    Object.entries(told).flatMap(([regime, byMeasure]) =>
      Object.entries(byMeasure).map(
        ([measure, parts]) => `  ${regime}  ${measure}: ${parts.join('; ')}`,
      ),
    );
  const map = <Value>(
    by: Readonly<Record<string, Readonly<Record<string, readonly Value[]>>>>,
    tell: (value: Value) => string,
  ) =>
    Object.fromEntries(
      Object.entries(by).map(([regime, each]) => [
        regime,
        Object.fromEntries(Object.entries(each).map(([id, all]) => [id, all.map(tell)])),
      ]),
    );
  const write = (value: number): string => writeFigure(value, 'index');
  return [
    ...(shares === undefined
      ? []
      : [
          [
            say.shares,
            ...rows(
              map(shares, ({ id, first, total }) => `${id} ${write(first)} / ${write(total)}`),
            ),
          ].join('\n'),
        ]),
    ...(effects === undefined
      ? []
      : [
          [
            say.effects,
            ...rows(
              map(
                effects,
                ({ id, mean, size, spread }) =>
                  `${id} ${write(mean)} / ${write(size)} / ${write(spread)}`,
              ),
            ),
          ].join('\n'),
        ]),
    ...(boxes === undefined
      ? []
      : [
          [
            say.boxes,
            ...Object.entries(boxes).map(([regime, all]) => {
              const last = all.at(-1);
              if (last === undefined || last.coverage === 0) return `  ${regime}: ${say.nowhere}`;
              const limits = Object.entries(last.limits).map(
                ([id, { least, most }]) => `${id} ${write(least)}-${write(most)}`,
              );
              const found = [last.density, last.coverage].map((share) =>
                writeFigure(share, 'share'),
              );
              return `  ${regime}: ${limits.join(', ')}  (${say.box(found[0] ?? '', found[1] ?? '')})`;
            }),
          ].join('\n'),
        ]),
  ];
}

function tellJudged({ expected, found, holds }: Judged, tongue: Tongue): string {
  const say = words[tongue];
  const { measure, along, regime = '', from = '', to = '', sign, source } = expected;
  const where = along === undefined ? `${from} -> ${to}` : `${regime}, ${along}`;
  const [value, low, high] = [found.value, found.low, found.high].map((each) =>
    writeFigure(each, 'index'),
  );
  return `  ${say.holds[holds]}  ${measure}, ${where}: ${say.signs[sign]} (${source}); ${String(value)} [${String(low)}, ${String(high)}]`;
}

function nameOf({ at }: SweepPoint): string {
  return Object.entries(at)
    .map(([id, value]) => `${id}=${writeFigure(value, 'index')}`)
    .join(' ');
}

function text(localised: Localised, tongue: Tongue): string {
  return localised[tongue] ?? localised.en ?? localised.zh ?? '';
}

interface Sizes {
  readonly replicates: number;
  readonly seed: string;
}

const words = {
  en: {
    plan: (agents: number, months: number, { replicates, seed }: Sizes) =>
      `${String(agents)} synthetic subjects, ${String(months)} months, ${String(replicates)} replicates, seed ${seed}; "!" passes a limit.`,
    breaches: 'Breaches of guards',
    verdict: 'Harms within their limits, whatever the benefit',
    within: 'within',
    notShown: 'NOT DECIDED (so not promulgable): more replicates',
    notJudged: 'not judged by limits',
    asItIs: 'as it is',
    sides: { harm: 'harm', benefit: 'benefit', figure: 'figure' },
    shares: 'Share of the variance by factor: alone / with its company (Sobol)',
    effects: 'Effect of a factor: mean / size / spread (Morris)',
    boxes: 'Where the harm passes its limit',
    nowhere: 'nowhere in these ranges',
    box: (density: string, coverage: string) =>
      `${density} of it beyond, ${coverage} of all that is beyond`,
    expected: 'What sources expect',
    holds: { yes: 'holds', no: 'does not hold', undecided: 'not decided' },
    signs: { more: 'more', less: 'less', same: 'the same' },
    cannotTell: 'It cannot tell',
  },
  zh: {
    plan: (agents: number, months: number, { replicates, seed }: Sizes) =>
      `虚拟主体 ${String(agents)} 个，${String(months)} 个月，重复 ${String(replicates)} 次，种子 ${seed}；“!”为超过上限。`,
    breaches: '违反守则之处',
    verdict: '损害是否在上限之内，不论收益',
    within: '在上限之内',
    notShown: '尚未判定（因此不得颁布）：需增加重复次数',
    notJudged: '不按上限判断',
    asItIs: '照原样',
    sides: { harm: '损害', benefit: '收益', figure: '数字' },
    shares: '各因素所占方差：单独／连同相互作用（索博尔）',
    effects: '各因素的效应：均值／大小／离散（莫里斯）',
    boxes: '损害在何处超过上限',
    nowhere: '在所试范围内未超过',
    box: (density: string, coverage: string) =>
      `其中 ${density} 超过上限，占全部超过者的 ${coverage}`,
    expected: '来源所预期的',
    holds: { yes: '相符', no: '不符', undecided: '未定' },
    signs: { more: '更多', less: '更少', same: '相同' },
    cannotTell: '不能说明的',
  },
} as const;
