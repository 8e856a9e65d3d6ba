import { parentPort, workerData } from 'node:worker_threads';

import { LabError } from '../engine/define-model.ts';
import { openRegime } from '../regime/open-regime.ts';
import type { Regime } from '../regime/regime.ts';
import type { Order, Report, ThreadSetup } from './open-thread.ts';
import { runVariant, type VariantRun } from './run-variant.ts';

// One thread of a comparison: it opens the regimes itself, carries out what it is told, and reports.
const setup = workerData as ThreadSetup;
const regimes = new Map<string, Regime>();
let cancel = new AbortController();

function tell(report: Report): void {
  if (report.kind !== 'done' || report.digested?.loss === undefined) {
    parentPort?.postMessage(report);
    return;
  }
  parentPort?.postMessage(report, [report.digested.loss.buffer as ArrayBuffer]);
}

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'cancel') {
    cancel.abort();
    return;
  }
  cancel = new AbortController();
  carryOut(order.variant, order.run).then(
    (digested) => tell({ kind: 'done', digested }),
    (error: unknown) => {
      if (error instanceof LabError) tell({ kind: 'refused', said: error.said });
      // A defect ends the thread, and the comparison with it.
      else setImmediate(() => endWith(error));
    },
  );
});
tell({ kind: 'ready' });

async function carryOut(at: number, run: VariantRun) {
  const variant = setup.variants[at];
  if (variant === undefined) throw new RangeError(`There is no variant ${String(at)}.`);
  const regime =
    regimes.get(variant.preset) ?? (await openRegime(variant.preset, { months: setup.months }));
  regimes.set(variant.preset, regime);
  if (regime.hash !== variant.hash) {
    throw new LabError(
      `The preset "${variant.preset}" changed while it was run; start again.`,
      `预设“${variant.preset}”在推演中被改动；请重新开始。`,
    );
  }
  const { practice } = variant;
  return runVariant({ regime, ...(practice === undefined ? {} : { practice }) }, run, {
    ...{ signal: cancel.signal, onMonth: (months) => tell({ kind: 'month', months }) },
  });
}

function endWith(error: unknown): never {
  throw error;
}
