import type { CivilDate } from '@credence/domain';

import { dayBefore } from './story-days.ts';
import type { Told } from './told.ts';

/** Warnings, small sums on the spot, criticism; and what is sealed. */
export function light(today: CivilDate): readonly Told[] {
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
