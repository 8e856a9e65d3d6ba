import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { civilDate } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { checkEdition, type SchemaColumn } from '@credence/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { catalogueItems } from '../city/agencies.ts';
import { writeDemoCity, type DemoManifest } from '../write-demo-city.ts';

const rulebook = fileURLToPath(new URL('../../../../rulebooks/cn-2023/', import.meta.url));

let folder = '';
let manifest: DemoManifest;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credence-demo-'));
  const today = civilDate('2026-11-20');
  manifest = await writeDemoCity({ folder, organisations: 1_500, seed: 5, today });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

function loadEdition() {
  const paths = readdirSync(rulebook, { recursive: true, encoding: 'utf8' });
  const files = paths
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(join(rulebook, path), 'utf8')] as const);
  const outcome = checkEdition(new Map(files));
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new Error(outcome.findings[0].message);
}

function columnsOf(item: keyof typeof catalogueItems): readonly SchemaColumn[] {
  const edition = loadEdition();
  const card = edition.items.get(catalogueItems[item]);
  const schema = card && edition.schemas.get(card.fields);
  if (!schema) throw new Error(`The edition has no schema for ${item}.`);
  return schema.columns;
}

const plain = (header: string) => header.normalize('NFKC').replace(/[_-]\d/, '');

/** The column a header stands for: by code, by words, or by the words in its brackets. */
function findColumn(columns: readonly SchemaColumn[], header: string): SchemaColumn | undefined {
  const words = plain(header);
  const inside = /\((.+)\)$/.exec(words)?.[1];
  return columns.find(
    ({ column, aliases, headers, says, bracket }) =>
      [column, ...aliases, ...headers, ...Object.values(says)].map(plain).includes(words) ||
      (bracket !== undefined && bracket === inside),
  );
}

describe.each(['registration', 'licence', 'penalty', 'inspection'] as const)(
  'every %s file of the city',
  (item) => {
    const columns = columnsOf(item);

    it('fits the shipped schema: columns, compulsory cells, lists, lengths', async () => {
      for (const file of manifest.files.filter((each) => each.item === item)) {
        const outcome = await openSourceFile(join(folder, file.path));
        if (outcome.kind === 'refused') throw new Error(outcome.found);
        for await (const table of outcome.file.tables) {
          const found = table.header.map((header) => findColumn(columns, header));
          expect(table.header.filter((_, at) => found[at] === undefined)).toEqual([]);
          const dropped = table.header.filter((_, at) => found[at]?.person === 'drop');
          expect(file.personColumns).toEqual(expect.arrayContaining(dropped));
          const missing = columns
            .filter(({ required }) => required)
            .filter((each) => !found.includes(each));
          expect(missing.map(({ column }) => column)).toEqual([]);
          for await (const { cells } of table.rows) {
            if (cells.includes('自然人')) continue;
            found.forEach((column, at) => expect(faultOf(column, cells[at] ?? '')).toBeUndefined());
          }
        }
      }
    });
  },
);

function faultOf(column: SchemaColumn | undefined, cell: string): string | undefined {
  if (!column || column.person === 'drop') return undefined;
  if (cell === '') return column.required ? `${column.column} is empty` : undefined;
  if (column.maxLength !== undefined && cell.length > column.maxLength)
    return `${cell} is too long`;
  const said = column.type === 'codes' ? cell.split(column.separator ?? ';') : [cell];
  const isListed = column.type === 'codes' || column.type === 'code';
  const known = column.codes.flatMap(({ says }) => says);
  const strange = said.filter((each) => isListed && !known.includes(each));
  return strange.length > 0 ? `${column.column} says ${strange.join()}` : undefined;
}
