import { z } from 'zod';

import {
  describeCaseActions,
  type CaseActionKind,
  type CaseKind,
} from '../../entry/case-payload.ts';

/** What is asked for in one part of an action. */
export type FieldKind =
  | 'text'
  /** Several texts, one to a line. */
  | 'texts'
  | 'day'
  | 'number'
  | 'flag'
  /** One of a closed list. */
  | 'choice'
  /** Parts that belong together, such as number and title of a document. */
  | 'group'
  /** Such groups, several of them. */
  | 'rows'
  /** One box for each point. */
  | 'points'
  /** A decision and its reasons for each point that was made. */
  | 'answers';

/** One part of an action as its payload has it. */
export interface ActField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Codes of a closed list. */
  readonly codes?: readonly string[];
  /** Of a group, or of each row. */
  readonly fields?: readonly ActField[];
}

/** The number of a person in a form; it is stored nowhere. */
export const residentNumber = 'residentNumber';

const properties = z.record(z.string(), z.unknown());
const node = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  const: z.string().optional(),
  enum: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  properties: properties.optional(),
  required: z.array(z.string()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type Node = z.output<typeof node>;

/** Parts that whoever acts never states: they are his own, today's, the page's, or the register's. */
const headParts = new Set([
  ...['kind', 'caseId', 'on', 'by', 'papers', 'textHash'],
  ...['case', 'matter', 'desks', 'target'],
]);

let acts: ReadonlyMap<string, readonly ActField[]> | undefined;
let matters: ReadonlyMap<string, readonly ActField[]> | undefined;

/** What an action asks for, read from the form of its payload; there is no second description. */
export function fieldsOfAct(act: CaseActionKind): readonly ActField[] {
  acts ??= new Map(variants(node.parse(describeCaseActions()), 'kind'));
  return acts.get(act) ?? [];
}

/** What the opening of a kind of case asks for beside what it is about. */
export function fieldsOfMatter(kind: CaseKind): readonly ActField[] {
  matters ??= new Map(variants(matterNode(), 'case'));
  return matters.get(kind) ?? [];
}

function matterNode(): Node {
  const all = (node.parse(describeCaseActions()).oneOf ?? []).map((each) => node.parse(each));
  const opening = all.find(({ properties: parts }) => 'matter' in (parts ?? {}));
  return node.parse(opening?.properties?.['matter']);
}

function variants(union: Node, tag: string): [string, readonly ActField[]][] {
  return (union.oneOf ?? []).map((each) => {
    const schema = node.parse(each);
    const name = node.parse(schema.properties?.[tag]).const ?? '';
    return [name, partsOf(schema, (part) => headParts.has(part))];
  });
}

function partsOf(schema: Node, leftOut: (part: string) => boolean): readonly ActField[] {
  const { properties: parts = {}, required = [] } = schema;
  return Object.entries(parts).flatMap(([part, of]): ActField[] =>
    leftOut(part)
      ? []
      : [{ name: part, required: required.includes(part), ...shapeOf(node.parse(of)) }],
  );
}

/** @throws RangeError for a part of a payload that no form can ask for: a defect of its schema */
function shapeOf(schema: Node): Pick<ActField, 'kind' | 'codes' | 'fields'> {
  const { type } = schema;
  if (schema.format === 'date') return { kind: 'day' };
  if (schema.enum !== undefined) return { kind: 'choice', codes: schema.enum };
  if (type === 'string') return { kind: 'text' };
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (type === 'boolean') return { kind: 'flag' };
  if (type === 'object') return { kind: 'group', fields: partsOf(schema, () => false) };
  if (type === 'array') {
    const item = node.parse(schema.items);
    if (item.type === 'string') return { kind: 'texts' };
    const parts = item.properties ?? {};
    if ('outcome' in parts) return { kind: 'answers' };
    if ('text' in parts && !('factor' in parts)) return { kind: 'points' };
    return { kind: 'rows', fields: partsOf(item, () => false).map(askedFor) };
  }
  throw new RangeError(`No form asks for ${JSON.stringify(schema)}.`);
}

/**
 * A blind key is made here and typed by nobody: the number it is made of is asked for in its place,
 * where whoever orders has it (`blindPeople`).
 */
function askedFor(part: ActField): ActField {
  return part.name === 'key' ? { ...part, name: residentNumber } : part;
}
