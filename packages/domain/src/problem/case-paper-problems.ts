/** Papers of a case: how they are served and what a letter needs. */
export const casePaperProblems = {
  'case-service-not-own': {
    status: 403,
    exit: 1,
    title: {
      zh: '受送达人只能在收件箱中签收',
      en: 'The addressee proves service by opening alone',
    },
    detail: {
      zh: '受送达人本人只能以“{accepted}”方式、在打开当日签收；所报方式为“{value}”。',
      en: 'The addressee itself proves service by "{accepted}" alone, on the day of opening; "{value}" was given.',
    },
    todo: {
      zh: '其他送达方式由承办机关登记。',
      en: 'The authority enters every other way of service.',
    },
  },
  'case-service-not-opened': {
    status: 409,
    exit: 1,
    title: {
      zh: '站内送达以受送达人打开为准',
      en: 'Service in the inbox is proven by opening alone',
    },
    detail: {
      zh: '“{value}”方式只能由受送达人在收件箱中打开文书时由本登记记录，他人不能代为登记。',
      en: '"{value}" is entered by the register when the addressee opens the paper; nobody enters it for the addressee.',
    },
    todo: {
      zh: '请等待受送达人打开，或者用其他方式送达后登记。',
      en: 'Wait until it is opened, or serve it in another way and enter that.',
    },
  },
  'case-service-no-consent': {
    status: 409,
    exit: 1,
    title: { zh: '没有同意电子送达', en: 'There is no consent to electronic service' },
    detail: {
      zh: '{day} 当事单位没有有效的电子送达同意，以电子方式发出的不视为送达。',
      en: 'On {day} no consent to electronic service stands, so nothing is served electronically.',
    },
    todo: {
      zh: '请用其他方式送达，或者先取得同意。',
      en: 'Serve it in another way, or have consent given first.',
    },
  },
  'case-service-attempts': {
    status: 409,
    exit: 1,
    title: { zh: '还不能公告送达', en: 'It is too early for a public notice' },
    detail: {
      zh: '公告送达以前，应当有不同日期的 {count} 次送达未成的记录。',
      en: 'Before a public notice, {count} attempts on different days must have failed and be on file.',
    },
    todo: {
      zh: '请先以其他方式送达并记录。',
      en: 'Try the other ways first and enter the attempts.',
    },
  },
  'case-service-counts-later': {
    status: 422,
    exit: 2,
    title: {
      zh: '送达日期与公告日期不符',
      en: 'The day of service does not follow from the notice',
    },
    detail: {
      zh: '公告日期为 {posted}，应以 {from} 为送达日期。',
      en: 'Posted on {posted}, it counts as served on {from}.',
    },
    todo: {
      zh: '请填写公告日期（postedOn），并以上述日期为送达日期。',
      en: 'Give the day of posting as postedOn, and that day as the day of service.',
    },
  },
  'case-letter-not-yet': {
    status: 409,
    exit: 1,
    title: { zh: '现在还没有这份文书', en: 'There is no such paper yet' },
    detail: {
      zh: '案件办理至今，还没有“{document}”；现有：{accepted}。',
      en: 'As far as the case has come there is no "{document}". There are: {accepted}.',
    },
    todo: { zh: '请先办理这份文书所记载的事项。', en: 'Take the step that it records first.' },
  },
  'case-letter-number': {
    status: 409,
    exit: 1,
    title: { zh: '文号不合规定', en: 'The number of the paper is not in its form' },
    detail: {
      zh: '文号“{value}”不合本版规则对这种文书的写法，例如：{accepted}。',
      en: 'The number "{value}" is not written as the rules have it for this paper, such as {accepted}.',
    },
    todo: {
      zh: '没有保存。请改用这种写法的文号再提交；文书已经作出的，请用合规定的文号重新作出。',
      en: 'Nothing was saved. Send it again under a number in that form; a paper that was given already is given anew.',
    },
  },
  'case-letter-no-press': {
    status: 503,
    exit: 3,
    title: { zh: '这里不能生成文书', en: 'Papers cannot be made here' },
    detail: {
      zh: '系统启动时没有配置文书生成功能。',
      en: 'This process was started without a press for papers.',
    },
    todo: { zh: '请联系登记机关。', en: 'Ask the office that keeps the register.' },
  },
  'case-service-does-not-count': {
    status: 422,
    exit: 1,
    title: { zh: '该送达方式不能作为送达', en: 'This way of service does not count' },
    detail: {
      zh: '收到“{value}”；可以采用：{accepted}。',
      en: 'Received "{value}"; these count: {accepted}.',
    },
    todo: {
      zh: '请以其中一种方式送达并留存证明。',
      en: 'Serve it in one of these ways and keep the proof.',
    },
  },
} as const;
