import { performance } from 'node:perf_hooks';

import type { HomeRows, NameKeys } from '@credence/casework';
import { createRandom, type CivilDate } from '@credence/domain';
import { createNameKeys } from '@credence/exchange';
import type { Store } from '@credence/store';

import type { BenchParts } from '../command/bench.ts';
import { startProgress } from '../progress.ts';
import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import { withEmptyStore } from './bench-store.ts';
import { benchSubject, type BenchSubject } from './names/subject.ts';
import { percentilesOf } from './percentiles.ts';
import {
  meetsTargets,
  type BroadFigures,
  type ClassFigures,
  type SearchFigures,
} from './search-figures.ts';
import { broadQueries, createOracle, type OracleAnswer } from './search-oracle.ts';
import { queryClasses, type LabelledQuery } from './search-queries.ts';
import { printSearch } from './search-report.ts';

/** Only queries that at most so many subjects answer are asked for the first ten hits. */
const answersAtMost = 10;
const firstHits = 10;
const pageSize = 20;
const subjectsPerStep = 2_000;
/** Queries are drawn this many times over, since many of them prove too broad. */
const drawnOver = 8;

interface Options {
  readonly url?: string;
  readonly ownerUrl?: string;
  readonly names: string;
  readonly queries: string;
  readonly seed: string;
  readonly format: string;
}

interface Asked {
  readonly query: LabelledQuery;
  readonly homes: string[];
}

/** `credence bench search`: recall, order and speed of the search over invented names. */
export function addSearchBench({ bench, context, exit }: BenchParts): void {
  const { terminal } = context;
  bench
    .command('search')
    .description('recall, order and speed of the search over invented names')
    .option('--names <number>', 'organisations in the register', '1000000')
    .option('--queries <number>', 'labelled queries of each class', '100')
    .option('--seed <text>', 'seed of names and queries', 'search')
    .option('--url <url>', 'login of the application at an empty PostgreSQL database')
    .option('--owner-url <url>', 'login that owns the tables of that database')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: Options) => {
      const subjects = Number(options.names);
      const queries = Number(options.queries);
      if (!Number.isInteger(subjects) || subjects < 1 || !Number.isInteger(queries)) {
        throw new CommandRefusal('--names and --queries are whole numbers.', exits.wrongUse);
      }
      const figures = await withEmptyStore(options, (store) =>
        measureSearch(store, { subjects, queries, seed: options.seed, terminal }),
      );
      if (options.format === 'json') line(terminal, JSON.stringify(figures));
      else printSearch(terminal, figures);
      exit.with(meetsTargets(figures) ? exits.done : exits.refused);
    });
}

async function measureSearch(
  store: Store,
  order: {
    readonly subjects: number;
    readonly queries: number;
    readonly seed: string;
    readonly terminal: Terminal;
  },
): Promise<SearchFigures> {
  const nameKeys = createNameKeys();
  const asked = drawQueries(order);
  const started = performance.now();
  const oracle = await load(store, { ...order, nameKeys, asked });
  const loadSeconds = Math.round((performance.now() - started) / 1_000);
  const today = '2026-06-01' as CivilDate;
  const ask = async (text: string, limit: number) => {
    const begun = performance.now();
    const found = await store.register.searchNames(nameKeys.foldQuery(text), {
      today,
      limit,
      offset: 0,
    });
    return { found, milliseconds: performance.now() - begun };
  };
  // A server answers from memory after its first questions, and so it does here.
  for (const { text } of oracle.slice(0, 10)) await ask(text, pageSize);
  const classes = await measureClasses(asked, order.queries, ask);
  const broad: BroadFigures[] = [];
  for (const answer of oracle) {
    const { milliseconds } = await ask(answer.text, pageSize);
    const { found } = await ask(answer.text, answer.homes.length + 1);
    const isAsOracle =
      found.total === answer.homes.length &&
      found.more === answer.matches > answer.homes.length &&
      found.hits.every(({ home }, index) => home === answer.homes[index]);
    broad.push({ text: answer.text, matches: answer.matches, isAsOracle, milliseconds });
  }
  const labelled = classes.flatMap(({ milliseconds }) => milliseconds);
  const broadTimes = broad.map(({ milliseconds }) => milliseconds);
  return {
    engine: store.engine,
    subjects: order.subjects,
    loadSeconds,
    classes: classes.map(({ figures }) => figures),
    broad,
    labelled: percentilesOf(labelled),
    broadTimes: percentilesOf(broadTimes),
    all: percentilesOf([...labelled, ...broadTimes]),
    sizes: await store.admin.measureNames(),
  };
}

/** Queries of every class, drawn from subjects anywhere in the register. */
function drawQueries(order: {
  readonly subjects: number;
  readonly queries: number;
  readonly seed: string;
}): readonly Asked[] {
  return queryClasses.flatMap((queryClass) => {
    const random = createRandom(order.seed, 'queries', queryClass.kind);
    const wanted = order.queries * drawnOver;
    const drawn: Asked[] = [];
    for (let attempt = 0; drawn.length < wanted && attempt < wanted * 100; attempt += 1) {
      const subject = benchSubject(order.seed, random.below(order.subjects));
      const query = queryClass.draw(subject, random);
      if (query !== undefined) drawn.push({ query, homes: [] });
    }
    return drawn;
  });
}

/** Fills the projections, and looks at every name on the way for what the queries should find. */
async function load(
  store: Store,
  order: {
    readonly subjects: number;
    readonly seed: string;
    readonly terminal: Terminal;
    readonly nameKeys: NameKeys;
    readonly asked: readonly Asked[];
  },
): Promise<readonly OracleAnswer[]> {
  const oracle = createOracle(broadQueries, order.nameKeys);
  const expectations = indexOf(order.asked);
  const progress = startProgress(order.terminal, 'names', order.subjects);
  for (let from = 0; from < order.subjects; from += subjectsPerStep) {
    const rows = new Map<string, HomeRows>();
    for (let at = from; at < Math.min(from + subjectsPerStep, order.subjects); at += 1) {
      const subject = benchSubject(order.seed, at);
      const ofHome = rowsOf(subject, order.nameKeys);
      rows.set(subject.home, ofHome);
      oracle.look(ofHome.names);
      expect(subject, expectations);
    }
    await store.admin.fillRegister(rows);
    progress.advance(from + rows.size);
  }
  await store.admin.tidyUp();
  progress.end();
  return oracle.answers();
}

function rowsOf({ home, code, name, former }: BenchSubject, nameKeys: NameKeys): HomeRows {
  const names = former === undefined ? [name] : [name, former];
  return {
    subject: { home, registered: true },
    identifiers: [{ scheme: 'uscc', value: code }],
    names: names.map((each) => ({ home, name: each, ...nameKeys.fold(each) })),
    recordKeys: [],
    batches: [],
  };
}

/** Queries by class and bucket, so that each name is held against the few that may be for it. */
function indexOf(asked: readonly Asked[]): ReadonlyMap<string, ReadonlyMap<string, Asked[]>> {
  const byKind = new Map<string, Map<string, Asked[]>>();
  for (const each of asked) {
    const { kind, bucket } = each.query;
    const buckets = byKind.get(kind) ?? new Map<string, Asked[]>();
    byKind.set(kind, buckets);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), each]);
  }
  return byKind;
}

function expect(
  subject: BenchSubject,
  expectations: ReadonlyMap<string, ReadonlyMap<string, Asked[]>>,
): void {
  for (const queryClass of queryClasses) {
    const buckets = expectations.get(queryClass.kind);
    if (buckets === undefined) continue;
    for (const bucket of queryClass.bucketsOf(subject)) {
      for (const { query, homes } of buckets.get(bucket) ?? []) {
        if (homes.length <= answersAtMost && query.satisfies(subject)) homes.push(subject.home);
      }
    }
  }
}

async function measureClasses(
  asked: readonly Asked[],
  queries: number,
  ask: (
    text: string,
    limit: number,
  ) => Promise<{
    readonly found: { readonly hits: readonly { readonly home: string }[] };
    readonly milliseconds: number;
  }>,
): Promise<readonly { readonly figures: ClassFigures; readonly milliseconds: number[] }[]> {
  const measured = [];
  for (const { kind } of queryClasses) {
    const narrow = asked.filter(
      ({ query, homes }) =>
        query.kind === kind && homes.length > 0 && homes.length <= answersAtMost,
    );
    const milliseconds: number[] = [];
    const missed: string[] = [];
    let recall = 0;
    const used = narrow.slice(0, queries);
    for (const { query, homes } of used) {
      const { found, milliseconds: took } = await ask(query.text, pageSize);
      milliseconds.push(took);
      const first = new Set(found.hits.slice(0, firstHits).map(({ home }) => home));
      const hit = homes.filter((home) => first.has(home)).length / homes.length;
      recall += hit;
      if (hit < 1 && missed.length < 5) missed.push(query.text);
    }
    const figures = {
      kind,
      queries: used.length,
      recall: used.length === 0 ? 1 : Math.round((recall / used.length) * 10_000) / 10_000,
      times: percentilesOf(milliseconds),
      missed,
    };
    measured.push({ figures, milliseconds });
  }
  return measured;
}
