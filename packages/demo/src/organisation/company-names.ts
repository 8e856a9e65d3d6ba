import type { Random } from '@credence/domain';

import type { District } from '../city/region.ts';
import type { Form, Size } from './organisation.ts';
import type { Sector } from './sectors.ts';
import { shopName, tradeName } from './trade-names.ts';

export interface NamedForm {
  readonly name: string;
  /** The end of the name before which namesakes get their number: 分公司, 小学. */
  readonly ending?: string;
  /** As registers write it. */
  readonly legalForm: string;
}

interface Setting {
  readonly sector: Sector;
  readonly district: District;
  readonly size: Size;
  /** Given where the name is to resemble another one. */
  readonly trade?: string;
}

const limited = '有限责任公司（自然人投资或控股）';

/** Ending of the name, legal form, weight, smallest size. */
const companyForms: readonly (readonly [string, string, number, Size])[] = [
  ['有限公司', limited, 560, 0],
  ['有限公司', '有限责任公司（自然人独资）', 210, 0],
  ['有限责任公司', limited, 110, 0],
  ['有限公司', '有限责任公司（非自然人投资或控股的法人独资）', 60, 2],
  ['有限公司', '有限责任公司（外商投资、非独资）', 12, 2],
  ['股份有限公司', '股份有限公司（非上市、自然人投资或控股）', 26, 2],
  ['集团有限公司', limited, 16, 3],
  ['有限公司', '有限责任公司（国有独资）', 8, 3],
];

/** Region, trade name, business, legal form: in the orders that registers allow. */
export function nameCompany(random: Random, setting: Setting): NamedForm {
  const trade = setting.trade ?? tradeName(random);
  const isFirm = setting.sector.firms !== 'none' && setting.size < 2 && random.chance(0.14);
  if (isFirm) return nameFirm(random, setting.sector, trade);
  const fitting = companyForms.filter(([, , , smallest]) => smallest <= setting.size);
  const [ending, legalForm] = random.pickWeighted(fitting.map((form) => [form, form[2]] as const));
  const business = random.pick(setting.sector.phrases);
  const { district } = setting;
  const name = random.pickWeighted([
    [`望澜市${trade}${business}${ending}`, 58],
    [`望澜市${district.name}${trade}${business}${ending}`, 14],
    [`望澜${trade}${business}${ending}`, 16],
    [`${trade}（望澜）${business}${ending}`, 7],
    [`${trade}${business}（望澜）${ending}`, 5],
  ]);
  return { name, legalForm };
}

/** Businesses of one owner and partnerships. */
function nameFirm(random: Random, { firms, phrases }: Sector, trade: string): NamedForm {
  const business = random.pick(phrases);
  if (firms === 'works') {
    return { name: `望澜市${trade}${business}厂`, legalForm: '个人独资企业' };
  }
  return random.pickWeighted([
    [{ name: `望澜市${trade}${business}工作室`, legalForm: '个人独资企业' }, 5],
    [{ name: `望澜市${trade}${business}合伙企业（有限合伙）`, legalForm: '有限合伙企业' }, 4],
    [{ name: `望澜${trade}${business}事务所（普通合伙）`, legalForm: '普通合伙企业' }, 1],
  ]);
}

export function nameSoleTrader(random: Random, setting: Setting): NamedForm {
  const trade = setting.trade ?? shopName(random);
  const shop = random.pick(setting.sector.shops);
  return { name: `望澜市${setting.district.name}${trade}${shop}`, legalForm: '个体工商户' };
}

const crops = [
  '蔬菜',
  '果品',
  '茶叶',
  '水稻',
  '水产养殖',
  '生猪养殖',
  '花卉',
  '农机',
  '食用菌',
  '蜜蜂',
];

export function nameCooperative(random: Random, { district, trade }: Setting): NamedForm {
  const ending = '专业合作社';
  const name = `望澜市${district.name}${trade ?? tradeName(random)}${random.pick(crops)}${ending}`;
  return { name, legalForm: '农民专业合作社', ending };
}

/** A branch bears its parent's name and the district it is in. */
export function nameBranch(parentName: string, { district }: Setting): NamedForm {
  const ending = '分公司';
  return {
    name: `${parentName}${district.name.slice(0, 2)}${ending}`,
    legalForm: '有限责任公司分公司（自然人投资或控股）',
    ending,
  };
}

/** Neighbourhoods and villages after which schools and clinics are called. */
const places = (
  '澄波 锚地 潮生 灯塔 书院 文澜 集贤 钟楼 织造 晒盐 渔港 白沙 芦花 海堤 云帆 智园 湖心 柳堤 鹤鸣 松涛 采石 茶场 ' +
  '仓前 稻香 集镇 石桥 双井 柳林 枣园 大埠 小埠 北庄 南庄 河西 河东 沙埠 盐田 桃源 竹溪 马场'
).split(' ');

const offices: Readonly<Record<string, readonly string[]>> = {
  public_health: ['卫生院', '社区卫生服务中心', '妇幼保健院', '疾病预防控制中心'],
  schooling: ['小学', '中学', '幼儿园', '实验学校', '职业高级中学', '特殊教育学校'],
  public_service: [
    '文化站',
    '敬老院',
    '水利站',
    '农业技术推广站',
    '图书馆',
    '公证处',
    '环境监测站',
    '不动产登记中心',
    '园林绿化管理所',
    '路灯管理所',
    '档案馆',
    '种子站',
    '林业工作站',
    '市场服务中心',
  ],
};

/** Schools, clinics and offices of the city and its districts. */
export function nameInstitution(random: Random, { district, sector }: Setting): NamedForm {
  const kind = random.pick(offices[sector.id] ?? ['服务中心']);
  const name = `望澜市${district.name}${random.pick(places)}${kind}`;
  return { name, legalForm: '事业单位', ending: kind };
}

const trades = [
  '餐饮',
  '物流',
  '装备制造',
  '软件',
  '渔业',
  '建筑',
  '旅游',
  '中医药',
  '家政服务',
  '跨境电商',
];
const interests = [
  '书法',
  '长跑',
  '围棋',
  '摄影',
  '诗词',
  '帆船',
  '太极拳',
  '集邮',
  '老年合唱',
  '户外救援',
];
const causes = [
  '社会工作服务中心',
  '养老服务中心',
  '助残服务中心',
  '青少年发展中心',
  '社区治理促进中心',
];

export function nameSocial(random: Random, form: Form, { district }: Setting): NamedForm {
  const place = random.chance(0.6) ? `望澜市${district.name}` : '望澜市';
  if (form === 'association') {
    const about = random.chance(0.5) ? `${random.pick(trades)}行业` : random.pick(interests);
    return { name: `${place}${about}协会`, legalForm: '社会团体', ending: '协会' };
  }
  const trade = tradeName(random);
  if (form === 'foundation') {
    return { name: `望澜市${trade}公益基金会`, legalForm: '基金会', ending: '基金会' };
  }
  const cause = random.pick(causes);
  return { name: place + trade + cause, legalForm: '民办非企业单位', ending: cause };
}
