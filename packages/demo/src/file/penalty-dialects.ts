import type { AgencyCode } from '../city/agencies.ts';
import type { FileForm } from './demo-file.ts';

/** The standard of 2018 by its column codes. */
const codes2018 = [
  'CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM CF_XDR_GSZC CF_XDR_ZZJG CF_XDR_SWDJ CF_XDR_SYDW CF_XDR_SHZZ',
  'CF_FRDB CF_FR_ZJLX CF_FR_ZJHM CF_XDR_ZJLX CF_XDR_ZJHM CF_WSH CF_WFXW CF_SY CF_YJ CF_CFLB CF_NR',
  'CF_NR_FK CF_NR_WFFF CF_NR_ZKDX CF_JDRQ CF_YXQ CF_GSJZQ CF_CFJG CF_CFJGDM CF_SJLY CF_SJLYDM BZ',
];

const procedure = ['EXT_CFCX EXT_JGLY'];
const service = ['EXT_SDRQ EXT_SDFS'];

/** The standard of 2015 by its column codes, with the columns that 2018 made compulsory. */
const codes2015 = [
  'CF_WSH CF_CFMC=CF_WFXW CF_CFLB1 CF_CFLB2 CF_SY CF_YJ CF_XDR_MC CF_XDR_LB CF_XDR_SHXYM',
  'CF_XDR_ZDM=CF_XDR_ZZJG CF_XDR_GSDJ=CF_XDR_GSZC CF_XDR_SFZ=CF_XDR_ZJHM CF_FR=CF_FRDB',
  'CF_JG=CF_NR CF_NR_FK CF_NR_WFFF CF_JDRQ CF_GSJZQ CF_XZJG=CF_CFJG CF_CFJGDM CF_SJLY CF_SJLYDM',
  'CF_ZT DFBM SJC',
];

/** Plain Chinese headers, with half-width brackets. */
const inChinese = [
  '行政相对人名称=CF_XDR_MC 行政相对人类别=CF_XDR_LB 统一社会信用代码=CF_XDR_SHXYM 法定代表人=CF_FRDB',
  '行政处罚决定书文号=CF_WSH 违法行为类型=CF_WFXW 违法事实=CF_SY 处罚依据=CF_YJ 处罚类别=CF_CFLB',
  '处罚内容=CF_NR 罚款金额(万元)=CF_NR_FK 没收金额(万元)=CF_NR_WFFF',
  '暂扣或吊销证照名称及编号=CF_NR_ZKDX 处罚决定日期=CF_JDRQ 公示截止期=CF_GSJZQ 处罚机关=CF_CFJG',
  '处罚机关统一社会信用代码=CF_CFJGDM 数据来源单位=CF_SJLY 数据来源单位统一社会信用代码=CF_SJLYDM',
  '处罚程序=EXT_CFCX 监管领域=EXT_JGLY 备注=BZ',
];

/** What a bureau's workbook looks like: running indices, and the meaning in brackets. */
export const workbookThisYear = [
  '行政相对人名称=CF_XDR_MC 行政相对人类别=CF_XDR_LB 行政相对人代码_1（统一社会信用代码）=CF_XDR_SHXYM',
  '行政相对人代码_2(工商登记码)=CF_XDR_GSZC 行政相对人代码_3（组织机构代码）=CF_XDR_ZZJG',
  '行政相对人代码_4(税务登记号)=CF_XDR_SWDJ 行政相对人代码_5（事业单位证书号）=CF_XDR_SYDW',
  '行政相对人代码_6(社会组织登记证号)=CF_XDR_SHZZ 法定代表人=CF_FRDB 法定代表人证件类型=CF_FR_ZJLX',
  '法定代表人证件号码=CF_FR_ZJHM 证件类型=CF_XDR_ZJLX 证件号码=CF_XDR_ZJHM',
  '行政处罚决定书文号=CF_WSH 违法行为类型=CF_WFXW 违法事实=CF_SY 处罚依据=CF_YJ 处罚类别=CF_CFLB',
  '处罚内容=CF_NR 罚款金额（万元）=CF_NR_FK 没收违法所得、没收非法财物的金额（万元）=CF_NR_WFFF',
  '暂扣或吊销证照名称及编号=CF_NR_ZKDX 处罚决定日期=CF_JDRQ 处罚有效期=CF_YXQ 公示截止期=CF_GSJZQ',
  '处罚机关=CF_CFJG 处罚机关统一社会信用代码=CF_CFJGDM 数据来源单位=CF_SJLY',
  '数据来源单位统一社会信用代码=CF_SJLYDM 备注=BZ 适用程序=EXT_CFCX 监管领域=EXT_JGLY',
  '送达日期=EXT_SDRQ 送达方式=EXT_SDFS 违法行为终止日期=EXT_XWZZRQ',
];

/** The same bureau some years ago: other words, a dash for the index, codes in another order. */
export const workbookEarlier = [
  '行政处罚决定书编号=CF_WSH 当事人名称=CF_XDR_MC 相对人类别=CF_XDR_LB',
  '行政相对人代码-1(组织机构代码)=CF_XDR_ZZJG 行政相对人代码-2（统一社会信用代码）=CF_XDR_SHXYM',
  '负责人=CF_FRDB 身份证号=CF_XDR_ZJHM 违法类型=CF_WFXW 主要违法事实=CF_SY 行政处罚依据=CF_YJ',
  '处罚种类=CF_CFLB 行政处罚内容=CF_NR 罚款（万元）=CF_NR_FK 没收金额（万元）=CF_NR_WFFF',
  '暂扣或吊销证照名称及编号=CF_NR_ZKDX 作出行政处罚决定日期=CF_JDRQ 公示截止日期=CF_GSJZQ',
  '作出行政处罚决定机关名称=CF_CFJG 处罚机关代码=CF_CFJGDM 数据来源单位名称=CF_SJLY',
  '数据来源单位代码=CF_SJLYDM 处罚程序=EXT_CFCX 执法领域=EXT_JGLY 决定书送达日期=EXT_SDRQ',
  '文书送达方式=EXT_SDFS 行为终止日期=EXT_XWZZRQ',
];

export interface PenaltyForm {
  readonly agency: Exclude<AgencyCode, 'market_regulation'>;
  readonly form: FileForm & { readonly format: 'csv' };
  readonly dialect: readonly string[];
  /** Whether two officials state the service that the file does not show. */
  readonly stated: boolean;
}

const utf8 = { format: 'csv', encoding: 'utf-8' } as const;
const utf8Bom = { format: 'csv', encoding: 'utf-8-bom' } as const;
const gb18030 = { format: 'csv', encoding: 'gb18030' } as const;

/**
 * The files of the other agencies. Urban management neither shows nor states service: its decisions
 * are kept and not published.
 */
export const penaltyForms: readonly PenaltyForm[] = [
  row('environment', utf8Bom, [...codes2018, ...procedure, ...service]),
  row('emergency_management', gb18030, [...codes2018, ...procedure], 'stated'),
  row('human_resources', gb18030, codes2015, 'stated'),
  row('transport', utf8, codes2015, 'stated'),
  row('housing_construction', gb18030, [...inChinese, '送达日期=EXT_SDRQ 送达方式=EXT_SDFS']),
  row('health', utf8Bom, [...inChinese, '文书送达日期=EXT_SDRQ 文书送达方式=EXT_SDFS']),
  row('culture_tourism', gb18030, [...codes2018, ...procedure, ...service]),
  row('urban_management', utf8Bom, inChinese),
  row('tax', utf8, [...codes2018, ...procedure], 'stated'),
  row('public_security', gb18030, [...codes2018, ...procedure, 'EXT_ZACF', ...service]),
];

function row(
  agency: PenaltyForm['agency'],
  form: PenaltyForm['form'],
  dialect: readonly string[],
  stated?: 'stated',
): PenaltyForm {
  return { agency, form, dialect, stated: stated === 'stated' };
}

/** A dialect for files that are to be broken in one place. */
export const plainDialect: readonly string[] = [...codes2018, ...procedure, ...service];
