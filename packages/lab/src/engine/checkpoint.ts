import { readColumnarFile, writeColumnarFile } from './columnar-file.ts';
import { LabError } from './define-model.ts';
import type { Manifest } from './manifest.ts';
import type { Series } from './series.ts';
import type { Society } from './society.ts';

/** Keeps a run where it stands: its columns, its fields and what was observed so far. */
export function writeCheckpoint(
  path: string,
  state: { readonly society: Society; readonly series: Series; readonly position: number },
  manifest: Manifest,
): void {
  const { society, series, position } = state;
  writeColumnarFile(path, {
    about: { kind: 'checkpoint', position, manifest },
    columns: [
      { name: 'columns', type: 'u8', bytes: new Uint8Array(society.columns.buffer) },
      { name: 'fields', type: 'u8', bytes: new Uint8Array(society.fields.buffer) },
      { name: 'series', type: 'f64', bytes: new Uint8Array(series.values.buffer) },
    ],
  });
}

/**
 * Fills a run from where another was kept, and says where that was.
 *
 * @throws LabError when it was another run, by code, model, parameters or plan
 */
export function readCheckpoint(
  path: string,
  { society, series }: { readonly society: Society; readonly series: Series },
  manifest: Manifest,
): number {
  const { about, columns } = readColumnarFile(path);
  const kept = about['manifest'];
  const position = about['position'];
  if (about['kind'] !== 'checkpoint' || typeof position !== 'number' || !isManifest(kept)) {
    throw new LabError(`${path} is not a checkpoint; give the file that an interrupted run wrote.`);
  }
  for (const key of ['engineHash', 'moduleHash', 'modelHash', 'plan'] as const) {
    const [theirs, ours] = [JSON.stringify(kept[key]), JSON.stringify(manifest[key])];
    if (theirs === ours) continue;
    throw new LabError(
      `${path} is of another run: its ${key} is ${theirs}, here it is ${ours}. Resume it with the same code and plan, or start anew.`,
    );
  }
  const places: Readonly<Record<string, Uint8Array>> = {
    columns: new Uint8Array(society.columns.buffer),
    fields: new Uint8Array(society.fields.buffer),
    series: new Uint8Array(series.values.buffer),
  };
  for (const { name, bytes } of columns) places[name]?.set(bytes);
  return position;
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'modelHash' in value;
}
