import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addDays, partsOf, usccCheckCharacter } from '@credence/domain';
import type { CivilDate, ProblemCode } from '@credence/domain';
import { writeTable } from '@credence/exchange';

import { cityAuthority, getAgency, type AgencyCode, type Item } from '../city/agencies.ts';
import type { Penalty } from '../record/records.ts';
import { getRole, type Role } from '../storybook/cast.ts';
import { dayBefore } from '../storybook/story-days.ts';
import { penaltyColumns } from './penalty-columns.ts';
import { plainDialect } from './penalty-dialects.ts';

/** A file that is wrong in one place, and what an import must say about it. */
export interface BrokenFile {
  readonly path: string;
  readonly item: Item;
  readonly source: AgencyCode;
  readonly official: string;
  /** Whether the file is refused when it is opened, or when its rows are read. */
  readonly refusedAt: 'open' | 'import';
  readonly problem: ProblemCode;
  /** Lines of the rows, header included, from 1; absent where the whole file is wrong. */
  readonly rows?: readonly number[];
  /** Header of the column. */
  readonly column?: string;
  readonly value?: string;
  readonly says: { readonly zh: string; readonly en: string };
}

interface Fault extends Omit<BrokenFile, 'path' | 'item' | 'source' | 'official' | 'refusedAt'> {
  readonly name: string;
  readonly spoil: (table: Grid) => Grid;
}

/** A header and its rows, before they are written. */
interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const FOLDER = 'broken';
const source = 'environment';
/** The row that is spoiled: the third below the header, so on line 4. */
const SPOILED = 2;
const SPOILED_LINE = SPOILED + 2;

/** Writes the files that must be refused, each for another reason. */
export async function writeBrokenFiles(
  folder: string,
  today: CivilDate,
): Promise<readonly BrokenFile[]> {
  const sound = soundTable(today);
  const written: BrokenFile[] = [];
  for (const { name, spoil, ...fault } of faults(today)) {
    const path = `${FOLDER}/${name}.csv`;
    const target = join(folder, path);
    await writeTable(target, { ...spoil(sound), format: 'csv', encoding: 'utf-8' });
    written.push(describe(path, 'import', fault));
  }
  const mixed = `${FOLDER}/mixed-encodings.csv`;
  const line = await writeMixed(join(folder, mixed), sound);
  written.push(
    describe(mixed, 'open', {
      problem: 'file-encoding-unknown',
      rows: [line],
      says: {
        zh: `第 ${line} 行起是 UTF-8，之前是 GB18030。`,
        en: `From line ${line} on it is UTF-8, before that GB18030.`,
      },
    }),
  );
  const quote = `${FOLDER}/quote-never-closed.csv`;
  await writeUnclosed(join(folder, quote), sound);
  written.push(
    describe(quote, 'import', {
      problem: 'file-unreadable',
      rows: [SPOILED_LINE],
      says: { zh: '第 4 行的引号没有闭合。', en: 'The quote on line 4 is never closed.' },
    }),
  );
  return written;
}

function describe(
  path: string,
  refusedAt: BrokenFile['refusedAt'],
  fault: Omit<BrokenFile, 'path' | 'item' | 'source' | 'official' | 'refusedAt'>,
): BrokenFile {
  const { official } = getAgency(source);
  return { path, item: 'penalty', source, official, refusedAt, ...fault };
}

const parties: readonly Role[] = ['chemist', 'recycler', 'lanjiang', 'food-maker', 'sound-alike'];

/** Five decisions without any fault; each broken file is this one with one thing changed. */
function soundTable(today: CivilDate): Grid {
  const agency = getAgency(source);
  const decidedOn = dayBefore(today, 2, 8);
  const columns = penaltyColumns(plainDialect);
  const rows = parties.map((role, index) => {
    const on = addDays(decidedOn, index * 3);
    const penalty: Penalty = {
      agency: source,
      authority: cityAuthority(agency),
      party: getRole(role),
      documentNumber: `${agency.word}罚〔${partsOf(on).year}〕${9_001 + index}号`,
      field: '生态环境',
      type: '未按规定贮存危险废物',
      facts: '经查，当事人废机油桶露天堆放，未设置危险废物识别标志。',
      basis:
        '违反《中华人民共和国固体废物污染环境防治法》第七十七条，依据《中华人民共和国固体废物污染环境防治法》第一百一十二条第一款第（一）项',
      kinds: ['罚款'],
      content: '罚款人民币100,000元',
      fine: 100_000,
      procedure: '普通程序',
      decidedOn: on,
      service: { on: addDays(on, 2), mode: '直接送达' },
    };
    return columns.map(({ cell }) => cell(penalty));
  });
  return { header: columns.map(({ header }) => header), rows };
}

function faults(today: CivilDate): readonly Fault[] {
  const tomorrow = addDays(today, 1);
  const wrongOuter = '91999999MA3K7T2X0Q';
  const inner = '91999999MA3K7T2X1';
  const wrongInner = inner + usccCheckCharacter(inner);
  return [
    atCell('wrong-outer-digit', 'identifier-outer-check', 'CF_XDR_SHXYM', wrongOuter, {
      zh: '统一社会信用代码第 18 位应为 J，现为 Q。',
      en: 'The 18th character of the unified code should be J; it is Q.',
    }),
    atCell('wrong-inner-digit', 'identifier-inner-check', 'CF_XDR_SHXYM', wrongInner, {
      zh: '统一社会信用代码第 17 位（组织机构代码校验码）应为 0，现为 1。',
      en: 'The 17th character, the check of the organisation code, should be 0; it is 1.',
    }),
    atCell('amount-not-exact', 'amount-not-exact', 'CF_NR_FK', '1.23456789', {
      zh: '罚款金额精确到万元小数点后 6 位，现有 8 位。',
      en: 'Amounts in 10,000 yuan have at most six decimals; there are eight.',
    }),
    atCell('no-such-day', 'value-not-a-date', 'CF_JDRQ', `${partsOf(today).year}-02-30`, {
      zh: '没有 2 月 30 日。',
      en: 'There is no 30 February.',
    }),
    atCell('unknown-kind', 'value-not-in-list', 'CF_CFLB', '记过', {
      zh: '处罚类别“记过”不在《行政处罚法》第九条所列之内。',
      en: 'The kind of penalty is none of article 9 of the Administrative Penalty Law.',
    }),
    {
      name: 'decision-in-future',
      problem: 'value-in-future',
      rows: [SPOILED_LINE],
      column: 'CF_JDRQ',
      value: tomorrow,
      says: { zh: '决定日期在今天之后。', en: 'The day of the decision lies after today.' },
      // Without the day of service, which would be a second fault: it lies before the decision.
      spoil: (table) => replaceCell(replaceCell(table, 'CF_JDRQ', tomorrow), 'EXT_SDRQ', ''),
    },
    atCell('value-missing', 'value-missing', 'CF_WFXW', '', {
      zh: '缺少违法行为类型。',
      en: 'The kind of violation is missing.',
    }),
    {
      name: 'no-publicity-end',
      problem: 'column-missing',
      column: 'CF_GSJZQ',
      says: { zh: '缺少公示截止期一列。', en: 'The column for the end of publicity is missing.' },
      spoil: (table) => withoutColumn(table, 'CF_GSJZQ'),
    },
    {
      name: 'ambiguous-header',
      problem: 'header-ambiguous',
      column: '统一社会信用代码',
      says: {
        zh: '有两列都表示统一社会信用代码。',
        en: 'Two columns both stand for the unified code.',
      },
      spoil: (table) => withHeader(table, 'CF_XDR_GSZC', '统一社会信用代码'),
    },
    {
      name: 'conflict-in-file',
      problem: 'record-conflict-in-file',
      rows: [SPOILED_LINE - 1, SPOILED_LINE],
      says: {
        zh: '同一当事人、同一文号出现两次，罚款金额不同。',
        en: 'The same party and document number stand twice, with different fines.',
      },
      spoil: withConflict,
    },
  ];
}

function atCell(
  name: string,
  problem: ProblemCode,
  column: string,
  value: string,
  says: BrokenFile['says'],
): Fault {
  const spoil = (table: Grid) => replaceCell(table, column, value);
  return { name, problem, rows: [SPOILED_LINE], column, value, says, spoil };
}

function replaceCell(table: Grid, column: string, value: string): Grid {
  const at = table.header.indexOf(column);
  const rows = table.rows.map((row, index) => (index === SPOILED ? row.with(at, value) : row));
  return { ...table, rows };
}

function withoutColumn({ header, rows }: Grid, column: string): Grid {
  const at = header.indexOf(column);
  const without = (cells: readonly string[]) => cells.filter((_, index) => index !== at);
  return { header: without(header), rows: rows.map(without) };
}

function withHeader({ header, rows }: Grid, column: string, text: string): Grid {
  return { header: header.with(header.indexOf(column), text), rows };
}

/** The row before, once more, with another fine. */
function withConflict(table: Grid): Grid {
  const before = table.rows[SPOILED - 1] ?? [];
  const changed = before.with(table.header.indexOf('CF_NR_FK'), '12.000000');
  return { ...table, rows: table.rows.with(SPOILED, changed) };
}

/** No cell needs quotes, and one has an opening quote all the same. */
async function writeUnclosed(target: string, table: Grid): Promise<void> {
  const { header, rows } = replaceCell(table, 'CF_SY', '"经查，引号没有闭合');
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => cell.replaceAll(',', '')).join(','),
  );
  await writeFile(target, lines.join('\r\n'));
}

/** One part in GB18030, one in UTF-8, as when two offices glue their files together. */
async function writeMixed(target: string, { header, rows }: Grid): Promise<number> {
  const [upper, lower] = [`${target}.upper`, `${target}.lower`];
  const split = SPOILED + 1;
  await writeTable(upper, {
    header,
    rows: rows.slice(0, split),
    format: 'csv',
    encoding: 'gb18030',
  });
  const [first = [], ...others] = rows.slice(split);
  await writeTable(lower, { header: first, rows: others, format: 'csv', encoding: 'utf-8' });
  await writeFile(target, Buffer.concat([await readFile(upper), await readFile(lower)]));
  await Promise.all([rm(upper), rm(lower)]);
  return split + 2;
}
