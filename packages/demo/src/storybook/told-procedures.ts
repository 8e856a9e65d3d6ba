import type { ProcedureRole } from './cast.ts';
import type { Told } from './told.ts';

/** Role, months ago, day, serial, field, what was done, kind of sanction, fine in yuan. */
type Row = readonly [
  ProcedureRole,
  number,
  number,
  number,
  keyof typeof laws,
  string,
  readonly string[],
  number,
];

const laws = {
  食品安全: [
    '《中华人民共和国食品安全法》第三十四条',
    '《中华人民共和国食品安全法》第一百二十四条',
  ],
  药品安全: [
    '《中华人民共和国药品管理法》第五十三条',
    '《中华人民共和国药品管理法》第一百二十六条',
  ],
  特种设备: [
    '《中华人民共和国特种设备安全法》第十五条',
    '《中华人民共和国特种设备安全法》第八十八条',
  ],
  产品质量: ['《中华人民共和国产品质量法》第三十二条', '《中华人民共和国产品质量法》第五十条'],
} as const;

const onlyFine = ['罚款'] as const;
const suspended = ['罚款', '责令停产停业'] as const;

// prettier-ignore
const rows: readonly Row[] = [
  ['listing-noticed', 2, 11, 921, '食品安全', '经营标注虚假生产日期的食用植物油', suspended, 186_000],
  ['listing-hearing', 3, 6, 922, '食品安全', '生产经营兽药残留超过食品安全标准限量的水产制品', suspended, 240_000],
  ['listing-to-decide', 4, 9, 923, '食品安全', '在调味品中添加药品', suspended, 320_000],
  ['listing-to-review', 4, 21, 924, '食品安全', '经营超过保质期的食品', suspended, 98_000],
  ['listing-to-approve', 5, 8, 925, '药品安全', '从非法渠道购进药品', suspended, 154_000],
  ['listing-in-effect', 6, 16, 926, '特种设备', '未经许可从事电梯维护保养', suspended, 210_000],
  ['listing-lifting', 7, 5, 927, '食品安全', '经营未按规定检疫的肉类', suspended, 275_000],
  ['listing-removal', 15, 12, 928, '食品安全', '使用餐厨废弃物加工食品', suspended, 188_000],
  ['listing-annulled', 6, 19, 942, '食品安全', '销售的乳制品蛋白质含量不符合食品安全标准', suspended, 172_000],
  ['listing-appealed', 5, 23, 929, '食品安全', '生产的饮料菌落总数超过食品安全标准限量', suspended, 166_000],
  ['objection-new', 2, 24, 930, '药品安全', '未按规定凭处方销售处方药', onlyFine, 6_000],
  ['objection-late', 3, 18, 931, '产品质量', '销售的水泥强度不符合国家标准', onlyFine, 22_000],
  ['objection-upheld', 4, 4, 932, '食品安全', '食品标签未标明净含量', onlyFine, 8_000],
  ['objection-refused', 5, 15, 933, '食品安全', '采购食品未查验供货者的许可证', onlyFine, 12_000],
  ['repair-early', 1, 7, 934, '食品安全', '从业人员未取得健康证明上岗', onlyFine, 7_000],
  ['repair-lodged', 5, 27, 935, '特种设备', '使用未办理使用登记的锅炉', onlyFine, 36_000],
  ['repair-refused', 6, 10, 936, '产品质量', '销售冒用认证标志的汽车配件', onlyFine, 28_000],
  ['repair-granted', 7, 20, 937, '食品安全', '生产场所环境不整洁', onlyFine, 9_000],
  ['late-payer', 6, 25, 938, '产品质量', '销售的电线经抽查不合格', onlyFine, 15_000],
  ['body-late', 8, 14, 941, '特种设备', '使用未经定期检验的电梯', onlyFine, 12_000],
  ['listing-called', 3, 22, 940, '食品安全', '生产经营致病性微生物超过食品安全标准限量的速冻食品', suspended, 230_000],
  ['two-in-one', 4, 15, 939, '食品安全', '未建立食品进货查验记录', onlyFine, 6_500],
];

/** Decisions of the market regulator from which procedures follow. */
export const forProcedures: readonly Told[] = rows.map(
  ([role, months, day, serial, field, type, kinds, fine]) => {
    const [broken, applied] = laws[field];
    return {
      ...{
        role,
        agency: 'market_regulation',
        when: [months, day],
        serial,
        field,
        type,
        kinds,
        fine,
      },
      facts: `{day}检查时${type}，证据确凿。`,
      basis: `违反${broken}，依据${applied}`,
      ...(kinds === suspended ? { further: '责令停产停业整顿' } : {}),
      servedAfter: 1,
      conductEnded: true,
    };
  },
);
