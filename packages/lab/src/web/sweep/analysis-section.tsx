import { DataTable, Section } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { findMeasure } from '../../harm/all-measures.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { writeLevel, type SweptContext } from './swept-context.ts';

/** What a sampling design tells besides its settings: shares of variance, effects, boxes. */
export function AnalysisSection({ swept }: { readonly swept: SweptContext }) {
  const { sweep, context } = swept;
  const { shares, effects, boxes } = sweep;
  if (shares === undefined && effects === undefined && boxes === undefined) return null;
  return (
    <Section id="analysis" heading={context.say.analysis}>
      <Shares swept={swept} />
      <Effects swept={swept} />
      <Boxes swept={swept} />
    </Section>
  );
}

interface Part {
  readonly swept: SweptContext;
}

function Shares({ swept }: Part) {
  const { context, sweep } = swept;
  const { say, words } = context;
  if (sweep.shares === undefined) return null;
  return byRegime(swept, sweep.shares, {
    caption: say.sharesOf,
    columns: [say.alone, say.withOthers],
    cells: ({ id, first, total }) => [
      swept.factor(id),
      words.percent(first, 1),
      words.percent(total, 1),
    ],
  });
}

function Effects({ swept }: Part) {
  const { context, sweep } = swept;
  const { say, words } = context;
  if (sweep.effects === undefined) return null;
  const write = (value: number): string => figureWriter('index', words).value(value);
  return byRegime(swept, sweep.effects, {
    caption: say.effectsOf,
    columns: [say.effectMean, say.effectSize, say.effectSpread],
    cells: ({ id, mean, size, spread }) => [swept.factor(id), ...[mean, size, spread].map(write)],
  });
}

/** One table for each regime and measure; each row is a factor. */
function byRegime<Told>(
  swept: SweptContext,
  told: Readonly<Record<string, Readonly<Record<string, readonly Told[]>>>>,
  shape: {
    readonly caption: (measure: string, regime: string) => string;
    readonly columns: readonly string[];
    readonly cells: (told: Told) => readonly string[];
  },
): Child {
  const { text, say } = swept.context;
  return swept.regimes.flatMap(({ id: regime, name }) =>
    Object.entries(told[regime] ?? {}).map(([measure, rows]) => {
      const title = findMeasure(measure)?.title ?? { zh: measure, en: measure };
      return (
        <DataTable
          narrow
          caption={shape.caption(text(title), name)}
          columns={[
            { key: 'c0', label: say.practiceItem, heads: true },
            ...shape.columns.map((label, at) => ({
              ...{ key: `c${at + 1}`, label },
              align: 'end' as const,
            })),
          ]}
          rows={rows.map((row) =>
            Object.fromEntries(shape.cells(row).map((cell, at) => [`c${at}`, cell])),
          )}
        />
      );
    }),
  );
}

function Boxes({ swept }: Part) {
  const { context, sweep } = swept;
  const { say, words, language } = context;
  const { boxes } = sweep;
  if (boxes === undefined) return null;
  return (
    <DataTable
      caption={say.boxesOf}
      columns={[
        { key: 'regime', label: say.regime, heads: true },
        { key: 'where', label: say.setting },
        { key: 'density', label: say.boxDensity, align: 'end' },
        { key: 'coverage', label: say.boxCoverage, align: 'end' },
      ]}
      rows={swept.regimes.map(({ id, name }) => {
        const last = boxes[id]?.at(-1);
        if (last === undefined || last.coverage === 0) {
          return { regime: name, where: say.nowhere, density: '—', coverage: '—' };
        }
        const limits = Object.entries(last.limits).map(
          ([factor, { least, most }]) =>
            `${swept.factor(factor)} ${say.fromTo(writeLevel(swept, factor, least), writeLevel(swept, factor, most))}`,
        );
        return {
          ...{ regime: name, where: limits.join(language === 'zh' ? '，' : ', ') },
          ...{ density: words.percent(last.density), coverage: words.percent(last.coverage) },
        };
      })}
    />
  );
}
