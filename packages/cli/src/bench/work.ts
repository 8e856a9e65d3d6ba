import { performance } from 'node:perf_hooks';

import { rulesOf, runDay } from '@credence/casework';
import { addDays, civilDate, type JsonValue } from '@credence/domain';
import { createRulebook, type Rulebook } from '@credence/rulebook';
import type { Store } from '@credence/store';

import { checkFolder } from '../check-folder.ts';
import type { BenchParts } from '../command/bench.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import { withEmptyStore } from './bench-store.ts';

/** The same number of changes on each of these days, whatever the register's size. */
const changes = 1_000;
const days = 5;
const first = civilDate('2026-06-01');
/** Most that a day in the largest register may cost beside one in the smallest. */
const ratioMax = 1.5;

interface Options {
  readonly url?: string;
  readonly ownerUrl?: string;
  readonly organisations: string;
  readonly format: string;
}

interface DayFigures {
  readonly organisations: number;
  /** Median of the days. */
  readonly dayMs: number;
  readonly microsecondsPerChange: number;
  /** A second run of the same day, which finds nothing. */
  readonly idleMs: number;
}

/** `credence bench work`: the cost of a day with the same changes in registers of several sizes. */
export function addWorkBench({ bench, context, exit }: BenchParts): void {
  const { terminal } = context;
  bench
    .command('work')
    .description('what a day with 1,000 changes costs in registers of several sizes')
    .option('--organisations <numbers>', 'sizes, with commas', '10000,100000,1000000')
    .option(
      '--url <url>',
      'login of the application at an empty PostgreSQL database; one size only',
    )
    .option('--owner-url <url>', 'login that owns the tables of that database')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: Options) => {
      const sizes = sizesOf(options);
      const { editions } = checkFolder(shippedRulebooks);
      const rulebook = createRulebook(editions.filter(({ code }) => laws.has(code)));
      const figures: DayFigures[] = [];
      for (const size of sizes) {
        // Compiled code is warm from the second store on: the first is measured after one of its own.
        if (figures.length === 0 && options.url === undefined) {
          await withEmptyStore(options, (store) => measure(store, rulebook, changes * days));
        }
        const measured = await withEmptyStore(options, (store) => measure(store, rulebook, size));
        figures.push(measured);
        if (options.format !== 'json') line(terminal, textOf(measured));
      }
      const ratio = ratioOf(figures);
      if (options.format === 'json') line(terminal, JSON.stringify({ changes, figures, ratio }));
      else
        line(terminal, `largest register / smallest: ${ratio.toFixed(2)} (wanted <= ${ratioMax})`);
      exit.with(ratio <= ratioMax ? exits.done : exits.refused);
    });
}

const laws = new Set(['cn-2023', 'cn-2026']);

function sizesOf({ organisations, url }: Options): readonly number[] {
  const sizes = organisations.split(',').map(Number);
  if (sizes.some((size) => !Number.isSafeInteger(size) || size < changes * days)) {
    throw new CommandRefusal(
      `--organisations ${organisations}: whole numbers from ${changes * days}, with commas.`,
      exits.wrongUse,
    );
  }
  if (url !== undefined && sizes.length > 1) {
    throw new CommandRefusal(
      'With --url one size at a time: each needs an empty database.',
      exits.wrongUse,
    );
  }
  return sizes;
}

async function measure(store: Store, rulebook: Rulebook, homes: number): Promise<DayFigures> {
  const rules = rulesOf(rulebook);
  await store.admin.fillDays({ homes, duePerDay: changes, dueFrom: first, days, payload, rules });
  await store.admin.tidyUp();
  const spent: number[] = [];
  const idle: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const order = { today: addDays(first, day) };
    const from = performance.now();
    const { done, entries } = await runDay({ work: store.work, rulebook }, order);
    spent.push(performance.now() - from);
    if (done['publicity-ends'] !== changes || entries !== 0) {
      throw new Error(`${done['publicity-ends']} changes done and ${entries} entries seen.`);
    }
    const again = performance.now();
    await runDay({ work: store.work, rulebook }, order);
    idle.push(performance.now() - again);
  }
  const dayMs = middle(spent);
  return {
    organisations: homes,
    dayMs,
    microsecondsPerChange: (dayMs * 1000) / changes,
    idleMs: middle(idle),
  };
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function ratioOf(figures: readonly DayFigures[]): number {
  const bySize = figures.toSorted((a, b) => a.organisations - b.organisations);
  return (bySize.at(-1)?.dayMs ?? 0) / (bySize[0]?.dayMs ?? 1);
}

function textOf({ organisations, dayMs, microsecondsPerChange, idleMs }: DayFigures): string {
  return (
    `${String(organisations).padStart(8)} organisations: a day with ${changes} changes ` +
    `${dayMs.toFixed(0)} ms, ${microsecondsPerChange.toFixed(0)} us a change; ` +
    `the same day again ${idleMs.toFixed(1)} ms`
  );
}

/** A penalty of May 2026, whose own days all lie behind the days that are measured. */
const payload: JsonValue = {
  recordId: 'bench',
  item: 'administrative_penalty',
  edition: 'cn-2026',
  takenInOn: '2026-05-25',
  batchId: 'bench',
  row: 2,
  subject: {
    name: '望澜市青禾机电设备有限公司',
    kind: 'organisation',
    identifiers: [{ scheme: 'uscc', value: '91999999MA3K7T2X0J' }],
  },
  provider: { code: '11999999MB0000019T', name: '望澜市市场监督管理局' },
  document: { number: '望市监罚〔2026〕1号' },
  decidedOn: '2026-05-20',
  service: { kind: 'not-shown' },
  facts: {},
};
