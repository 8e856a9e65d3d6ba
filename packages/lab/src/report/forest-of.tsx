import { DifferenceForest, type ForestRow } from '../chart/difference-forest.tsx';
import type { Estimate, Measure } from '../experiment/comparison.ts';
import { harmsOf, measuresOf, type StatementContext } from './statement.ts';
import { figureWriter } from './write-figure.ts';

const unknown: Estimate = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** Every regime against the baseline, measure by measure. */
export function ForestOf({ context }: { readonly context: StatementContext }) {
  const { say, told, baseline, words, parts, about } = context;
  const others = told.filter(({ pair }) => pair !== undefined);
  const signs = parts.comparison.measures.map((measure) =>
    signOf(measure, about.pair?.differences[measure.id]),
  );
  const count = (sign: Sign) => words.number(signs.filter((each) => each === sign).length);
  const { limited, open } = harmsOf(parts.comparison);
  const rows = (measures: readonly Measure[]) => measures.map((each) => rowOf(context, each));
  return (
    <DifferenceForest
      texts={{
        id: 'forest',
        title: say.forest(baseline.name),
        says: say.forestSays(count('better'), count('worse'), count('open')),
        note: say.forestNote,
        numbers: say.numbers,
        nothing: say.nothing,
      }}
      names={others.map(({ name }) => name)}
      series={others.map(({ series }) => series)}
      measure={say.measure}
      details={say.baselineAnd}
      parts={[
        { heading: say.harms, rows: rows(limited.length > 0 ? limited : open) },
        { heading: say.benefits, rows: rows(measuresOf(parts.comparison, 'benefit')) },
      ]}
    />
  );
}

function rowOf(context: StatementContext, measure: Measure): ForestRow {
  const { say, told, baseline, words, text, parts } = context;
  const writer = figureWriter(measure.unit, words);
  const base = baseline.outcome.estimates[measure.id] ?? unknown;
  const limit = parts.comparison.limits.find((each) => each.measure === measure.id);
  const notes = [
    ...(measure.better === 'neither' ? [] : [say.betterWays[measure.better]]),
    say.inBaseline(writer.value(base.value)),
    ...(limit === undefined ? [] : [say.limitAt(writer.value(limit.atMost))]),
  ];
  return {
    label: text(measure.title),
    note: notes.join(words.language === 'zh' ? '，' : ', '),
    ...(limit === undefined ? {} : { limit: limit.atMost - base.value }),
    write: writer.change,
    points: told
      .filter(({ pair }) => pair !== undefined)
      .map(({ pair, outcome }) => {
        const difference = pair?.differences[measure.id] ?? unknown;
        const over = outcome.verdict.beyond.some((each) => each.measure === measure.id);
        return {
          ...{ difference, text: writer.difference(difference) },
          ...(over ? { over: say.limitPassed } : {}),
        };
      }),
  };
}

type Sign = 'better' | 'worse' | 'open' | 'neither';

/** Which way a difference goes for those concerned; open where its interval holds nought. */
function signOf({ better }: Measure, difference: Estimate | undefined): Sign {
  if (better === 'neither' || difference === undefined || Number.isNaN(difference.value)) {
    return 'neither';
  }
  if (difference.low <= 0 && difference.high >= 0) return 'open';
  return difference.value < 0 === (better === 'less') ? 'better' : 'worse';
}
