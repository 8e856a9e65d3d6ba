import { byCode } from './code-of.ts';
import type { DraftColumn, DraftOrder } from './draft-order.ts';
import { inline, type Line } from './write-lines.ts';

type Card = readonly [path: string, lines: readonly Line[]];

/** Cards that say how the file is read: they follow from the file, whole. */
export function draftFileCards(order: DraftOrder): readonly Card[] {
  return [agency(order), scheme(order), schema(order), mapping(order)];
}

function agency({ agency: { code, title }, item, language }: DraftOrder): Card {
  const lines = [
    `agency: ${code}`,
    ['title', { [language]: title }] as const,
    `supplies: [${item.code}]`,
  ];
  return [`agencies/${code}.yaml`, lines];
}

function scheme(order: DraftOrder): Card {
  const column = columnOf(order, 'subject_code');
  const number = order.language === 'zh' ? '登记编号' : 'Number of the business';
  return [
    `schemes/${order.item.code}-number.yaml`,
    [
      '# How the number of a business is written. Let max leave room for longer ones to come.',
      `scheme: ${order.item.code}-number`,
      ['title', { [order.language]: number }],
      'confidence: unverified',
      `validator: ${column?.digitsOnly === true ? 'digits' : 'alphanumeric'}`,
      `length: {min: 1, max: ${String(column?.longest ?? 1)}}`,
    ],
  ];
}

function schema(order: DraftOrder): Card {
  const { language, item, reviewBy } = order;
  const name = (zh: string, en: string) => ({ [language]: language === 'zh' ? zh : en });
  const columns = [...order.fields].flatMap(([header, field]) => {
    const column = order.columns.find((each) => each.header === header);
    return column === undefined ? [] : schemaColumn(order, column, field);
  });
  return [
    `schemas/${item.code}.yaml`,
    [
      `schema: ${item.code}`,
      ['title', { [language]: item.title }],
      `review-by: ${reviewBy}`,
      'confidence: unverified',
      'columns:',
      ...columns,
      '  - column: subject_class',
      ['    says', name('主体类别', 'Class of the subject')],
      '    field: subject_class',
      '    type: code',
      '    codes:',
      `      - {code: organisation, title: ${inline(name('单位', 'Business'))}, says: [business]}`,
      '  - column: authority',
      ['    says', name('作出机关', 'Authority')],
      '    field: authority',
      '    type: text',
      '    max-length: 255',
    ],
  ];
}

function schemaColumn(order: DraftOrder, column: DraftColumn, field: string): readonly Line[] {
  const required = order.key.includes(field) || field === order.decides;
  const type = field === 'subject_code' ? 'identifier' : typeOf(column, field);
  return [
    ['  - column', field],
    ['    says', { [order.language]: column.header.replaceAll('_', ' ') }],
    `    field: ${field}`,
    `    type: ${type}`,
    ...(type === 'identifier' ? [`    scheme: ${order.item.code}-number`] : []),
    ...(required ? ['    required: true'] : []),
    ...(type === 'text' ? [`    max-length: ${String(Math.max(40, column.longest * 2))}`] : []),
    ...(type === 'code' ? ['    codes:', ...codeLines(order, column)] : []),
  ];
}

function codeLines(order: DraftOrder, column: DraftColumn): readonly string[] {
  return [...byCode(column.values)].map(([code, says]) => {
    const title = inline({ [order.language]: says[0] });
    return `      - {code: ${code}, title: ${title}, says: ${inline(says)}}`;
  });
}

function typeOf({ look }: DraftColumn, field: string): string {
  if (field === 'decided' || field === 'corrected') return 'date';
  if (field === 'subject_name' || field === 'document_number') return 'text';
  return look === 'codes' ? 'code' : look;
}

function mapping(order: DraftOrder): Card {
  const { language, item } = order;
  const taken = [...order.fields].map(([header, field]) => {
    const column = order.columns.find((each) => each.header === header);
    return `  - ${inline({ from: header, to: field, ...datesOf(column) })}`;
  });
  const left = order.columns.filter(({ header }) => header !== '' && !order.fields.has(header));
  return [
    `mappings/${order.code}.yaml`,
    [
      `mapping: ${order.code}`,
      ['title', { [language]: order.title }],
      `item: ${item.code}`,
      'columns:',
      ...taken,
      ['constants', { subject_class: 'organisation', authority: order.agency.title }],
      ...(left.length === 0 ? [] : ['# Every column that is left has its reason; make it yours.']),
      ...(left.length === 0 ? [] : ['ignored:']),
      ...left.map(
        (column) => `  - ${inline({ column: column.header, because: because(order, column) })}`,
      ),
    ],
  ];
}

function datesOf(column: DraftColumn | undefined): { readonly dates?: string } {
  if (column?.dates === undefined) return {};
  return { dates: column.dates === 'unknown' ? 'fill-in' : column.dates };
}

function because({ language }: DraftOrder, { aboutPeople }: DraftColumn) {
  const [zh, en] = aboutPeople
    ? ['涉及自然人，不予采集。', 'About a natural person.']
    : ['本版本没有规则需要这一栏。', 'No rule of this edition needs it.'];
  return { [language]: language === 'zh' ? zh : en };
}

function columnOf(order: DraftOrder, field: string): DraftColumn | undefined {
  return order.columns.find(({ header }) => order.fields.get(header) === field);
}
