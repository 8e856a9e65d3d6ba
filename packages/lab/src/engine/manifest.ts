import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { canonicalJson, sha256Hex } from '@credence/proof';

import type { Model } from './model.ts';
import type { RunPlan } from './society.ts';

/** What made a result: with the same code, model and plan anyone gets the same bytes. */
export interface Manifest {
  readonly format: 'credence-lab-run-1';
  readonly model: string;
  /** Of the engine's files. */
  readonly engineHash: string;
  /** Of the module that holds the model; absent where the model has no address. */
  readonly moduleHash?: string;
  /** Of what the model declares and of the parameters of this run. */
  readonly modelHash: string;
  readonly plan: RunPlan;
}

export function manifestOf(model: Model, plan: RunPlan): Manifest {
  const { name, columns, draws, observers, parameters, processes } = model;
  const declared = {
    ...{ name, columns, draws, observers },
    fields: model.fields ?? {},
    processes: processes.map(({ name: process, over, when }) => ({ process, over, when })),
    parameters: { ...parameters, ...plan.parameters },
  };
  const url = model.at?.module;
  return {
    ...{ format: 'credence-lab-run-1', model: name, engineHash: engineHash() },
    ...(url?.startsWith('file:') === true && {
      moduleHash: sha256Hex(readFileSync(fileURLToPath(url))),
    }),
    ...{ modelHash: sha256Hex(canonicalJson(declared)), plan },
  };
}

let engine: string | undefined;

function engineHash(): string {
  engine ??= sha256Hex(
    ...readdirSync(new URL('.', import.meta.url))
      .filter((name) => /^[a-z-]+\.(ts|js)$/.test(name))
      .sort()
      .flatMap((name) => [name, readFileSync(new URL(name, import.meta.url))]),
  );
  return engine;
}
