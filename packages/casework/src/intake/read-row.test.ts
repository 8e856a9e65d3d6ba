import { civilDate } from '@credence/domain';
import { schemesOf } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { townLaw } from '../law.test-support.ts';
import { codeOf } from '../town.test-support.ts';
import { matchHeader } from './match-header.ts';
import { readRow, type RowOutcome } from './read-row.ts';
import type { RowContext } from './row-context.ts';
import { indexSchema } from './schema-index.ts';

const { newer: edition } = townLaw();
const card = edition.schemas.get('penalty');
const item = edition.items.get('penalty');
if (card === undefined || item === undefined) throw new Error('The town has no penalties.');

const context: RowContext = {
  item,
  today: civilDate('2026-05-04'),
  provider: { code: 'town_office', name: '示例镇办公室' },
  schemes: schemesOf(edition),
  currency: edition.currency,
};

const usual: Readonly<Record<string, string>> = {
  CF_XDR_MC: '望澜商行',
  CF_XDR_SHXYM: codeOf(1),
  CF_WSH: '望市监罚（2026）1号',
  CF_WFXW: '虚假宣传',
  CF_CFLB: '罚款;警告',
  CF_JDRQ: '2026-03-02',
};

/** Reads a usual row with some cells changed or added. */
function read(cells: Readonly<Record<string, string>>, rest: Partial<RowContext> = {}): RowOutcome {
  const row = { ...usual, ...cells };
  const layout = matchHeader(Object.keys(row), indexSchema(card ?? { columns: [] }));
  return readRow(Object.values(row), layout, { ...context, ...rest });
}

function problemsOf(cells: Readonly<Record<string, string>>): readonly (string | undefined)[][] {
  const outcome = read(cells);
  if (outcome.kind !== 'refused') throw new Error(`The row is ${outcome.kind}.`);
  return outcome.problems.map(({ column, problem, value }) => [column, problem.code, value]);
}

function contentOf(cells: Readonly<Record<string, string>>, rest: Partial<RowContext> = {}) {
  const outcome = read(cells, rest);
  if (outcome.kind !== 'valid') throw new Error(JSON.stringify(outcome));
  return outcome.content;
}

describe('readRow', () => {
  it('reads a row into what the file states', () => {
    expect(contentOf({ CF_NR_FK: '2.5', CF_CFJG: '示例局', CF_CFJGDM: codeOf(9) })).toEqual({
      item: 'penalty',
      subject: {
        name: '望澜商行',
        kind: 'organisation',
        identifiers: [{ scheme: 'uscc', value: codeOf(1) }],
      },
      provider: { code: 'town_office', name: '示例镇办公室' },
      authority: { name: '示例局', code: codeOf(9) },
      document: { number: '望市监罚〔2026〕1号' },
      decidedOn: '2026-03-02',
      service: { kind: 'not-shown' },
      facts: {
        violation_type: '虚假宣传',
        kinds: ['fine', 'warning'],
        fine: { amount: 2_500_000, currency: 'CNY' },
      },
    });
  });

  it('reports all problems of a row at once, and none of them twice', () => {
    const wrong = {
      CF_XDR_MC: '',
      CF_XDR_SHXYM: '',
      CF_WFXW: '长'.repeat(101),
      CF_CFLB: '罚款;坐牢',
      CF_NR_FK: '0.0000001',
      CF_JDRQ: '昨天',
    };

    expect(problemsOf(wrong)).toEqual([
      ['CF_XDR_MC', 'value-missing', ''],
      ['CF_XDR_SHXYM', 'value-missing', ''],
      ['CF_WFXW', 'value-too-long', `${'长'.repeat(80)}…`],
      ['CF_CFLB', 'value-not-in-list', '罚款;坐牢'],
      ['CF_JDRQ', 'value-not-a-date', '昨天'],
      ['CF_NR_FK', 'amount-not-exact', '0.0000001'],
    ]);
  });

  it.each(['2026-03-02', '2026/03/02', '2026/3/2', '2026年3月2日', '20260302'])(
    'reads %s as 2 March 2026',
    (text) => {
      expect(contentOf({ CF_JDRQ: text }).decidedOn).toBe('2026-03-02');
    },
  );

  it.each([
    [{ CF_JDRQ: '2026-02-30' }, 'CF_JDRQ', 'value-not-a-date'],
    [{ CF_JDRQ: '2026-05-05' }, 'CF_JDRQ', 'value-in-future'],
    [{ EXT_SDRQ: '2026-05-05' }, 'EXT_SDRQ', 'value-in-future'],
    [{ EXT_SDRQ: '2026-03-01' }, 'EXT_SDRQ', 'days-out-of-order'],
    [{ EXT_GZRQ: '2026-03-01' }, 'EXT_GZRQ', 'days-out-of-order'],
    [{ CF_NR_FK: '-1' }, 'CF_NR_FK', 'amount-negative'],
    [{ CF_NR_FK: '一万' }, 'CF_NR_FK', 'amount-not-a-number'],
    [{ CF_XDR_LB: '神仙' }, 'CF_XDR_LB', 'value-not-in-list'],
    [{ CF_WFXW: '虚假\u0000宣传' }, 'CF_WFXW', 'value-unprintable'],
    [{ CF_WSH: '长'.repeat(129) }, 'CF_WSH', 'value-too-long'],
  ])('refuses %o', (cells, column, code) => {
    expect(problemsOf(cells).map(([place, found]) => [place, found])).toEqual([[column, code]]);
  });

  it('accepts a decision of today, and a correction on the day of the decision', () => {
    const today = { CF_JDRQ: '2026-05-04', EXT_GZRQ: '2026-05-04' };

    expect(contentOf(today)).toMatchObject({ decidedOn: '2026-05-04', correctedOn: '2026-05-04' });
  });

  it('says which character of a code would be right', () => {
    const outcome = read({ CF_XDR_SHXYM: `${codeOf(1).slice(0, 17)}Q` });

    expect(outcome).toMatchObject({
      kind: 'refused',
      problems: [
        {
          problem: {
            code: 'identifier-outer-check',
            params: { position: 18, found: 'Q', expected: codeOf(1).slice(17) },
          },
          accepted: codeOf(1).slice(17),
        },
      ],
    });
  });

  it('takes a code in lower case and with blanks', () => {
    const spaced = `${codeOf(1).slice(0, 8)} ${codeOf(1).slice(8).toLowerCase()}`;

    expect(contentOf({ CF_XDR_SHXYM: spaced }).subject.identifiers[0].value).toBe(codeOf(1));
  });

  it('keeps the further numbers of the subject, never those of others, as its identifiers', () => {
    const content = contentOf({ CF_XDR_ZZJG: codeOf(1).slice(8, 17), CF_CFJGDM: codeOf(9) });

    expect(content.subject.identifiers.map(({ scheme }) => scheme)).toEqual([
      'uscc',
      'organisation_code',
    ]);
  });

  it('takes proof of service from the row before the statement of the batch', () => {
    const stated = { serviceStatement: ['王一', '李二'] } as const;
    const served = { EXT_SDRQ: '2026-03-04', EXT_SDFS: '邮寄送达' };

    expect(contentOf(served, stated).service).toEqual({
      kind: 'shown',
      on: '2026-03-04',
      mode: '邮寄送达',
    });
    expect(contentOf({}, stated).service).toEqual({ kind: 'stated', by: ['王一', '李二'] });
    expect(contentOf({ EXT_SDFS: '邮寄送达' }).service).toEqual({ kind: 'not-shown' });
  });

  it('treats whoever is a sole trader by class or by code as one', () => {
    const trader = codeOf(1, 'sole_trader');
    const subjects = [...item.subjects, 'sole_trader' as const];
    const open = { item: { ...item, subjects } };

    expect(contentOf({ CF_XDR_SHXYM: trader }, open).subject.kind).toBe('sole_trader');
    expect(contentOf({ CF_XDR_LB: '个体户' }, open).subject.kind).toBe('sole_trader');
    expect(problemsOf({ CF_XDR_LB: '个体户' })).toEqual([
      ['CF_XDR_LB', 'value-not-in-list', 'sole_trader'],
    ]);
  });
});

/** A number that passes the check of resident numbers; its division and its day are invented. */
const residentNumber = '110101199003078515';

describe('readRow and people', () => {
  it.each([
    { CF_XDR_LB: '自然人' },
    { CF_XDR_LB: '个人', CF_JDRQ: 'nonsense', CF_WSH: '' },
    { CF_XDR_SHXYM: residentNumber },
    { CF_XDR_MC: `赵某某 ${residentNumber}` },
  ])('sets the row %o aside, whatever else is in it', (cells) => {
    expect(read(cells)).toEqual({ kind: 'set-aside' });
  });

  it('masks numbers of people in free text and says in which column', () => {
    const outcome = read({ CF_NR: `罚款。联系人电话13800138000，身份证${residentNumber}` });

    if (outcome.kind !== 'valid') throw new Error(outcome.kind);
    expect(outcome.content.facts['content']).toBe(
      '罚款。联系人电话138****8000，身份证110**************5',
    );
    expect(outcome.masked).toEqual(['CF_NR']);
  });

  it('repeats no number of a person in a problem', () => {
    const outcome = read({ CF_JDRQ: residentNumber, CF_CFLB: '13800138000' });

    expect(outcome.kind).toBe('refused');
    expect(JSON.stringify(outcome)).not.toMatch(new RegExp(`${residentNumber}|13800138000`));
  });

  it('withholds who the row is about while its class cannot be read', () => {
    const outcome = read({ CF_XDR_LB: '？', CF_XDR_MC: '赵'.repeat(201), CF_XDR_SHXYM: '1234' });

    expect(outcome.kind).toBe('refused');
    expect(JSON.stringify(outcome)).not.toMatch(/赵|1234/);
  });
});
