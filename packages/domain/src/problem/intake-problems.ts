/** Problems and notes of an import as a whole: what is known, who may supply it, what is missing. */
export const intakeProblems = {
  'record-conflict': {
    status: 409,
    exit: 1,
    title: { zh: '同一记录内容不同', en: 'The same record with other content' },
    detail: {
      zh: '{key} 已在库中，内容与这一行不同。',
      en: '{key} is in the register with other content than this row.',
    },
    todo: {
      zh: '如原记录有误，请办理更正，写明理由，由另一人复核。',
      en: 'If the register is wrong, file a correction with its reason and a second name.',
    },
  },
  'record-conflict-in-file': {
    status: 409,
    exit: 1,
    title: { zh: '文件中同一记录有两种内容', en: 'The file says two things of one record' },
    detail: {
      zh: '{key} 在第 {otherRow} 行已出现，内容不同。',
      en: '{key} already stands in row {otherRow} with other content.',
    },
    todo: { zh: '只保留正确的一行。', en: 'Keep the row that is right.' },
  },
  'name-contradicts-code': {
    status: 409,
    exit: 1,
    title: { zh: '代码与名称不符', en: 'The code stands on another name' },
    detail: {
      zh: '这个代码在库中的名称是“{others}”，这一行写的是“{name}”。',
      en: 'In the register the code belongs to "{others}"; this row says "{name}".',
    },
    todo: {
      zh: '核对代码和名称。更名的，请先报送载有曾用名的登记信息；仍有疑义的，接收其余各行后由承办人核实。',
      en: 'Check both. After a change of name supply the registration that states the former name; otherwise accept the other rows, and a desk will look at this one.',
    },
  },
  'code-contradicts-name': {
    status: 409,
    exit: 1,
    title: { zh: '名称与代码不符', en: 'The name stands on another code' },
    detail: {
      zh: '“{name}”在库中是另一个代码的名称，这一行写的是 {code}。',
      en: 'In the register "{name}" is the name of another code than {code}, which this row gives.',
    },
    todo: {
      zh: '核对代码和名称。仍有疑义的，接收其余各行后由承办人核实。',
      en: 'Check both; otherwise accept the other rows, and a desk will look at this one.',
    },
  },
  'identity-contradiction-in-file': {
    status: 409,
    exit: 1,
    title: { zh: '文件中代码与名称前后不符', en: 'The file gives code and name in two ways' },
    detail: {
      zh: '这一行的代码或名称与第 {otherRow} 行（“{other}”）不符，无法判断哪一行正确。',
      en: 'Code or name of this row contradict row {otherRow} ("{other}"); nobody can say which is right.',
    },
    todo: { zh: '改正后再导入。', en: 'Correct the file, then import it.' },
  },
  'identity-decided-different': {
    status: 409,
    exit: 1,
    title: { zh: '已认定不是同一主体', en: 'Decided before: another body' },
    detail: {
      zh: '两名人员已认定 {code} 不是“{name}”的代码。',
      en: 'Two officials have decided that {code} is not the code of "{name}".',
    },
    todo: { zh: '填写正确的代码后再导入。', en: 'Give the right code, then import.' },
  },
  'duplicate-in-file': {
    status: 200,
    exit: 0,
    title: { zh: '文件中重复的行', en: 'The row stands twice in the file' },
    detail: {
      zh: '与第 {otherRow} 行相同，只收录一次。',
      en: 'It equals row {otherRow} and is recorded once.',
    },
    todo: { zh: '无需改动。', en: 'Nothing.' },
  },
  'person-row-set-aside': {
    status: 200,
    exit: 0,
    title: { zh: '关于自然人的行', en: 'A row about a natural person' },
    detail: {
      zh: '这里不收录自然人。这一行只计数，没有保存。',
      en: 'Natural persons are not recorded here. The row was counted and not stored.',
    },
    todo: { zh: '无需改动。', en: 'Nothing.' },
  },
  'person-content-found': {
    status: 422,
    exit: 1,
    title: { zh: '内容中有居民身份号码', en: 'The text holds a resident number' },
    detail: {
      zh: '“{column}”的内容里有居民身份号码，不能入库。',
      en: 'The text of "{column}" holds a resident identity number and cannot be recorded.',
    },
    todo: { zh: '删去号码后再导入。', en: 'Remove the number, then import.' },
  },
  'service-not-shown': {
    status: 200,
    exit: 0,
    title: { zh: '没有送达证明', en: 'No proof of service' },
    detail: {
      zh: '没有送达日期和方式，也没有两人签署的送达说明：记录入库，不公示。',
      en: 'There is no date and mode of service and no statement of two officials: kept, not published.',
    },
    todo: {
      zh: '补上送达日期和方式，或由两名人员签署送达说明。',
      en: 'Give date and mode of service, or a statement signed by two officials.',
    },
  },
  'statement-incomplete': {
    status: 422,
    exit: 2,
    title: { zh: '说明不完整', en: 'The statement is incomplete' },
    detail: {
      zh: '送达说明、存量数据说明须由两名不同的人员签署；现为 {found}。',
      en: 'Two different officials sign a statement of service or of backlog; given: {found}.',
    },
    todo: { zh: '写明两人的姓名。', en: 'Name both.' },
  },
  'item-unknown': {
    status: 404,
    exit: 2,
    title: { zh: '目录中没有这一项', en: 'The catalogue has no such item' },
    detail: {
      zh: '没有 {item}。目录之外的信息不收录。可用：{accepted}。',
      en: 'There is no {item}. Nothing outside the catalogue is recorded. There are: {accepted}.',
    },
    todo: { zh: '选用其中一项。', en: 'Choose one of these.' },
  },
  'source-unknown': {
    status: 404,
    exit: 2,
    title: { zh: '没有这个来源单位', en: 'There is no such source agency' },
    detail: {
      zh: '没有来源单位 {source}。已登记：{accepted}。',
      en: 'There is no source agency {source}. Registered: {accepted}.',
    },
    todo: { zh: '先登记这个单位。', en: 'Register the agency first.' },
  },
  'item-not-supplied': {
    status: 403,
    exit: 1,
    title: { zh: '这个单位不提供这类信息', en: 'The agency does not supply this item' },
    detail: {
      zh: '{source} 提供 {accepted}，不提供 {item}。没有保存任何内容。',
      en: '{source} supplies {accepted}, not {item}. Nothing was saved.',
    },
    todo: { zh: '由有权的单位提供。', en: 'Let the competent agency supply it.' },
  },
  'export-target-unknown': {
    status: 404,
    exit: 2,
    title: { zh: '没有这个报送平台', en: 'There is no such platform' },
    detail: {
      zh: '{item} 没有报送平台 {target}。可用：{accepted}。',
      en: '{item} is not reported to {target}. There are: {accepted}.',
    },
    todo: { zh: '选用其中一个。', en: 'Choose one of these.' },
  },
  'export-overtaken': {
    status: 409,
    exit: 1,
    title: { zh: '同时有另一次报送', en: 'Another export came first' },
    detail: {
      zh: '另一人刚刚向 {target} 报送，这次没有生成文件。',
      en: 'Someone else has just reported to {target}; no file was made now.',
    },
    todo: { zh: '请重新报送。', en: 'Export again.' },
  },
  'export-answer-unreadable': {
    status: 422,
    exit: 1,
    title: { zh: '回执缺列', en: 'The answer lacks columns' },
    detail: {
      zh: '回执须有“{reference}”和“{result}”两列；现有：{found}。没有保存任何内容。',
      en: 'An answer has the columns "{reference}" and "{result}"; found: {found}. Nothing was saved.',
    },
    todo: { zh: '使用平台返回的原文件。', en: 'Take the file as the platform returned it.' },
  },
  'export-result-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '处理结果无法识别', en: 'The result is not known' },
    detail: {
      zh: '处理结果是“{value}”，可接受：{accepted}。',
      en: 'The result is "{value}"; accepted are: {accepted}.',
    },
    todo: { zh: '改正后重新提交整份回执。', en: 'Correct it and take the whole answer again.' },
  },
  'export-record-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '没有报送过这条记录', en: 'This record was never sent' },
    detail: {
      zh: '没有向 {target} 报送过记录 {value}。',
      en: 'No record {value} was sent to {target}.',
    },
    todo: {
      zh: '核对回执属于哪个平台、哪类信息。',
      en: 'Check which platform and item it answers.',
    },
  },
  'amendment-needed': {
    status: 422,
    exit: 1,
    title: { zh: '文件有误，未导入', en: 'The file has errors and was not imported' },
    detail: {
      zh: '文件有 {rows} 行有误，整份未导入。',
      en: '{rows} rows have errors, so nothing was imported.',
    },
    todo: {
      zh: '改正后重新导入，或明确只接收其余各行。',
      en: 'Correct the file and import it again, or accept the other rows in an explicit step.',
    },
  },
} as const;
