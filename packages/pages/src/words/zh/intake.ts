import type { intake as english } from '../en/intake.ts';
import type { Translation } from '../translation.ts';

export const intake = {
  checkedOnly: '只做了检查，没有导入。',
  column: '列',
  columnsDropped: '已在入口删除，未保存：{{list}}。',
  columnDropped_other: '{{column}}（{{n}} 个值）',
  empty: '空',
  fileSays: '文件里写的',
  imported_other: '{{n}} 行新内容已全部导入。',
  known_other: '{{n}} 行此前已有。',
  knownFile: '这份文件以前导入过，没有改动任何内容。',
  moreProblems_other: '其余 {{n}} 处见下载的报告。',
  nothingImported: '没有导入任何一行。',
  problem: '问题',
  problems: '需要改的行',
  read_other: '读取 {{n}} 行。',
  report: '下载报告（CSV）',
  row: '行',
  sheet: '工作表',
  wholeRow: '整行',
  setAside_other: '{{n}} 行涉及自然人，已搁置，未保存。',
  understood: '识别出的列',
  notUnderstood: '没有识别出的列',
  wholeFile: '整份文件一起成功，或一起退回。',
  withErrors_other: '发现 {{n}} 处问题。',
} as const satisfies Translation<typeof english>;
