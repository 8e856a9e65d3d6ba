import { isBefore, type CivilDate } from '@credence/domain';

import { getAgency, type AgencyCode } from '../city/agencies.ts';
import type { Licence } from '../record/records.ts';
import type { Column } from './demo-file.ts';
import { inventedName, inventedNumber } from './invented-people.ts';
import { classOf, organisationCodeOf } from './party-cells.ts';

/** The day that the tables write for a licence without a last day. */
const INDEFINITE = '2099-12-31';

type Cells = Readonly<Record<string, (licence: Licence) => string>>;

function cellsOn(today: CivilDate): Cells {
  return {
    XK_XDR_MC: ({ party }) => party.name,
    XK_XDR_LB: ({ party }) => (party.code === '' ? '自然人' : classOf(party)),
    XK_XDR_SHXYM: ({ party }) => party.code,
    XK_XDR_ZZJG: ({ party }) => (party.code === '' ? '' : organisationCodeOf(party)),
    XK_FRDB: ({ party }) => inventedName(party.code),
    XK_FR_ZJLX: () => '居民身份证',
    XK_FR_ZJHM: () => inventedNumber,
    XK_XDR_ZJHM: ({ party }) => (party.code === '' ? inventedNumber : ''),
    XK_XKWS: ({ certificate }) => `准予${certificate.replace(/证书?(（.*）)?$/, '$1')}决定书`,
    XK_WSH: ({ documentNumber }) => documentNumber,
    XK_XKLB: ({ licenceClass }) => licenceClass,
    XK_XKZS: ({ certificate }) => certificate,
    XK_XKBH: ({ licenceNumber }) => licenceNumber,
    XK_NR: ({ content }) => content,
    XK_JDRQ: ({ decidedOn }) => decidedOn,
    XK_YXQZ: ({ validFrom }) => validFrom,
    XK_YXQZI: ({ validUntil }) => (validUntil === 'none' ? INDEFINITE : validUntil),
    XK_XKJG: ({ authority }) => authority.name,
    XK_XKJGDM: ({ authority }) => authority.unifiedCode,
    XK_ZT: ({ validUntil }) => (validUntil !== 'none' && isBefore(validUntil, today) ? '2' : '1'),
    XK_LYDW: ({ agency }) => getAgency(agency).name.zh,
    XK_LYDWDM: ({ agency }) => getAgency(agency).unifiedCode,
    BZ: () => '',
    DFBM: () => '999999',
  };
}

const personal = new Set(['XK_FRDB', 'XK_FR_ZJLX', 'XK_FR_ZJHM', 'XK_XDR_ZJHM']);

const standard2018 = [
  'XK_XDR_MC XK_XDR_LB XK_XDR_SHXYM XK_XDR_ZZJG XK_FRDB XK_FR_ZJLX XK_FR_ZJHM XK_XDR_ZJHM',
  'XK_XKWS XK_WSH XK_XKLB XK_XKZS XK_XKBH XK_NR XK_JDRQ XK_YXQZ XK_YXQZI',
  'XK_XKJG XK_XKJGDM XK_ZT XK_LYDW XK_LYDWDM BZ',
];

/** Header = column; a header without a column of its own is the column's. */
const standard2015 = [
  'XK_XDR=XK_XDR_MC XK_XDR_LB XK_XDR_SHXYM XK_XDR_ZDM=XK_XDR_ZZJG XK_FR=XK_FRDB',
  'XK_XMMC=XK_XKWS XK_WSH XK_SPLB=XK_XKLB XK_XKZS XK_NR XK_JDRQ XK_YXQZ XK_JZQ=XK_YXQZI',
  'XK_XZJG=XK_XKJG XK_XKJGDM XK_ZT XK_LYDW XK_LYDWDM DFBM',
];

const inChinese = [
  '行政相对人名称=XK_XDR_MC 行政相对人类别=XK_XDR_LB 行政相对人代码-1（统一社会信用代码）=XK_XDR_SHXYM',
  '法定代表人=XK_FRDB 法定代表人身份证号=XK_FR_ZJHM 行政许可决定文书名称=XK_XKWS',
  '行政许可决定文书号=XK_WSH 许可类别=XK_XKLB 许可证书名称=XK_XKZS 许可编号=XK_XKBH 许可内容=XK_NR',
  '许可决定日期=XK_JDRQ 有效期自=XK_YXQZ 有效期至=XK_YXQZI 许可机关=XK_XKJG',
  '许可机关统一社会信用代码=XK_XKJGDM 当前状态=XK_ZT 数据来源单位=XK_LYDW',
  '数据来源单位统一社会信用代码=XK_LYDWDM 备注=BZ',
];

/** Every agency writes its licences in one of three dialects. */
export function licenceColumns(agency: AgencyCode, today: CivilDate): readonly Column<Licence>[] {
  const cells = cellsOn(today);
  return dialectOf(agency)
    .flatMap((line) => line.split(' '))
    .map((entry) => {
      const [header = '', column = header] = entry.split('=');
      const cell = cells[column];
      if (!cell) throw new RangeError(`No column ${column} in the licence table.`);
      return { header, cell, ...(personal.has(column) ? { person: true } : {}) };
    });
}

function dialectOf(agency: AgencyCode): readonly string[] {
  if (agency === 'market_regulation' || agency === 'environment') return standard2018;
  return agency === 'human_resources' || agency === 'transport' ? standard2015 : inChinese;
}
