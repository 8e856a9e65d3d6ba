import { getAgency, type AgencyCode } from '../city/agencies.ts';
import type { Form, Organisation } from '../organisation/organisation.ts';
import { getSector } from '../organisation/sectors.ts';
import type { Column, FileForm } from './demo-file.ts';
import { inventedName, inventedNumber, inventedTelephone } from './invented-people.ts';

type Field =
  | 'name'
  | 'code'
  | 'class'
  | 'type'
  | 'established'
  | 'registered'
  | 'authority'
  | 'authorityCode'
  | 'status'
  | 'address'
  | 'district'
  | 'formerNames'
  | 'industry'
  | 'division'
  | 'principal'
  | 'principalNumber'
  | 'contact'
  | 'telephone';

const classes: Readonly<Record<Form, string>> = {
  enterprise: '法人及非法人组织',
  branch: '法人及非法人组织',
  cooperative: '农民专业合作社',
  sole_trader: '个体工商户',
  institution: '事业单位',
  organ: '机关',
  association: '社会组织',
  service_unit: '社会组织',
  foundation: '社会组织',
};

const cells: Readonly<Record<Field, (organisation: Organisation) => string>> = {
  name: ({ name }) => name,
  code: ({ code }) => code,
  class: ({ form }) => classes[form],
  type: ({ legalForm }) => legalForm,
  established: ({ establishedOn }) => establishedOn,
  registered: ({ registeredOn }) => registeredOn,
  authority: ({ registrar }) => getAgency(registrar).name.zh,
  authorityCode: ({ registrar }) => getAgency(registrar).unifiedCode,
  status: ({ status }) => status,
  address: ({ address }) => address,
  district: ({ district }) => district.name,
  formerNames: ({ formerNames }) => formerNames.join('；'),
  industry: ({ sector }) => getSector(sector).industry,
  division: ({ sector }) => getSector(sector).division,
  principal: ({ code }) => inventedName(code),
  principalNumber: () => inventedNumber,
  contact: ({ code }) => inventedName(`${code}/contact`),
  telephone: () => inventedTelephone,
};

const personal: ReadonlySet<Field> = new Set([
  'principal',
  'principalNumber',
  'contact',
  'telephone',
]);

export interface RegistrationForm {
  readonly registrar: AgencyCode;
  readonly path: string;
  readonly form: FileForm & { readonly format: 'csv' };
  readonly columns: readonly Column<Organisation>[];
}

/** The three registers of the city, each in its own dialect. */
export const registrationForms: readonly RegistrationForm[] = [
  {
    registrar: 'market_regulation',
    path: 'registration-market.csv',
    form: { format: 'csv', encoding: 'utf-8-bom' },
    columns: dialect({
      企业名称: 'name',
      统一社会信用代码: 'code',
      主体类别: 'class',
      企业类型: 'type',
      '法定代表人（负责人）': 'principal',
      身份证号码: 'principalNumber',
      成立日期: 'established',
      核准日期: 'registered',
      登记机关: 'authority',
      登记机关统一社会信用代码: 'authorityCode',
      经营状态: 'status',
      '住所（经营场所）': 'address',
      所属区: 'district',
      曾用名: 'formerNames',
      行业门类: 'industry',
      行业大类: 'division',
      联系电话: 'telephone',
    }),
  },
  {
    registrar: 'institution_registry',
    path: 'registration-institutions.csv',
    form: { format: 'csv', encoding: 'utf-8-bom' },
    columns: dialect({
      DJ_MC: 'name',
      DJ_SHXYM: 'code',
      DJ_ZTLB: 'class',
      DJ_LX: 'type',
      DJ_CLRQ: 'established',
      DJ_HZRQ: 'registered',
      DJ_JG: 'authority',
      DJ_JGDM: 'authorityCode',
      DJ_ZT: 'status',
      DJ_ZS: 'address',
      DJ_Q: 'district',
      DJ_CYM: 'formerNames',
      DJ_HY: 'industry',
      DJ_HYDL: 'division',
      DJ_FRDB: 'principal',
    }),
  },
  {
    registrar: 'civil_affairs',
    path: 'registration-social.csv',
    form: { format: 'csv', encoding: 'gb18030' },
    columns: dialect({
      机构名称: 'name',
      '代码(统一社会信用代码)': 'code',
      机构类型: 'type',
      设立日期: 'established',
      登记机关名称: 'authority',
      登记状态: 'status',
      住所: 'address',
      '县(市、区)': 'district',
      负责人: 'principal',
      联系人: 'contact',
    }),
  },
];

function dialect(headers: Readonly<Record<string, Field>>): readonly Column<Organisation>[] {
  return Object.entries(headers).map(([header, field]) => ({
    header,
    cell: cells[field],
    ...(personal.has(field) ? { person: true } : {}),
  }));
}
