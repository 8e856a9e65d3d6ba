import type { Form } from './organisation.ts';

/** A line of business: what its organisations are called, hold and are inspected for. */
export interface Sector {
  readonly id: SectorId;
  /** Section of the national classification of industries, as the registration writes it. */
  readonly industry: string;
  /** Division of the same, by its code. */
  readonly division: string;
  /** Share among enterprises and among individual businesses. */
  readonly weight: { readonly enterprise: number; readonly soleTrader: number };
  /** Words for the business in the name of a company. */
  readonly phrases: readonly string[];
  /** Words for the shop of an individual business. */
  readonly shops: readonly string[];
  /** How often its organisations are penalised, against the average. */
  readonly hazard: number;
  /** Year in which its oldest organisations were founded. */
  readonly since: number;
  /** What its firms that are no companies call themselves. */
  readonly firms: 'works' | 'offices' | 'none';
}

export type SectorId = keyof typeof lines;

type Line = Omit<Sector, 'id' | 'phrases' | 'shops' | 'weight'> & {
  readonly enterprise: number;
  readonly soleTrader: number;
  readonly phrases: string;
  readonly shops: string;
};

const lines = {
  catering: line('住宿和餐饮业', 'H62', [60, 190], 1.6, 1996, {
    phrases: '餐饮管理 餐饮服务 餐饮',
    shops: '餐馆 小吃店 面馆 羊汤馆 海鲜大排档 早餐店 奶茶店 火锅店 烧烤店 饺子馆',
  }),
  food_retail: line('批发和零售业', 'F52', [50, 170], 1.5, 1994, {
    phrases: '食品贸易 食品 供应链管理 连锁超市',
    shops: '便利店 水果店 生鲜店 粮油店 副食店 烟酒商行 小超市',
  }),
  food_making: line('制造业', 'C14', [26, 12], 2.1, 1992, {
    phrases: '食品 水产食品 粮油食品 调味品 饮料',
    shops: '豆腐坊 糕点坊 酱菜坊',
    firms: 'works',
  }),
  pharmacy: line('批发和零售业', 'F52', [22, 0], 1.7, 1999, {
    phrases: '大药房连锁 医药 医疗器械',
    shops: '药店',
  }),
  clinic: line('卫生和社会工作', 'Q84', [14, 16], 1.5, 2000, {
    phrases: '口腔门诊部 医疗美容门诊部 综合门诊部',
    shops: '口腔诊所 中医诊所 诊所',
  }),
  machinery: line('制造业', 'C34', [92, 10], 1.2, 1992, {
    phrases: '机电设备制造 精密机械 船舶配件 模具 电子科技 新材料 电气 环保设备',
    shops: '五金加工部 机加工部',
    firms: 'works',
  }),
  chemicals: line('制造业', 'C26', [16, 0], 2.8, 1992, {
    phrases: '化工 涂料 新材料化工 工业气体',
    shops: '油漆经营部',
  }),
  construction: line('建筑业', 'E47', [95, 22], 2.2, 1993, {
    phrases: '建设工程 建筑工程 市政工程 装饰工程 园林绿化工程 机电安装工程',
    shops: '装修队 建材经营部 门窗店',
  }),
  property: line('房地产业', 'K70', [34, 4], 1.2, 1998, {
    phrases: '房地产开发 物业服务 房地产经纪 置业',
    shops: '房屋中介部',
  }),
  transport: line('交通运输、仓储和邮政业', 'G54', [66, 46], 2, 1994, {
    phrases: '物流 货运代理 运输 仓储 国际船舶代理 冷链物流',
    shops: '货运部 快递驿站 搬家服务部',
  }),
  vehicle_repair: line('居民服务、修理和其他服务业', 'O81', [18, 44], 1.1, 1998, {
    phrases: '汽车服务 汽车销售服务 汽车维修',
    shops: '汽修厂 轮胎店 洗车行 电动车行',
  }),
  software: line('信息传输、软件和信息技术服务业', 'I65', [88, 6], 0.3, 2001, {
    phrases: '科技 信息技术 软件 网络科技 数据科技 智能科技',
    shops: '电脑店',
    firms: 'offices',
  }),
  trade: line('批发和零售业', 'F51', [190, 210], 0.5, 1992, {
    phrases: '贸易 商贸 进出口 实业 供应链 百货',
    shops: '服装店 鞋帽店 百货店 五金店 家电商行 手机店 花店 文具店 母婴店 窗帘店',
  }),
  culture: line('文化、体育和娱乐业', 'R90', [30, 24], 1.3, 2002, {
    phrases: '文化传媒 文化传播 影视文化 网络文化 体育文化 娱乐',
    shops: '网吧 棋牌室 台球厅 照相馆 书店',
    firms: 'offices',
  }),
  travel: line('租赁和商务服务业', 'L72', [14, 0], 1.4, 1997, {
    phrases: '旅行社 国际旅行社 旅游开发',
    shops: '旅游用品店',
  }),
  lodging: line('住宿和餐饮业', 'H61', [16, 26], 1.5, 1995, {
    phrases: '酒店管理 宾馆 大酒店',
    shops: '客栈 民宿 旅馆 公寓旅店',
  }),
  training: line('教育', 'P83', [22, 14], 1.1, 2004, {
    phrases: '教育科技 教育咨询 职业培训',
    shops: '托管中心 琴行 画室',
    firms: 'offices',
  }),
  farming: line('农、林、牧、渔业', 'A01', [26, 18], 0.6, 1998, {
    phrases: '农业科技 农业发展 生态农业 水产养殖 种业',
    shops: '养殖场 苗圃 农资店',
  }),
  recycling: line('水利、环境和公共设施管理业', 'N77', [16, 10], 2.3, 1999, {
    phrases: '再生资源 环保科技 环境工程 固废处置',
    shops: '废品回收站',
  }),
  labour: line('租赁和商务服务业', 'L72', [22, 0], 1.8, 2008, {
    phrases: '人力资源 劳务派遣 劳务服务 企业管理咨询',
    shops: '职介所',
  }),
  services: line('居民服务、修理和其他服务业', 'O80', [83, 178], 0.8, 1996, {
    phrases: '家政服务 保洁服务 广告 管理咨询 财税咨询 租赁',
    shops: '理发店 美容院 洗衣店 足疗店 家政服务部 打印店 宠物店 眼镜店',
    firms: 'offices',
  }),
  public_health: line('卫生和社会工作', 'Q84', [0, 0], 1.5, 1956, {}),
  schooling: line('教育', 'P83', [0, 0], 0.9, 1956, {}),
  public_service: line('公共管理、社会保障和社会组织', 'S92', [0, 0], 0.5, 1956, {}),
} as const satisfies Readonly<Record<string, Line>>;

function line(
  industry: string,
  division: string,
  [enterprise, soleTrader]: readonly [enterprise: number, soleTrader: number],
  hazard: number,
  since: number,
  words: {
    readonly phrases?: string;
    readonly shops?: string;
    readonly firms?: Sector['firms'];
  },
): Line {
  const { phrases = '', shops = '', firms = 'none' } = words;
  return { industry, division, enterprise, soleTrader, hazard, since, phrases, shops, firms };
}

function isSectorId(id: string): id is SectorId {
  return id in lines;
}

const sectors: readonly Sector[] = Object.entries<Line>(lines).flatMap(([id, each]) => {
  if (!isSectorId(id)) return [];
  const { enterprise, soleTrader, phrases, shops, ...rest } = each;
  const words = { phrases: phrases.split(' '), shops: shops.split(' ') };
  return [{ id, ...rest, ...words, weight: { enterprise, soleTrader } }];
});

const byId = new Map(sectors.map((sector) => [sector.id, sector]));

export function getSector(id: SectorId): Sector {
  const sector = byId.get(id);
  if (!sector) throw new RangeError(`No sector ${id} in the demo city.`);
  return sector;
}

/** Sectors with their weights for a form of organisation. */
export function sectorWeights(
  form: Extract<Form, 'enterprise' | 'branch' | 'sole_trader'>,
): readonly (readonly [Sector, number])[] {
  const weight = form === 'sole_trader' ? 'soleTrader' : 'enterprise';
  return sectors.map((sector) => [sector, sector.weight[weight]]);
}
