/** Problems of a question: to a page, the API or the command line. */
export const requestProblems = {
  'subject-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有找到这个主体', en: 'No such organisation' },
    detail: {
      zh: '这一天的公示中没有“{subject}”。',
      en: 'Nothing published on this day is about "{subject}".',
    },
    todo: { zh: '核对代码，或按名称查询。', en: 'Check the code, or search by name.' },
  },
  'record-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有公示中的这条记录', en: 'No such published record' },
    detail: {
      zh: '没有这条记录，或它现在不公示。',
      en: 'There is no such record, or it is not published.',
    },
    todo: { zh: '回到主体页查看公示中的记录。', en: "See the organisation's page for what is." },
  },
  'page-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有这个页面', en: 'No such page' },
    detail: { zh: '{path} 下没有页面。', en: 'There is no page at {path}.' },
    todo: { zh: '从首页查询。', en: 'Search from the first page.' },
  },
  'query-too-short': {
    status: 400,
    exit: 2,
    title: { zh: '查询内容太短', en: 'The query is too short' },
    detail: { zh: '至少输入 {min} 个字符。', en: 'Enter at least {min} characters.' },
    todo: { zh: '输入代码或名称的一部分。', en: 'Enter a code or part of a name.' },
  },
  'query-too-long': {
    status: 400,
    exit: 2,
    title: { zh: '查询内容太长', en: 'The query is too long' },
    detail: {
      zh: '现有 {length} 个字符，最多 {max} 个。',
      en: 'It has {length} characters; at most {max} are read.',
    },
    todo: { zh: '只输入名称的一部分。', en: 'Enter part of the name.' },
  },
  'person-search-refused': {
    status: 400,
    exit: 2,
    title: { zh: '不能按个人查询', en: 'There is no search for people' },
    detail: {
      zh: '不能按姓名或身份号码查询。这里不提供个人信用查询。',
      en: 'There is no search for people, by name or by number.',
    },
    todo: { zh: '输入单位的代码或名称。', en: "Enter an organisation's code or name." },
  },
  'parameter-invalid': {
    status: 400,
    exit: 2,
    title: { zh: '参数不能使用', en: 'A parameter cannot be used' },
    detail: {
      zh: '{parameter} 现为“{value}”；可用：{accepted}。',
      en: '{parameter} is "{value}"; accepted: {accepted}.',
    },
    todo: { zh: '改用可用的值。', en: 'Use an accepted value.' },
  },
  'day-invalid': {
    status: 400,
    exit: 2,
    title: { zh: '不是日期', en: 'Not a day' },
    detail: {
      zh: '现为“{value}”；请写 YYYY-MM-DD，且这一天须存在。',
      en: 'Found "{value}"; write an existing day as YYYY-MM-DD.',
    },
    todo: { zh: '改正日期。', en: 'Correct the date.' },
  },
  'day-out-of-range': {
    status: 400,
    exit: 2,
    title: { zh: '这一天不能查询', en: 'This day cannot be asked about' },
    detail: {
      zh: '现为 {value}；可查 {earliest} 至 {latest}。',
      en: 'Found {value}; days from {earliest} to {latest} can be asked about.',
    },
    todo: { zh: '选择其间的一天。', en: 'Choose a day between them.' },
  },
  'method-not-allowed': {
    status: 405,
    exit: 2,
    title: { zh: '这里不接受这种请求', en: 'This method is not accepted here' },
    detail: {
      zh: '收到 {method}；接受 {accepted}。',
      en: 'Received {method}; accepted: {accepted}.',
    },
    todo: { zh: '改用接受的方法。', en: 'Use an accepted method.' },
  },
  'not-acceptable': {
    status: 406,
    exit: 2,
    title: { zh: '不能以这种格式回答', en: 'No answer in this format' },
    detail: {
      zh: '要求 {found}；可提供 {accepted}。',
      en: 'Asked for {found}; there is {accepted}.',
    },
    todo: { zh: '选择可提供的格式。', en: 'Ask for one of these.' },
  },
  'too-large': {
    status: 413,
    exit: 1,
    title: { zh: '内容过大', en: 'Too large' },
    detail: { zh: '最多 {max}。', en: 'At most {max} is accepted.' },
    todo: { zh: '分成几份提交。', en: 'Send it in parts.' },
  },
  'json-malformed': {
    status: 400,
    exit: 2,
    title: { zh: '内容不是 JSON', en: 'The content is no JSON' },
    detail: {
      zh: '内容按 JSON 读取时出错，没有保存任何内容。',
      en: 'The content could not be read as JSON. Nothing was saved.',
    },
    todo: { zh: '按接口说明提交。', en: 'Send it in the shape that the API describes.' },
  },
  'json-too-deep': {
    status: 400,
    exit: 2,
    title: { zh: '内容嵌套过深', en: 'The content is nested too deeply' },
    detail: {
      zh: '最多 {max} 层。',
      en: 'At most {max} levels of lists and objects are read.',
    },
    todo: { zh: '按接口说明提交。', en: 'Send it in the shape that the API describes.' },
  },
  'rate-limited': {
    status: 429,
    exit: 1,
    title: { zh: '请求过密', en: 'Too many requests' },
    detail: {
      zh: '请在 {seconds} 秒后再试。',
      en: 'Further requests are answered in {seconds} seconds.',
    },
    todo: { zh: '稍后再试。', en: 'Try again then.' },
  },
  'changed-meanwhile': {
    status: 409,
    exit: 1,
    title: { zh: '刚刚有人改动', en: 'Changed by someone else' },
    detail: {
      zh: '另一位经办人刚改过这里。没有保存任何内容。',
      en: 'Someone else has just changed this. Nothing was saved.',
    },
    todo: { zh: '请看过改动再提交。', en: 'Look at the change, then submit again.' },
  },
  'host-refused': {
    status: 403,
    exit: 1,
    title: { zh: '不接受这个主机名', en: 'This host name is not accepted' },
    detail: {
      zh: '收到主机名 {host}；本机演示只接受 {accepted}。',
      en: 'Received host {host}; a demonstration on this machine accepts {accepted}.',
    },
    todo: { zh: '改用可接受的地址。', en: 'Use an accepted address.' },
  },
  'usage-wrong': {
    status: 400,
    exit: 2,
    title: { zh: '命令用法不对', en: 'The command was used wrongly' },
    detail: { zh: '{found}。', en: '{found}.' },
    todo: { zh: '加 --help 查看用法。', en: 'Add --help to see how it is used.' },
  },
  'download-not-here': {
    status: 404,
    exit: 1,
    title: { zh: '现在没有这个文件', en: 'No such file now' },
    detail: {
      zh: '没有这个数据集或文件，或新的文件还没有做好。',
      en: 'There is no such data set or file, or the next one is not ready yet.',
    },
    todo: {
      zh: '查看下载目录里现有的文件；每天的新文件在零点之后生成。',
      en: 'See the list of downloads for what there is; new files are made after midnight.',
    },
  },
  'key-needed': {
    status: 401,
    exit: 1,
    title: { zh: '需要密钥', en: 'A key is needed' },
    detail: {
      zh: '含有不利记录的文件须凭密钥取得；没有收到密钥，或密钥无效。',
      en: 'Files with adverse records need a key; none was received, or it is not valid.',
    },
    todo: {
      zh: '在 /data/key 免费领取密钥，放在请求头 Authorization: Bearer 中。',
      en: 'Get a free key at /data/key and send it as Authorization: Bearer.',
    },
  },
  'withdrawals-unacknowledged': {
    status: 409,
    exit: 1,
    title: { zh: '有撤回尚未确认', en: 'Withdrawals wait to be acknowledged' },
    detail: {
      zh: '{since} 以来撤回的记录尚未确认，期限是 {days} 天。',
      en: 'What was withdrawn since {since} has not been acknowledged within {days} days.',
    },
    todo: {
      zh: '从 /api/v1/withdrawals 取得撤回清单，删除副本中的记录，再确认。',
      en: 'Read /api/v1/withdrawals, remove the records from every copy, then acknowledge.',
    },
  },
  'changes-too-old': {
    status: 410,
    exit: 1,
    title: { zh: '间隔太久，没有增量', en: 'Too long ago for changes' },
    detail: {
      zh: '增量最多回溯 {days} 天，并且不能跨越规则的变更。',
      en: 'Changes are told for {days} days back, and not across every change of the rules.',
    },
    todo: {
      zh: '改用最新的完整文件：/api/v1/downloads。',
      en: 'Take the newest full files instead: /api/v1/downloads.',
    },
  },
  'holder-unusable': {
    status: 400,
    exit: 2,
    title: { zh: '填写的内容不能使用', en: 'This cannot be used' },
    detail: {
      zh: '{field} 现为“{value}”；可用：{accepted}。',
      en: '{field} is "{value}"; accepted: {accepted}.',
    },
    todo: { zh: '改正后再提交。', en: 'Correct it and submit again.' },
  },
} as const;
