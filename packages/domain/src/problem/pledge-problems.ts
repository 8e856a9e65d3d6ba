/** Problems of decisions that are made on a pledge. */
export const pledgeProblems = {
  'case-pledge-reworded': {
    status: 422,
    exit: 1,
    title: { zh: '承诺书的文字不能改动', en: 'The text that is signed cannot be changed' },
    detail: {
      zh: '收到“{value}”；规则规定的承诺书是：“{accepted}”。',
      en: 'Received "{value}"; the text of the rule is: "{accepted}".',
    },
    todo: {
      zh: '请照原文签署；不愿意承诺的，可以选择普通程序。',
      en: 'Sign the text as it stands, or choose the ordinary way.',
    },
  },
  'case-pledge-excluded': {
    status: 409,
    exit: 1,
    title: { zh: '不适用告知承诺', en: 'Not open to a pledge' },
    detail: {
      zh: '存在“{value}”的情形，依据 {basis}，不适用告知承诺；普通程序照常办理。',
      en: '"{value}" leaves this out by {basis}; the ordinary procedure stays open.',
    },
    todo: {
      zh: '请按普通程序办理；认为情形不实的，可以提出异议；修复后可以再次承诺。',
      en: 'Go the ordinary way; dispute it if it is not so; pledge again once it is repaired.',
    },
  },
  'case-exclusion-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '排除情形不在规则中', en: 'No exclusion of the rule' },
    detail: {
      zh: '收到“{value}”；规则中可以适用的情形：{accepted}。',
      en: 'Received "{value}"; the rule has: {accepted}.',
    },
    todo: { zh: '没有规则写明的情形，不得排除。', en: 'Leave nobody out beyond the rule.' },
  },
  'case-pledge-not-kept': {
    status: 409,
    exit: 1,
    title: { zh: '没有可以沿用的已履行承诺', en: 'No kept pledge to take over' },
    detail: {
      zh: '“{value}”不是同一事项已经履行的承诺，或者该事项不能沿用。',
      en: '"{value}" is no kept pledge of the same item, or the item cannot be taken over.',
    },
    todo: {
      zh: '请先告知条件，由申请人选择。',
      en: 'Tell the conditions and let the firm choose.',
    },
  },
  'case-condition-unpledged': {
    status: 422,
    exit: 1,
    title: { zh: '不是所承诺的条件', en: 'Not a condition that was pledged' },
    detail: {
      zh: '收到“{value}”；承诺的条件：{accepted}。',
      en: 'Received "{value}"; what was pledged: {accepted}.',
    },
    todo: {
      zh: '核查只对照告知书所列条件；其他违法行为另案办理。',
      en: 'Look only at the conditions of the notice; anything else is another case.',
    },
  },
  'case-office-unknown': {
    status: 422,
    exit: 2,
    title: { zh: '没有这个办理机关', en: 'No such office' },
    detail: {
      zh: '收到“{value}”；可以选择：{accepted}。',
      en: 'Received "{value}"; there are: {accepted}.',
    },
    todo: { zh: '请从中选择一个机关。', en: 'Choose one of these.' },
  },
  'case-cure-runs': {
    status: 409,
    exit: 1,
    title: { zh: '整改期未满', en: 'The time to put it right is not over' },
    detail: {
      zh: '整改期至 {until}（含当日）；未送达的，尚未起算。',
      en: 'It lasts until {until}, included; it has not begun before the notice was served.',
    },
    todo: {
      zh: '请在期满后办理；期内改正的，登记符合。',
      en: 'Go on after that day; what was put right by then is recorded as kept.',
    },
  },
} as const;
