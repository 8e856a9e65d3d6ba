import { civilDate, makeUscc } from '@credence/domain';

import { agencies } from '../city/agencies.ts';
import { districts, region, type District } from '../city/region.ts';
import type { Form, Organisation, Size } from '../organisation/organisation.ts';
import type { SectorId } from '../organisation/sectors.ts';

/** Those whom texts and tours may name: the same code and name under every seed and size. */
export type Role =
  | 'lanjiang'
  | 'lanjiang-east'
  | 'lanjiang-west'
  | 'lanjiang-repair'
  | 'lanjiang-union'
  | 'lanjiang-trade'
  | 'lanjiang-neighbour'
  | 'second-school'
  | 'sound-alike'
  | 'food-maker'
  | 'builder'
  | 'noodle-shop'
  | 'chemist'
  | 'traveller'
  | 'hospital'
  | 'volunteers'
  | 'carrier'
  | 'dispatcher'
  | 'cybercafe'
  | 'assessor'
  | 'guesthouse'
  | 'recycler'
  | 'pharmacy'
  | 'software-house'
  | 'longest-name'
  | 'in-liquidation'
  | 'bank'
  | 'unregistered';

interface Part {
  readonly name: string;
  /** A whole code, or the eight characters from which it is made. */
  readonly code: string;
  readonly form: Form;
  readonly legalForm: string;
  readonly sector: SectorId;
  readonly district: District['name'];
  readonly street: string;
  readonly established: string;
  readonly size: Size;
  readonly registered?: string;
  readonly status?: string;
  readonly formerNames?: readonly string[];
}

const limited = '有限责任公司（自然人投资或控股）';
const sole = '有限责任公司（自然人独资）';
const branch = '有限责任公司分公司（自然人投资或控股）';
const machinery = { sector: 'machinery', legalForm: limited, form: 'enterprise' } as const;

const parts: Readonly<Record<Role, Part>> = {
  lanjiang: {
    ...machinery,
    name: '望澜市澜江机电设备制造有限公司',
    code: '91999999MA3K7T2X0J',
    district: '临港区',
    street: '澄波路218号',
    established: '2008-05-16',
    size: 3,
    formerNames: ['望澜澜江电机厂'],
  },
  'lanjiang-east': lanjiangBranch('东浦分公司', 'MA3K7T3A', '东浦区', '织造路16号'),
  'lanjiang-west': lanjiangBranch('西滩分公司', 'MA3K7T3B', '西滩区', '海堤路77号'),
  'lanjiang-repair': lanjiangBranch('鹤岭维修分公司', 'MA3K7T3C', '鹤岭区', '采石路9号'),
  'lanjiang-union': {
    name: '望澜市临港区澜江机电设备安装维修与再制造技术服务农民专业合作社联合社',
    code: '93999999MA9Q41LEX3',
    form: 'cooperative',
    legalForm: '农民专业合作社联合社',
    sector: 'farming',
    district: '临港区',
    street: '潮生路31号',
    established: '2019-09-02',
    size: 1,
  },
  'lanjiang-trade': {
    name: '澜江机电（望澜）贸易有限公司',
    code: '91999999MA7D0R5H6M',
    form: 'enterprise',
    legalForm: sole,
    sector: 'trade',
    district: '东浦区',
    street: '文澜路5号2幢603室',
    established: '2015-01-20',
    size: 1,
    status: '歇业',
  },
  'lanjiang-neighbour': {
    ...machinery,
    name: '望澜澜江机电设备有限责任公司',
    code: 'MA4P60LJ',
    district: '澜湖区',
    street: '创新大道1200号',
    established: '2013-10-11',
    size: 2,
  },
  'second-school': {
    name: '望澜市第二机电职业学校',
    code: '12999999427103658T',
    form: 'institution',
    legalForm: '事业单位',
    sector: 'public_service',
    district: '西滩区',
    street: '芦花街40号',
    established: '1986-08-01',
    registered: '2019-03-12',
    size: 2,
    formerNames: ['澜江机电技工学校'],
  },
  'sound-alike': {
    ...machinery,
    name: '望澜市蓝疆机电工程有限公司',
    code: '91999999MA2W88NK50',
    district: '东浦区',
    street: '集贤街112号',
    established: '2021-11-08',
    size: 1,
  },
  'food-maker': {
    name: '望澜市鸿运来食品有限公司',
    code: 'MA5B31HY',
    form: 'enterprise',
    legalForm: limited,
    sector: 'food_making',
    district: '白塔县',
    street: '稻香路66号',
    established: '2012-03-27',
    size: 2,
  },
  builder: {
    name: '望澜市金帆建设工程有限公司',
    code: 'MA5C42JF',
    form: 'enterprise',
    legalForm: limited,
    sector: 'construction',
    district: '澜湖区',
    street: '湖心街8号',
    established: '2005-07-19',
    size: 4,
    formerNames: ['望澜市第三建筑工程公司', '望澜市金帆建筑安装有限公司'],
  },
  'noodle-shop': {
    name: '望澜市西滩区老码头面馆',
    code: 'MA5D53MG',
    form: 'sole_trader',
    legalForm: '个体工商户',
    sector: 'catering',
    district: '西滩区',
    street: '老码头路3号',
    established: '2017-05-08',
    size: 0,
  },
  chemist: {
    name: '望澜市澄湖化工有限公司',
    code: 'MA5E64CH',
    form: 'enterprise',
    legalForm: limited,
    sector: 'chemicals',
    district: '临港区',
    street: '保税一路2号',
    established: '2003-11-25',
    size: 3,
  },
  traveller: {
    name: '望澜市云栖国际旅行社有限公司',
    code: 'MA5F75YQ',
    form: 'enterprise',
    legalForm: limited,
    sector: 'travel',
    district: '东浦区',
    street: '书院巷21号',
    established: '2010-04-30',
    size: 1,
  },
  hospital: {
    name: '望澜市第三人民医院',
    code: 'MB5G86YY',
    form: 'institution',
    legalForm: '事业单位',
    sector: 'public_service',
    district: '鹤岭区',
    street: '松涛路1号',
    established: '1971-10-01',
    size: 4,
  },
  volunteers: {
    name: '望澜市志愿服务联合会',
    code: 'MJ5H97ZH',
    form: 'association',
    legalForm: '社会团体',
    sector: 'public_service',
    district: '东浦区',
    street: '钟鼓楼街10号',
    established: '2014-12-05',
    size: 1,
  },
  carrier: {
    name: '望澜市万顺冷链物流有限公司',
    code: 'MA5J08WH',
    form: 'enterprise',
    legalForm: limited,
    sector: 'transport',
    district: '临港区',
    street: '锚地路190号',
    established: '2016-06-14',
    size: 3,
  },
  dispatcher: {
    name: '望澜市恒达劳务派遣有限公司',
    code: 'MA5K19HD',
    form: 'enterprise',
    legalForm: sole,
    sector: 'labour',
    district: '东浦区',
    street: '人民东路305号',
    established: '2018-09-03',
    size: 1,
  },
  cybercafe: {
    name: '望澜市临港区星潮网络会所',
    code: 'MA5L20XC',
    form: 'sole_trader',
    legalForm: '个体工商户',
    sector: 'culture',
    district: '临港区',
    street: '灯塔路55号',
    established: '2019-01-15',
    size: 1,
  },
  assessor: {
    name: '望澜市碧境环境技术咨询有限公司',
    code: 'MA5M31BJ',
    form: 'enterprise',
    legalForm: limited,
    sector: 'recycling',
    district: '澜湖区',
    street: '智园二路18号',
    established: '2020-08-20',
    size: 1,
  },
  guesthouse: {
    name: '望澜市白沙湾宾馆有限公司',
    code: 'MA5N42BG',
    form: 'enterprise',
    legalForm: limited,
    sector: 'lodging',
    district: '西滩区',
    street: '白沙路1号',
    established: '2009-02-17',
    size: 2,
  },
  recycler: {
    name: '望澜市清源再生资源有限公司',
    code: 'MA5P53QY',
    form: 'enterprise',
    legalForm: limited,
    sector: 'recycling',
    district: '鹤岭区',
    street: '采石路140号',
    established: '2011-11-30',
    size: 2,
  },
  pharmacy: {
    name: '望澜市康宁大药房连锁有限公司',
    code: 'MA5Q64KN',
    form: 'enterprise',
    legalForm: limited,
    sector: 'pharmacy',
    district: '东浦区',
    street: '东浦大街88号',
    established: '2007-04-09',
    size: 3,
  },
  'software-house': {
    name: '望澜市澜湖智能科技股份有限公司',
    code: 'MA5R75ZN',
    form: 'enterprise',
    legalForm: '股份有限公司（非上市、自然人投资或控股）',
    sector: 'software',
    district: '澜湖区',
    street: '云帆路100号',
    established: '2016-01-06',
    size: 3,
  },
  'longest-name': {
    name: '望澜市临港区澜江入海口岸线生态修复与滨海湿地水环境综合治理工程技术研究开发及成果转化推广应用中心（有限合伙）',
    code: 'MA5T86CQ',
    form: 'enterprise',
    legalForm: '有限合伙企业',
    sector: 'recycling',
    district: '临港区',
    street: '望海大道600号',
    established: '2022-02-28',
    size: 1,
  },
  'in-liquidation': {
    name: '望澜市富盛投资管理有限公司',
    code: 'MA5U97FC',
    form: 'enterprise',
    legalForm: sole,
    sector: 'services',
    district: '东浦区',
    street: '人民东路1号',
    established: '2014-05-22',
    size: 0,
    status: '清算',
  },
  bank: {
    name: '望澜农村商业银行股份有限公司',
    code: 'MA5W08NH',
    form: 'enterprise',
    legalForm: '股份有限公司（非上市）',
    sector: 'services',
    district: '东浦区',
    street: '东浦大街1号',
    established: '2006-12-28',
    size: 4,
    formerNames: ['望澜市农村信用合作联社'],
  },
  unregistered: {
    name: '望澜市旧港水产加工厂',
    code: 'MA5X19JG',
    form: 'enterprise',
    legalForm: '个人独资企业',
    sector: 'food_making',
    district: '西滩区',
    street: '渔港街7号',
    established: '2018-03-01',
    size: 0,
  },
};

function lanjiangBranch(
  ending: string,
  code: string,
  district: District['name'],
  street: string,
): Part {
  return {
    name: `望澜市澜江机电设备制造有限公司${ending}`,
    code,
    form: 'branch',
    legalForm: branch,
    sector: 'machinery',
    district,
    street,
    established: '2016-04-18',
    size: 1,
  };
}

const kinds: Readonly<Record<Form, string>> = {
  enterprise: '91',
  branch: '91',
  sole_trader: '92',
  cooperative: '93',
  institution: '12',
  organ: '11',
  association: '51',
  service_unit: '52',
  foundation: '53',
};

function wholeCode({ code, form }: Part): string {
  if (code.length === 18) return code;
  const [department = '', category = ''] = kinds[form];
  return makeUscc({ department, category, region, body8: code });
}

function play(part: Part): Organisation {
  const { form, status = '存续', formerNames = [] } = part;
  const establishedOn = civilDate(part.established);
  return {
    code: wholeCode(part),
    name: part.name,
    form,
    legalForm: part.legalForm,
    sector: part.sector,
    district: getDistrict(part.district),
    address: `望澜市${part.district}${part.street}`,
    establishedOn,
    registeredOn: civilDate(part.registered ?? part.established),
    status,
    formerNames,
    size: part.size,
    registrar: registrars[form],
  };
}

const registrars = {
  enterprise: 'market_regulation',
  branch: 'market_regulation',
  sole_trader: 'market_regulation',
  cooperative: 'market_regulation',
  institution: 'institution_registry',
  organ: 'institution_registry',
  association: 'civil_affairs',
  service_unit: 'civil_affairs',
  foundation: 'civil_affairs',
} as const;

function getDistrict(name: District['name']): District {
  const district = districts.find((each) => each.name === name);
  if (!district) throw new RangeError(`No district ${name} in the demo city.`);
  return district;
}

const cast = new Map(Object.entries(parts).map(([role, part]) => [role, play(part)]));

export function getRole(role: Role): Organisation {
  const organisation = cast.get(role);
  if (!organisation) throw new RangeError(`Nobody plays ${role}.`);
  return organisation;
}

/** The city's own organs stand in the register like everyone else. */
const organs: readonly Organisation[] = agencies.map((agency) => ({
  code: agency.unifiedCode,
  name: agency.name.zh,
  form: 'organ',
  legalForm: '机关',
  sector: 'public_service',
  district: getDistrict('东浦区'),
  address: '望澜市东浦区人民东路2号',
  establishedOn: civilDate(agency.establishedOn),
  registeredOn: civilDate(agency.establishedOn),
  status: '存续',
  formerNames: [],
  size: 2,
  registrar: 'institution_registry',
}));

/** Everyone who is there whatever the seed, the one who never registered included. */
export const settled: readonly Organisation[] = [...cast.values(), ...organs];

/** Those among them whom the registration files list. */
export const settledAndRegistered: readonly Organisation[] = settled.filter(
  ({ code }) => code !== getRole('unregistered').code,
);
