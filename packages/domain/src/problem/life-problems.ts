/** Problems of events in the life of an organisation. */
export const lifeProblems = {
  'life-form': {
    status: 422,
    exit: 1,
    title: { zh: '登记事项填写不全或者有误', en: 'Something in the event does not fit' },
    detail: {
      zh: '“{field}”收到“{value}”；可以填写：{accepted}。',
      en: '"{field}" is "{value}"; what is accepted: {accepted}.',
    },
    todo: { zh: '请改正这一项后重新提交。', en: 'Correct this field and send it again.' },
  },
  'life-too-long': {
    status: 422,
    exit: 1,
    title: { zh: '超过法定最长期限', en: 'Longer than the law allows' },
    detail: {
      zh: '历次期限累计计算，截止日“{value}”超过最长期限，最晚为 {latest}（{article}）。',
      en: 'Earlier times included, the end "{value}" is past the longest term, which ends on {latest} ({article}).',
    },
    todo: { zh: '请填写期限以内的截止日。', en: 'Give an end within the term.' },
  },
  'life-over': {
    status: 409,
    exit: 1,
    title: { zh: '该单位已经终止', en: 'The organisation is no more' },
    detail: {
      zh: '该单位已于 {since} 终止，此后的事项不再登记。',
      en: 'It ended on {since}; nothing that happened since can be entered.',
    },
    todo: {
      zh: '终止登记有误的，请由当事人提出异议，撤销后再办理。',
      en: 'If that end is wrong, it is undone by an objection first.',
    },
  },
  'life-listed': {
    status: 409,
    exit: 1,
    title: { zh: '不适用简易注销', en: 'Simplified deregistration is not open to it' },
    detail: {
      zh: '该单位列入“{lists}”，不适用简易注销程序（{article}）。',
      en: 'It stands in "{lists}"; simplified deregistration is not open to it ({article}).',
    },
    todo: {
      zh: '请按普通程序办理，或者先依法移出名单。',
      en: 'Use the ordinary procedure, or wait until the listing has lawfully ended.',
    },
  },
  'life-window': {
    status: 409,
    exit: 1,
    title: { zh: '公告期没有届满', en: 'The time for objections is not over' },
    detail: {
      zh: '公告日为“{value}”，最早可以在 {earliest} 办理（{article}）。',
      en: 'It was announced on "{value}"; the first day for this is {earliest} ({article}).',
    },
    todo: { zh: '请在公告期届满后办理。', en: 'Come back when the time for objections is over.' },
  },
  'life-not-registrar': {
    status: 403,
    exit: 1,
    title: { zh: '不是本机关登记的单位', en: 'Not registered by your office' },
    detail: {
      zh: '该单位的登记机关是“{registrar}”，不是“{agency}”。',
      en: 'It is registered by "{registrar}", not by "{agency}".',
    },
    todo: {
      zh: '请由登记机关办理；登记机关变更的，由原登记机关录入变更。',
      en: 'Ask its registering authority; a change of that authority is entered by the one it leaves.',
    },
  },
  'life-same-official': {
    status: 403,
    exit: 1,
    title: { zh: '须由另一名工作人员确认', en: 'Somebody else has to confirm it' },
    detail: {
      zh: '“{official}”已经录入这一事项；涉及记录去向的事项由两名工作人员办理。',
      en: '"{official}" entered this event; where records are at stake two officials decide.',
    },
    todo: { zh: '请另一名有权人员确认。', en: 'Let another official who may do so confirm it.' },
  },
  'life-not-waiting': {
    status: 404,
    exit: 1,
    title: { zh: '没有等待确认的这一事项', en: 'No such event waits' },
    detail: {
      zh: '没有编号为“{value}”、等待本机关确认的事项。',
      en: 'No event "{value}" waits for your office.',
    },
    todo: { zh: '请从待确认列表进入。', en: 'Go there from the list of those that wait.' },
  },
  'life-no-rule': {
    status: 409,
    exit: 1,
    title: { zh: '没有可以适用的规定', en: 'No rule says where its records go' },
    detail: {
      zh: '{day} 施行的规则中没有关于“{event}”的规定。',
      en: 'The rulebook in force on {day} has no rule on "{event}".',
    },
    todo: {
      zh: '请先由规则管理人员补充规则；没有规定的，不得转由他人承受。',
      en: 'Have the rule added first: without one nothing passes to anybody.',
    },
  },
} as const;
