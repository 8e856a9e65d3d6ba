import type { MappingCard } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { townLaw } from '../law.test-support.ts';
import { matchHeader, type Layout } from './match-header.ts';
import { indexSchema } from './schema-index.ts';

const { newer: edition } = townLaw();
const card = edition.schemas.get('penalty');
if (card === undefined) throw new Error('The town has no penalty schema.');
const schema = indexSchema(card);

/** Columns without which no penalty is read, by their codes. */
const needed = ['CF_XDR_MC', 'CF_XDR_SHXYM', 'CF_WSH', 'CF_WFXW', 'CF_CFLB', 'CF_JDRQ'];

function match(...header: string[]): Layout {
  return matchHeader(header, schema);
}

/** The code of the column that one header means, beside all others that are needed. */
function columnOf(header: string): string | undefined {
  return match(header).read[0]?.column.column;
}

describe('matchHeader', () => {
  it.each([
    '统一社会信用代码',
    '行政相对人统一社会信用代码',
    '社会信用代码（纳税人识别号）',
    '社会信用代码(纳税人识别号)',
    '行政相对人代码_1 (统一社会信用代码)',
    '行政相对人代码-1（统一社会信用代码）',
    '行政相对人代码（统一社会信用代码或纳税人识别号）',
    '行政相对人代码－２【统一社会信用代码】',
    '  统一社会　信用代码 ',
    '*统一社会信用代码',
    '统一社会信用代码_1',
    '统一社会信用代码（必填）',
    'cf_xdr_shxym',
    'CF-XDR-SHXYM',
  ])('reads "%s" as the unified code', (header) => {
    expect(columnOf(header)).toBe('CF_XDR_SHXYM');
  });

  it.each(['行政处罚决定书文号', '文号', '文书字轨', '字轨', '文,号', '文，号', 'CF_WSH'])(
    'reads "%s" as the number of the decision',
    (header) => {
      expect(columnOf(header)).toBe('CF_WSH');
    },
  );

  it.each([
    ['行政相对人代码_2（组织机构代码）', 'CF_XDR_ZZJG'],
    ['行政相对人代码_2（工商登记码）', 'CF_XDR_GSZC'],
    ['行政相对人代码_3 (组织机构代码)', 'CF_XDR_ZZJG'],
    ['行政相对人代码_1（工商登记码）', 'CF_XDR_GSZC'],
  ])('lets the bracket decide over the index: %s is %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it('takes names of the generation of 2015 by their aliases', () => {
    expect(columnOf('CF_XDR')).toBe('CF_XDR_MC');
  });

  it.each([
    ['行政相对人代码_1', 'CF_XDR_SHXYM'],
    ['处罚机关（统一社会信用代码）', 'CF_CFJG'],
    ['担保人代码（统一社会信用代码）', 'CF_XDR_SHXYM'],
    ['罚款金额', 'CF_NR_FK'],
  ])('guesses nothing of %s and names what it could be', (header, candidate) => {
    const { read, problems } = match(header);

    expect(read).toEqual([]);
    expect(problems[0]).toMatchObject({ header, problem: { code: 'header-ambiguous' } });
    expect(problems[0]?.accepted).toContain(candidate);
  });

  it('takes the code of the authority for its own, by its scheme in brackets', () => {
    expect(columnOf('处罚机关代码（统一社会信用代码）')).toBe('CF_CFJGDM');
  });

  it.each([
    ['罚款金额（万元）', 'ten-thousand'],
    ['罚款金额(元)', 'base'],
    ['罚款金额（单位：元）', 'base'],
    ['CF_NR_FK', undefined],
  ])('reads the unit of %s from its bracket', (header, unit) => {
    expect(match(header).read[0]).toMatchObject({ column: { column: 'CF_NR_FK' } });
    expect(match(header).read[0]?.unit).toBe(unit);
  });

  it('refuses two columns that claim to be one, naming both', () => {
    const { problems } = match(...needed, '文号');

    expect(problems).toEqual([
      {
        header: '文号',
        problem: {
          code: 'header-ambiguous',
          params: { columns: 'CF_WSH / 文号', field: 'CF_WSH 行政处罚决定书文号' },
        },
        accepted: 'CF_WSH 行政处罚决定书文号',
      },
    ]);
  });

  it('asks for every required column that neither the file nor a default gives', () => {
    const { problems } = match('CF_XDR_MC', 'CF_WSH');

    expect(problems.map(({ problem }) => problem.params['column'])).toEqual([
      'CF_XDR_SHXYM',
      'CF_WFXW',
      'CF_CFLB',
      'CF_JDRQ',
    ]);
  });

  it.each([
    ['法定代表人', 'schema'],
    ['CF_FR_SFZH', 'schema'],
    ['法定代表人证件号码', 'schema'],
    ['经办人手机号码', 'header'],
    ['直接负责的财务负责人身份证号', 'header'],
    ['Contact person', 'header'],
    ['XK_FR_SFZH', 'header'],
  ] as const)('drops %s by its %s', (header, because) => {
    expect(match(header).dropped).toEqual([{ index: 0, header, because }]);
  });

  it('names what it does not understand, and skips columns without a header', () => {
    expect(match('', '天气', ' ').notUnderstood).toEqual([{ index: 1, header: '天气' }]);
  });

  it('takes the default of a column the file does not have', () => {
    expect(match(...needed).fixed).toMatchObject([
      { column: { column: 'CF_XDR_LB' }, text: 'organisation' },
    ]);
    expect(match(...needed, 'CF_XDR_LB').fixed).toEqual([]);
  });
});

describe('matchHeader with a mapping', () => {
  const foreign = edition.mappings.get('foreign');
  if (foreign === undefined) throw new Error('The town has no mapping.');
  const header = ['row_id', 'firm', 'code', 'number', 'what', 'kind', 'day', 'CF_NR', 'phone'];
  const mapped = (columns: readonly string[], mapping: MappingCard = foreign) =>
    matchHeader(columns, schema, mapping);

  it('lets only the mapping decide', () => {
    const layout = mapped(header);

    expect(layout.read.map(({ header: from, column }) => [from, column.field])).toEqual([
      ['firm', 'subject_name'],
      ['code', 'subject_code'],
      ['number', 'document_number'],
      ['what', 'violation_type'],
      ['kind', 'kinds'],
      ['day', 'decided'],
    ]);
    expect(layout.ignored.map(({ header: from }) => from)).toEqual(['row_id']);
    expect(layout.notUnderstood.map(({ header: from }) => from)).toEqual(['CF_NR']);
    expect(layout.dropped.map(({ header: from }) => from)).toEqual(['phone']);
    expect(layout.fixed).toMatchObject([{ column: { field: 'subject_class' } }]);
    expect(layout.problems).toEqual([]);
  });

  it('refuses a file that lacks a column the mapping names', () => {
    const { problems } = mapped(header.filter((column) => column !== 'what'));

    expect(problems.map(({ problem }) => problem.params['column'])).toEqual(['CF_WFXW', 'what']);
  });
});
