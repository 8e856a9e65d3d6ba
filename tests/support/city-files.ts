import { makeUscc } from '@credence/domain';

import { market } from './world.ts';

const office = '望澜市市场监督管理局';

/** The code of the organisation with a number. */
export function codeOf(number: number): string {
  const body8 = `MA${String(number).padStart(6, '0')}`;
  return makeUscc({ department: '9', category: '1', region: '999999', body8 });
}

export function nameOf(number: number): string {
  return `望澜市第${String(number)}号贸易有限公司`;
}

export function registrationFile(numbers: readonly number[]): string {
  const header = '企业名称,统一社会信用代码,企业类型,成立日期,登记机关,登记状态';
  const rows = numbers.map(
    (number) => `${nameOf(number)},${codeOf(number)},有限责任公司,2015-03-02,${office},存续`,
  );
  return [header, ...rows].join('\n');
}

export interface PenaltyLine {
  readonly of: number;
  readonly number: string;
  readonly decided: string;
  /** Warnings are kept and never shown. */
  readonly kind?: '罚款' | '警告' | '吊销许可证件';
}

export function penaltyFile(lines: readonly PenaltyLine[]): string {
  const header =
    'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,' +
    'CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,处罚程序,送达日期,送达方式';
  const rows = lines.map(({ of, number, decided, kind = '罚款' }) =>
    [
      ...[nameOf(of), '法人及非法人组织', codeOf(of), number],
      ...['虚假宣传', '宣传内容与事实不符', '《广告法》第五十五条', kind],
      ...[kind === '罚款' ? '罚款 20000 元' : kind, kind === '罚款' ? '2.000000' : ''],
      ...[decided, '2099-12-31', office, market, office, market, '普通程序', decided, '直接送达'],
    ].join(','),
  );
  return [header, ...rows].join('\n');
}

export interface LicenceLine {
  readonly of: number;
  readonly number: string;
  readonly decided: string;
  readonly until: string;
}

export function licenceFile(lines: readonly LicenceLine[]): string {
  const header =
    'XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_XKWS,XK_WSH,XK_XKLB,XK_XKZS,XK_XKBH,XK_NR,XK_JDRQ,' +
    'XK_YXQZ,XK_YXQZI,XK_XKJG,XK_XKJGDM,XK_ZT,XK_LYDW,XK_LYDWDM';
  const rows = lines.map(({ of, number, decided, until }) =>
    [
      ...[nameOf(of), '法人及非法人组织', codeOf(of), '准予食品经营许可决定书', number],
      ...['普通', '食品经营许可证', `JY${number.replace(/\D/g, '')}`, '热食类食品制售'],
      ...[decided, decided, until, office, market, '1', office, market],
    ].join(','),
  );
  return [header, ...rows].join('\n');
}
