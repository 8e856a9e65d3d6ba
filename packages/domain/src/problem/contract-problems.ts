/** Problems of contracts, promises and files of contract data. */
export const contractProblems = {
  'contract-form': {
    status: 422,
    exit: 1,
    title: { zh: '内容不符合要求', en: 'Something in it does not fit' },
    detail: {
      zh: '“{field}”缺少，或者写法不对。',
      en: '"{field}" is missing or not in the form that is accepted.',
    },
    todo: { zh: '请核对这一项后重新提交。', en: 'Check this field and send it again.' },
  },
  'contract-party-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '登记中没有这个单位', en: 'The register does not know this organisation' },
    detail: {
      zh: '没有代码为“{value}”的付款单位。',
      en: 'Nobody who pays has the code "{value}".',
    },
    todo: { zh: '请核对统一社会信用代码。', en: 'Check its unified code.' },
  },
  'contract-superior-missing': {
    status: 409,
    exit: 1,
    title: { zh: '没有登记上一级机关', en: 'No agency above it is on the register' },
    detail: {
      zh: '登记中没有“{body}”的上一级机关，也没有可以接收报告的登记机关。',
      en: 'The register knows no agency above "{body}", and none that keeps the register.',
    },
    todo: {
      zh: '请登记机关补登上一级机关后再报告；也可以直接向上一级机关提出。',
      en: 'Ask whoever keeps the register to enter the agency above it, or go to that agency itself.',
    },
  },
  'contract-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有这份合同', en: 'There is no such contract' },
    detail: {
      zh: '没有编号为“{value}”的合同，或者本单位不是当事方。',
      en: 'There is no contract "{value}", or you are no party to it.',
    },
    todo: { zh: '请从本单位的合同列表进入。', en: 'Go there from your own list of contracts.' },
  },
  'contract-step-closed': {
    status: 409,
    exit: 1,
    title: { zh: '现在不能办理这一步', en: 'This step is not open now' },
    detail: {
      zh: '“{act}”不是{seat}可以办理的，或者所指的事项不存在、已经办结。',
      en: '"{act}" is not a step of the {seat}, or what it is about does not exist or is settled.',
    },
    todo: {
      zh: '请刷新合同页面，查看可以办理的事项。',
      en: 'Open the contract again and see which steps are open.',
    },
  },
  'contract-clause': {
    status: 422,
    exit: 1,
    title: { zh: '条款不具约束力', en: 'The law refuses this clause' },
    detail: {
      zh: '“{clause}”依照{article}不得约定。收到：{received}；可以约定：{accepted}。',
      en: '"{clause}" may not be agreed under {article}. Received: {received}; accepted: {accepted}.',
    },
    todo: {
      zh: '请删去该条款；合同其余部分照常有效。',
      en: 'Leave the clause out; the rest of the contract stands.',
    },
  },
  'contract-sum': {
    status: 422,
    exit: 1,
    title: { zh: '金额不对', en: 'The sum does not fit' },
    detail: {
      zh: '收到 {value}，最多为 {limit}。',
      en: 'Received {value}; accepted is at most {limit}.',
    },
    todo: { zh: '请核对金额。', en: 'Check the sum.' },
  },
  'contract-day': {
    status: 422,
    exit: 1,
    title: { zh: '日期不对', en: 'The day does not fit' },
    detail: {
      zh: '收到 {value}；应当不早于 {from}，不晚于 {until}。',
      en: 'Received {value}; it is no earlier than {from} and no later than {until}.',
    },
    todo: { zh: '请核对日期。', en: 'Check the day.' },
  },
  'contract-days-unsaid': {
    status: 422,
    exit: 1,
    title: { zh: '须写明付款期限', en: 'The days of payment have to be stated' },
    detail: {
      zh: '按所填情况，供应商不是中小企业，或者付款单位既不是机关、事业单位也不是大型企业：条例没有为这样的合同规定付款期限。',
      en: 'By what was stated the supplier is no small or medium enterprise, or whoever pays is neither a public body nor a large enterprise: for such a contract the law gives no days.',
    },
    todo: {
      zh: '请填写合同约定的付款期限，或者更正双方的情况。',
      en: 'State the days that were agreed, or correct what is said of the two sides.',
    },
  },
  'contract-day-ahead': {
    status: 422,
    exit: 1,
    title: { zh: '日期不对', en: 'The day does not fit' },
    detail: {
      zh: '收到 {value}；不得晚于今天（{until}）。',
      en: 'Received {value}; it may not lie after today, {until}.',
    },
    todo: { zh: '请核对日期。', en: 'Check the day.' },
  },
  'contract-year': {
    status: 422,
    exit: 1,
    title: { zh: '年度不对', en: 'The year does not fit' },
    detail: {
      zh: '收到 {value}；应当是已经结束的年度，最晚 {until} 年。',
      en: 'Received {value}; it is a year that is over, {until} at the latest.',
    },
    todo: { zh: '请核对年度。', en: 'Check the year.' },
  },
  'contract-party-same': {
    status: 422,
    exit: 1,
    title: { zh: '双方是同一个单位', en: 'Both sides are the same organisation' },
    detail: {
      zh: '代码“{value}”是本单位自己的。',
      en: 'The code "{value}" is your own.',
    },
    todo: { zh: '请填写对方的统一社会信用代码。', en: 'Give the unified code of the other side.' },
  },
  'contract-law-missing': {
    status: 409,
    exit: 1,
    title: { zh: '这一天没有付款规则', en: 'No rule on payment is in force on that day' },
    detail: {
      zh: '{day} 施行的规则没有规定付款期限。',
      en: 'The edition in force on {day} has no rule on payment.',
    },
    todo: {
      zh: '请核对合同日期；付款规则见规则全文。',
      en: 'Check the day of the contract; the rules are on the pages of the rulebook.',
    },
  },
  'ocds-invalid': {
    status: 422,
    exit: 1,
    title: {
      zh: '文件不符合开放合同数据标准',
      en: 'The file is not what the standard for contract data says',
    },
    detail: {
      zh: '{path}：收到 {received}；应当是 {accepted}。',
      en: '{path}: received {received}; accepted is {accepted}.',
    },
    todo: {
      zh: '请改正该处后重新导入；没有写入任何内容。',
      en: 'Correct this place and import the file again; nothing was stored.',
    },
  },
} as const;
