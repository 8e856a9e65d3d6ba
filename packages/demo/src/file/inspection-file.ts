import type { AgencyCode } from '../city/agencies.ts';
import type { Inspection } from '../record/records.ts';
import type { Column, FileForm } from './demo-file.ts';
import { inventedName, inventedTelephone } from './invented-people.ts';
import { classOf } from './party-cells.ts';

type Cells = Readonly<Record<string, (inspection: Inspection) => string>>;

const cells: Cells = {
  CC_MC: ({ party }) => party.name,
  CC_SHXYM: ({ party }) => party.code,
  CC_DXLB: ({ party }) => classOf(party),
  CC_JHBH: ({ planNumber }) => planNumber,
  CC_JHMC: ({ plan }) => plan,
  CC_LX: ({ kind }) => kind,
  CC_SX: ({ matter }) => matter,
  CC_JG: ({ result }) => result,
  CC_RQ: ({ inspectedOn }) => inspectedOn,
  CC_GZRQ: ({ correctedOn }) => correctedOn ?? '',
  CC_JGMC: ({ authority }) => authority.name,
  CC_JGDM: ({ authority }) => authority.unifiedCode,
  CC_FRDB: ({ party }) => inventedName(party.code),
  CC_JCRY: ({ planNumber, authority }) =>
    ['甲', '乙'].map((each) => inventedName(planNumber + authority.name + each)).join('、'),
  CC_LXDH: () => inventedTelephone,
};

const personal = new Set(['CC_FRDB', 'CC_JCRY', 'CC_LXDH']);

export interface InspectionForm {
  readonly agency: AgencyCode;
  readonly path: string;
  readonly form: FileForm & { readonly format: 'csv' };
  readonly columns: readonly Column<Inspection>[];
}

export const inspectionForms: readonly InspectionForm[] = [
  {
    agency: 'market_regulation',
    path: 'inspections-market.csv',
    form: { format: 'csv', encoding: 'utf-8-bom' },
    columns: columnsOf([
      '检查对象名称=CC_MC 检查对象统一社会信用代码=CC_SHXYM 检查对象类别=CC_DXLB 抽查计划编号=CC_JHBH',
      '抽查计划名称=CC_JHMC 抽查类型=CC_LX 抽查事项=CC_SX 抽查结果=CC_JG 检查日期=CC_RQ',
      '改正日期=CC_GZRQ 检查机关=CC_JGMC 检查机关统一社会信用代码=CC_JGDM 检查人员=CC_JCRY',
    ]),
  },
  {
    agency: 'emergency_management',
    path: 'inspections-emergency.csv',
    form: { format: 'csv', encoding: 'gb18030' },
    columns: columnsOf([
      'CC_MC CC_SHXYM CC_JHBH CC_JHMC CC_LX CC_SX CC_JG CC_RQ CC_GZRQ CC_JGMC CC_JGDM',
      'CC_FRDB CC_LXDH',
    ]),
  },
];

function columnsOf(dialect: readonly string[]): readonly Column<Inspection>[] {
  return dialect
    .flatMap((line) => line.split(' '))
    .map((entry) => {
      const [header = '', column = header] = entry.split('=');
      const cell = cells[column];
      if (!cell) throw new RangeError(`No column ${column} in the inspection table.`);
      return { header, cell, ...(personal.has(column) ? { person: true } : {}) };
    });
}
