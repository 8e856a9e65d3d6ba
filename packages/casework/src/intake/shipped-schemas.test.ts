import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { checkEdition, type Edition } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { matchHeader } from './match-header.ts';
import { indexSchema } from './schema-index.ts';

const folder = fileURLToPath(new URL('../../../../rulebooks/cn-2023/', import.meta.url));

function loadShipped(): Edition {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(`${folder}${path}`, 'utf8')] as const);
  const outcome = checkEdition(new Map(files));
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new Error(outcome.findings[0].message);
}

const edition = loadShipped();

function columnOf(schema: string, header: string): string | undefined {
  const card = edition.schemas.get(schema);
  if (card === undefined) throw new Error(`There is no schema ${schema}.`);
  const { read, dropped } = matchHeader([header], indexSchema(card));
  return dropped.length > 0 ? 'dropped' : read[0]?.column.column;
}

describe('the shipped schema of penalties', () => {
  it.each([
    ['统一社会信用代码', 'CF_XDR_SHXYM'],
    ['行政相对人统一社会信用代码', 'CF_XDR_SHXYM'],
    ['社会信用代码（纳税人识别号）', 'CF_XDR_SHXYM'],
    ['行政相对人代码_1 (统一社会信用代码)', 'CF_XDR_SHXYM'],
    ['行政相对人代码-1（统一社会信用代码）', 'CF_XDR_SHXYM'],
    ['行政相对人代码（统一社会信用代码或纳税人识别号）', 'CF_XDR_SHXYM'],
    ['行政相对人代码_2（组织机构代码）', 'CF_XDR_ZZJG'],
    ['行政相对人代码_2（工商登记码）', 'CF_XDR_GSZC'],
    ['行政相对人代码_3 (税务登记号)', 'CF_XDR_SWDJ'],
    ['行政相对人代码_5（事业单位证书号）', 'CF_XDR_SYDW'],
    ['行政相对人代码_6 (社会组织登记证号)', 'CF_XDR_SHZZ'],
    ['行政处罚决定书文号', 'CF_WSH'],
    ['文,号', 'CF_WSH'],
    ['文书字轨', 'CF_WSH'],
    ['字轨', 'CF_WSH'],
    ['罚款金额（万元）', 'CF_NR_FK'],
    ['CF_CFMC', 'CF_WFXW'],
    ['CF_XZJG', 'CF_CFJG'],
    ['法定代表人', 'dropped'],
    ['行政相对人代码（居民身份证号）', 'dropped'],
    ['CF_XDR_SFZ', 'dropped'],
    ['CF_FR_SFZH', 'dropped'],
    ['XK_FR_SFZH', 'dropped'],
    ['行政相对人代码_1', undefined],
    ['天气', undefined],
  ])('reads %s as %s', (header, column) => {
    expect(columnOf('penalty-2018', header)).toBe(column);
  });
});

describe('every shipped schema', () => {
  const cards = [...edition.schemas.values()];

  it.each(cards)('$schema reads its own columns by code and by title', (card) => {
    const index = indexSchema(card);
    for (const { column, says, person } of card.columns) {
      for (const header of [column, says.zh ?? column]) {
        const { read, dropped } = matchHeader([header], index);
        const found = person === 'drop' ? dropped[0]?.because : read[0]?.column.column;
        expect([header, found]).toEqual([header, person === 'drop' ? 'schema' : column]);
      }
    }
  });
});
