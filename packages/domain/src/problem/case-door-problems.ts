/** What a party is told at the door and the counter. */
export const caseDoorProblems = {
  'case-nothing-to-review': {
    status: 409,
    exit: 1,
    title: {
      zh: '还没有可以复核的决定',
      en: 'There is no decision yet that somebody else could look at',
    },
    detail: {
      zh: '登记簿中还没有就此事作出的决定，没有可以交给另一单位复核的内容。',
      en: 'No decision about this has been made in this register, so there is nothing to hand on.',
    },
    todo: {
      zh: '先选“我不同意”，由作出机关答复；对原决定，可以按记录页写明的期限申请复议或者起诉。',
      en: 'Choose “I dispute it” first and have it answered; against the decision itself, reconsideration and court are open for the time that the record’s page names.',
    },
  },
  'case-no-other-unit': {
    status: 409,
    exit: 1,
    title: {
      zh: '登记簿中没有可以复核的另一单位',
      en: 'No other unit that could review is on the register',
    },
    detail: {
      zh: '{official} 的决定须由另一单位复核，但登记簿中没有这样的单位。',
      en: 'A decision of {official} is reviewed by another unit, and the register knows none.',
    },
    todo: {
      zh: '可以直接向上一级机关申请复议，或者向法院起诉；也可以请登记机关补登复核单位。',
      en: 'Turn to the superior authority or to the court; ask the registry to name a reviewing unit.',
    },
  },
  'case-person-number': {
    status: 422,
    exit: 1,
    title: { zh: '内容里有身份证件号码', en: 'The text holds the number of an identity document' },
    detail: {
      zh: '“{field}”里有居民身份号码。号码不登记，也没有保存。',
      en: 'A resident number stands in "{field}". Such numbers are not recorded; nothing was saved.',
    },
    todo: { zh: '请删去号码后再提交。', en: 'Remove the number, then send it again.' },
  },
  'case-nothing-said': {
    status: 422,
    exit: 1,
    title: { zh: '内容太少或者太多', en: 'There is too little or too much text' },
    detail: {
      zh: '“{field}”写了 {value} 字（项），须在 {accepted} 之间。',
      en: '"{field}" has {value} characters or points; {accepted} are accepted.',
    },
    todo: {
      zh: '请写清楚，核对后再提交。',
      en: 'Write the point down, then check and send it.',
    },
  },
} as const;
