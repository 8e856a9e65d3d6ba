import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { BitColumn, typeOf, type ColumnType, type ColumnView } from './column.ts';
import { writeColumnarFile, type FileColumn } from './columnar-file.ts';
import type { Model } from './model.ts';
import type { RunResult } from './run-model.ts';

/** Writes what a run made into a folder: `columns.bin` and, as JSON, `manifest.json`. */
export function writeResult(folder: string, model: Model, result: RunResult): void {
  mkdirSync(folder, { recursive: true });
  const series = Object.entries(result.series).map(([name, row]) =>
    columnOf(`series.${name}`, 'f64', row),
  );
  const columns = Object.entries(model.columns).map(([name, column]) =>
    columnOf(`agents.${name}`, typeOf(column), result.columns[name]),
  );
  const fields = Object.entries(model.fields ?? {}).map(([name, field]) =>
    columnOf(`fields.${name}`, typeOf(field), (result.fields as Record<string, ColumnView>)[name]),
  );
  const about = { kind: 'result', model: model.name, months: result.months };
  writeColumnarFile(join(folder, 'columns.bin'), {
    about,
    columns: [...series, ...columns, ...fields],
  });
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(result.manifest, null, 2)}\n`);
}

function columnOf(name: string, type: ColumnType, view: ColumnView | undefined): FileColumn {
  const array = view instanceof BitColumn ? view.bytes : (view ?? new Uint8Array(0));
  return { name, type, bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength) };
}
