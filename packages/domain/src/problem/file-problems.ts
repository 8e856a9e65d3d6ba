/** Problems of a whole file: its bytes, its format, its header. */
export const fileProblems = {
  'file-not-found': {
    status: 404,
    exit: 2,
    title: { zh: '找不到文件', en: 'File not found' },
    detail: { zh: '没有名为 {file} 的文件。', en: 'There is no file {file}.' },
    todo: { zh: '核对路径后再试。', en: 'Check the path and try again.' },
  },
  'file-unreadable': {
    status: 422,
    exit: 1,
    title: { zh: '文件无法读取', en: 'The file cannot be read' },
    detail: { zh: '读取 {file} 时中断：{found}。', en: 'Reading {file} stopped: {found}.' },
    todo: {
      zh: '用原来的程序打开并重新保存，再导入。没有保存任何内容。',
      en: 'Open it in the program it came from, save it again, then import. Nothing was saved.',
    },
  },
  'file-format-unknown': {
    status: 415,
    exit: 1,
    title: { zh: '不认识的文件格式', en: 'Unknown file format' },
    detail: {
      zh: '{file} 的内容是 {found}；可以导入 {accepted}。',
      en: '{file} contains {found}; {accepted} can be imported.',
    },
    todo: { zh: '另存为可导入的格式。', en: 'Save it in a format that can be imported.' },
  },
  'file-encoding-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '不认识的文字编码', en: 'Unknown text encoding' },
    detail: {
      zh: '{file} 的文字编码不是 {accepted}：{found}。',
      en: 'The text of {file} is not encoded as {accepted}: {found}.',
    },
    todo: { zh: '另存为 UTF-8 编码。', en: 'Save it as UTF-8.' },
  },
  'file-empty': {
    status: 422,
    exit: 1,
    title: { zh: '文件没有数据', en: 'The file holds no rows' },
    detail: {
      zh: '{file} 没有表头或没有数据行。',
      en: '{file} has no header or no row below it.',
    },
    todo: { zh: '核对导出的内容后再导入。', en: 'Check what was exported, then import again.' },
  },
  'header-not-understood': {
    status: 422,
    exit: 1,
    title: { zh: '表头不能识别', en: 'The header is not understood' },
    detail: {
      zh: '现有的列：{found}。可用的列：{accepted}。',
      en: 'Columns found: {found}. Columns accepted: {accepted}.',
    },
    todo: {
      zh: '使用标准列名，或随文件给出列的对应表。',
      en: 'Use the standard column names, or give a mapping with the file.',
    },
  },
  'header-ambiguous': {
    status: 422,
    exit: 1,
    title: { zh: '两列含义相同', en: 'Two columns mean the same' },
    detail: {
      zh: '{columns} 都对应“{field}”，无法判断以哪一列为准。',
      en: '{columns} all stand for "{field}"; which one counts is unclear.',
    },
    todo: { zh: '只保留其中一列。', en: 'Keep one of them.' },
  },
  'column-missing': {
    status: 422,
    exit: 1,
    title: { zh: '缺少必需的列', en: 'A required column is missing' },
    detail: {
      zh: '没有找到列 {column}（{says}）。',
      en: 'Column {column} ({says}) was not found.',
    },
    todo: {
      zh: '补上这一列，或在对应表中写明由哪一列代替。',
      en: 'Add the column, or name the column that stands for it in a mapping.',
    },
  },
  'row-malformed': {
    status: 422,
    exit: 1,
    title: { zh: '这一行的列数不对', en: 'The row has the wrong number of cells' },
    detail: {
      zh: '应有 {expected} 列，现有 {found} 列。',
      en: '{expected} cells are expected; there are {found}.',
    },
    todo: {
      zh: '检查这一行及前一行的引号和分隔符。',
      en: 'Check quotes and separators in this row and the one before.',
    },
  },
  'mapping-invalid': {
    status: 422,
    exit: 1,
    title: { zh: '列的对应表有误', en: 'The mapping has an error' },
    detail: { zh: '对应表 {mapping}：{found}。', en: 'Mapping {mapping}: {found}.' },
    todo: { zh: '按所示位置改正对应表。', en: 'Correct the mapping at the place named.' },
  },
  'mapping-unknown': {
    status: 404,
    exit: 2,
    title: { zh: '没有这张对应表', en: 'There is no such mapping' },
    detail: {
      zh: '没有对应表 {mapping}。现有：{accepted}。',
      en: 'There is no mapping {mapping}. There are: {accepted}.',
    },
    todo: { zh: '选用其中一张。', en: 'Choose one of these.' },
  },
} as const;
