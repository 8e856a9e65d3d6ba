/** Offices that have desks in procedures and supply no files. */
export const offices = [
  { code: 'audit_office', name: { zh: '望澜市审计局', en: 'Wanglan Audit Office' } },
  { code: 'credit_centre', name: { zh: '望澜市公共信用信息中心', en: 'Wanglan Credit Centre' } },
  { code: 'city_government', name: { zh: '望澜市人民政府', en: 'Wanglan City Government' } },
  { code: 'justice_bureau', name: { zh: '望澜市司法局', en: 'Wanglan Justice Bureau' } },
  {
    code: 'market_inspection',
    name: { zh: '望澜市市场监管综合执法支队', en: 'Wanglan Market Inspection Brigade' },
  },
  {
    code: 'development_reform',
    name: { zh: '望澜市发展和改革委员会', en: 'Wanglan Development and Reform Commission' },
  },
  { code: 'city_court', name: { zh: '望澜市中级人民法院', en: 'Wanglan Intermediate Court' } },
] as const;

/** Bodies of the law that an office of the city is. */
export function actsAs(agency: string): readonly string[] {
  return agency === 'market_regulation' || agency === 'market_inspection'
    ? ['market_supervision']
    : [];
}

/** Whose decisions go to whom: the court's to the court above it, all others' to the justice bureau. */
export function behind(agency: string): {
  readonly superior: OfficeCode;
  readonly review: OfficeCode;
} {
  return agency === 'district_court'
    ? { superior: 'city_court', review: 'city_court' }
    : { superior: 'city_government', review: 'justice_bureau' };
}

export type OfficeCode = (typeof offices)[number]['code'];
