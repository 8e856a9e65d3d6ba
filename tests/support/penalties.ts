import { makeUscc } from '@credence/domain';

import { market } from './world.ts';

/** The columns of the official penalty table that these rows fill. */
export const penaltyHeader =
  'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_SY,CF_YJ,CF_CFLB,CF_NR,CF_NR_FK,' +
  'CF_JDRQ,CF_GSJZQ,CF_CFJG,CF_CFJGDM,CF_SJLY,CF_SJLYDM,处罚程序,是否治安管理处罚,送达日期,送达方式';

export interface PenaltyFacts {
  readonly name: string;
  readonly number: number;
  readonly document: string;
  readonly kind?: 'organisation' | 'sole_trader';
  readonly fine?: string;
  readonly kinds?: string;
  readonly procedure?: string;
  readonly publicSecurity?: string;
  readonly decided?: string;
}

/** A code of an invented organisation. */
export function codeOf(number: number, kind: PenaltyFacts['kind'] = 'organisation'): string {
  const category = kind === 'organisation' ? '1' : '2';
  const body8 = `MA${String(number).padStart(6, '0')}`;
  return makeUscc({ department: '9', category, region: '999999', body8 });
}

/** One decision by its official columns. */
export function penaltyCells(facts: PenaltyFacts): Readonly<Record<string, string>> {
  const { kind = 'organisation', decided = '2026-08-14' } = facts;
  const cells = [
    facts.name,
    kind === 'organisation' ? '法人及非法人组织' : '个体工商户',
    codeOf(facts.number, kind),
    facts.document,
    '使用未经定期检验的特种设备',
    '一台起重机械未经定期检验投入使用',
    '《特种设备安全法》第八十四条',
    facts.kinds ?? '罚款',
    '依法处理',
    facts.fine ?? '2.000000',
    decided,
    '2099-12-31',
    '望澜市市场监督管理局',
    market,
    '望澜市市场监督管理局',
    market,
    facts.procedure ?? '普通程序',
    facts.publicSecurity ?? '否',
    decided,
    '直接送达',
  ];
  return Object.fromEntries(penaltyHeader.split(',').map((name, at) => [name, cells[at] ?? '']));
}

export function penaltyCsv(rows: readonly PenaltyFacts[]): string {
  const lines = rows.map((row) => Object.values(penaltyCells(row)).join(','));
  return [penaltyHeader, ...lines].join('\n');
}

export function penaltyJsonl(rows: readonly PenaltyFacts[]): string {
  return rows.map((row) => JSON.stringify(penaltyCells(row))).join('\n');
}
