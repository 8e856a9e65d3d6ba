/** Problems of one cell; the report names its row and column beside them. */
export const valueProblems = {
  'value-missing': {
    status: 422,
    exit: 1,
    title: { zh: '必填项为空', en: 'A required value is missing' },
    detail: { zh: '“{column}”为空，此项必填。', en: '"{column}" is empty and must be given.' },
    todo: { zh: '补上这一项。', en: 'Give the value.' },
  },
  'value-too-long': {
    status: 422,
    exit: 1,
    title: { zh: '内容过长', en: 'The value is too long' },
    detail: {
      zh: '现有 {length} 个字符，最多 {max} 个。',
      en: 'It has {length} characters; at most {max} fit.',
    },
    todo: { zh: '缩短后再导入。', en: 'Shorten it.' },
  },
  'value-not-a-date': {
    status: 422,
    exit: 1,
    title: { zh: '不是日期', en: 'Not a date' },
    detail: {
      zh: '现为“{value}”；可写 2026-04-01、2026/4/1、20260401 或 2026年4月1日，且这一天须存在。',
      en: 'Found "{value}"; write an existing day as 2026-04-01, 2026/4/1, 20260401 or 2026年4月1日.',
    },
    todo: { zh: '改成年在前的日期。', en: 'Write the date, year first.' },
  },
  'value-in-future': {
    status: 422,
    exit: 1,
    title: { zh: '日期在今天之后', en: 'The date lies in the future' },
    detail: { zh: '现为 {value}，今天是 {today}。', en: 'Found {value}; today is {today}.' },
    todo: { zh: '核对这个日期。', en: 'Check the date.' },
  },
  'days-out-of-order': {
    status: 422,
    exit: 1,
    title: { zh: '日期先后颠倒', en: 'The days are in the wrong order' },
    detail: {
      zh: '现为 {value}，早于{other}的 {from}。',
      en: 'Found {value}, which is before {from}, the day of {other}.',
    },
    todo: { zh: '核对这两个日期。', en: 'Check both days.' },
  },
  'value-not-in-list': {
    status: 422,
    exit: 1,
    title: { zh: '不在可选值之内', en: 'Not one of the accepted values' },
    detail: {
      zh: '现为“{value}”；可选：{accepted}。',
      en: 'Found "{value}"; accepted are: {accepted}.',
    },
    todo: { zh: '改用其中一个值。', en: 'Use one of these.' },
  },
  'value-not-an-integer': {
    status: 422,
    exit: 1,
    title: { zh: '不是整数', en: 'Not a whole number' },
    detail: { zh: '现为“{value}”。', en: 'Found "{value}".' },
    todo: { zh: '填写整数，不带单位。', en: 'Write a whole number without a unit.' },
  },
  'value-unprintable': {
    status: 422,
    exit: 1,
    title: { zh: '含有不可见的控制字符', en: 'The value holds control characters' },
    detail: {
      zh: '第 {position} 个字符不能显示。',
      en: 'Character {position} cannot be shown.',
    },
    todo: { zh: '重新输入这一项。', en: 'Type the value again.' },
  },
  'amount-not-a-number': {
    status: 422,
    exit: 1,
    title: { zh: '不是金额', en: 'Not an amount' },
    detail: {
      zh: '现为“{value}”；只写数字，可带小数点和千位逗号。',
      en: 'Found "{value}"; write digits, with a decimal point and commas for thousands if needed.',
    },
    todo: { zh: '去掉单位和货币符号。', en: 'Leave out units and currency signs.' },
  },
  'amount-not-exact': {
    status: 422,
    exit: 1,
    title: { zh: '金额精确不到最小单位', en: 'The amount is not exact' },
    detail: {
      zh: '现为“{value}”；这一列最多 {decimals} 位小数，不作四舍五入。',
      en: 'Found "{value}"; this column has at most {decimals} decimal places, and nothing is rounded.',
    },
    todo: {
      zh: '按决定书填写准确金额，并核对这一列的单位。',
      en: "Give the decision's exact amount and check the unit of the column.",
    },
  },
  'amount-negative': {
    status: 422,
    exit: 1,
    title: { zh: '金额为负', en: 'The amount is negative' },
    detail: { zh: '现为“{value}”。', en: 'Found "{value}".' },
    todo: { zh: '填写 0 或正数。', en: 'Write 0 or more.' },
  },
  'amount-too-large': {
    status: 422,
    exit: 1,
    title: { zh: '金额过大', en: 'The amount is too large' },
    detail: {
      zh: '现为“{value}”，超出可以准确保存的范围。',
      en: 'Found "{value}", more than can be kept exactly.',
    },
    todo: { zh: '核对这一列的单位。', en: 'Check the unit of the column.' },
  },
  'document-number-invalid': {
    status: 422,
    exit: 1,
    title: { zh: '文号无法使用', en: 'The document number cannot be used' },
    detail: {
      zh: '现为“{value}”；应像“望市监罚〔2026〕1187号”，不超过 128 个字符。',
      en: 'Found "{value}"; write it like 望市监罚〔2026〕1187号, at most 128 characters.',
    },
    todo: { zh: '照决定书填写文号。', en: 'Copy the number from the decision.' },
  },
} as const;
