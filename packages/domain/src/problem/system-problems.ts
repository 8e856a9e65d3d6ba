/** Problems of the register itself: its law, its store, its settings, its own defects. */
export const systemProblems = {
  'edition-missing': {
    status: 503,
    exit: 3,
    title: { zh: '没有施行中的规则版本', en: 'No rulebook edition is in force' },
    detail: { zh: '{day} 没有施行中的规则版本。', en: 'No edition is in force on {day}.' },
    todo: {
      zh: '由两名人员公布一个规则版本。',
      en: 'Let two officials promulgate an edition.',
    },
  },
  'edition-unknown': {
    status: 404,
    exit: 2,
    title: { zh: '没有这个规则版本', en: 'There is no such edition' },
    detail: {
      zh: '没有 {edition}。现有：{accepted}。',
      en: 'There is no {edition}. There are: {accepted}.',
    },
    todo: { zh: '选用其中一个。', en: 'Choose one of these.' },
  },
  'edition-refused': {
    status: 422,
    exit: 1,
    title: { zh: '规则版本未通过检查', en: 'The edition did not pass its check' },
    detail: {
      zh: '{edition} 有 {findings} 处问题，不能施行。',
      en: '{edition} has {findings} findings and cannot come into force.',
    },
    todo: { zh: '按所列位置改正。', en: 'Correct it at the places listed.' },
  },
  'edition-differs': {
    status: 409,
    exit: 1,
    title: { zh: '同名的规则版本内容不同', en: 'An edition of this code has other content' },
    detail: {
      zh: '{edition} 已公布，内容摘要为 {hash}，公布后不再改动。',
      en: '{edition} was promulgated with hash {hash} and does not change.',
    },
    todo: { zh: '以新的代号公布。', en: 'Promulgate it under a new code.' },
  },
  'approvals-not-two': {
    status: 422,
    exit: 2,
    title: { zh: '需要两人批准', en: 'Two approvals are needed' },
    detail: {
      zh: '须由两名不同的人员批准；现为 {found}。',
      en: 'Two different officials must approve; given: {found}.',
    },
    todo: { zh: '补上第二人的批准。', en: 'Add the approval of a second official.' },
  },
  'edition-step-missing': {
    status: 409,
    exit: 1,
    title: { zh: '规则版本尚有未完成的步骤', en: 'A step before approval is missing' },
    detail: {
      zh: '{edition} 尚缺：{missing}。新增的规则须先提出草案（draft）、附实验室报告（report）和影响报告（impact）、公布（publication）、征满意见（comment）并逐条答复（answers），且施行日在批准之后（later-start）。',
      en: '{edition} lacks: {missing}. What is added needs a draft, a Lab report, an impact report, publication, its days of comment, an answer to each comment, and a later start.',
    },
    todo: { zh: '按顺序完成所缺步骤。', en: 'Take the missing steps in their order.' },
  },
  'comment-closed': {
    status: 409,
    exit: 1,
    title: { zh: '征求意见已结束', en: 'The days of comment are over' },
    detail: {
      zh: '{edition} 的征求意见期已于 {until} 结束（当日不再接收）。',
      en: 'Comments on {edition} were taken until {until}, that day excluded.',
    },
    todo: {
      zh: '可查看已公布的意见和答复。',
      en: 'Read the comments and answers on the page of the draft.',
    },
  },
  'comments-full': {
    status: 409,
    exit: 1,
    title: { zh: '意见已满', en: 'No more comments are taken' },
    detail: {
      zh: '{edition} 已收到 {most} 条意见，不再接收。没有保存本条意见。',
      en: '{edition} has {most} comments and takes no more. This one was not saved.',
    },
    todo: {
      zh: '请书面寄送起草单位。',
      en: 'Write to the office that drafted it.',
    },
  },
  'comments-too-fast': {
    status: 429,
    exit: 1,
    title: { zh: '这个网络地址的意见已满', en: 'Enough comments from this connection for now' },
    detail: {
      zh: '同一网络地址每天最多接收 {most} 条意见，{seconds} 秒后可以再提交一条。没有保存本条意见。',
      en: 'At most {most} comments a day are taken from one connection; the next in {seconds} seconds. This one was not saved.',
    },
    todo: {
      zh: '可以把几点意见写在一条里，稍后再提交。',
      en: 'Several points may stand in one comment; send it then.',
    },
  },
  'lab-report-refused': {
    status: 422,
    exit: 1,
    title: { zh: '评估报告未被接受', en: 'The Lab report was not accepted' },
    detail: {
      zh: '报告中的 {found} 不符：须由登记的密钥签名，并写明草案和规则卡所列的报告摘要。',
      en: '{found} does not fit: a report is signed with a listed key and names the draft and the report that its cards name.',
    },
    todo: { zh: '附上与草案相符的报告。', en: 'Attach the report that belongs to the draft.' },
  },
  'lab-report-beyond-limits': {
    status: 422,
    exit: 1,
    title: {
      zh: '草案没有被证明在损害上限以内',
      en: 'The draft is not shown to keep the harm limits',
    },
    detail: {
      zh: '草案 {draft} 的试算结果超过损害上限，或者不能判定，不能公布施行，收益不能抵消（方括号内为试算区间，后为上限）：{beyond}。没有保存任何内容。',
      en: 'Tried in the Lab, draft {draft} passes a harm limit, or may pass it, and cannot be promulgated, whatever its benefit (what was found in brackets, then the limit): {beyond}. Nothing was saved.',
    },
    todo: {
      zh: '修改草案，或者增加重复次数，重新试算，再附上新的报告。',
      en: 'Change the draft or add runs, try it again, and attach the new report.',
    },
  },
  'store-unavailable': {
    status: 503,
    exit: 3,
    title: { zh: '数据库暂时不可用', en: 'The store is unavailable' },
    detail: { zh: '数据库没有应答：{found}。', en: 'The store did not answer: {found}.' },
    todo: {
      zh: '稍后再试。没有保存任何内容。',
      en: 'Try again later. Nothing was saved.',
    },
  },
  'store-version-unknown': {
    status: 503,
    exit: 3,
    title: { zh: '数据库版本不符', en: 'The store has another version' },
    detail: {
      zh: '数据库为版本 {found}，本程序支持 {accepted}。',
      en: 'The store has version {found}; this program works with {accepted}.',
    },
    todo: { zh: '使用相应版本的程序。', en: 'Use the program of that version.' },
  },
  'store-unsuitable': {
    status: 503,
    exit: 3,
    title: { zh: '数据库设置不合要求', en: 'The store is not set up as needed' },
    detail: { zh: '现为 {found}；需要 {accepted}。', en: 'Found {found}; needed: {accepted}.' },
    todo: { zh: '调整数据库后再启动。', en: 'Change the database, then start again.' },
  },
  'projection-differs': {
    status: 500,
    exit: 3,
    title: { zh: '重建结果与现有数据不一致', en: 'The rebuilt rows differ' },
    detail: {
      zh: '{rows} 行与日志重算的结果不同。',
      en: '{rows} rows differ from what the journal gives.',
    },
    todo: { zh: '保留日志并报告此事。', en: 'Keep the log and report it.' },
  },
  'backup-invalid': {
    status: 422,
    exit: 1,
    title: { zh: '备份不能使用', en: 'The backup cannot be used' },
    detail: { zh: '{file}：{found}。', en: '{file}: {found}.' },
    todo: { zh: '使用另一份备份。', en: 'Use another backup.' },
  },
  'data-folder-owned': {
    status: 503,
    exit: 3,
    title: { zh: '数据目录正在使用', en: 'The data folder is in use' },
    detail: {
      zh: '{folder} 正由进程 {process} 使用。',
      en: '{folder} is in use by process {process}.',
    },
    todo: { zh: '先停止该进程，或换一个目录。', en: 'Stop that process, or use another folder.' },
  },
  'data-folder-unusable': {
    status: 503,
    exit: 3,
    title: { zh: '数据目录不能使用', en: 'The data folder cannot be used' },
    detail: { zh: '{folder}：{found}。', en: '{folder}: {found}.' },
    todo: { zh: '检查目录及其权限。', en: 'Check the folder and its permissions.' },
  },
  'target-not-empty': {
    status: 409,
    exit: 2,
    title: { zh: '目标不是空的', en: 'The target is not empty' },
    detail: { zh: '{target} 已有内容，不予覆盖。', en: '{target} has content, which is kept.' },
    todo: { zh: '换一个空的目标。', en: 'Choose an empty target.' },
  },
  'port-taken': {
    status: 503,
    exit: 3,
    title: { zh: '端口已被占用', en: 'The port is taken' },
    detail: {
      zh: '端口 {port}（{setting}）已被其他程序占用。',
      en: 'Port {port} ({setting}) is in use by another program.',
    },
    todo: { zh: '停止该程序，或改设 {setting}。', en: 'Stop that program, or set {setting}.' },
  },
  'setting-invalid': {
    status: 503,
    exit: 2,
    title: { zh: '设置不能使用', en: 'A setting cannot be used' },
    detail: {
      zh: '{setting} 现为“{value}”；可用：{accepted}。',
      en: '{setting} is "{value}"; accepted: {accepted}.',
    },
    todo: { zh: '改正后再启动。', en: 'Correct it, then start again.' },
  },
  'store-full': {
    status: 507,
    exit: 3,
    title: { zh: '存储空间已满', en: 'The disk of the store is full' },
    detail: {
      zh: '暂时不能保存任何内容；查询照常。',
      en: 'Nothing can be saved for now; reading goes on.',
    },
    todo: {
      zh: '管理人员腾出空间后再提交。没有保存任何内容。',
      en: 'Submit again once the operator has made room. Nothing was saved.',
    },
  },
  'store-stopped': {
    status: 503,
    exit: 3,
    title: { zh: '已停止写入', en: 'Writing has been stopped' },
    detail: {
      zh: '磁盘报告过错误（{found}），在管理人员检查之前不再写入；查询照常。',
      en: 'The disk reported an error ({found}); nothing is written until the operator has looked.',
    },
    todo: {
      zh: '请管理人员检查磁盘后重新启动。没有保存任何内容。',
      en: 'The operator checks the disk and restarts. Nothing was saved.',
    },
  },
  'clock-skew': {
    status: 503,
    exit: 3,
    title: { zh: '时钟不符，暂停写入', en: 'The clocks disagree; writing is paused' },
    detail: {
      zh: '本机时钟与对照时钟相差 {seconds} 秒，最多容许 {accepted} 秒；查询照常。',
      en: 'The clock is {seconds} s off; {accepted} s are tolerated. Reading goes on.',
    },
    todo: {
      zh: '管理人员校准时钟后再提交。没有保存任何内容。',
      en: 'Submit again once the operator has set the clock. Nothing was saved.',
    },
  },
  overloaded: {
    status: 503,
    exit: 3,
    title: { zh: '现在请求太多', en: 'Too much is being asked at once' },
    detail: {
      zh: '请在 {seconds} 秒后再试。单位查看自己的记录不受影响。',
      en: 'Try again in {seconds} seconds. Reading own records goes on.',
    },
    todo: { zh: '稍后再试。', en: 'Try again then.' },
  },
  'internal-defect': {
    status: 500,
    exit: 3,
    title: { zh: '程序出错', en: 'A defect of the program' },
    detail: {
      zh: '这不是你的操作引起的。编号 {reference}。没有保存任何内容。',
      en: 'Nothing you did caused this. Reference {reference}. Nothing was saved.',
    },
    todo: { zh: '请把编号告诉管理人员。', en: 'Tell the operator the reference.' },
  },
} as const;
