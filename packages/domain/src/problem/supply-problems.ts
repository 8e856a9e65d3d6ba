/** Problems of a file that is handed over by a form or by a machine. */
export const supplyProblems = {
  'upload-gone': {
    status: 404,
    exit: 1,
    title: { zh: '这份待导入的文件已不在', en: 'This waiting file is no longer here' },
    detail: {
      zh: '文件已过保留时间、已经处理，或不是用这个账号上传的。',
      en: 'It waited too long, was dealt with, or was uploaded with another account.',
    },
    todo: {
      zh: '重新选择文件检查。已入库的批次见批次列表。',
      en: 'Choose the file again. What was taken in stands in the list of batches.',
    },
  },
  'upload-changed': {
    status: 409,
    exit: 1,
    title: { zh: '文件与检查时不同', en: 'The file is not the one that was checked' },
    detail: {
      zh: '{file} 的内容摘要与检查时不一致。没有保存任何内容。',
      en: 'The hash of {file} differs from the one taken at the check. Nothing was stored.',
    },
    todo: { zh: '重新上传并检查。', en: 'Upload it again and check it.' },
  },
  'upload-incomplete': {
    status: 400,
    exit: 1,
    title: { zh: '没有收到完整的文件', en: 'No whole file arrived' },
    detail: {
      zh: '收到的内容：{found}。需要一份有文件名的文件。没有保存任何内容。',
      en: 'What arrived: {found}. A file with a name is needed. Nothing was stored.',
    },
    todo: { zh: '选择文件后重新上传。', en: 'Choose a file and send it again.' },
  },
  'batch-refused': {
    status: 422,
    exit: 1,
    title: { zh: '文件有误，整份未入库', en: 'The file has faults; nothing was stored' },
    detail: {
      zh: '有误 {rows} 行，共 {problems} 处。整份文件一起成功，或一起退回。',
      en: 'Rows with faults: {rows}; faults: {problems}. A file goes in whole or not at all.',
    },
    todo: {
      zh: '按报告改正后重新提交，或明确要求只接收无误的行。',
      en: 'Correct what the report names and send it again, or ask for the valid rows on purpose.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    exit: 2,
    title: { zh: '同一个幂等键用于不同内容', en: 'The idempotency key stands for other content' },
    detail: {
      zh: '键 {key} 已用于另一份文件或另一种要求。没有保存任何内容。',
      en: 'Key {key} was used for another file or other options. Nothing was stored.',
    },
    todo: { zh: '为新的请求使用新的键。', en: 'Use a new key for a new request.' },
  },
  'batch-not-found': {
    status: 404,
    exit: 1,
    title: { zh: '没有这个批次', en: 'No such batch' },
    detail: {
      zh: '本单位没有编号为 {batch} 的批次。',
      en: 'Your agency has no batch {batch}.',
    },
    todo: { zh: '从批次列表查看。', en: 'See the list of batches.' },
  },
  'media-type-unknown': {
    status: 415,
    exit: 2,
    title: { zh: '不接受这种内容类型', en: 'This content type is not accepted' },
    detail: {
      zh: '收到 {found}；接受 {accepted}。',
      en: 'Received {found}; accepted: {accepted}.',
    },
    todo: { zh: '改用可接受的内容类型。', en: 'Send one of these.' },
  },
} as const;
