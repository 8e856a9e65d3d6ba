import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Answer } from '../work/job.ts';
import type { RunOrder } from './run-order.ts';

/** What a run found. */
export type Found = Extract<Answer, { kind: 'comparison' | 'sweep' }>;

/** How a run ended that found nothing. */
export type Ended =
  | { readonly kind: 'stopped'; readonly done: number; readonly planned: number }
  | { readonly kind: 'refused'; readonly answer: Extract<Answer, { kind: 'refused' }> }
  | { readonly kind: 'failed' };

/** Runs as files: the order, and what became of it. */
export interface RunFiles {
  order(id: string): RunOrder | undefined;
  found(id: string): Found | undefined;
  isFound(id: string): boolean;
  ended(id: string): Ended | undefined;
  /** Where finished parts are kept until the whole is. */
  keepOf(id: string): string;
  putOrder(id: string, order: RunOrder): void;
  putFound(id: string, found: Found): void;
  putEnded(id: string, ended: Ended | undefined): void;
  /** The latest first. */
  ids(): readonly string[];
  remove(id: string): void;
}

const idForm = /^[0-9a-f]{16}$/;

export function openRunFiles(folder: string): RunFiles {
  mkdirSync(folder, { recursive: true });
  const path = (id: string, name: string): string => join(folder, id, name);
  // What lies here was written by `put...` below, in the same form.
  const read = (id: string, name: string): unknown => {
    if (!idForm.test(id) || !existsSync(path(id, name))) return undefined;
    return JSON.parse(readFileSync(path(id, name), 'utf8'));
  };
  const put = (id: string, name: string, value: unknown): void => {
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(path(id, name), JSON.stringify(value));
  };
  return {
    order: (id) => read(id, 'order.json') as RunOrder | undefined,
    found: (id) => read(id, 'found.json') as Found | undefined,
    isFound: (id) => idForm.test(id) && existsSync(path(id, 'found.json')),
    ended: (id) => read(id, 'ended.json') as Ended | undefined,
    keepOf: (id) => path(id, 'keep'),
    putOrder: (id, order) => put(id, 'order.json', order),
    putFound: (id, found) => {
      put(id, 'found.json', found);
      rmSync(path(id, 'keep'), { recursive: true, force: true });
    },
    putEnded: (id, ended) => {
      if (ended === undefined) rmSync(path(id, 'ended.json'), { force: true });
      else put(id, 'ended.json', ended);
    },
    ids: () => byAge(folder).filter((id) => idForm.test(id)),
    remove: (id) => rmSync(join(folder, id), { recursive: true, force: true }),
  };
}

function byAge(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
    .map(({ name }) => name);
}
