import { addDays, partsOf, type CivilDate } from '@credence/domain';

import { cityAuthority, getAgency, type AgencyCode } from '../city/agencies.ts';
import { inWords, withThousands } from '../record/decide-penalty.ts';
import type { Penalty } from '../record/records.ts';
import { getRole, type Role } from './cast.ts';
import { dayBefore, tourDay } from './story-days.ts';

interface Told {
  readonly role: Role;
  readonly agency: AgencyCode;
  readonly on: CivilDate;
  readonly serial: number;
  readonly field: string;
  readonly type: string;
  /** Goes on after 经查，当事人; `{day}` is the day it was found. */
  readonly facts: string;
  readonly basis: string;
  readonly kinds: readonly string[];
  /** Words for what is neither fine nor confiscated gains nor a warning. */
  readonly further?: string;
  readonly fine?: number;
  readonly gains?: number;
  readonly licence?: string;
  readonly procedure?: Penalty['procedure'];
  /** Days from decision to service; absent where the file shows none. */
  readonly servedAfter?: number;
}

/** The hand-written decisions, told with the days of today's tour. */
export function storyPenalties(today: CivilDate): readonly Penalty[] {
  return [...heavy(today), ...ordinary(today), ...light(today)].map(toPenalty);
}

function toPenalty(told: Told): Penalty {
  const agency = getAgency(told.agency);
  const { procedure = '普通程序', servedAfter, fine, gains, licence } = told;
  const word = procedure === '简易程序' ? '简罚' : '罚';
  const foundOn = addDays(told.on, -41);
  return {
    agency: told.agency,
    authority: cityAuthority(agency),
    party: getRole(told.role),
    documentNumber: `${agency.word}${word}〔${partsOf(told.on).year}〕${told.serial}号`,
    field: told.field,
    type: told.type,
    facts: `经查，当事人${told.facts.replace('{day}', inWords(foundOn))}`,
    basis: told.basis,
    kinds: told.kinds,
    content: contentOf(told),
    procedure,
    decidedOn: told.on,
    ...(fine === undefined ? {} : { fine }),
    ...(gains === undefined ? {} : { gains }),
    ...(licence === undefined ? {} : { licence }),
    ...(servedAfter === undefined
      ? {}
      : { service: { on: addDays(told.on, servedAfter), mode: '直接送达' } }),
  };
}

function contentOf({ kinds, fine, gains, further }: Told): string {
  const parts = [
    kinds.includes('警告') ? '警告' : '',
    fine === undefined ? '' : `罚款人民币${withThousands(fine)}元`,
    gains === undefined ? '' : `没收违法所得人民币${withThousands(gains)}元`,
    further ?? '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

/** The tour's fine, and what stands next to it. */
function ordinary(today: CivilDate): readonly Told[] {
  return [
    {
      role: 'lanjiang',
      agency: 'market_regulation',
      on: tourDay(today),
      serial: 1187,
      field: '特种设备',
      type: '使用未经定期检验的起重机械',
      facts: '装配车间在用的1台桥式起重机未经定期检验，{day}现场检查时仍在使用。',
      basis:
        '违反《中华人民共和国特种设备安全法》第四十条第三款，依据《中华人民共和国特种设备安全法》第八十四条第（一）项',
      kinds: ['罚款'],
      fine: 20_000,
      servedAfter: 0,
    },
    {
      // Long ended: nothing of it may be found in any public answer.
      role: 'lanjiang',
      agency: 'environment',
      on: dayBefore(today, 44, 9),
      serial: 61,
      field: '生态环境',
      type: '产生挥发性有机物废气的活动未在密闭空间中进行',
      facts: '{day}检查时，喷漆作业未在密闭空间内进行。',
      basis:
        '违反《中华人民共和国大气污染防治法》第四十五条，依据《中华人民共和国大气污染防治法》第一百零八条第（一）项',
      kinds: ['罚款'],
      fine: 24_000,
      servedAfter: 1,
    },
    {
      role: 'sound-alike',
      agency: 'housing_construction',
      on: dayBefore(today, 10, 15),
      serial: 27,
      field: '住房和城乡建设',
      type: '施工工地未采取有效防尘降尘措施',
      facts: '{day}检查时，其承建工地裸露土方未覆盖。',
      basis:
        '违反《中华人民共和国大气污染防治法》第六十九条第三款，依据《中华人民共和国大气污染防治法》第一百一十五条第一款第（一）项',
      kinds: ['罚款'],
      fine: 12_500,
      servedAfter: 3,
    },
    {
      role: 'unregistered',
      agency: 'market_regulation',
      on: dayBefore(today, 5, 20),
      serial: 702,
      field: '食品安全',
      type: '未按规定要求贮存食品原料',
      facts: '{day}检查时，冷库温度高于标签标明的贮存条件，无温度记录。',
      basis:
        '违反《中华人民共和国食品安全法》第四十六条，依据《中华人民共和国食品安全法》第一百二十六条第一款第（十三）项',
      kinds: ['罚款'],
      fine: 5_000,
      servedAfter: 2,
    },
    {
      // No proof of service in the file: kept, not shown.
      role: 'chemist',
      agency: 'environment',
      on: dayBefore(today, 4, 11),
      serial: 88,
      field: '生态环境',
      type: '未按规定贮存危险废物',
      facts: '{day}检查时，废包装桶36只露天堆放，未设置识别标志。',
      basis:
        '违反《中华人民共和国固体废物污染环境防治法》第七十七条，依据《中华人民共和国固体废物污染环境防治法》第一百一十二条第一款第（一）项',
      kinds: ['罚款'],
      fine: 110_000,
    },
    {
      role: 'dispatcher',
      agency: 'human_resources',
      on: dayBefore(today, 7, 26),
      serial: 33,
      field: '劳动保障',
      type: '未经许可经营劳务派遣业务',
      facts: '许可证到期后继续派遣劳动者18人，至{day}仍未停止。',
      basis:
        '违反《中华人民共和国劳动合同法》第五十七条第二款，依据《中华人民共和国劳动合同法》第九十二条第一款',
      kinds: ['罚款', '没收违法所得'],
      fine: 31_200,
      gains: 15_633.5,
      servedAfter: 4,
    },
    {
      role: 'builder',
      agency: 'housing_construction',
      on: dayBefore(today, 6, 3),
      serial: 51,
      field: '住房和城乡建设',
      type: '违法分包工程',
      facts: '将承包的主体结构工程分包给不具备相应资质条件的单位，{day}查实。',
      basis: '违反《中华人民共和国建筑法》第二十九条，依据《建设工程质量管理条例》第六十二条第一款',
      kinds: ['罚款', '降低资质等级'],
      further: '市政公用工程施工总承包资质由二级降为三级',
      fine: 86_400,
      licence: '建筑业企业资质证书（市政公用工程施工总承包二级）',
      servedAfter: 1,
    },
    {
      role: 'builder',
      agency: 'housing_construction',
      on: dayBefore(today, 9, 18),
      serial: 12,
      field: '安全生产',
      type: '未按规定履行安全生产管理职责',
      facts: '{day}其承建项目发生高处作业平台坍塌，未造成人员死亡。',
      basis: '违反《安全生产许可证条例》第十四条第一款，依据《安全生产许可证条例》第十四条第二款',
      kinds: ['暂扣许可证件'],
      further: '暂扣建筑施工企业安全生产许可证30日',
      licence: '建筑施工企业安全生产许可证',
      servedAfter: 0,
    },
    {
      role: 'pharmacy',
      agency: 'market_regulation',
      on: dayBefore(today, 8, 7),
      serial: 415,
      field: '市场监管',
      type: '发布含有表示功效的断言的医疗器械广告',
      facts: '{day}在门店发布的广告含有“一贴见效”等内容，广告费用3,600元。',
      basis:
        '违反《中华人民共和国广告法》第十六条第一款第（一）项，依据《中华人民共和国广告法》第五十八条第一款第（一）项',
      kinds: ['罚款', '其他行政处罚'],
      further: '一年内不受理其广告审查申请',
      fine: 10_800,
      servedAfter: 2,
    },
  ];
}

/** What the law calls serious: revocation, closure, suspension of business, bans. */
function heavy(today: CivilDate): readonly Told[] {
  return [
    {
      role: 'food-maker',
      agency: 'market_regulation',
      on: dayBefore(today, 13, 22),
      serial: 904,
      field: '食品安全',
      type: '用非食品原料生产食品',
      facts: '{day}查获其使用工业用碱发制水产品1,260千克，货值38,200元。',
      basis:
        '违反《中华人民共和国食品安全法》第三十四条第（一）项，依据《中华人民共和国食品安全法》第一百二十三条第一款第（一）项',
      kinds: ['罚款', '没收违法所得', '没收非法财物', '吊销许可证件'],
      further: '没收涉案水产品；吊销食品生产许可证',
      fine: 573_000,
      gains: 21_400,
      licence: '食品生产许可证 SC19999999001187',
      servedAfter: 1,
    },
    {
      role: 'chemist',
      agency: 'emergency_management',
      on: dayBefore(today, 3, 16),
      serial: 19,
      field: '安全生产',
      type: '重大事故隐患未采取措施消除',
      facts: '{day}检查时，甲苯储罐区可燃气体报警系统停用，经责令未消除隐患。',
      basis:
        '违反《中华人民共和国安全生产法》第四十一条第二款，依据《中华人民共和国安全生产法》第一百零二条',
      kinds: ['罚款', '责令停产停业'],
      further: '责令停产停业整顿',
      fine: 150_000,
      servedAfter: 0,
    },
    {
      role: 'recycler',
      agency: 'environment',
      on: dayBefore(today, 16, 5),
      serial: 103,
      field: '生态环境',
      type: '以逃避监管的方式排放水污染物',
      facts: '{day}检查时，通过埋设的软管将未经处理的清洗废水排入雨水井。',
      basis:
        '违反《中华人民共和国水污染防治法》第三十九条，依据《中华人民共和国水污染防治法》第八十三条第（三）项',
      kinds: ['罚款', '责令关闭'],
      further: '报经有批准权的人民政府批准，责令关闭',
      fine: 680_000,
      servedAfter: 6,
    },
    {
      role: 'assessor',
      agency: 'environment',
      on: dayBefore(today, 11, 28),
      serial: 140,
      field: '生态环境',
      type: '环境影响报告书基础资料明显不实',
      facts: '编制的一份环境影响报告表监测数据系伪造，{day}查实。',
      basis:
        '违反《中华人民共和国环境影响评价法》第十九条，依据《中华人民共和国环境影响评价法》第三十二条第二款',
      kinds: ['罚款', '没收违法所得', '限制从业'],
      further: '三年内禁止从事环境影响报告书、环境影响报告表编制工作',
      fine: 96_000,
      gains: 32_000,
      servedAfter: 2,
    },
    {
      role: 'builder',
      agency: 'housing_construction',
      on: dayBefore(today, 14, 12),
      serial: 96,
      field: '住房和城乡建设',
      type: '投标人相互串通投标',
      facts: '{day}开标的项目中，与其他2家投标人的投标文件由同一台计算机编制。',
      basis:
        '违反《中华人民共和国招标投标法》第三十二条第一款，依据《中华人民共和国招标投标法》第五十三条',
      kinds: ['罚款', '限制开展生产经营活动'],
      further: '取消其一年内参加依法必须进行招标的项目的投标资格',
      fine: 128_000,
      servedAfter: 1,
    },
    {
      role: 'traveller',
      agency: 'culture_tourism',
      on: dayBefore(today, 20, 8),
      serial: 44,
      field: '旅游',
      type: '以不合理的低价组织旅游活动',
      facts: '{day}组织的团队以低于成本的价格招徕旅游者41人，安排购物获取回扣。',
      basis: '违反《中华人民共和国旅游法》第三十五条第一款，依据《中华人民共和国旅游法》第九十八条',
      kinds: ['罚款', '没收违法所得', '责令停产停业'],
      further: '责令停业整顿30日',
      fine: 80_000,
      gains: 6_150,
      servedAfter: 5,
    },
  ];
}

/** Warnings, small sums on the spot, criticism; and what is sealed. */
function light(today: CivilDate): readonly Told[] {
  const overload = {
    role: 'carrier',
    agency: 'transport',
    field: '交通运输',
    type: '不按规定维护和检测运输车辆',
    facts: '{day}检查时，1辆营运车辆未按规定周期维护和检测。',
    basis:
      '违反《中华人民共和国道路运输条例》第三十条，依据《中华人民共和国道路运输条例》第七十条第一款',
    kinds: ['罚款'],
    servedAfter: 0,
  } as const;
  return [
    { ...overload, on: dayBefore(today, 1, 6), serial: 214, fine: 2_000, procedure: '简易程序' },
    { ...overload, on: dayBefore(today, 5, 9), serial: 150, fine: 1_000, procedure: '简易程序' },
    { ...overload, on: dayBefore(today, 9, 21), serial: 73, fine: 3_000 },
    { ...overload, on: dayBefore(today, 22, 13), serial: 181, fine: 5_000 },
    {
      role: 'noodle-shop',
      agency: 'market_regulation',
      on: dayBefore(today, 2, 10),
      serial: 1530,
      field: '食品安全',
      type: '餐具饮具使用前未经洗净消毒',
      facts: '{day}抽检的餐具中大肠菌群项目不合格。',
      basis:
        '违反《中华人民共和国食品安全法》第五十六条第二款，依据《中华人民共和国食品安全法》第一百二十六条第一款第（五）项',
      kinds: ['警告'],
      servedAfter: 0,
    },
    {
      role: 'noodle-shop',
      agency: 'urban_management',
      on: dayBefore(today, 4, 24),
      serial: 655,
      field: '其他领域',
      type: '擅自占用城市道路经营',
      facts: '{day}在店外人行道摆放桌椅6套经营。',
      basis: '违反《城市道路管理条例》第二十七条，依据《城市道路管理条例》第四十二条',
      kinds: ['罚款'],
      fine: 300,
      servedAfter: 0,
    },
    {
      role: 'hospital',
      agency: 'health',
      on: dayBefore(today, 6, 17),
      serial: 58,
      field: '其他领域',
      type: '医疗废物未按类别分置于专用包装物或者容器',
      facts: '{day}检查时，4袋医疗废物与生活垃圾混放。',
      basis: '违反《医疗废物管理条例》第十六条第一款，依据《医疗废物管理条例》第四十六条第（二）项',
      kinds: ['警告', '罚款'],
      fine: 3_000,
      servedAfter: 1,
    },
    {
      role: 'cybercafe',
      agency: 'culture_tourism',
      on: dayBefore(today, 3, 2),
      serial: 71,
      field: '文化市场',
      type: '接纳未成年人进入互联网上网服务营业场所',
      facts: '{day}晚检查时，营业场所内有未成年人2名上网。',
      basis:
        '违反《互联网上网服务营业场所管理条例》第二十一条第一款，依据《互联网上网服务营业场所管理条例》第三十一条第（二）项',
      kinds: ['警告', '罚款'],
      fine: 8_000,
      servedAfter: 1,
    },
    {
      role: 'builder',
      agency: 'housing_construction',
      on: dayBefore(today, 2, 19),
      serial: 133,
      field: '住房和城乡建设',
      type: '施工现场围挡破损、未文明施工',
      facts: '{day}检查时，施工现场围挡破损，物料占道堆放，经责令次日改正。',
      basis: '违反《望澜市文明施工管理规定》第九条，依据《望澜市文明施工管理规定》第二十一条',
      kinds: ['通报批评'],
      further: '予以通报批评',
      servedAfter: 1,
    },
    {
      // Sealed whenever it was decided: never shown, shared or counted.
      role: 'guesthouse',
      agency: 'public_security',
      on: dayBefore(today, 5, 13),
      serial: 402,
      field: '其他领域',
      type: '旅馆业未按规定登记住宿旅客信息',
      facts: '{day}检查时，入住旅客3人的信息未按规定登记。',
      basis:
        '违反《旅馆业治安管理办法》第六条，依据《中华人民共和国治安管理处罚法》关于旅馆业登记旅客信息的规定',
      kinds: ['罚款'],
      fine: 500,
      servedAfter: 0,
    },
    {
      role: 'guesthouse',
      agency: 'tax',
      on: dayBefore(today, 12, 25),
      serial: 288,
      field: '税务',
      type: '未按规定期限办理纳税申报',
      facts: '{day}所属期应纳税款未按期申报，逾期11日。',
      basis:
        '违反《中华人民共和国税收征收管理法》第二十五条第一款，依据《中华人民共和国税收征收管理法》第六十二条',
      kinds: ['罚款'],
      fine: 200,
      procedure: '简易程序',
      servedAfter: 0,
    },
  ];
}
