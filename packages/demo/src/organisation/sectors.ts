import type { Form } from './organisation.ts';

/** A line of business: what its organisations are called, hold and are inspected for. */
export interface Sector {
  readonly id: SectorId;
  /** Division of the national classification of industries, as the registration writes it. */
  readonly industry: string;
  /** Share among enterprises and among individual businesses. */
  readonly weight: { readonly enterprise: number; readonly soleTrader: number };
  /** Words for the business in the name of a company. */
  readonly phrases: readonly string[];
  /** Words for the shop of an individual business. */
  readonly shops: readonly string[];
  /** How often its organisations are penalised, against the average. */
  readonly hazard: number;
}

export type SectorId =
  | 'catering'
  | 'food_retail'
  | 'food_making'
  | 'pharmacy'
  | 'clinic'
  | 'machinery'
  | 'chemicals'
  | 'construction'
  | 'property'
  | 'transport'
  | 'vehicle_repair'
  | 'software'
  | 'trade'
  | 'culture'
  | 'travel'
  | 'lodging'
  | 'training'
  | 'farming'
  | 'recycling'
  | 'labour'
  | 'services'
  | 'public_service';

type Row = readonly [SectorId, string, number, number, number, string, string];

/** Id, industry, weight of companies, of individual businesses, hazard, phrases, shops. */
const rows: readonly Row[] = [
  [
    'catering',
    '住宿和餐饮业',
    60,
    190,
    1.6,
    '餐饮管理 餐饮服务 餐饮',
    '餐馆 小吃店 面馆 羊汤馆 海鲜大排档 早餐店 奶茶店 火锅店 烧烤店',
  ],
  [
    'food_retail',
    '批发和零售业',
    50,
    170,
    1.5,
    '食品贸易 商贸 供应链管理 连锁超市',
    '便利店 水果店 生鲜店 粮油店 副食店 烟酒商行 小超市',
  ],
  [
    'food_making',
    '制造业',
    26,
    12,
    2.1,
    '食品 水产食品 粮油食品 调味品 饮料',
    '豆腐坊 糕点坊 酱菜坊',
  ],
  ['pharmacy', '批发和零售业', 22, 0, 1.7, '大药房连锁 医药 医疗器械', '药店'],
  [
    'clinic',
    '卫生和社会工作',
    14,
    16,
    1.5,
    '口腔门诊部 医疗美容门诊部 综合门诊部',
    '口腔诊所 中医诊所 诊所',
  ],
  [
    'machinery',
    '制造业',
    92,
    10,
    1.2,
    '机电设备制造 精密机械 船舶配件 模具 电子科技 新材料 电气',
    '五金加工部 机加工部',
  ],
  ['chemicals', '制造业', 16, 0, 2.8, '化工 涂料 新材料化工 气体', '油漆经营部'],
  [
    'construction',
    '建筑业',
    95,
    22,
    2.2,
    '建设工程 建筑工程 市政工程 装饰工程 园林绿化工程 机电安装工程',
    '装修队 建材经营部 门窗店',
  ],
  ['property', '房地产业', 34, 4, 1.2, '房地产开发 物业服务 房地产经纪 置业', '房屋中介部'],
  [
    'transport',
    '交通运输、仓储和邮政业',
    66,
    46,
    2.0,
    '物流 货运代理 运输 仓储 国际船舶代理 冷链物流',
    '货运部 快递驿站 搬家服务部',
  ],
  [
    'vehicle_repair',
    '居民服务、修理和其他服务业',
    18,
    44,
    1.1,
    '汽车服务 汽车销售服务 汽车维修',
    '汽修厂 轮胎店 洗车行 电动车行',
  ],
  [
    'software',
    '信息传输、软件和信息技术服务业',
    88,
    6,
    0.3,
    '科技 信息技术 软件 网络科技 数据科技 智能科技',
    '电脑店',
  ],
  [
    'trade',
    '批发和零售业',
    190,
    210,
    0.5,
    '贸易 商贸 进出口 实业 供应链 百货',
    '服装店 鞋帽店 百货店 五金店 家电商行 手机店 花店 文具店 母婴店',
  ],
  [
    'culture',
    '文化、体育和娱乐业',
    30,
    24,
    1.3,
    '文化传媒 文化传播 影视文化 网络文化 体育文化 娱乐',
    '网吧 棋牌室 台球厅 照相馆 书店',
  ],
  ['travel', '租赁和商务服务业', 14, 0, 1.4, '旅行社 国际旅行社 旅游开发', '旅游用品店'],
  ['lodging', '住宿和餐饮业', 16, 26, 1.5, '酒店管理 宾馆 大酒店', '客栈 民宿 旅馆 公寓旅店'],
  ['training', '教育', 22, 14, 1.1, '教育科技 教育咨询 职业培训', '托管中心 琴行 画室'],
  [
    'farming',
    '农、林、牧、渔业',
    26,
    18,
    0.6,
    '农业科技 农业发展 生态农业 水产养殖 种业',
    '养殖场 苗圃 农资店',
  ],
  [
    'recycling',
    '水利、环境和公共设施管理业',
    16,
    10,
    2.3,
    '再生资源 环保科技 环境工程 固废处置',
    '废品回收站',
  ],
  ['labour', '租赁和商务服务业', 22, 0, 1.8, '人力资源 劳务派遣 劳务服务 企业管理咨询', '职介所'],
  [
    'services',
    '居民服务、修理和其他服务业',
    83,
    178,
    0.8,
    '家政服务 保洁服务 广告 管理咨询 财税咨询 租赁',
    '理发店 美容院 洗衣店 足疗店 家政服务部 打印店 宠物店 眼镜店',
  ],
  ['public_service', '公共管理、社会保障和社会组织', 0, 0, 0.7, '公共服务', '服务点'],
];

export const sectors: readonly Sector[] = rows.map(
  ([id, industry, enterprise, soleTrader, hazard, phrases, shops]) => ({
    id,
    industry,
    weight: { enterprise, soleTrader },
    phrases: phrases.split(' '),
    shops: shops.split(' '),
    hazard,
  }),
);

const byId = new Map(sectors.map((sector) => [sector.id, sector]));

export function getSector(id: SectorId): Sector {
  const sector = byId.get(id);
  if (!sector) throw new RangeError(`No sector ${id} in the demo city.`);
  return sector;
}

/** Sectors with their weights for a form of organisation. */
export function sectorWeights(form: Form): readonly (readonly [Sector, number])[] {
  const weight = form === 'sole_trader' ? 'soleTrader' : 'enterprise';
  return sectors.map((sector) => [sector, sector.weight[weight]]);
}
