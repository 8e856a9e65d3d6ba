import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { ColumnDescription, TableDescription } from '@credence/casework';
import { addDays, civilDate, parseCivilDate } from '@credence/domain';
import { codeOf, draftEdition, type DraftColumn, type DraftOrder } from '@credence/rulebook';
import type { Command } from 'commander';

import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { describePath } from './describe.ts';

interface DraftOptions {
  readonly from: string;
  readonly subject: string;
  readonly day: string;
  readonly decides: string;
  readonly name?: string;
  readonly corrected?: string;
  readonly document?: string;
  readonly take?: readonly string[];
  readonly item: string;
  readonly title: string;
  readonly agency: string;
  readonly agencyCode?: string;
  readonly law: string;
  readonly territory: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly out: string;
}

/** `credence rulebook draft`: the frame of an edition for a file nobody has imported before. */
export function addDraftCommand(rulebook: Command, context: Context): void {
  rulebook
    .command('draft')
    .description('write the frame of an edition for an unknown file; what law must say stays open')
    .argument('<edition>', 'code of the new edition, e.g. us-chi-food-2014')
    .requiredOption('--from <file>', 'the file; `credence describe` says what is in it')
    .requiredOption('--subject <column>', 'the number of the business')
    .requiredOption('--day <column>', 'the day of the decision or inspection')
    .requiredOption('--decides <column>', 'the column of words that decides the class')
    .option('--name <column>', 'the name of the business')
    .option('--corrected <column>', 'the day on which it was put right')
    .option('--document <column>', 'the number of the document')
    .option('--take <columns...>', 'further columns to keep and show')
    .requiredOption('--item <code>', 'what a row is, e.g. food_inspection')
    .requiredOption('--title <title>', 'the same in words, e.g. "Food inspection"')
    .requiredOption('--agency <name>', 'who supplies the file')
    .option('--agency-code <code>', 'a short code for it; absent: from its name')
    .requiredOption('--law <title>', 'full title of the text of law it stands on')
    .requiredOption('--territory <code>', 'e.g. us_chi')
    .requiredOption('--zone <zone>', 'time zone in which days are counted, e.g. America/Chicago')
    .requiredOption('--currency <code>', 'e.g. USD')
    .option('--language <language>', 'zh or en', 'en')
    .option('--out <folder>', 'folder of editions', 'rulebooks')
    .action(async (code: string, options: DraftOptions) => {
      await draft(context, code, options);
    });
}

async function draft(context: Context, code: string, options: DraftOptions): Promise<void> {
  const { terminal } = context;
  const folder = resolve(terminal.cwd, options.out, code);
  if (existsSync(folder)) {
    throw new CommandRefusal(`${folder} is there already; a draft never writes over anything.`);
  }
  const { tables } = await describePath(terminal, options.from);
  const [table] = tables;
  if (table === undefined) throw new CommandRefusal(`${options.from} has no table.`);
  const order = orderOf(context, code, { options, table });
  const files = draftEdition(order);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'wx' });
  }
  line(terminal, `${folder}: ${files.size} cards`);
  line(terminal, `credence rulebook check ${join(options.out, code)}  # names every open question`);
}

function orderOf(
  context: Context,
  code: string,
  given: { readonly options: DraftOptions; readonly table: TableDescription },
): DraftOrder {
  const { options, table } = given;
  const day = columnOf(table, options.day, '--day');
  const earliest = day.days === undefined ? undefined : parseCivilDate(day.days[0]);
  const fields = fieldsOf(options, table);
  const decides = fields.get(options.decides) ?? codeOf(options.decides);
  const today = context.today(options.zone);
  return {
    code,
    title: `${options.title}, ${options.agency}`,
    language: options.language === 'zh' ? 'zh' : 'en',
    territory: options.territory,
    zone: options.zone,
    currency: options.currency,
    agency: { code: options.agencyCode ?? codeOf(options.agency), title: options.agency },
    law: { code: lawCode(options.law), title: options.law },
    item: { code: options.item, title: options.title },
    from: earliest === undefined ? '1970-01-01' : `${earliest.slice(0, 4)}-01-01`,
    // A year until somebody has to look at the cards again.
    reviewBy: civilDate(addDays(today, 365)),
    columns: table.columns.map((column) => toDraftColumn(column)),
    fields,
    key: keyOf(table, fields),
    decides,
  };
}

/** A short id from the title's own words, whole words only. */
function lawCode(title: string): string {
  const words = codeOf(title).split('_');
  let code = words.shift() ?? 'law';
  for (const word of words) {
    if (code.length + word.length > 36) break;
    code += `-${word}`;
  }
  return code;
}

/** Which column becomes which field; the roles first, then what is taken besides. */
function fieldsOf(options: DraftOptions, table: TableDescription): ReadonlyMap<string, string> {
  const roles: readonly (readonly [option: string, column: string | undefined, field: string])[] = [
    ['--subject', options.subject, 'subject_code'],
    ['--name', options.name, 'subject_name'],
    ['--day', options.day, 'decided'],
    ['--corrected', options.corrected, 'corrected'],
    ['--document', options.document, 'document_number'],
    ['--decides', options.decides, codeOf(options.decides)],
    ...(options.take ?? []).map((column) => ['--take', column, codeOf(column)] as const),
  ];
  const fields = new Map<string, string>();
  for (const [option, name, field] of roles) {
    if (name === undefined) continue;
    const column = columnOf(table, name, option);
    if (column.aboutPeople) {
      throw new CommandRefusal(`${option} ${name} is about people; such a column is never taken.`);
    }
    if (option === '--decides' && column.look !== 'codes') {
      const message = `--decides ${name} does not hold one of a few words; it holds ${column.look}.`;
      throw new CommandRefusal(message);
    }
    if (!fields.has(column.header)) fields.set(column.header, field);
  }
  return fields;
}

function columnOf(table: TableDescription, name: string, option: string): ColumnDescription {
  const column = table.columns.find(({ header }) => header === name);
  if (column !== undefined) return column;
  const accepted = table.columns.map(({ header }) => header).join(', ');
  throw new CommandRefusal(
    `${option} is "${name}"; the file has no such column. It has: ${accepted}.`,
    exits.wrongUse,
  );
}

/** The subject and the day, with what tells two rows of one day apart where something taken does. */
function keyOf(table: TableDescription, fields: ReadonlyMap<string, string>): readonly string[] {
  const document = [...fields].find(([, field]) => field === 'document_number')?.[0];
  const isKey = ({ columns, repeated }: (typeof table.keys)[number]) =>
    repeated === 0 && columns.length === 1 && columns[0] === document;
  if (document !== undefined && table.keys.some(isKey)) return ['subject_code', 'document_number'];

  const plain = ['subject_code', 'decided'];
  const keys = table.keys
    .filter(({ repeated }) => repeated === 0)
    .map(({ columns }) => columns.flatMap((header) => fields.get(header) ?? []))
    .filter((key) => plain.every((field) => key.includes(field)));
  return keys[0] ?? plain;
}

function toDraftColumn(column: ColumnDescription): DraftColumn {
  const { header, values, longest, aboutPeople, examples } = column;
  return {
    header,
    look: lookOf(column),
    ...datesOf(column),
    values: values.map(([value]) => value),
    longest,
    aboutPeople,
    digitsOnly: column.look !== 'text' && examples.every((text) => /^\d+$/.test(text)),
  };
}

function lookOf({ look }: ColumnDescription): DraftColumn['look'] {
  if (look.startsWith('date')) return 'date';
  return look === 'codes' || look === 'integer' ? look : 'text';
}

function datesOf({ look }: ColumnDescription): Pick<DraftColumn, 'dates'> {
  if (look === 'date-month-first') return { dates: 'month-first' };
  if (look === 'date-day-first') return { dates: 'day-first' };
  return look === 'date-either-order' ? { dates: 'unknown' } : {};
}
