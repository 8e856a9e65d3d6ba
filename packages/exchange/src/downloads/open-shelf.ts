import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';

import type {
  BulkColumn,
  CutSink,
  DownloadFile,
  DownloadManifest,
  DownloadShelf,
  TableSink,
} from '@credence/casework';

import { isManifest } from './manifest-form.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonl } from './write-jsonl.ts';
import { writeParquet } from './write-parquet.ts';

/** A cut in the making is younger than this; an older one was left by a process that died. */
const abandonedAfterMs = 24 * 3_600_000;
const unfinished = '.unfinished-';
const plainName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,120}$/;

/**
 * Files for download in a folder: one folder a cut, named by its timepoint. A cut is written aside,
 * brought to the disk and renamed, so that it is there whole or not at all.
 */
export function openShelf(folder: string, now: () => number): DownloadShelf {
  const known = new Map<string, Promise<DownloadManifest | undefined>>();
  const pathOf = (after: string): string => join(folder, plain(after));
  return {
    begin: (after) => beginCut(folder, plain(after), now),

    async list() {
      const cuts = (await names(folder)).filter((name) => !name.startsWith('.'));
      const manifests: DownloadManifest[] = [];
      for (const cut of cuts) {
        for (const name of await names(pathOf(cut))) {
          if (!name.endsWith('.manifest.json')) continue;
          const path = join(pathOf(cut), name);
          const read = known.get(path) ?? readManifest(path);
          known.set(path, read);
          const manifest = await read;
          if (manifest === undefined) known.delete(path);
          else manifests.push(manifest);
        }
      }
      return manifests.sort(newestFirst);
    },

    async read({ after }, file) {
      const path = join(pathOf(after), plain(file));
      const handle = await open(path, 'r').catch(() => undefined);
      // Opened before it is answered: whoever removes it meanwhile does not cut it short.
      return handle === undefined ? undefined : piecesOf(handle);
    },

    async remove({ after, dataset }) {
      const own = `${plain(dataset)}.`;
      for (const name of await names(pathOf(after))) {
        if (!name.startsWith(own)) continue;
        known.delete(join(pathOf(after), name));
        await rm(join(pathOf(after), name), { force: true });
      }
      if ((await names(pathOf(after))).length === 0) {
        await rm(pathOf(after), { recursive: true, force: true });
      }
    },
  };
}

async function beginCut(folder: string, after: string, now: () => number): Promise<CutSink> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder, now());
  const aside = join(folder, `${unfinished}${after}-${String(process.pid)}`);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  return {
    open: (dataset, columns) => openTable(aside, plain(dataset), columns),
    async describe(manifest) {
      const path = join(aside, `${plain(manifest.dataset)}.manifest.json`);
      const handle = await open(path, 'wx', 0o600);
      await handle.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
      await handle.sync();
      await handle.close();
    },
    async commit() {
      await syncFolder(aside);
      const final = join(folder, after);
      // A cut of the same moment that lost some of its data sets is made whole again.
      await rm(final, { recursive: true, force: true });
      await rename(aside, final);
      await syncFolder(folder);
    },
    discard: () => rm(aside, { recursive: true, force: true }),
  };
}

async function openTable(
  folder: string,
  dataset: string,
  columns: readonly BulkColumn[],
): Promise<TableSink> {
  const path = (suffix: string): string => join(folder, `${dataset}.${suffix}`);
  const writers = [
    { name: `${dataset}.jsonl.gz`, writer: await writeJsonl(path('jsonl.gz'), columns) },
    { name: `${dataset}.csv`, writer: await writeCsv(path('csv'), columns) },
    { name: `${dataset}.parquet`, writer: await writeParquet(path('parquet'), columns) },
  ];
  return {
    async write(row) {
      for (const { writer } of writers) await writer.write(row);
    },
    async close() {
      const files: DownloadFile[] = [];
      for (const { name, writer } of writers) {
        files.push({ name, format: writer.format, ...(await writer.close()) });
      }
      return files;
    },
  };
}

const pieceBytes = 256 * 1024;

/** A file in pieces. Whoever gives up closes it, even before the first piece. */
function piecesOf(handle: FileHandle): AsyncIterable<Uint8Array> {
  const end = async (): Promise<IteratorResult<Uint8Array>> => {
    await handle.close();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceBytes), 0);
        if (bytesRead === 0) return end();
        return { done: false, value: buffer.subarray(0, bytesRead) };
      },
      return: end,
    }),
  };
}

async function readManifest(path: string): Promise<DownloadManifest | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isManifest(content) ? content : undefined;
  } catch {
    // Removed between the listing and the reading, or not ours: it is not there.
    return undefined;
  }
}

function newestFirst(a: DownloadManifest, b: DownloadManifest): number {
  if (a.timepoint !== b.timepoint) return a.timepoint < b.timepoint ? 1 : -1;
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return a.dataset < b.dataset ? -1 : 1;
}

async function names(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function removeAbandoned(folder: string, now: number): Promise<void> {
  for (const name of await names(folder)) {
    if (!name.startsWith(unfinished)) continue;
    const path = join(folder, name);
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && now - made.mtimeMs > abandonedAfterMs) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

/** A name that is one place in a folder and nothing else. */
function plain(name: string): string {
  if (!plainName.test(name) || name.includes('..')) throw new RangeError('Not a name of a file.');
  return name;
}
