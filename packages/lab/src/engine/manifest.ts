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
  /** Of the module that holds the model, or of its folder; absent where the model has no address. */
  readonly moduleHash?: string;
  /** Of what the model declares and of the parameters of this run. */
  readonly modelHash: string;
  readonly plan: RunPlan;
}

/** Types of columns, as JSON has them. */
type JsonColumns = Readonly<
  Record<string, string | { readonly type: string; readonly width: number }>
>;

export function manifestOf(model: Model, plan: RunPlan): Manifest {
  const { name, columns, draws, observers, parameters, processes } = model;
  const declared = {
    ...{ name, draws, observers },
    columns: { ...columns } as JsonColumns,
    fields: { ...model.fields } as JsonColumns,
    processes: processes.map(({ name: process, over, when }) => ({ process, over, when })),
    parameters: { ...parameters, ...plan.parameters },
  };
  const url = model.at?.module;
  const isFolder = model.at?.folder === true;
  return {
    ...{ format: 'credence-lab-run-1', model: name, engineHash: engineHash() },
    ...(url?.startsWith('file:') === true && {
      moduleHash: isFolder ? folderHash(url) : sha256Hex(readFileSync(fileURLToPath(url))),
    }),
    ...{ modelHash: sha256Hex(canonicalJson(declared)), plan },
  };
}

let engine: string | undefined;

function engineHash(): string {
  engine ??= folderHash(import.meta.url);
  return engine;
}

/** Of every file of code beside a module, tests apart. */
function folderHash(module: string): string {
  return sha256Hex(
    ...readdirSync(new URL('.', module))
      .filter((name) => /^[a-z0-9-]+\.(ts|js)$/.test(name))
      .sort()
      .flatMap((name) => [name, readFileSync(new URL(name, module))]),
  );
}
