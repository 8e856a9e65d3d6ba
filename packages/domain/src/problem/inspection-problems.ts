/** Problems of plans and draws of inspections. */
export const inspectionProblems = {
  'draw-step': {
    status: 409,
    exit: 1,
    title: { zh: '抽查步骤不符', en: 'Not the step that is due' },
    detail: {
      zh: '这次抽查的进度是“{state}”，不能再做“{step}”。每一步只能做一次，不能重抽。',
      en: 'This draw stands at "{state}"; "{step}" is not open. Each step is taken once, and no draw is made again.',
    },
    todo: { zh: '请刷新后按下一步办理。', en: 'Look again and take the step that is due.' },
  },
  'draw-second-official': {
    status: 403,
    exit: 1,
    title: { zh: '须由另一人批准', en: 'Somebody else has to approve' },
    detail: {
      zh: '抽查方案由 {name} 制定，不能由同一人批准。',
      en: 'The plan was made by {name}, who cannot approve it as well.',
    },
    todo: { zh: '请另一名工作人员批准。', en: 'Let a second official approve it.' },
  },
  'draw-list-size': {
    status: 409,
    exit: 1,
    title: { zh: '名单家数不适合抽取', en: 'No list that can be drawn from' },
    detail: {
      zh: '名单有 {eligible} 家；抽取的概率须在上下限之间，名单最多 {most} 家。',
      en: 'The list has {eligible}; every chance has to stay within the limits, and at most {most} are taken.',
    },
    todo: {
      zh: '家数太少的，请合并区域或者逐家检查；太多的，请分批制定方案。',
      en: 'Join areas or visit each where they are few; plan in parts where they are many.',
    },
  },
  'draw-inspectors': {
    status: 422,
    exit: 1,
    title: { zh: '检查人员人数不符', en: 'Not the number of inspectors' },
    detail: {
      zh: '写了 {inspectors} 名不同的检查人员。一次须有 {fewest} 至 {most} 名，每人写一次，姓名不能为空。',
      en: '{inspectors} different inspectors were named. One draw takes {fewest} to {most}, each named once.',
    },
    todo: {
      zh: '请补足检查人员、删去重复的姓名，人数过多的分批制定方案。',
      en: 'Name more, or leave out whoever is named twice; plan in parts where they are too many.',
    },
  },
  'draw-interest': {
    status: 422,
    exit: 1,
    title: { zh: '回避单位的代码有误', en: 'No code of an organisation to stand aside from' },
    detail: {
      zh: '收到的“{code}”不是有效的统一社会信用代码，按此无法回避。',
      en: '"{code}" is no valid unified code; nobody could stand aside by it.',
    },
    todo: { zh: '请改正这一代码。', en: 'Correct this code.' },
  },
  'draw-period-taken': {
    status: 409,
    exit: 1,
    title: { zh: '这段时间已有抽查方案', en: 'There is a plan for this time already' },
    detail: {
      zh: '同一机关按同一计划已有{from}至{until}的抽查。再抽一次须写明理由（{min} 至 {max} 字），理由公开。',
      en: 'This office has planned a draw from {from} to {until} by the same card. Another one needs a reason of {min} to {max} characters, which is public.',
    },
    todo: { zh: '请改期，或者写明再抽一次的理由。', en: 'Choose another time, or say why.' },
  },
  'draw-days': {
    status: 422,
    exit: 1,
    title: { zh: '检查期间不对', en: 'Not a time for visits' },
    detail: {
      zh: '收到的是{from}至{until}。开始日不能早于今天（{today}），结束日不能早于开始日。',
      en: '{from} to {until} was received. Visits begin today ({today}) or later, and do not end before they begin.',
    },
    todo: { zh: '请改正检查开始日或者结束日。', en: 'Change the first or the last day.' },
  },
  'draw-over': {
    status: 409,
    exit: 1,
    title: { zh: '检查期间已过', en: 'The time of these visits is over' },
    detail: {
      zh: '方案的检查期间是{from}至{until}，今天是{today}。过期的方案不再承诺，也不再抽取；已经承诺的，计入公布的“到期未抽取”次数。',
      en: 'The visits of this plan were from {from} to {until}, and today is {today}. It is neither committed nor drawn any more; if it was committed to, it counts in public among those never drawn.',
    },
    todo: { zh: '需要检查的，另订方案。', en: 'Plan again where visits are still needed.' },
  },
  'draw-visits-not-over': {
    status: 409,
    exit: 1,
    title: { zh: '检查尚未结束', en: 'The visits are not over' },
    detail: {
      zh: '检查到{until}为止，今天是{today}。检查结束以前不公布名单。',
      en: 'Visits last until {until}; today is {today}. No name is published before they are over.',
    },
    todo: { zh: '请在结束日的次日以后公布。', en: 'Publish from the day after the last one.' },
  },
  'draw-too-early': {
    status: 409,
    exit: 1,
    title: { zh: '随机数尚未公布', en: 'The round has not come' },
    detail: {
      zh: '约定的是第 {round} 轮随机数，{at} 公布。',
      en: 'Round {round} of the beacon was named; it is published at {at}.',
    },
    todo: { zh: '请在公布以后抽取。', en: 'Draw once it is published.' },
  },
  'draw-round-wrong': {
    status: 422,
    exit: 1,
    title: { zh: '随机数核对不符', en: 'Not the round that was named' },
    detail: {
      zh: '收到的不是约定的第 {round} 轮，或者签名核对不符。',
      en: 'What was received is not round {round} of the beacon, or its signature fails.',
    },
    todo: { zh: '请从随机数源重新取得该轮数据。', en: 'Get this very round from the beacon.' },
  },
  'draw-list-changed': {
    status: 409,
    exit: 1,
    title: { zh: '名单与承诺不符', en: 'The list is not the one committed to' },
    detail: {
      zh: '保存的名单算不出公布的根值，不能抽取。',
      en: 'The list that is kept does not give the root that was published; nothing is drawn.',
    },
    todo: { zh: '请通知监督人员。', en: 'Tell oversight.' },
  },
  'draw-key-changed': {
    status: 409,
    exit: 1,
    title: { zh: '证明密钥与承诺不符', en: 'The key is not the one committed to' },
    detail: {
      zh: '承诺公布的证明密钥是 {committed}，现在使用的是 {kept}，不能抽取；没有保存任何内容。',
      en: 'The commitment names the key {committed}; the key in use is {kept}. Nothing is drawn and nothing was saved.',
    },
    todo: {
      zh: '请恢复承诺时的密钥再抽取；恢复不了的，写明理由另定方案，并通知监督人员。',
      en: 'Put the key of the commitment back and draw; if it is lost, plan anew with a reason and tell oversight.',
    },
  },
  'draw-office': {
    status: 403,
    exit: 1,
    title: { zh: '本单位不能使用这份抽查方案', en: 'Not the office of this plan' },
    detail: {
      zh: '方案 {card} 由 {by} 实施；{agency} 没有登记为这一机关。没有保存任何内容。',
      en: 'The plan {card} is carried out by {by}; {agency} is not registered as that body. Nothing was saved.',
    },
    todo: {
      zh: '请选择由本单位实施的方案，或者由该机关制定；登记有误的，请联系登记机关更正。',
      en: 'Choose a plan of this office, or let that body plan; ask the keeper of the register where the entry is wrong.',
    },
  },
} as const;
