/** Problems of who asks and what they may do. */
export const accessProblems = {
  'sign-in-required': {
    status: 401,
    exit: 1,
    title: { zh: '需要登录', en: 'Sign-in is needed' },
    detail: { zh: '这一页不对公众开放。', en: 'This page is not open to the public.' },
    todo: { zh: '请登录后再试。', en: 'Sign in, then try again.' },
  },
  'not-permitted': {
    status: 403,
    exit: 1,
    title: { zh: '没有这项权限', en: 'Not permitted' },
    detail: {
      zh: '你的账号没有办理此事的权限（{operation}，用途 {purpose}）。此次请求已记入日志。',
      en: 'Your account may not do {operation} for the purpose {purpose}. This request was logged.',
    },
    todo: {
      zh: '如职责需要，请向本单位登记人员申请。',
      en: 'If your duties need it, ask the registrar of your agency.',
    },
  },
  'form-foreign': {
    status: 403,
    exit: 1,
    title: { zh: '提交不是来自本站页面', en: 'The form did not come from this site' },
    detail: {
      zh: '只接受从本站页面提交的内容。没有保存任何内容。',
      en: 'Only what is sent from a page of this site is taken. Nothing was saved.',
    },
    todo: { zh: '打开本站页面，重新填写提交。', en: 'Open the page here and send it again.' },
  },
  'form-expired': {
    status: 403,
    exit: 1,
    title: { zh: '表单已失效', en: 'The form is no longer valid' },
    detail: {
      zh: '打开表单之后，你重新登录或退出过。没有保存任何内容。',
      en: 'You signed in or out since the form was opened. Nothing was saved.',
    },
    todo: { zh: '重新打开这一页再提交。', en: 'Open the page again, then send it.' },
  },
  'account-missing': {
    status: 403,
    exit: 1,
    title: { zh: '没有账号', en: 'No account' },
    detail: {
      zh: '身份已经确认，但这里没有对应的账号。',
      en: 'You were recognised, but there is no account for you here.',
    },
    todo: {
      zh: '请向所在机关的登记人员或登记机关申请。',
      en: 'Ask your agency for one; an organisation asks the registry.',
    },
  },
  'account-ended': {
    status: 403,
    exit: 1,
    title: { zh: '账号已停用', en: 'The account has ended' },
    detail: {
      zh: '你的账号或授权已于 {day} 停用。',
      en: 'Your account or mandate ended on {day}.',
    },
    todo: { zh: '如仍需使用，请重新申请。', en: 'If you still need it, ask for a new one.' },
  },
  'account-not-yet': {
    status: 403,
    exit: 1,
    title: { zh: '账号尚未启用', en: 'The account does not hold yet' },
    detail: {
      zh: '你的账号或授权自 {day} 起有效。',
      en: 'Your account or mandate holds from {day}.',
    },
    todo: { zh: '请在该日之后登录。', en: 'Sign in on or after that day.' },
  },
  'account-unknown': {
    status: 404,
    exit: 1,
    title: { zh: '没有这个账号或授权', en: 'No such account or mandate' },
    detail: { zh: '没有编号 {account}。', en: 'There is none with the id {account}.' },
    todo: { zh: '在列表中核对编号。', en: 'Check the id in the list.' },
  },
  'agency-unknown': {
    status: 404,
    exit: 1,
    title: { zh: '没有这个机关', en: 'No such agency' },
    detail: {
      zh: '登记中没有代码为 {agency} 的机关。',
      en: 'The register has no agency {agency}.',
    },
    todo: { zh: '核对代码，或先登记机关。', en: 'Check the code, or add the agency first.' },
  },
  'sign-in-failed': {
    status: 403,
    exit: 1,
    title: { zh: '登录没有完成', en: 'Sign-in was not completed' },
    detail: {
      zh: '身份服务的回答与这里发起的登录不符，或已经用过。',
      en: 'The answer of the identity provider does not belong to a sign-in begun here, or was used.',
    },
    todo: { zh: '请从登录页重新开始。', en: 'Start again from the sign-in page.' },
  },
  'sign-in-declined': {
    status: 403,
    exit: 1,
    title: { zh: '登录被拒绝', en: 'Sign-in was declined' },
    detail: {
      zh: '身份服务没有确认你的身份。',
      en: 'The identity provider did not confirm who you are.',
    },
    todo: { zh: '请从登录页重新开始。', en: 'Start again from the sign-in page.' },
  },
  'sign-in-absent': {
    status: 404,
    exit: 1,
    title: { zh: '没有设置登录', en: 'Sign-in is not set up' },
    detail: {
      zh: '这里没有设置身份服务，只有公开页面。',
      en: 'No identity provider is set up here; there are public pages only.',
    },
    todo: { zh: '公开信息无需登录。', en: 'What is public needs no sign-in.' },
  },
  'sign-in-unavailable': {
    status: 503,
    exit: 3,
    title: { zh: '登录服务没有应答', en: 'The sign-in service does not answer' },
    detail: {
      zh: '身份服务 {issuer} 没有应答。公开页面不受影响。',
      en: 'The identity provider {issuer} does not answer. Public pages are not affected.',
    },
    todo: { zh: '稍后再试。', en: 'Try again later.' },
  },
  'sign-in-clock': {
    status: 503,
    exit: 3,
    title: { zh: '时钟不一致，无法登录', en: 'Clocks differ; sign-in is not possible' },
    detail: {
      zh: '身份服务 {issuer} 的时间与本机相差超过 {seconds} 秒。',
      en: 'The clock of {issuer} differs from ours by more than {seconds} seconds.',
    },
    todo: { zh: '请管理人员校准时钟。', en: 'Ask the operator to set the clocks right.' },
  },
  'token-refused': {
    status: 401,
    exit: 1,
    title: { zh: '凭证不能使用', en: 'The credentials are not accepted' },
    detail: {
      zh: '令牌无效、已过期，或不是发给本系统的。',
      en: 'The token is not valid, has expired, or was not issued for this system.',
    },
    todo: { zh: '重新取得令牌。', en: 'Get a new token.' },
  },
  'person-number-invalid': {
    status: 422,
    exit: 1,
    title: { zh: '身份证号码不符合规则', en: 'Not an identity number' },
    detail: {
      zh: '收到的号码没有通过校验，未作任何保存。接受的是 18 位、校验码正确的居民身份证号码。',
      en: 'The number received fails its check; nothing was kept. A resident number of 18 characters with a correct last one is accepted.',
    },
    todo: { zh: '请核对号码后再试。', en: 'Check the number and try again.' },
  },
  'person-keys-unavailable': {
    status: 503,
    exit: 3,
    title: { zh: '本人档案暂时不能使用', en: 'A person’s own file is not available now' },
    detail: {
      zh: '保管密钥的进程没有启动、没有应答，或者一分钟内被询问过多。没有保存任何内容。',
      en: 'The process that keeps the keys was not started, does not answer, or was asked too often within a minute. Nothing was saved.',
    },
    todo: { zh: '请一分钟后再试。', en: 'Try again in a minute.' },
  },
  'person-pass-over': {
    status: 401,
    exit: 1,
    title: { zh: '本人登录已失效', en: 'Your sign-in for yourself is over' },
    detail: {
      zh: '本人登录只保留到退出或者系统重新启动，系统没有留下你的号码。',
      en: 'It lasts until you sign out or the system starts again; your number was not kept.',
    },
    todo: { zh: '请重新以本人身份登录。', en: 'Sign in for yourself again.' },
  },
  'budget-spent': {
    status: 429,
    exit: 1,
    title: { zh: '今天的查询额度已用完', en: "Today's closed reads are used up" },
    detail: {
      zh: '每日最多查阅 {limit} 个主体的非公开信息，{reset} 起恢复。',
      en: 'At most {limit} organisations a day may be read beyond what is public. More may be read from {reset} on.',
    },
    todo: {
      zh: '公开信息不受限制。确有需要的，请向监督人员说明。',
      en: 'What is public is not limited. If you need more, explain it to oversight.',
    },
  },
} as const;
