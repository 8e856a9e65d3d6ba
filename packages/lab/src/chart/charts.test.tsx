import { describe, expect, it } from 'vitest';

import type { Estimate } from '../experiment/comparison.ts';
import { DifferenceForest } from './difference-forest.tsx';
import { FactorCurves } from './factor-curves.tsx';
import { FactorMap } from './factor-map.tsx';
import type { FigureTexts } from './figure.tsx';
import { GroupPanels } from './group-panels.tsx';
import { HarmBenefitFrontier, unbeaten } from './harm-benefit-frontier.tsx';
import { carriedBy, LorenzCurve } from './lorenz-curve.tsx';
import { MonthCurves } from './month-curves.tsx';
import { placeLabels } from './place-labels.ts';
import { medianOf, RepairSurvival } from './repair-survival.tsx';
import { scaleOf } from './scale.ts';
import { Tornado } from './tornado.tsx';

const texts: FigureTexts = {
  ...{ id: 'c', title: 'Title <b>', says: 'Says "more" & less', numbers: 'Numbers' },
  nothing: 'Nothing to draw',
};
const nasty = '<script>alert("x")</script> & a name that is long enough to wrap twice on a phone';
const near = (value: number, half = 0): Estimate => ({
  ...{ value, low: value - half, high: value + half },
});
const write = (value: number) => (Number.isFinite(value) ? String(value) : '—');

/** Every chart with the given numbers in it. */
function charts(numbers: readonly number[]): readonly string[] {
  const estimates = numbers.map((value) => near(value, 1));
  const names = numbers.map((_, at) => `${nasty} ${at}`);
  const all = [
    <DifferenceForest
      {...{ texts, names, measure: 'Measure', details: 'Details' }}
      series={numbers.map((_, at) => at)}
      parts={[
        {
          heading: 'Harms',
          rows: numbers.map((value) => ({
            ...{ label: nasty, note: nasty, limit: value, write },
            points: estimates.map((difference) => ({ difference, text: nasty, over: nasty })),
          })),
        },
      ]}
    />,
    <HarmBenefitFrontier
      {...{ texts, regime: 'Rule' }}
      harm={{ title: nasty, write }}
      benefit={{ title: nasty, write }}
      limit={{ at: 3, text: nasty }}
      points={estimates.map((harm, at) => ({
        name: names[at] ?? '',
        short: nasty,
        harm,
        benefit: harm,
      }))}
    />,
    ...furtherCharts(numbers, names),
    ...sweepCharts(numbers, names),
  ];
  return all.map(html);
}

function furtherCharts(numbers: readonly number[], names: readonly string[]): readonly unknown[] {
  return [
    <RepairSurvival
      {...{
        texts,
        months: 'Months',
        share: 'Share',
        watched: 'watched',
        half: 'half',
        never: 'never',
      }}
      {...{ percent: write, number: write }}
      curves={numbers.map((open, at) => ({
        name: names[at] ?? '',
        steps: Number.isFinite(open) ? [{ month: 1, open, atRisk: 3 }] : [],
      }))}
    />,
    <LorenzCurve
      {...{ texts, people: 'People', burden: 'Burden', even: 'Even', percent: write }}
      curves={
        numbers.length === 0 ? [] : [{ name: nasty, shares: numbers.filter(Number.isFinite) }]
      }
    />,
    <Tornado
      {...{ texts, base: 1, axis: { title: nasty, write } }}
      heads={{ label: 'What', atLeast: 'Least', atMost: 'Most' }}
      bars={numbers.map((value, at) => ({
        label: names[at] ?? '',
        atLeast: { setting: nasty, value },
        atMost: { setting: nasty, value: value * 2 },
      }))}
    />,
    <MonthCurves
      {...{ texts, names, months: 'Months', number: write }}
      panels={numbers.length === 0 ? [] : [{ title: nasty, says: nasty, curves: [numbers] }]}
    />,
    <GroupPanels
      {...{ texts, names, write, axis: { title: nasty, write } }}
      heads={{ group: 'G', members: 'M' }}
      panels={
        numbers.length === 0
          ? []
          : [{ title: nasty, rows: [{ label: nasty, members: '3', values: numbers }] }]
      }
    />,
  ];
}

function sweepCharts(numbers: readonly number[], names: readonly string[]): readonly unknown[] {
  return [
    <FactorCurves
      {...{ texts, names }}
      levels={{
        ...{ title: nasty, labels: ['0', '9'], places: [0, 9] },
        axis: { title: nasty, write, scale: scaleOf([0, 9], { exact: true }) },
      }}
      parts={[
        {
          heading: nasty,
          panels:
            numbers.length === 0
              ? []
              : [
                  {
                    ...{ title: nasty, note: nasty, says: nasty, limit: 3, tick: write },
                    estimate: ({ value }) => write(value),
                    curves: numbers.map((value) => [near(value, 1), undefined]),
                  },
                ],
        },
      ]}
    />,
    <FactorMap
      {...{ texts, over: nasty }}
      across={{ title: nasty, labels: numbers.map(write) }}
      upright={{ title: nasty, labels: [nasty] }}
      panels={
        numbers.length === 0
          ? []
          : [
              {
                title: nasty,
                rows: [
                  numbers.map((value) => ({ value, short: write(value), text: nasty, over: true })),
                ],
              },
            ]
      }
    />,
  ];
}

function html(node: unknown): string {
  return String(node);
}

const inputs: readonly (readonly [string, readonly number[]])[] = [
  ['nothing', []],
  ['one point', [2]],
  ['nought', [0]],
  ['several', [1, 5, 3, 2, 8, 13, 21]],
  ['extremes', [-1e250, 1e-250, 1e250]],
  ['what is no number', [Number.NaN, Number.POSITIVE_INFINITY, 1]],
];

describe.each(inputs)('every chart of %s', (_, numbers) => {
  it('is markup without a place that is no number, without script and without inline style', () => {
    for (const markup of charts(numbers)) {
      expect(markup).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)[^"]*"/);
      expect(markup).not.toMatch(/<script|style=|\son\w+=/);
      expect(markup).toContain('&lt;b&gt;');
    }
  });

  it('has its numbers in a table beside it, or says that there are none', () => {
    for (const markup of charts(numbers)) {
      expect(markup.includes('<table')).toBe(!markup.includes('Nothing to draw</p>'));
      if (!markup.includes('<table')) continue;
      expect(markup).toMatch(/role="img"/);
      expect(markup).toContain('<summary>Numbers</summary>');
    }
  });
});

describe('every chart', () => {
  it('has something to say of several numbers, and nothing of none', () => {
    expect(charts([1, 5, 3]).filter((markup) => markup.includes('<table'))).toHaveLength(9);
    expect(charts([]).filter((markup) => markup.includes('<table'))).toHaveLength(0);
  });

  it('tells its series apart by shape and line, not by colour alone', () => {
    const [forest = ''] = charts([1, 2, 3]);
    expect(new Set(forest.match(/lab-mark-\d/g))).toEqual(
      new Set(['lab-mark-0', 'lab-mark-1', 'lab-mark-2']),
    );
    expect(forest).toContain('<circle r="4.5"');
    expect(forest).toContain('<rect x="-4.5"');
  });
});

describe('what the charts compute', () => {
  it('finds the rules that no other one beats on both', () => {
    const point = (name: string, harm: number, benefit: number) => ({
      ...{ name, harm: near(harm), benefit: near(benefit) },
    });
    const points = [point('a', 1, 1), point('b', 3, 5), point('c', 4, 4), point('d', 0, 0)];
    expect(unbeaten(points).map(({ name }) => name)).toEqual(['d', 'a', 'b']);
    expect(unbeaten(points, 'less').map(({ name }) => name)).toEqual(['d']);
  });

  it('finds the month in which half is put right, or that there is none', () => {
    const step = (month: number, open: number) => ({ month, open, atRisk: 1 });
    expect(medianOf([step(1, 0.8), step(4, 0.5), step(6, 0.1)])).toBe(4);
    expect(medianOf([step(1, 0.8)])).toBeUndefined();
    expect(medianOf([])).toBeUndefined();
  });

  it('adds up what the least burdened carry', () => {
    expect(carriedBy([0, 0, 1, 3], 0.75)).toBe(0.25);
    expect(carriedBy([1, 1, 1, 1], 0.3)).toBeCloseTo(0.3, 12);
    expect(carriedBy([], 0.5)).toBe(0);
    expect(carriedBy([0, 0], 1)).toBe(0);
  });

  it('draws an interval and its limit where they are', () => {
    const markup = html(
      <DifferenceForest
        {...{ texts, names: ['a'], series: [1], measure: 'M', details: 'D' }}
        parts={[
          {
            heading: 'H',
            rows: [
              {
                ...{ label: 'L', note: '', limit: 6, write },
                points: [{ difference: { value: 4, low: -2, high: 8 }, text: 't' }],
              },
            ],
          },
        ]}
      />,
    );
    expect(markup).toContain('x1="37.5%" x2="100%"');
    expect(markup).toContain('class="lab-limit" x1="87.5%"');
    expect(markup).toContain('<svg x="75%"');
  });

  it('puts labels beside one another where there is room', () => {
    const at = (x: number, y: number) => ({ x, y, text: 'cn-2026' });
    const places = placeLabels([at(50, 50), at(51, 50), at(98, 50)], 300);
    expect(new Set(places.slice(0, 2).map(({ dy, anchor }) => `${dy}${anchor}`)).size).toBe(2);
    expect(places[2]?.anchor).toBe('end');
    expect(placeLabels([], 300)).toEqual([]);
  });

  it('draws the interval of a series as a band between its ends, and the limit where it is near', () => {
    const curve = [near(2, 1), near(6, 2)];
    const drawn = (limit: number) =>
      html(
        <FactorCurves
          {...{ texts, names: ['a'] }}
          levels={{
            ...{ title: 'F', labels: ['0', '1'], places: [0, 1] },
            axis: { title: 'F', write, scale: scaleOf([0, 1], { exact: true }) },
          }}
          parts={[
            {
              heading: 'Harms',
              panels: [
                {
                  ...{ title: 'M', says: 's', limit, tick: write, curves: [curve] },
                  estimate: ({ value }) => write(value),
                },
              ],
            },
          ]}
        />,
      );
    // From nought to ten: 3 and 8 above, 4 and 1 below.
    expect(drawn(5)).toContain('d="M0 70L100 20L100 60L0 90Z"');
    expect(drawn(5)).toContain('class="lab-limit" x1="0%" x2="100%" y1="50%"');
    expect(drawn(500)).not.toContain('lab-limit');
  });

  it('frames what is over the limit on a map, and shades it by its number from nought', () => {
    const cell = (value: number, over: boolean) => ({
      ...{ value, over, short: write(value), text: `${value} units` },
    });
    const markup = html(
      <FactorMap
        {...{ texts, over: 'over it' }}
        across={{ title: 'A', labels: ['0', '1'] }}
        upright={{ title: 'B', labels: ['x'] }}
        panels={[{ title: 'P', rows: [[cell(1, false), cell(10, true)]] }]}
      />,
    );
    expect(markup.match(/lab-heat-over"/g)).toHaveLength(2);
    expect(markup).toContain('class="lab-heat-0" x="0%"');
    expect(markup).toContain('class="lab-heat-4" x="50%"');
    expect(markup).toContain('P: B x, A 0: 1 units; B x, A 1: 10 units');
    expect(markup).toContain('10 units<b class="lab-over"> over it</b>');
  });
});
