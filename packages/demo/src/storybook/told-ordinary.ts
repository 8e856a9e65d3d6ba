import type { CivilDate } from '@credence/domain';

import { dayBefore, tourDay } from './story-days.ts';
import type { Told } from './told.ts';

/** The tour's fine, and what stands next to it. */
export function ordinary(today: CivilDate): readonly Told[] {
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
