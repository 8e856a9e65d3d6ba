import { addDays, civilDate, createRandom, makeUscc, type Random } from '@credence/domain';

/** Twenty columns of the official penalty table, by their names in words. */
export const penaltyColumns = [
  '行政相对人名称',
  '行政相对人类别',
  '统一社会信用代码',
  '行政处罚决定书文号',
  '违法行为类型',
  '违法事实',
  '处罚依据',
  '处罚类别',
  '处罚内容',
  '罚款金额（万元）',
  '没收违法所得、没收非法财物的金额（万元）',
  '处罚决定日期',
  '处罚有效期',
  '公示截止期',
  '处罚机关',
  '处罚机关统一社会信用代码',
  '数据来源单位',
  '数据来源单位统一社会信用代码',
  '送达日期',
  '送达方式',
] as const;

export const penaltyKey = ['统一社会信用代码', '行政处罚决定书文号'] as const;

export interface PenaltyOrder {
  readonly rows: number;
  /** Different organisations among them. */
  readonly subjects: number;
  readonly seed: number;
  /** Latest day of a decision. */
  readonly until: string;
}

const syllables = Array.from(
  '望澜市青禾云帆盛泰宏远嘉和信德博雅新元中联东方华兴瑞丰天成海润金石安康明达',
);
const trades = ['机电设备', '餐饮管理', '建筑工程', '物流运输', '食品贸易', '环保科技', '医药零售'];
const violations = [
  '未按规定公示年度报告',
  '销售不符合标准的食品',
  '未取得许可擅自经营',
  '虚假宣传',
];
const authority = ['望澜市市场监督管理局', '11999999MB0000019T'] as const;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The same order gives the same rows; every code and every decision number is another one. */
export function* penaltyRows(order: PenaltyOrder): Generator<readonly string[]> {
  const until = civilDate(order.until);
  for (let index = 0; index < order.rows; index += 1) {
    const subject = index % order.subjects;
    const random = createRandom(order.seed, 'bench import', index);
    const decided = addDays(until, -random.between(10, 330));
    const fine = random.between(1, 400);
    const violation = random.pick(violations);
    yield [
      nameOf(createRandom(order.seed, 'bench name', subject), subject),
      '法人及非法人组织',
      codeOf(subject),
      `望市监罚〔${decided.slice(0, 4)}〕${index + 1}号`,
      violation,
      `经查，当事人在日常经营活动中${violation}，现场检查笔录、询问笔录和凭证均可证实，案件编号${index + 1}。`,
      '《中华人民共和国行政处罚法》第二十八条；《中华人民共和国食品安全法》第一百二十五条',
      random.chance(0.2) ? '罚款;没收违法所得' : '罚款',
      `责令改正上述违法行为，并处罚款人民币${fine * 100}元。`,
      (fine / 100).toFixed(6),
      '0.000000',
      decided,
      addDays(decided, 3650),
      addDays(decided, 365),
      ...authority,
      ...authority,
      addDays(decided, random.between(0, 7)),
      random.pick(['直接送达', '邮寄送达', '公告送达']),
    ];
  }
}

function nameOf(random: Random, subject: number): string {
  const core = Array.from({ length: 4 }, () => random.pick(syllables)).join('');
  return `望澜市${core}${subject.toString(36).toUpperCase()}${random.pick(trades)}有限公司`;
}

function codeOf(subject: number): string {
  let rest = subject;
  let serial = '';
  for (let place = 0; place < 6; place += 1) {
    serial = ALPHABET.charAt(rest % ALPHABET.length) + serial;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return makeUscc({ department: '9', category: '1', region: '999999', body8: `MA${serial}` });
}
