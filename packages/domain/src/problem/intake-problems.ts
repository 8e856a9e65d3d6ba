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
    title: { zh: '送达说明不完整', en: 'The statement of service is incomplete' },
    detail: {
      zh: '送达说明须由两名不同的人员签署；现为 {found}。',
      en: 'Two different officials sign a statement of service; given: {found}.',
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
