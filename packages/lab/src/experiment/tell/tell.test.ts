import { describe, expect, it } from 'vitest';

import { compareRegimes } from '../compare-regimes.ts';
import type { Comparison } from '../comparison.ts';
import { madeUpTeam, variantOf } from '../made-up-team.test-support.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { sentencesOf } from './sentences.ts';
import { panelsOf } from './shown-panel.ts';
import { tellComparison } from './tell-comparison.ts';
import { writeFigure } from './write-figure.ts';

async function compared(replicates = 8): Promise<Comparison> {
  const limits = [
    {
      ...{ measure: 'wrongful-entries', atMost: 1000 },
      ...{ source: { zh: '自定', en: 'our own' }, confidence: 'unverified' as const },
    },
  ];
  const outcome = await compareRegimes(
    [variantOf('strict', 0.05), variantOf('careless', 0.2)],
    { agents: 400, months: 12, seed: 5, replicates },
    { limits, team: madeUpTeam(1) },
  );
  if ('kind' in outcome) throw new Error('It was cancelled.');
  return outcome;
}

describe('a comparison in words', () => {
  it('tells breaches, verdict and harms before any benefit, in both languages', async () => {
    const comparison = await compared();
    const orders = {
      en: [
        'Breaches of guards',
        'Verdict by harm',
        'NOT PROMULGABLE',
        '\nHarms\n',
        'Benefits, beside',
      ],
      zh: ['违反守则之处', '结论：只看损害', '不得颁布', '\n损害\n', '收益（须与上列损害一并看）'],
    };
    for (const tongue of ['en', 'zh'] as const) {
      const text = tellComparison(comparison, tongue);
      const places = orders[tongue].map((heading) => text.indexOf(heading));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('says what differs with its interval, and nothing that is not shown', async () => {
    const comparison = await compared();
    const [pair] = comparison.pairs;
    if (pair === undefined) throw new Error('There is no pair.');
    const sentences = sentencesOf(comparison, pair, 'en');
    expect(sentences[0]).toMatch(
      /^Wrongful entries: 1,\d{3} \[1,\d{3}, 1,\d{3}\] per 10,000 more under careless than under strict\.$/,
    );
    expect(sentences.join('\n')).not.toContain('Violations');
    expect(sentencesOf(comparison, pair, 'zh')[0]).toMatch(
      /^错误列入（每万个主体）：“careless”比“strict”多 1,\d{3}〔1,\d{3}，1,\d{3}〕。$/,
    );
    const turned = {
      ...pair,
      from: pair.to,
      to: pair.from,
      differences: negated(pair.differences),
    };
    expect(sentencesOf(comparison, turned, 'en')[0]).toContain(
      'less under strict than under careless',
    );
  });

  it('says of one replicate that it has no interval, and decides nothing by it', async () => {
    const text = tellComparison(await compared(1), 'en');
    expect(text).toContain('one replicate: no intervals.');
    expect(text).toContain(
      'careless: NOT DECIDED (so not promulgable): more replicates\n      not decided: ',
    );
    expect(text).not.toContain('NOT PROMULGABLE');
    expect(tellComparison(await compared(1), 'zh')).toContain('尚未判定（因此不得颁布）');
    expect(text).toContain('no difference is shown');
  });

  it('has no panel without a harm', async () => {
    const comparison = await compared();
    const measures = comparison.measures.filter(({ side }) => side !== 'harm');
    expect(() => panelsOf({ ...comparison, measures })).toThrow('No harm was measured of "strict"');
  });

  it('gives rows for a table, harms of a regime before its benefits', async () => {
    const rows = comparisonCsv(await compared()).split('\r\n');
    expect(rows[0]).toBe('row,from,regime,side,measure,unit,value,low,high');
    const careless = rows.filter((row) => row.includes(',careless,') && row.startsWith('figure'));
    const sides = careless.map((row) => row.split(',')[3]);
    expect(sides.lastIndexOf('harm')).toBeLessThan(sides.indexOf('benefit'));
    expect(
      rows.some((row) => row.startsWith('difference,strict,careless,harm,wrongful-entries')),
    ).toBe(true);
  });
});

describe('figures', () => {
  it.each([
    [0, 'yuan', '0'],
    [0.012345, 'share', '1.23%'],
    [12.345, 'per-10000', '12.3'],
    [123_456.7, 'yuan', '123,457'],
    [-0.5, 'ratio', '-0.5'],
    [1e-9, 'index', '<0.000001'],
  ] as const)('%d in %s is written %s', (value, unit, expected) => {
    expect(writeFigure(value, unit)).toBe(expected);
  });
});

function negated(differences: Comparison['pairs'][number]['differences']) {
  return Object.fromEntries(
    Object.entries(differences).map(([id, { value, low, high }]) => [
      id,
      { value: -value, low: -high, high: -low },
    ]),
  );
}
