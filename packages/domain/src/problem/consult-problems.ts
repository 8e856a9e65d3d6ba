/** Problems of consulting the register in a matter, and of reports that there are no records. */
export const consultProblems = {
  'consult-form': {
    status: 422,
    exit: 1,
    title: { zh: '查询单填写不完整', en: 'The order does not say everything' },
    detail: {
      zh: '“{field}”缺少或者不符合要求：收到“{value}”；可以接受：{accepted}。没有查询，也没有保存。',
      en: '"{field}" is missing or not accepted: received "{value}", accepted {accepted}. Nothing was read or saved.',
    },
    todo: { zh: '请补正这一项后重新提交。', en: 'Correct this field and send it again.' },
  },
  'consult-basis': {
    status: 422,
    exit: 1,
    title: { zh: '查询依据不是现行规则中的条款', en: 'The basis is no article in force' },
    detail: {
      zh: '收到“{value}”；应写作“文件代号#条款”，并且是现行规则版本引用的条款。没有查询。',
      en: 'Received "{value}"; write source#article, of an article that the edition in force has. Nothing was read.',
    },
    todo: {
      zh: '请在规则页面查到条款后填写，例如 {accepted}。',
      en: 'Find the article among the rules, e.g. {accepted}.',
    },
  },
  'consult-too-many': {
    status: 422,
    exit: 1,
    title: { zh: '一次查询的单位过多', en: 'Too many organisations in one matter' },
    detail: {
      zh: '同一事项已查询和这次查询的单位共 {found} 个，上限 {limit} 个。没有查询，也没有保存。',
      en: 'With those already asked about, this matter has {found} organisations; {limit} is the most. Nothing was read or saved.',
    },
    todo: {
      zh: '请只填写本事项的申请人或者投标人；确有更多的，请分标段编号办理。',
      en: 'Name only those who applied or bid in this matter; number the lots of a larger tender.',
    },
  },
  'consult-tenders-spent': {
    status: 429,
    exit: 1,
    title: { zh: '今天可以查询的招标项目已用完', en: 'No further tender today' },
    detail: {
      zh: '本机关今天已查询 {limit} 个招标项目。没有查询。',
      en: 'Your office has consulted the register in {limit} tenders today. Nothing was read.',
    },
    todo: { zh: '请明天再办；办事查询不受影响。', en: 'Come back tomorrow; approvals go on.' },
  },
  'consultation-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有这次查询', en: 'There is no such consultation' },
    detail: {
      zh: '本机关没有编号为“{value}”的查询。',
      en: 'Your office has no consultation "{value}".',
    },
    todo: { zh: '请从查询列表进入。', en: 'Go there from the list.' },
  },
  'consult-route-closed': {
    status: 409,
    exit: 1,
    title: { zh: '不能按这个方式办理', en: 'This route is not open' },
    detail: {
      zh: '收到“{value}”；依据条款可以选择：{accepted}。没有保存。',
      en: 'Received "{value}"; the articles leave open: {accepted}. Nothing was saved.',
    },
    todo: {
      zh: '请从中选择；普通程序始终可以办理。',
      en: 'Choose one; the ordinary way is always open.',
    },
  },
  'report-not-offered': {
    status: 409,
    exit: 1,
    title: { zh: '现行规则没有这种报告', en: 'The rules in force have no such report' },
    detail: {
      zh: '{day} 施行的规则版本没有规定报告的期间。',
      en: 'The edition in force on {day} sets no period for it.',
    },
    todo: {
      zh: '可以引用本单位的公示页面。',
      en: 'Refer to the public page of the organisation.',
    },
  },
  'report-records-stand': {
    status: 409,
    exit: 1,
    title: { zh: '有正在公示的记录，不能出具', en: 'Records stand, so there is no such report' },
    detail: {
      zh: '所列来源中现有 {count} 条记录，只在本单位的页面列出。没有保存。',
      en: 'The listed sources hold {count} records today; they are listed to you alone. Nothing was saved.',
    },
    todo: {
      zh: '记录到期、修复或者更正后即可出具；认为有误的，可以提出异议。',
      en: 'It can be had once they have ended, were repaired or corrected; dispute what is wrong.',
    },
  },
  'report-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有这份报告', en: 'There is no such report' },
    detail: {
      zh: '没有核验码为“{value}”的报告。',
      en: 'No report has the code "{value}".',
    },
    todo: {
      zh: '请核对核验码；报告上印的是五组、每组四位。',
      en: 'Check the code: five groups of four, as printed on the report.',
    },
  },
} as const;
