/** What a party is told at the door and the counter. */
export const caseDoorProblems = {
  'notice-unknown': {
    status: 404,
    exit: 1,
    title: {
      zh: '编号和查阅码不相符，或者已经失效',
      en: 'The number and the code do not belong together, or no longer hold',
    },
    detail: {
      zh: '没有保存任何内容。查阅码在告知书写明的日期后失效，案件结束或者告知书被收回的也失效。',
      en: 'Nothing was saved. A code holds until the day on its notice, and no longer than the case stands or the notice is not taken back.',
    },
    todo: {
      zh: '请对照告知书核对：案件编号 8 位，查阅码五组、每组四位，只有数字和 A 至 F。已经失效的，请持告知书到发出机关的窗口办理。',
      en: 'Compare with the notice: eight digits of the case number, five groups of four for the code, all of them 0-9 and A-F. Where it no longer holds, take the notice to the counter of the authority.',
    },
  },
  'notice-no-seat': {
    status: 409,
    exit: 1,
    title: {
      zh: '本案不能向这一身份的人发出查阅码',
      en: 'No notice with a code can be given for this seat',
    },
    detail: {
      zh: '填写的是“{value}”，本案今天可以发给：{accepted}。',
      en: 'The seat given was "{value}"; today this case allows: {accepted}.',
    },
    todo: {
      zh: '告知书发出前、案件结束后都不能发；已经登记的债权人在自己的页面办理。',
      en: 'None is given before the notice of the case or after its end; a creditor on the register has a desk of its own.',
    },
  },
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
