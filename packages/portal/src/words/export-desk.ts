import type { ExportState } from '@credence/casework';
import type { Language } from '@credence/domain';

/** Words of the desk that reports to the national platforms. */
export interface ExportWords {
  readonly title: string;
  readonly lead: string;
  readonly nothingToReport: string;
  readonly nothingMeaning: string;
  readonly choose: string;
  readonly state: string;
  readonly counted: (waiting: string) => string;
  readonly noneWaiting: string;
  readonly write: (count: string) => string;
  readonly writeMeaning: string;
  readonly answerTitle: string;
  readonly answerMeaning: string;
  readonly answerFile: string;
  readonly answerSend: string;
  readonly answered: (accepted: string, returned: string, ended: string) => string;
  readonly answerKnown: string;
  readonly answerRefused: string;
  readonly row: (row: string) => string;
  readonly lines: string;
  readonly linesFirst: (count: string) => string;
  readonly noLines: string;
  readonly noLinesMeaning: string;
  readonly document: string;
  readonly subject: string;
  readonly standing: string;
  readonly on: string;
  readonly sent: string;
  readonly states: Readonly<Record<ExportState['kind'], string>>;
  readonly because: Readonly<Record<'new' | 'changed', string>>;
  readonly exportsTitle: string;
  readonly exportCounts: (fresh: string, changed: string, withdrawn: string) => string;
}

const zh: ExportWords = {
  title: '报送国家平台',
  lead: '选择事项和平台，生成报送文件；平台返回结果后，再交回这里。',
  nothingToReport: '没有可以报送的事项',
  nothingMeaning: '现行规则没有为本单位的事项写明报送平台。',
  choose: '报送什么，报到哪里',
  state: '报送情况',
  counted: (waiting) => `有 ${waiting} 条待报送。`,
  noneWaiting: '没有待报送的记录。',
  write: (count) => `生成报送文件（${count} 条）`,
  writeMeaning: '文件只含新增、变更和应撤回的记录。生成后，这些记录记为“已报送”。',
  answerTitle: '平台返回的结果',
  answerMeaning: '交回平台给出的文件：每条记录是否接收，退回的写明原因。整份一起记录，或一起退回。',
  answerFile: '结果文件（CSV、JSON Lines 或 XLSX）',
  answerSend: '记录结果',
  answered: (accepted, returned, ended) =>
    `结果已记录：接收 ${accepted} 条，退回 ${returned} 条，撤下 ${ended} 条。`,
  answerKnown: '这份结果以前记录过，没有改动任何内容。',
  answerRefused: '结果没有记录。',
  row: (row) => `第 ${row} 行`,
  lines: '逐条情况',
  linesFirst: (count) => `这里列出前 ${count} 条，需要办理的在前。`,
  noLines: '没有记录',
  noLinesMeaning: '本单位还没有公示中的这类记录，也没有报送过。',
  document: '文书号',
  subject: '主体',
  standing: '情况',
  on: '日期',
  sent: '已报送',
  states: {
    'to-send': '待报送',
    'to-withdraw': '待撤回',
    sent: '已报送，等待结果',
    accepted: '已接收',
    returned: '已退回',
    'ended-there': '对方已撤下',
  },
  because: { new: '新增', changed: '有变更' },
  exportsTitle: '历次报送',
  exportCounts: (fresh, changed, withdrawn) =>
    `新增 ${fresh} 条，变更 ${changed} 条，撤回 ${withdrawn} 条`,
};

const en: ExportWords = {
  title: 'Report to national platforms',
  lead: 'Choose an item and a platform and write the file. Bring back here what the platform answers.',
  nothingToReport: 'There is nothing to report',
  nothingMeaning: 'The rules in force name no platform for the items of your agency.',
  choose: 'What, and to whom',
  state: 'Where things stand',
  counted: (waiting) => `${waiting} to report.`,
  noneWaiting: 'No record waits to be reported.',
  write: (count) => `Write the file (${count})`,
  writeMeaning:
    'The file holds only what is new, changed or to be withdrawn. Once written, these records count as sent.',
  answerTitle: 'What the platform answered',
  answerMeaning:
    'Bring back the file of the platform: accepted or not, with the reason where not. It is noted whole or not at all.',
  answerFile: 'File of the answer (CSV, JSON Lines or XLSX)',
  answerSend: 'Note the answer',
  answered: (accepted, returned, ended) =>
    `Noted: ${accepted} accepted, ${returned} returned, ${ended} taken down.`,
  answerKnown: 'This answer was noted before. Nothing was changed.',
  answerRefused: 'The answer was not noted.',
  row: (row) => `row ${row}`,
  lines: 'Record by record',
  linesFirst: (count) => `The first ${count}; those with something to do come first.`,
  noLines: 'No records',
  noLinesMeaning: 'Your agency has no such published record and has reported none.',
  document: 'Document',
  subject: 'Organisation',
  standing: 'State',
  on: 'Day',
  sent: 'Sent',
  states: {
    'to-send': 'To be sent',
    'to-withdraw': 'To be withdrawn',
    sent: 'Sent, no answer yet',
    accepted: 'Accepted',
    returned: 'Returned',
    'ended-there': 'Taken down there',
  },
  because: { new: 'new', changed: 'changed' },
  exportsTitle: 'Files written so far',
  exportCounts: (fresh, changed, withdrawn) =>
    `${fresh} new, ${changed} changed, ${withdrawn} withdrawn`,
};

export function exportWords(language: Language): ExportWords {
  return language === 'zh' ? zh : en;
}
