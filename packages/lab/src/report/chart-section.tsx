import { Section } from '@credence/pages';

import { HarmBenefitFrontier, unbeaten } from '../chart/harm-benefit-frontier.tsx';
import { MonthCurves } from '../chart/month-curves.tsx';
import { medianOf, RepairSurvival } from '../chart/repair-survival.tsx';
import { isDrawn } from '../chart/scale.ts';
import type { Measure } from '../experiment/comparison.ts';
import { shownObservers } from './observer-words.ts';
import { harmsOf, measuresOf, type StatementContext } from './statement.ts';
import { figureWriter } from './write-figure.ts';

/** Benefit against harm, how long mistakes last, and the months. */
export function ChartSection({ context }: { readonly context: StatementContext }) {
  return (
    <>
      <Section id="frontier" heading={context.say.frontier}>
        <FrontierOf context={context} />
      </Section>
      <Section id="survival" heading={context.say.survival}>
        <SurvivalOf context={context} />
      </Section>
      <Section id="months" heading={context.say.curves}>
        <CurvesOf context={context} />
      </Section>
    </>
  );
}

/** The first harm with a limit that differs from run to run, against the first benefit. */
function FrontierOf({ context }: { readonly context: StatementContext }) {
  const { say, told, words, parts, text } = context;
  const { comparison } = parts;
  const harms = harmsOf(comparison);
  const varies = ({ id }: Measure) =>
    told.some(({ outcome }) => outcome.estimates[id]?.low !== outcome.estimates[id]?.high);
  const limitOf = (id: string) => comparison.limits.find(({ measure }) => measure === id);
  const harm = harms.limited.find(varies) ?? harms.limited[0] ?? harms.open[0];
  const benefit = measuresOf(comparison, 'benefit')[0];
  if (harm === undefined || benefit === undefined) return <p>{say.nothing}</p>;
  const points = told.flatMap(({ name, regime, outcome }) => {
    const found = [outcome.estimates[harm.id], outcome.estimates[benefit.id]] as const;
    const [x, y] = found;
    if (x === undefined || y === undefined) return [];
    return [{ name, short: regime.id, harm: x, benefit: y }];
  });
  const writers = [figureWriter(harm.unit, words), figureWriter(benefit.unit, words)] as const;
  const limit = limitOf(harm.id);
  const benefitBetter = benefit.better === 'less' ? 'less' : 'more';
  const drawn = points.filter((point) => isDrawn(point.harm.value) && isDrawn(point.benefit.value));
  return (
    <HarmBenefitFrontier
      texts={{
        id: 'frontier-chart',
        title: `${text(benefit.title)} / ${text(harm.title)}`,
        says: say.frontierSays(words.list(unbeaten(drawn, benefitBetter).map(({ name }) => name))),
        note: say.frontierNote,
        ...{ numbers: say.numbers, nothing: say.nothing },
      }}
      regime={say.regime}
      harm={{ title: writers[0].axis(text(harm.title)), write: writers[0].tick }}
      benefit={{
        title: [writers[1].axis(text(benefit.title)), say.betterWays[benefit.better]].join(
          separator(context),
        ),
        write: writers[1].tick,
      }}
      benefitBetter={benefitBetter}
      points={points}
      {...(limit === undefined
        ? {}
        : { limit: { at: limit.atMost, text: say.limitText(writers[0].value(limit.atMost)) } })}
    />
  );
}

function SurvivalOf({ context }: { readonly context: StatementContext }) {
  const { say, told, words } = context;
  // Where nobody was watched there is no share of anything.
  const curves = told.map(({ name, outcome }) => ({
    name,
    steps: outcome.untilRepair.filter(({ atRisk }) => atRisk > 0),
  }));
  const said = curves
    .filter(({ steps }) => steps.length > 0)
    .map(({ name, steps }) => {
      const median = medianOf(steps);
      return median === undefined
        ? say.survivalNever(name)
        : say.survivalOf(name, words.number(median));
    });
  return (
    <RepairSurvival
      texts={{
        id: 'survival-chart',
        title: say.survivalShare,
        says: said.length === 0 ? '' : say.survivalSays(said.join(separator(context))),
        note: say.survivalNote,
        ...{ numbers: say.numbers, nothing: say.nothing, elsewhere: say.elsewhere },
      }}
      curves={curves}
      months={say.survivalMonths}
      share={say.survivalShare}
      watched={say.watched}
      half={say.half}
      never={say.never}
      percent={(ratio) => words.percent(ratio)}
      number={(value) => words.number(value)}
    />
  );
}

function CurvesOf({ context }: { readonly context: StatementContext }) {
  const { say, told, words, text } = context;
  const number = (value: number) => figureWriter('index', words).value(value);
  return (
    <MonthCurves
      texts={{
        id: 'curves',
        title: say.curvesTitle,
        says: say.curvesSays,
        ...{ numbers: say.numbers, nothing: say.nothing, elsewhere: say.elsewhere },
      }}
      names={told.map(({ name }) => name)}
      months={say.months}
      number={number}
      panels={shownObservers.map(([observer, title]) => {
        const curves = told.map(({ outcome }) => outcome.curves[observer] ?? []);
        const last = told.map(
          ({ name }, at) => `${name} ${number(curves[at]?.at(-1) ?? Number.NaN)}`,
        );
        return { title: text(title), says: say.curveSays(last.join(separator(context))), curves };
      })}
    />
  );
}

export function separator({ words }: Pick<StatementContext, 'words'>): string {
  return words.language === 'zh' ? '；' : '; ';
}
