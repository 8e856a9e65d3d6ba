import { performance } from 'node:perf_hooks';

import type { NameKeys } from '@credence/casework';
import { createRandom } from '@credence/domain';
import { createNameKeys, readDictionaries, type NameDictionaries } from '@credence/exchange';

import type { BenchParts } from '../command/bench.ts';
import { exits, line, type Terminal } from '../terminal.ts';
import { measureWay, rounded, type MatchFigures } from './match-figures.ts';
import { measureGuides, type GuideFigures } from './match-guides.ts';
import {
  byComponents,
  byFoldedDistance,
  byFolding,
  byPairs,
  byRawDistance,
} from './match-measures.ts';
import { drawPairs, hardKinds, type LabelledPair } from './match-pairs.ts';

/** Share of hard negatives that may be called the same name. */
const falseMergeTarget = 0.001;
const INDUSTRIES_LEFT = 0.5;
const CITIES_LEFT = 0.6;

export interface MatchReport {
  readonly pairs: number;
  readonly ways: readonly MatchFigures[];
  /** What the verdicts make of pairs of different firms, over all pairs. */
  readonly hardNegatives: number;
  readonly falselySame: number;
  readonly falseMergeRate: number;
  /** True pairs by verdict. */
  readonly trueSame: number;
  readonly trueReview: number;
  readonly trueDifferent: number;
  readonly guides?: readonly GuideFigures[];
}

interface Options {
  readonly seed: string;
  readonly guides?: string;
  readonly format: string;
}

/** `credence bench match`: names compared part by part, beside plain measures of likeness. */
export function addMatchBench({ bench, context, exit }: BenchParts): void {
  const { terminal } = context;
  bench
    .command('match')
    .description('the comparison of names on labelled pairs, beside plain measures of likeness')
    .option('--seed <text>', 'seed of the pairs', 'match')
    .option('--guides <folder>', 'fodors.csv, zagats.csv and their matches, for a smoke test')
    .option('--format <format>', 'text or json', 'text')
    .action(async ({ seed, guides: folder, format }: Options) => {
      const report = measureMatching(seed);
      const guides =
        folder === undefined ? undefined : await measureGuides(folder, createNameKeys());
      const whole = guides === undefined ? report : { ...report, guides };
      if (format === 'json') line(terminal, JSON.stringify(whole));
      else print(terminal, whole);
      exit.with(whole.falseMergeRate < falseMergeTarget ? exits.done : exits.refused);
    });
}

function measureMatching(seed: string): MatchReport {
  const pairs = drawPairs(seed);
  const dictionaries = readDictionaries();
  const nameKeys = createNameKeys({ dictionaries });
  const now = (): number => performance.now();
  const ways = [
    measureWay('equal after folding', pairs, byFolding(nameKeys), now),
    measureWay('Levenshtein, raw', pairs, byRawDistance, now),
    measureWay('Levenshtein, folded', pairs, byFoldedDistance(nameKeys), now),
    measureWay('2-gram Dice, folded', pairs, byPairs(nameKeys), now),
    measureWay('components', pairs, byComponents(nameKeys), now),
    measureWay(
      'components, no words of business',
      pairs,
      byComponents(createNameKeys({ dictionaries: { ...dictionaries, industries: new Map() } })),
      now,
    ),
    measureWay(
      'components, half the words of business, 60 % of the cities',
      pairs,
      byComponents(createNameKeys({ dictionaries: halved(dictionaries, seed) })),
      now,
    ),
  ];
  return { pairs: pairs.length, ways, ...countVerdicts(pairs, nameKeys) };
}

function countVerdicts(
  pairs: readonly LabelledPair[],
  nameKeys: NameKeys,
): Omit<MatchReport, 'pairs' | 'ways' | 'guides'> {
  const hard = new Set<string>(hardKinds);
  const verdicts = pairs.map((pair) => ({
    pair,
    verdict: nameKeys.compare(pair.a, pair.b).verdict,
  }));
  const negatives = verdicts.filter(({ pair }) => hard.has(pair.kind));
  const falselySame = negatives.filter(({ verdict }) => verdict === 'same').length;
  const trueOnes = verdicts.filter(({ pair }) => pair.isSame);
  const countTrue = (wanted: string): number =>
    trueOnes.filter(({ verdict }) => verdict === wanted).length;
  return {
    hardNegatives: negatives.length,
    falselySame,
    falseMergeRate: falselySame / negatives.length,
    trueSame: countTrue('same'),
    trueReview: countTrue('review'),
    trueDifferent: countTrue('different'),
  };
}

/** What a name parser knows that knows less, drawn by the seed. */
function halved(dictionaries: NameDictionaries, seed: string): NameDictionaries {
  const random = createRandom(seed, 'dictionaries');
  const isCity = (code: string): boolean => code.endsWith('00');
  return {
    ...dictionaries,
    industries: new Map([...dictionaries.industries].filter(() => random.chance(INDUSTRIES_LEFT))),
    divisions: dictionaries.divisions.filter(
      ({ code }) => !isCity(code) || random.chance(CITIES_LEFT),
    ),
  };
}

function print(terminal: Terminal, report: MatchReport): void {
  line(
    terminal,
    `${report.pairs} labelled pairs; threshold chosen on one half, figures of the other`,
  );
  line(
    terminal,
    `way: P, R, F1, R at P >= 0.99 | kept apart: ${hardKinds.join(' / ')} | us a pair`,
  );
  for (const each of report.ways) {
    const apart = hardKinds.map((kind) => percent(each.keptApart[kind] ?? 0)).join(' / ');
    const rates = [each.precision, each.recall, each.f1, each.recallAtP99].join(', ');
    line(terminal, `  ${each.way}: ${rates} | ${apart} | ${each.microseconds}`);
  }
  const best = report.ways.find(({ way }) => way === 'components');
  for (const [kind, found] of Object.entries(best?.found ?? {})) {
    line(terminal, `    ${kind}: ${percent(found)} found`);
  }
  line(
    terminal,
    `verdicts on true pairs: ${report.trueSame} same, ${report.trueReview} to review, ` +
      `${report.trueDifferent} different`,
  );
  line(
    terminal,
    `false merges: ${report.falselySame} of ${report.hardNegatives} hard negatives called same ` +
      `(${percent(report.falseMergeRate)}, target < ${percent(falseMergeTarget)})`,
  );
  line(terminal, 'links without an identifier: 0, since no verdict links; see the linking policy');
  if (report.guides === undefined) {
    line(terminal, 'restaurant guides: skipped, give their folder as --guides');
    return;
  }
  line(terminal, 'two restaurant guides (an easy smoke test): pairs said, P, R, F1');
  for (const { way, said, precision, recall, f1 } of report.guides) {
    line(terminal, `  ${way}: ${said}, ${precision}, ${recall}, ${f1}`);
  }
}

function percent(share: number): string {
  return `${rounded(share * 100)} %`;
}
