import type { AgencyCode } from '../city/agencies.ts';
import type { SectorId } from '../organisation/sectors.ts';

/** A licence that organisations of some line of business hold. */
export interface LicenceKind {
  readonly agency: AgencyCode;
  readonly certificate: string;
  /** Code of the class: 01 ordinary to 06 other. */
  readonly licenceClass: '01' | '02' | '03' | '04' | '05' | '06';
  /** Years it is valid; `none` where it has no last day. */
  readonly years: number | 'none';
  /** First letters of the licence number. */
  readonly prefix: string;
  readonly content: string;
  /** Share of the sector's organisations that hold it, by their size from stall to large employer. */
  readonly share: readonly [number, number, number, number, number];
}

type Row = readonly [
  string,
  AgencyCode,
  string,
  LicenceKind['licenceClass'],
  number,
  string,
  string,
  string,
];

const market = 'market_regulation';
const environment = 'environment';
const emergency = 'emergency_management';
const labour = 'human_resources';
const transport = 'transport';
const housing = 'housing_construction';
const health = 'health';
const culture = 'culture_tourism';
const streets = 'urban_management';
const security = 'public_security';

/** Sectors, agency, certificate, class, years (0: no last day), prefix, shares in per cent, content. */
// prettier-ignore
const rows: readonly Row[] = [
  ['catering', market, '食品经营许可证', '01', 5, 'JY2', '88 93 96 98 98', '热食类食品制售；冷食类食品制售；自制饮品制售'],
  ['food_retail', market, '食品经营许可证', '01', 5, 'JY1', '78 86 92 95 98', '预包装食品销售；散装食品销售'],
  ['lodging', market, '食品经营许可证', '01', 5, 'JY2', '10 35 70 90 98', '热食类食品制售；预包装食品销售'],
  ['training', market, '食品经营许可证', '01', 5, 'JY3', '3 12 30 45 60', '单位食堂：热食类食品制售'],
  ['schooling', market, '食品经营许可证', '01', 5, 'JY3', '58 74 88 95 98', '单位食堂：热食类食品制售'],
  ['food_making', market, '食品生产许可证', '01', 5, 'SC1', '70 90 96 99 99', '水产制品；调味品；糕点'],
  ['pharmacy', market, '药品经营许可证', '01', 5, 'DA', '85 92 97 99 99', '零售：处方药、甲类非处方药、乙类非处方药、中药饮片'],
  ['pharmacy trade',
    market, '医疗器械经营许可证', '01', 5, 'YX', '4 10 20 35 50', '第三类医疗器械：6815注射穿刺器械、6866医用高分子材料及制品'],
  ['machinery chemicals', market, '全国工业产品生产许可证', '01', 5, 'XK', '2 6 14 26 40', '危险化学品包装物、容器；电线电缆'],
  ['machinery chemicals food_making lodging property transport',
    market, '特种设备使用登记证', '05', 0, 'TS', '4 18 46 72 90', '起重机械；电梯；压力容器'],
  ['machinery property', market, '特种设备生产许可证', '01', 4, 'TZ', '0 3 8 16 30', '起重机械安装（含修理）；电梯维修'],
  ['machinery chemicals food_making recycling',
    environment, '排污许可证', '01', 5, 'PW', '3 14 42 74 95', '废水、废气污染物排放，排放口及许可排放限值见副本'],
  ['recycling', environment, '危险废物经营许可证', '01', 5, 'WF', '0 4 16 30 50', '收集、贮存HW08废矿物油与含矿物油废物'],
  ['chemicals', emergency, '危险化学品经营许可证', '01', 3, 'WH', '30 60 80 92 98', '不带储存设施经营：甲苯、乙醇、丙酮'],
  ['chemicals', emergency, '安全生产许可证', '01', 3, 'AQ', '0 20 60 85 98', '危险化学品生产'],
  ['construction',
    housing, '建筑业企业资质证书', '03', 5, 'ZZ', '4 40 70 90 98', '建筑工程施工总承包二级；市政公用工程施工总承包三级'],
  ['construction', housing, '建筑施工企业安全生产许可证', '01', 3, 'JA', '3 36 66 88 98', '建筑施工'],
  ['construction', streets, '城市建筑垃圾处置核准证', '04', 1, 'LJ', '1 8 22 40 60', '建筑垃圾运输；路线和时间见附件'],
  ['property', housing, '商品房预售许可证', '01', 0, 'YS', '0 3 14 36 60', '住宅、商铺；预售建筑面积见附表'],
  ['transport', transport, '道路运输经营许可证', '01', 4, 'DY', '45 72 88 95 98', '道路普通货物运输；货物专用运输（冷藏保鲜）'],
  ['transport chemicals', transport, '道路危险货物运输许可证', '01', 4, 'DW', '0 2 8 16 30', '危险货物运输（3类、8类）'],
  ['transport', transport, '港口经营许可证', '01', 3, 'GK', '0 1 6 18 40', '为船舶提供码头设施；货物装卸、仓储'],
  ['clinic', health, '医疗机构执业许可证', '01', 5, 'YL', '90 96 98 99 99', '内科；外科；口腔科；中医科'],
  ['public_health', health, '医疗机构执业许可证', '01', 5, 'YL', '72 90 96 99 99', '内科；外科；口腔科；中医科'],
  ['clinic', health, '放射诊疗许可证', '01', 0, 'FS', '6 24 40 60 80', 'X射线影像诊断'],
  ['lodging services culture',
    health, '公共场所卫生许可证', '01', 4, 'WS', '24 46 60 74 90', '住宿场所；美容美发场所；文化娱乐场所'],
  ['travel', culture, '旅行社业务经营许可证', '01', 0, 'LX', '70 90 96 99 99', '国内旅游业务；入境旅游业务'],
  ['culture', culture, '网络文化经营许可证', '01', 3, 'WW', '12 16 24 30 40', '互联网上网服务'],
  ['culture', culture, '营业性演出许可证', '01', 2, 'YY', '2 8 18 30 40', '演出场所经营；演出经纪'],
  ['culture trade', culture, '出版物经营许可证', '01', 5, 'CB', '2 4 6 10 14', '图书、报刊零售'],
  ['labour', labour, '劳务派遣经营许可证', '01', 3, 'LP', '30 62 80 92 98', '劳务派遣'],
  ['labour', labour, '人力资源服务许可证', '01', 5, 'RL', '40 56 70 86 96', '职业中介活动；人力资源供求信息的收集和发布'],
  ['training', labour, '民办学校办学许可证', '01', 3, 'BX', '8 26 44 60 80', '职业技能培训：电工、焊工、养老护理员'],
  ['catering services trade',
    streets, '户外广告设置许可证', '01', 2, 'HG', '1 5 12 20 30', '门楼外立面、墙体广告，位置和规格见附图'],
  ['catering lodging vehicle_repair recycling',
    streets, '污水排入排水管网许可证', '01', 5, 'PS', '8 26 46 66 85', '排水户污水排入城镇排水管网'],
  ['construction property',
    streets, '占用城市道路许可证', '01', 1, 'ZD', '0 4 12 24 40', '临时占用城市道路，期限和范围见附图'],
  ['lodging', security, '特种行业许可证（旅馆业）', '01', 0, 'TH', '70 88 96 99 99', '旅馆业'],
];

const bySector = new Map<string, LicenceKind[]>();
for (const [ids, agency, certificate, licenceClass, years, prefix, shares, content] of rows) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = shares.split(' ').map((share) => Number(share) / 100);
  const kind: LicenceKind = {
    agency,
    certificate,
    licenceClass,
    years: years === 0 ? 'none' : years,
    prefix,
    content,
    share: [a, b, c, d, e],
  };
  for (const id of ids.split(' ')) bySector.set(id, [...(bySector.get(id) ?? []), kind]);
}

export function licenceKindsOf(sector: SectorId): readonly LicenceKind[] {
  return bySector.get(sector) ?? [];
}
