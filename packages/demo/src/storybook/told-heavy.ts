import type { CivilDate } from '@credence/domain';

import { dayBefore } from './story-days.ts';
import type { Told } from './told.ts';

/** What the law calls serious: revocation, closure, suspension of business, bans. */
export function heavy(today: CivilDate): readonly Told[] {
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
