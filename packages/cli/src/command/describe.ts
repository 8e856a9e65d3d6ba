import { resolve } from 'node:path';

import {
  describeFile,
  type ColumnDescription,
  type FileDescription,
  type TableDescription,
} from '@credence/casework';
import { describeProblem } from '@credence/domain';
import { openSourceFile } from '@credence/exchange';
import { Option, type Command } from 'commander';

import { CommandRefusal, line, type Terminal } from '../terminal.ts';

/** `credence describe FILE`: what an unknown file holds, before anybody decides what to take. */
export function addDescribeCommand(program: Command, terminal: Terminal): void {
  program
    .command('describe')
    .description('say what an unknown file holds: columns, days, codes, keys, data about people')
    .argument('<file>', 'CSV (UTF-8, GB18030), JSON Lines or XLSX')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async (path: string, options: { format: string }) => {
      const description = await describePath(terminal, path);
      if (options.format === 'json') line(terminal, JSON.stringify(description, null, 2));
      else printDescription(terminal, description);
    });
}

/** Opens and describes a file, or says why it cannot be read. */
export async function describePath(terminal: Terminal, path: string): Promise<FileDescription> {
  const opened = await openSourceFile(resolve(terminal.cwd, path));
  if (opened.kind === 'refused') {
    const { problem: code, found, accepted } = opened;
    const params = { file: path, found, accepted };
    const { title, detail, todo } = describeProblem({ code, params }, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`);
  }
  try {
    return await describeFile(opened.file);
  } finally {
    await opened.file.close?.();
  }
}

const looks = {
  en: {
    empty: 'empty',
    date: 'days',
    'date-month-first': 'days, month first',
    'date-day-first': 'days, day first',
    'date-either-order': 'days, day or month first: ask the source',
    integer: 'whole numbers',
    decimal: 'numbers',
    codes: 'one of a few words',
    identifier: 'a number or code of something',
    text: 'text',
    people: 'about people: never taken',
    many: 'many values',
    values: (count: number) => `${count} ${count === 1 ? 'value' : 'values'}`,
    keys: 'Each row is named once by:',
    but: (rows: number) => `but for ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    noKeys: 'No columns were found that name each row once.',
    rows: 'rows',
  },
  zh: {
    empty: '空',
    date: '日期',
    'date-month-first': '日期，月在前',
    'date-day-first': '日期，日在前',
    'date-either-order': '日期，月日先后不明，请向来源单位核实',
    integer: '整数',
    decimal: '数值',
    codes: '几种固定写法',
    identifier: '编号或代码',
    text: '文字',
    people: '涉及自然人，不予采集',
    many: '取值很多',
    values: (count: number) => `${count} 种取值`,
    keys: '以下各栏合起来每行不重复：',
    but: (rows: number) => `但有 ${rows} 行重复`,
    noKeys: '未找到能使每行不重复的栏目。',
    rows: '行',
  },
} as const;

function printDescription(terminal: Terminal, description: FileDescription): void {
  const { name, format, encoding, hash, tables } = description;
  line(terminal, `${name}  ${format}  ${encoding}  SHA-256 ${hash.slice(0, 16)}`);
  for (const table of tables) printTable(terminal, table);
}

function printTable(terminal: Terminal, table: TableDescription): void {
  const say = looks[terminal.language];
  line(terminal);
  line(terminal, `${table.sheet ?? ''} ${table.rows} ${say.rows}`.trim());
  const width = Math.max(...table.columns.map(({ header }) => header.length), 0);
  for (const column of table.columns) {
    const filled = column.filled === table.rows ? '' : `  ${column.filled}/${table.rows}`;
    const look = column.aboutPeople ? say.people : say[column.look];
    line(terminal, `  ${column.header.padEnd(width)}  ${look}${filled}  ${seen(terminal, column)}`);
  }
  line(terminal, table.keys.length === 0 ? say.noKeys : say.keys);
  for (const { columns, repeated } of table.keys) {
    const but = repeated === 0 ? '' : `  ${say.but(repeated)}`;
    line(terminal, `  ${columns.join(' + ')}${but}`);
  }
}

function seen(terminal: Terminal, column: ColumnDescription): string {
  const say = looks[terminal.language];
  if (column.aboutPeople || column.look === 'empty') return '';
  if (column.days !== undefined) return column.days.join(' … ');
  if (column.values.length > 0) {
    const shown = column.values.slice(0, 6).map(([value, count]) => `${value} (${count})`);
    return `${shown.join(', ')}${column.values.length > 6 ? ' …' : ''}`;
  }
  const { distinct } = column;
  const count = distinct === 'many' ? say.many : say.values(distinct);
  return `${count}: ${column.examples.join(', ')}`;
}
