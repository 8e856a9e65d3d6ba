/** Files that are attached to an act of a case: what they may be, and how they are had again. */
export const paperProblems = {
  'paper-type-refused': {
    status: 415,
    exit: 1,
    title: { zh: '这种文件不能作为附件', en: 'This kind of file cannot be attached' },
    detail: {
      zh: '“{name}”的内容是：{found}。可以提交：{accepted}。按内容判断，不看文件名。没有保存任何内容。',
      en: 'By its content "{name}" is: {found}. Accepted: {accepted}. The name does not count. Nothing was stored.',
    },
    todo: {
      zh: '请另存为 PDF，或者拍照、扫描为图片后重新选择。',
      en: 'Save it as PDF, or photograph or scan it, and choose it again.',
    },
  },
  'paper-too-large': {
    status: 413,
    exit: 1,
    title: { zh: '附件过大', en: 'The file is too large' },
    detail: {
      zh: '“{name}”超过每份 {max} 的上限。没有保存任何内容。',
      en: '"{name}" is larger than {max}, which one file may have. Nothing was stored.',
    },
    todo: {
      zh: '请分成几份提交，或者降低扫描精度。',
      en: 'Send it in parts, or scan it more coarsely.',
    },
  },
  'paper-too-many': {
    status: 422,
    exit: 1,
    title: { zh: '附件份数过多', en: 'Too many files' },
    detail: {
      zh: '收到 {value} 份；一次最多 {max} 份。没有办理任何事项。',
      en: 'Received {value}; at most {max} go with one step. Nothing was done.',
    },
    todo: {
      zh: '请把相关的材料合并成一份。',
      en: 'Put papers that belong together into one file.',
    },
  },
  'paper-no-room': {
    status: 413,
    exit: 1,
    title: { zh: '本案附件已满', en: 'The files of this case are at their limit' },
    detail: {
      zh: '本案附件合计最多 {max}，加上这次的会超过。没有办理任何事项。',
      en: 'The files of one case are {max} together at most; with these there would be more. Nothing was done.',
    },
    todo: {
      zh: '请减少附件，或者当面提交原件。',
      en: 'Attach less, or hand the originals over in person.',
    },
  },
  'paper-waits-no-more': {
    status: 409,
    exit: 1,
    title: { zh: '附件已不在', en: 'The file waits no longer' },
    detail: {
      zh: '附件“{value}”已过等候时间、已经使用，或不是用这个账号上传的。没有办理任何事项。',
      en: 'The file "{value}" waited too long, was used already, or was uploaded with another account. Nothing was done.',
    },
    todo: { zh: '请重新选择文件并提交。', en: 'Choose the file again and send it.' },
  },
  'paper-no-tray': {
    status: 503,
    exit: 3,
    title: { zh: '这里不能接收附件', en: 'Files cannot be taken here' },
    detail: {
      zh: '系统启动时没有配置附件的存放处。',
      en: 'This process was started without a place for files.',
    },
    todo: { zh: '请联系登记机关。', en: 'Ask the office that keeps the register.' },
  },
} as const;
