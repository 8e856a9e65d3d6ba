import { addMonths, civilDate, isBefore, parseCivilDate } from '@credence/domain';
import type { SheetCell } from '@credence/exchange';

import { getAgency } from '../city/agencies.ts';
import type { Penalty } from '../record/records.ts';
import { inTenThousands } from './amounts.ts';
import type { Column } from './demo-file.ts';
import { inventedName, inventedNumber } from './invented-people.ts';
import { classOf, organisationCodeOf } from './party-cells.ts';

type Cells = Readonly<Record<string, (penalty: Penalty) => string>>;

/** Since this day authorities state one year of publicity where they used to state three. */
const SHORTER_SINCE = civilDate('2026-04-01');

/** The table of 2018 with the additions of this register, column by column. */
const cells: Cells = {
  CF_XDR_MC: ({ party }) => party.name,
  CF_XDR_LB: ({ party }) => (party.code === '' ? '自然人' : classOf(party)),
  CF_XDR_SHXYM: ({ party }) => party.code,
  CF_XDR_GSZC: () => '',
  CF_XDR_ZZJG: ({ party }) => (party.code === '' ? '' : organisationCodeOf(party)),
  CF_XDR_SWDJ: () => '',
  CF_XDR_SYDW: () => '',
  CF_XDR_SHZZ: () => '',
  CF_FRDB: ({ party }) => (party.code === '' ? '' : inventedName(party.code)),
  CF_FR_ZJLX: ({ party }) => (party.code === '' ? '' : '居民身份证'),
  CF_FR_ZJHM: ({ party }) => (party.code === '' ? '' : inventedNumber),
  CF_XDR_ZJLX: ({ party }) => (party.code === '' ? '居民身份证' : ''),
  CF_XDR_ZJHM: ({ party }) => (party.code === '' ? inventedNumber : ''),
  CF_WSH: ({ documentNumber }) => documentNumber,
  CF_WFXW: ({ type }) => type,
  CF_SY: ({ facts }) => facts,
  CF_YJ: ({ basis }) => basis,
  CF_CFLB: ({ kinds }) => kinds.join(';'),
  CF_CFLB1: ({ kinds }) => heaviestFirst(kinds)[0] ?? '',
  CF_CFLB2: ({ kinds }) => heaviestFirst(kinds).slice(1).join(';'),
  CF_NR: ({ content }) => content,
  CF_NR_FK: ({ fine }) => (fine === undefined ? '' : inTenThousands(fine)),
  CF_NR_WFFF: ({ gains }) => (gains === undefined ? '' : inTenThousands(gains)),
  CF_NR_ZKDX: ({ licence }) => licence ?? '',
  CF_JDRQ: ({ decidedOn }) => decidedOn,
  CF_YXQ: () => '',
  CF_GSJZQ: ({ decidedOn }) =>
    addMonths(decidedOn, isBefore(decidedOn, SHORTER_SINCE) ? 36 : 12, 'down'),
  CF_CFJG: ({ authority }) => authority.name,
  CF_CFJGDM: ({ authority }) => authority.unifiedCode,
  CF_SJLY: ({ agency }) => getAgency(agency).name.zh,
  CF_SJLYDM: ({ agency }) => getAgency(agency).unifiedCode,
  CF_ZT: () => '0',
  BZ: () => '',
  DFBM: () => '999999',
  SJC: ({ decidedOn }) => `${decidedOn} 17:30:00`,
  EXT_CFCX: ({ procedure }) => procedure,
  EXT_JGLY: ({ field }) => field,
  EXT_ZACF: ({ agency }) => (agency === 'public_security' ? '是' : '否'),
  EXT_XWZZRQ: ({ conductEndedOn }) => conductEndedOn ?? '',
  EXT_SDRQ: ({ service }) => service?.on ?? '',
  EXT_SDFS: ({ service }) => service?.mode ?? '',
};

const personal = new Set(['CF_FRDB', 'CF_FR_ZJLX', 'CF_FR_ZJHM', 'CF_XDR_ZJLX', 'CF_XDR_ZJHM']);
const amounts = new Set(['CF_NR_FK', 'CF_NR_WFFF']);
const dates = new Set(['CF_JDRQ', 'CF_GSJZQ', 'EXT_XWZZRQ', 'EXT_SDRQ']);

/** The standard of 2015 has two columns; what is more than a warning stands in the first. */
function heaviestFirst(kinds: readonly string[]): readonly string[] {
  return [...kinds].sort((a, b) => Number(a === '警告') - Number(b === '警告'));
}

/** Columns of a dialect, written as `header=COLUMN`, or `COLUMN` where the header is its code. */
export function penaltyColumns(dialect: readonly string[]): readonly Column<Penalty>[] {
  return dialect
    .flatMap((line) => line.split(' '))
    .map((entry) => {
      const [header = '', column = header] = entry.split('=');
      const cell = cells[column];
      if (!cell) throw new RangeError(`No column ${column} in the penalty table.`);
      return {
        header,
        cell,
        sheetCell: (penalty) => toSheetCell(column, cell(penalty)),
        ...(personal.has(column) ? { person: true } : {}),
      };
    });
}

/** In a workbook amounts are numbers and days are dates, as people type them. */
function toSheetCell(column: string, text: string): SheetCell {
  if (text === '') return text;
  if (amounts.has(column)) return { kind: 'number', text: text.replace(/\.?0+$/, '') };
  const on = dates.has(column) ? parseCivilDate(text) : undefined;
  return on === undefined ? text : { kind: 'date', on };
}
