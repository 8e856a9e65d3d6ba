import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRandom } from '@credence/domain';
import type { Portal } from '@credence/portal';
import { openBareReads, type BareReads } from '@credence/store';

import type { BenchParts } from '../command/bench.ts';
import { demoDefaults, demoRegisterName, fillDemo } from '../command/demo.ts';
import { openSystem } from '../system.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';

/** What the figures have to reach, on PostgreSQL. */
const targets = { api: 0.15, page: 0.08 } as const;

interface Options {
  readonly url?: string;
  readonly ownerUrl?: string;
  readonly organisations: string;
  readonly seconds: string;
  readonly concurrency: string;
  readonly format: string;
}

/** `credence bench read`: an organisation by the API and as a page, against bare reads of its rows. */
export function addReadBench({ bench, context, exit }: BenchParts): void {
  bench
    .command('read')
    .description('an organisation by API and page against bare reads of its rows by primary key')
    .option('--url <url>', 'login of the application at an empty PostgreSQL database')
    .option('--owner-url <url>', 'login that owns the tables of that database')
    .option('--organisations <number>', 'size of the city', '2000')
    .option('--seconds <number>', 'how long each of the three runs in each round', '3')
    .option('--concurrency <number>', 'reads under way at a time', '8')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: Options) => {
      if (options.url === undefined || options.ownerUrl === undefined) {
        const text =
          'bench read measures a PostgreSQL server: give --url and --owner-url of an empty database.';
        throw new CommandRefusal(text, exits.wrongUse);
      }
      const { url: databaseUrl, ownerUrl } = options;
      const dataFolder = mkdtempSync(join(tmpdir(), 'credence-bench-'));
      const environment = { ...context.environment, dataFolder, databaseUrl, ownerUrl };
      const system = await openSystem(environment);
      const bare = openBareReads(databaseUrl);
      try {
        if ((await system.store.journal.head()).position > 0) {
          throw new CommandRefusal('The database holds entries; give an empty one.', exits.refused);
        }
        await fillDemo({ ...context, environment }, system.casework, {
          folder: join(dataFolder, 'demo'),
          organisations: Number(options.organisations),
          seed: demoDefaults.seed,
        });
        const { createPortal } = await import('@credence/portal');
        const portal = createPortal({
          services: system.casework,
          registerName: demoRegisterName,
          clock: system.clock,
        });
        const result = await measure({ bare, portal, options });
        if (options.format === 'json') line(context.terminal, JSON.stringify(result));
        else print(result, (text) => line(context.terminal, text));
        const reached = result.ratios.api >= targets.api && result.ratios.page >= targets.page;
        exit.with(reached ? exits.done : exits.refused);
      } finally {
        await bare.close();
        await system.close();
        rmSync(dataFolder, { recursive: true, force: true });
      }
    });
}

interface Result {
  readonly subjects: number;
  readonly concurrency: number;
  /** Reads a second, the median of the rounds. */
  readonly perSecond: { readonly bare: number; readonly api: number; readonly page: number };
  readonly ratios: { readonly api: number; readonly page: number };
  readonly rounds: readonly {
    readonly bare: number;
    readonly api: number;
    readonly page: number;
  }[];
}

const rounds = 3;

/** The three take turns, so that a machine that slows down slows all of them down. */
async function measure(parts: {
  readonly bare: BareReads;
  readonly portal: Portal;
  readonly options: Options;
}): Promise<Result> {
  const { bare, portal } = parts;
  const [seconds, concurrency] = [Number(parts.options.seconds), Number(parts.options.concurrency)];
  const subjects = await bare.subjects(Number(parts.options.organisations));
  const random = createRandom('bench read');
  const anyone = (): string => subjects[random.below(subjects.length)] ?? '';
  const works = {
    bare: async () => {
      if ((await bare.read(anyone())) === 0) throw new Error('A subject without entries.');
    },
    api: () => get(portal, `/api/v1/organisations/${anyone()}`),
    page: () => get(portal, `/en/organisations/${anyone()}`),
  };
  for (const work of Object.values(works)) await rate(work, { seconds: 1, concurrency });
  const measured: Result['perSecond'][] = [];
  for (let round = 0; round < rounds; round += 1) {
    measured.push({
      bare: await rate(works.bare, { seconds, concurrency }),
      api: await rate(works.api, { seconds, concurrency }),
      page: await rate(works.page, { seconds, concurrency }),
    });
  }
  const middle = (name: 'bare' | 'api' | 'page'): number =>
    measured.map((each) => each[name]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const perSecond = { bare: middle('bare'), api: middle('api'), page: middle('page') };
  const ratios = { api: perSecond.api / perSecond.bare, page: perSecond.page / perSecond.bare };
  return { subjects: subjects.length, concurrency, perSecond, ratios, rounds: measured };
}

async function get(portal: Portal, path: string): Promise<void> {
  const answer = await portal.fetch(new Request(`http://127.0.0.1${path}`));
  const body = await answer.arrayBuffer();
  // A subject that nothing stands about today has no page: reading that costs the same way.
  if (answer.status !== 200 && answer.status !== 404) throw new Error(`${answer.status}`);
  if (body.byteLength === 0) throw new Error('An empty answer.');
}

async function rate(
  work: () => Promise<void>,
  { seconds, concurrency }: { readonly seconds: number; readonly concurrency: number },
): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return Math.round((done / (performance.now() - from)) * 1000);
}

function print({ subjects, concurrency, perSecond, ratios }: Result, say: (text: string) => void) {
  say(`${subjects} organisations, ${concurrency} reads at a time, in one process, no socket`);
  say(`bare reads by primary key  ${perSecond.bare}/s`);
  for (const name of ['api', 'page'] as const) {
    const [share, target] = [ratios[name].toFixed(3), targets[name]];
    say(`${name.padEnd(25)}  ${perSecond[name]}/s  ratio ${share}, to reach ${target}`);
  }
}
