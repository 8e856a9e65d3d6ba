import type { BulkCell, BulkColumn, BulkRow } from '@credence/casework';
import { civilDate, dayNumber } from '@credence/domain';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

import { openOutput, type OutputFile, type RowWriter } from './output-file.ts';

/** Rows held in memory until they become a row group. */
const groupRows = 10_000;

/** A typed table: days are DATE, money is DECIMAL, several codes are one text with semicolons. */
export async function writeParquet(
  path: string,
  columns: readonly BulkColumn[],
): Promise<RowWriter<BulkRow>> {
  const output = await openOutput(path);
  const writer = new StreamWriter(output);
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'credence' });
  let waiting: BulkRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    const columnData = columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => toValue(row[column.name], column)),
    }));
    await parquet.write({ columnData, rowGroupSize: groupRows });
  };
  return {
    format: 'parquet',
    async write(row) {
      waiting.push(row);
      if (waiting.length >= groupRows) await flush();
    },
    async close() {
      if (waiting.length > 0) await flush();
      await parquet.finish();
      await writer.flush();
      return output.close();
    },
  };
}

/** Gives its bytes away after every row group, so that a file of any length needs one group's room. */
class StreamWriter extends ByteWriter {
  readonly #output: OutputFile;

  constructor(output: OutputFile) {
    super();
    this.#output = output;
  }

  async flush(): Promise<void> {
    const piece = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    if (piece.byteLength > 0) await this.#output.append(piece);
  }
}

function schemaOf(columns: readonly BulkColumn[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
}

function elementOf({ name, type, places = 0 }: BulkColumn): SchemaElement {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'text':
    case 'codes':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'date':
      return { ...optional, type: 'INT32', converted_type: 'DATE' };
    case 'integer':
      return { ...optional, type: 'INT64' };
    case 'flag':
      return { ...optional, type: 'BOOLEAN' };
    case 'money':
      // Sums are safe integers of minor units: at most sixteen digits.
      return {
        ...optional,
        type: 'INT64',
        converted_type: 'DECIMAL',
        precision: 18,
        scale: places,
      };
  }
}

function toValue(
  cell: BulkCell | undefined,
  { type }: BulkColumn,
): string | number | bigint | boolean | undefined {
  if (cell === undefined) return undefined;
  switch (type) {
    case 'money':
    case 'integer':
      return BigInt(Number(cell));
    case 'date':
      return dayNumber(civilDate(String(cell)));
    case 'flag':
      return cell === true;
    case 'text':
    case 'codes':
      return Array.isArray(cell) ? cell.join(';') : String(cell);
  }
}
