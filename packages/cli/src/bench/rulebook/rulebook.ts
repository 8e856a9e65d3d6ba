import { join } from 'node:path';

import { shippedRulebooks } from '../../rulebook-folder.ts';
import { CommandRefusal, exits, line, type Terminal } from '../../terminal.ts';
import type { BenchParts } from '../../command/bench.ts';
import { generateRegister, type Register } from './generate-register.ts';
import { runByHand } from './hand-written.ts';
import {
  measureColumns,
  measureForecast,
  type ColumnFigures,
  type ForecastFigures,
} from './measure-columns.ts';
import { measureDays, type DayFigures } from './measure-day.ts';
import { measureClosures, measurePeers, type EngineFigures } from './measure-engines.ts';
import { measureLoading, type LoadingFigures } from './measure-loading.ts';

/** What the results must be for this many organisations, whatever the machine. */
const expected = {
  organisations: 100_000,
  records: 499_844,
  grades: { A: 70_082, B: 24_264, C: 1_669, D: 3_985 },
};

/** Sizes of programs that are measured, up to the one asked for. */
const ruleCounts = [20, 200, 1_000];

/** Programs of many rules run over this many organisations at most. */
const manyRulesMax = 100_000;
const forecastMax = 1_000;
const closuresMax = 20_000;
/** Registers in which the same 1,000 organisations are due on a day. */
const daySizes = [10_000, 100_000, 1_000_000];

interface RulebookBenchOptions {
  readonly organisations: string;
  readonly rules: string;
  readonly peers?: string;
  readonly format: string;
}

/** Everything `credence bench rulebook` measures; times are milliseconds of processor time. */
export interface RulebookFigures {
  readonly organisations: number;
  readonly records: number;
  readonly grades: Readonly<Record<string, number>>;
  readonly columns: readonly ColumnFigures[];
  readonly engines: readonly (EngineFigures & { readonly timesSlowerThanColumns: number })[];
  readonly absent: readonly string[];
  readonly forecast: ForecastFigures;
  readonly days: readonly DayFigures[];
  readonly loading: LoadingFigures;
  /** Each figure to reach, by name: what was found, and whether it was reached. */
  readonly reached: Readonly<Record<string, { readonly found: number; readonly ok: boolean }>>;
}

/** `credence bench rulebook`: compiled rules against a loop by hand and against other engines. */
export function addRulebookBench({ bench, context, exit }: BenchParts): void {
  bench
    .command('rulebook')
    .description('evaluate rules for invented organisations, against other engines on this machine')
    .option('--organisations <number>', 'organisations of the register', '1000000')
    .option('--rules <number>', 'measure programs of up to 20, 200 or 1000 rules', '1000')
    .option('--peers <folder>', 'folder with a node_modules of further engines to compare with')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: RulebookBenchOptions) => {
      const { terminal } = context;
      const figures = await measureRulebook(options, (text) => terminal.err(`${text}\n`));
      if (options.format === 'json') line(terminal, JSON.stringify(figures, null, 2));
      else writeFigures(terminal, figures);
      const all = Object.values(figures.reached).every(({ ok }) => ok);
      exit.with(all ? exits.done : exits.refused);
    });
}

async function measureRulebook(
  options: RulebookBenchOptions,
  say: (text: string) => void,
): Promise<RulebookFigures> {
  assertExpectedGrades();
  // First, since law that does not load ends the benchmark.
  const loading = await measureLoading(join(shippedRulebooks, 'cn-2023'));
  const organisations = wholeNumber('--organisations', options.organisations);
  const most = wholeNumber('--rules', options.rules);
  const register = generateRegister(organisations);
  const small = organisations > manyRulesMax ? generateRegister(manyRulesMax) : register;
  const columns: ColumnFigures[] = [];
  for (const rules of ruleCounts.filter((count) => count <= most)) {
    columns.push(await measureColumns(rules === 20 ? register : small, rules));
  }
  const [first] = columns;
  if (first === undefined) throw new CommandRefusal('--rules must be 20 or more.', exits.wrongUse);
  const closures = await measureClosures(register, closuresMax);
  const { engines, absent } = await measurePeers(register, options.peers);
  for (const name of absent) say(`NOT MEASURED: ${name} is not installed; see --peers.`);
  const each = (first.columnsMs / organisations) * 1000;
  const forecast = await measureForecast(register, Math.min(forecastMax, organisations));
  const days = await measureDays(daySizes.filter((size) => size <= organisations));
  const compared = [...closures, ...engines].map((engine) => ({
    ...engine,
    timesSlowerThanColumns: engine.microsecondsEach / each,
  }));
  const differing = [...columns, ...compared, forecast].filter((found) => found.mismatches > 0);
  if (differing.length > 0) {
    throw new Error(`Results differ, so no time counts: ${JSON.stringify(differing)}`);
  }
  const { records } = register;
  const measured = { organisations, records, grades: gradesOf(register), columns, absent };
  const figures = { ...measured, engines: compared, forecast, days, loading };
  return { ...figures, reached: toReached(figures) };
}

/** The figures to reach; a peer that is not there has none. */
function toReached(figures: Omit<RulebookFigures, 'reached'>): RulebookFigures['reached'] {
  const { columns, engines, forecast, loading } = figures;
  const timeOf = (name: string): number =>
    engines.find(({ engine }) => engine === name)?.microsecondsEach ?? NaN;
  const slower = (names: readonly string[]): number =>
    Math.min(
      ...engines
        .filter(({ engine }) => names.includes(engine))
        .map(({ timesSlowerThanColumns }) => timesSlowerThanColumns),
    );
  const atLeast = (found: number, bar: number) => ({ found, ok: found >= bar });
  const atMost = (found: number, bar: number) => ({ found, ok: found <= bar });
  const plain = timeOf('closures');
  return {
    'share of the loop by hand, 0.70 or more': atLeast(columns[0]?.shareOfByHand ?? NaN, 0.7),
    'times faster than the nearest CEL engine, 100 or more': atLeast(
      slower(['@marcbachmann/cel-js', '@bufbuild/cel']),
      100,
    ),
    'times faster than json-rules-engine and ZEN, 500 or more': atLeast(
      slower(['json-rules-engine', '@gorules/zen-engine']),
      500,
    ),
    'trace against plain closures, 5 times or less': atMost(
      timeOf('closures with trace') / plain,
      5,
    ),
    'exits against plain closures, 25 times or less': atMost(
      timeOf('closures with exits') / plain,
      25,
    ),
    'next change against day by day, 12 times or more': atLeast(forecast.timesFaster, 12),
    'milliseconds for 5,000 expressions, below 1,500': atMost(loading.checkExpressionsMs, 1_500),
    'milliseconds for 300 cards of YAML, below 1,000': atMost(loading.fromYamlMs, 1_000),
    'milliseconds for their JSON, below 100': atMost(loading.fromJsonMs, 100),
  };
}

/** The benchmark is the one it says it is, or nothing is measured. */
function assertExpectedGrades(): void {
  const register = generateRegister(expected.organisations);
  const found = { records: register.records, grades: gradesOf(register) };
  const { records, grades } = expected;
  if (JSON.stringify(found) !== JSON.stringify({ records, grades })) {
    throw new Error(`The generated register is another one: ${JSON.stringify(found)}`);
  }
}

/** How many organisations the loop by hand puts into each grade. */
export function gradesOf(register: Register): Readonly<Record<'A' | 'B' | 'C' | 'D', number>> {
  const { organisations } = register;
  const results = new Int32Array(organisations);
  runByHand(register, results, { from: 0, to: organisations });
  const counts = [0, 0, 0, 0];
  for (const result of results) counts[result & 3] = (counts[result & 3] ?? 0) + 1;
  const [A = 0, B = 0, C = 0, D = 0] = counts;
  return { A, B, C, D };
}

function writeFigures(terminal: Terminal, figures: RulebookFigures): void {
  const { organisations, records, columns, engines, forecast, days, loading } = figures;
  line(terminal, `${organisations} organisations, ${records} records, processor time`);
  for (const { rules, organisations: count, columnsMs, byHandMs, shareOfByHand } of columns) {
    const times = `columns ${columnsMs.toFixed(1)} ms, by hand ${byHandMs.toFixed(1)} ms`;
    line(terminal, `${rules} rules, ${count}: ${times}, share ${shareOfByHand.toFixed(2)}`);
  }
  for (const each of engines) {
    const { engine, version, microsecondsEach, timesSlowerThanColumns, note } = each;
    const time = `${microsecondsEach.toFixed(1)} us each on ${each.organisations}`;
    const slower = `${timesSlowerThanColumns.toFixed(0)} times slower`;
    line(terminal, `${engine} ${version}: ${time}, ${slower} (${note})`);
  }
  const perSecond = Math.round(forecast.organisationsPerSecond);
  line(terminal, `next change: ${perSecond} organisations a second, months`);
  for (const { organisations: size, due, dayMs } of days) {
    line(terminal, `a day with ${due} due among ${size}: ${dayMs.toFixed(1)} ms`);
  }
  for (const [name, value] of Object.entries(loading)) line(terminal, `${name}: ${String(value)}`);
  for (const [name, { found, ok }] of Object.entries(figures.reached)) {
    line(terminal, `${ok ? 'reached' : 'MISSED '}  ${name}: ${found.toFixed(2)}`);
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new CommandRefusal(`${option} ${text} is no whole number above 0.`, exits.wrongUse);
}
