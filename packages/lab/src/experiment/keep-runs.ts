import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { readColumnarFile, writeColumnarFile } from '../engine/columnar-file.ts';
import { LabError } from '../engine/define-model.ts';
import type { Digest, Digested } from './digest.ts';

/** One run of a comparison. */
export interface RunPlace {
  readonly variant: number;
  readonly replicate: number;
}

/** Where finished runs are kept, so that nothing has to be run twice. */
export interface RunKeeper {
  find(place: RunPlace): Digested | undefined;
  keep(place: RunPlace, digested: Digested): void;
  /** Where a run under way is kept when it is cancelled. */
  checkpointOf(place: RunPlace): string | undefined;
}

/** Removes what was kept of a comparison: for whoever has written down what came of it. */
export function clearRuns(folder: string): void {
  rmSync(runsIn(folder), { recursive: true, force: true });
}

function runsIn(folder: string): string {
  return join(folder, 'runs');
}

/** @throws LabError when the folder keeps another comparison, or one that nobody asked to resume */
export function createRunKeeper(
  folder: string | undefined,
  options: { readonly key: string; readonly resume: boolean },
): RunKeeper {
  if (folder === undefined) {
    return {
      ...{ find: () => undefined, keep: () => undefined, checkpointOf: () => undefined },
    };
  }
  const runs = runsIn(folder);
  const keyFile = join(runs, 'key');
  openFolder({ runs, keyFile }, options);
  const fileOf = ({ variant, replicate }: RunPlace): string =>
    join(runs, `${String(variant)}-${String(replicate)}`);
  return {
    find(place) {
      const path = `${fileOf(place)}.done`;
      return existsSync(path) ? readDigested(path) : undefined;
    },
    keep(place, { digest, loss }) {
      const path = fileOf(place);
      const bytes = loss === undefined ? undefined : bytesOf(loss);
      writeColumnarFile(`${path}.done`, {
        about: { digest },
        columns: bytes === undefined ? [] : [{ name: 'loss', type: 'f32', bytes }],
      });
      rmSync(`${path}.checkpoint`, { force: true });
    },
    checkpointOf: (place) => `${fileOf(place)}.checkpoint`,
  };
}

function openFolder(
  { runs, keyFile }: { readonly runs: string; readonly keyFile: string },
  { key, resume }: { readonly key: string; readonly resume: boolean },
): void {
  if (!existsSync(keyFile)) {
    mkdirSync(runs, { recursive: true });
    writeColumnarFile(keyFile, { about: { key }, columns: [] });
    return;
  }
  if (!resume) {
    throw new LabError(
      `${runs} keeps an unfinished comparison. Go on from it with --resume, or give another folder.`,
      `${runs} 中保存着未完成的比较。请加 --resume 续算，或另指定文件夹。`,
    );
  }
  if (readColumnarFile(keyFile).about['key'] !== key) {
    throw new LabError(
      `${runs} keeps another comparison: its regimes, plan or code differ. Ask for the same again, or give another folder.`,
      `${runs} 中保存的是另一次比较：制度、计划或代码不同。请用相同的命令，或另指定文件夹。`,
    );
  }
}

function readDigested(path: string): Digested {
  const { about, columns } = readColumnarFile(path);
  // Written by `keep` above; a file that was cut short is refused by its length.
  const digest = about['digest'] as Digest;
  const column = columns.find(({ name }) => name === 'loss');
  if (column === undefined) return { digest };
  const copy = Uint8Array.from(column.bytes);
  return { digest, loss: new Float32Array(copy.buffer) };
}

function bytesOf(loss: Float32Array): Uint8Array {
  return new Uint8Array(loss.buffer, loss.byteOffset, loss.byteLength);
}
