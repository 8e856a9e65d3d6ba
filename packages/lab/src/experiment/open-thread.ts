import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import { LabError } from '../engine/define-model.ts';
import type { Digested } from './digest.ts';
import type { RegimeVariant } from './plan.ts';
import type { VariantRun } from './run-variant.ts';

/** What a thread opens: regimes by the names of their presets, since law does not cross threads. */
export interface ThreadSetup {
  readonly months: number;
  readonly variants: readonly {
    readonly preset: string;
    readonly hash: string;
    readonly practice?: Readonly<Record<string, number>>;
  }[];
}

/** What a thread is told. */
export type Order =
  | { readonly kind: 'run'; readonly variant: number; readonly run: VariantRun }
  | { readonly kind: 'cancel' };

/** What a thread tells. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'month'; readonly months: number }
  | { readonly kind: 'done'; readonly digested: Digested | undefined }
  | { readonly kind: 'refused'; readonly said: LabError['said'] };

/** A thread that carries out one run at a time. */
export interface ThreadMember {
  run(
    asked: { readonly variant: number; readonly run: VariantRun },
    told: { readonly onMonth: (months: number) => void; readonly signal: AbortSignal | undefined },
  ): Promise<Digested | undefined>;
  close(): Promise<void>;
}

/** @throws LabError when the thread opens something else than was opened here */
export async function openThread(
  variants: readonly RegimeVariant[],
  months: number,
): Promise<ThreadMember> {
  const setup: ThreadSetup = {
    months,
    variants: variants.map(({ preset = '', regime: { hash }, practice }) => ({
      ...{ preset, hash },
      ...(practice === undefined ? {} : { practice }),
    })),
  };
  const worker = startWorker(setup);
  await answerOf(worker, () => undefined);
  return {
    async run({ variant, run }, { onMonth, signal }) {
      const cancel = (): void => worker.postMessage({ kind: 'cancel' } satisfies Order);
      worker.postMessage({ kind: 'run', variant, run } satisfies Order);
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      const report = await answerOf(worker, onMonth);
      signal?.removeEventListener('abort', cancel);
      return report.kind === 'done' ? report.digested : undefined;
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** The next report that ends what the thread was asked for. */
function answerOf(
  worker: Worker,
  onMonth: (months: number) => void,
): Promise<Extract<Report, { kind: 'ready' | 'done' }>> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      worker.off('message', hear);
      worker.off('error', fail);
      finish();
    };
    const fail = (error: Error): void => end(() => reject(error));
    const hear = (report: Report): void => {
      if (report.kind === 'month') onMonth(report.months);
      else if (report.kind === 'refused') fail(new LabError(report.said.en, report.said.zh));
      else end(() => resolve(report));
    };
    worker.on('message', hear);
    worker.on('error', fail);
  });
}

/** A thread of the build or, in development, of the source, which Node 20 does not read by itself. */
function startWorker(setup: ThreadSetup): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./world-thread.js', import.meta.url), { workerData: setup });
  }
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const entry = new URL('./world-thread.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(entry)});
  });`;
  const execArgv = ['--conditions=@credence/source'];
  return new Worker(start, { workerData: setup, eval: true, execArgv });
}
