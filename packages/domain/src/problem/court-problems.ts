/** Problems of what a court orders, of complaints about payment, and of histories that were mixed. */
export const courtProblems = {
  'case-exemption-open': {
    status: 422,
    exit: 1,
    title: { zh: '尚未逐项审查', en: 'Not everything has been looked for' },
    detail: {
      zh: '须逐项审查并写明：{missing}。',
      en: 'Each of these has to be looked for, and the finding written down: {missing}.',
    },
    todo: {
      zh: '请补充审查；有豁免情形的，不得列入。',
      en: 'Look for them; where one is found, the ground does not hold.',
    },
  },
  'case-term-too-long': {
    status: 422,
    exit: 1,
    title: { zh: '期限不合规定', en: 'The term is not what the law allows' },
    detail: {
      zh: '收到 {value}；可以在 {from} 至 {until} 之间，情形须为：{accepted}。',
      en: 'Received {value}; it lies between {from} and {until}, for one of: {accepted}.',
    },
    todo: { zh: '请核对情形和日期。', en: 'Check the circumstance and the day.' },
  },
  'case-grace-runs': {
    status: 409,
    exit: 1,
    title: { zh: '宽限期未满', en: 'The time of grace is not over' },
    detail: {
      zh: '宽限期至 {until}（含当日）；期内履行的，不再列入。',
      en: 'It lasts until {until}, included. Whoever performs by then is not listed.',
    },
    todo: { zh: '请在期满后办理。', en: 'Go on after that day.' },
  },
  'case-release-unproven': {
    status: 422,
    exit: 1,
    title: { zh: '删除情形尚缺证明', en: 'The ground for release is not shown' },
    detail: { zh: '“{value}”尚缺：{missing}。', en: '"{value}" still lacks: {missing}.' },
    todo: { zh: '请补齐后办理。', en: 'Add what is missing.' },
  },
  'case-barred': {
    status: 409,
    exit: 1,
    title: { zh: '暂不能再次申请', en: 'It cannot be asked for again yet' },
    detail: {
      zh: '因该申请执行人同意而删除的，自 {from} 起才能再次申请。',
      en: 'It was taken out because this creditor agreed; asking again is possible from {from}.',
    },
    todo: { zh: '请到期后申请。', en: 'Ask again from that day.' },
  },
  'case-reasons-missing': {
    status: 422,
    exit: 1,
    title: { zh: '须写明理由', en: 'Reasons have to be given' },
    detail: {
      zh: '法律没有规定起点金额的，应由{part}写明数额虽小仍须列入的理由。',
      en: 'Where no law names a floor, {part} gives reasons why this sum is worth it.',
    },
    todo: { zh: '请在批准时写明理由。', en: 'Give them with the approval.' },
  },
  'case-superior-missing': {
    status: 422,
    exit: 1,
    title: { zh: '未写明上级单位', en: 'The superior is not named' },
    detail: {
      zh: '机关、国有单位为被执行人的，须通报其上级单位；收到：{value}。',
      en: 'Where an organ or an enterprise of the state is the debtor, its superior is told. Received: {value}.',
    },
    todo: { zh: '请写明上级单位。', en: 'Name its superior.' },
  },
  'case-desks-too-many': {
    status: 422,
    exit: 1,
    title: { zh: '此类案件不向其他单位开放', en: 'Other desks have no part in this' },
    detail: {
      zh: '涉及个人的命令只由决定单位和复核单位查阅；收到：{value}。',
      en: 'An order in which people are named is seen by the deciding and the reviewing unit alone. Received: {value}.',
    },
    todo: { zh: '请删去其他单位。', en: 'Leave the other desks out.' },
  },
  'case-allowance-none': {
    status: 409,
    exit: 1,
    title: { zh: '没有待决定的申请', en: 'There is no such application to decide' },
    detail: {
      zh: '第 {value} 项申请不存在、已经决定，或者期限超过 {until}。',
      en: 'Application {value} does not exist, has been decided, or would last beyond {until}.',
    },
    todo: { zh: '请核对申请序号和最后一日。', en: 'Check its number and its last day.' },
  },
  'case-not-overdue': {
    status: 422,
    exit: 1,
    title: { zh: '尚未到期', en: 'It is not overdue' },
    detail: {
      zh: '约定付款日为 {until}（含当日），交付日为 {from}。',
      en: 'Payment was due by {until}, included; delivery was on {from}.',
    },
    todo: { zh: '请到期后投诉。', en: 'Complain after that day.' },
  },
  'case-unpaid': {
    status: 409,
    exit: 1,
    title: { zh: '尚未付清', en: 'It is not paid in full' },
    detail: { zh: '认定 {limit}，已付 {value}。', en: 'Found: {limit}; paid: {value}.' },
    todo: { zh: '请登记其余付款。', en: 'Write down the rest once it is paid.' },
  },
  'case-history-changed': {
    status: 409,
    exit: 1,
    title: { zh: '历史记录已有变动', en: 'The histories have changed' },
    detail: {
      zh: '下列记录不在应在之处，或者不属于该主体：{missing}。',
      en: 'These records are not where they should be, or not of this subject: {missing}.',
    },
    todo: { zh: '请重新核对双方的记录。', en: 'Look at both histories again.' },
  },
} as const;
