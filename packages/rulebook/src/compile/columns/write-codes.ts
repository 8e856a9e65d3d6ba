import type { Expression } from '../../language/tree.ts';
import { membersOf, storageOf } from '../storage.ts';
import { fieldOf, type Code } from './code.ts';

/** Where an expression stands: at a subject (row `i`) or at a record (row `j`) of a collection. */
export interface Place {
  readonly collection: string | undefined;
  /** How many codes are at hand, one inside the other. */
  readonly depth: number;
}

/** Writes an expression as JavaScript; given, since codes and expressions contain each other. */
export type Write = (expression: Expression, place: Place) => string;

/** Functions that generated code may call. */
export const prelude = `
function countBits(bits) {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
function someBit(bits, test) {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    if (test(31 - Math.clz32(rest & -rest))) return true;
  }
  return false;
}
function someMember(values, offsets, row, test) {
  for (let at = offsets[row], end = offsets[row + 1]; at < end; at++) {
    if (test(values[at])) return true;
  }
  return false;
}
`;

/** How many codes there are. */
export function writeCodesSize(code: Code, of: Expression, place: Place, write: Write): string {
  return writeOver(of, place, write, (field) => {
    const { values, offsets, row } = codesField(code, field, place);
    if (offsets === undefined) return `countBits(${values}[${row}])`;
    return `(${offsets}[${row} + 1] - ${offsets}[${row}])`;
  });
}

/** Whether the body holds for one of the codes. */
export function writeCodesSome(
  code: Code,
  { of, body }: { readonly of: Expression; readonly body: Expression },
  place: Place,
  write: Write,
): string {
  return writeOver(of, place, write, (field) => {
    const { values, offsets, row } = codesField(code, field, place);
    const inner = { ...place, depth: place.depth + 1 };
    const test = `(k${inner.depth}) => ${write(body, inner)}`;
    if (offsets !== undefined) return `someMember(${values}, ${offsets}, ${row}, ${test})`;
    const members =
      field.type.kind === 'codes' ? membersOf(field.type.list, code.program.world) : [];
    const fitting = fittingMembers(body, members);
    if (fitting === undefined) return `someBit(${values}[${row}], ${test})`;
    const mask = [...fitting].reduce((bits, member) => bits | (1 << member), 0);
    return `((${values}[${row}] & ${mask}) !== 0)`;
  });
}

type CodesField = Extract<Expression, { readonly op: 'field' }>;

/** Several codes are a field, or a choice between such. */
function writeOver(
  of: Expression,
  place: Place,
  write: Write,
  writeField: (field: CodesField) => string,
): string {
  switch (of.op) {
    case 'field':
      return writeField(of);
    case 'choose': {
      const [yes, no] = [of.yes, of.no].map((part) => writeOver(part, place, write, writeField));
      return `(${write(of.test, place)} ? ${yes ?? ''} : ${no ?? ''})`;
    }
    default:
      throw new RangeError(`Several codes out of "${of.op}" are not known to columns.`);
  }
}

function codesField(
  code: Code,
  field: CodesField,
  place: Place,
): { readonly values: string; readonly offsets: string | undefined; readonly row: string } {
  const collection = field.of === 'record' ? place.collection : undefined;
  const declared = fieldOf(code.program, collection, field.name);
  const storage = storageOf(declared.type, code.program.world);
  const use = { collection, field: field.name };
  return {
    values: code.arrayName({ ...use, part: 'values' }),
    offsets: storage.kind === 'members' ? code.arrayName({ ...use, part: 'offsets' }) : undefined,
    row: collection === undefined ? 'i' : 'j',
  };
}

/** Indexes of the members for which a condition holds that is about the member alone. */
function fittingMembers(
  body: Expression,
  members: readonly string[],
): ReadonlySet<number> | undefined {
  const all = members.map((_, index) => index);
  const where = (fits: (index: number) => boolean): ReadonlySet<number> =>
    new Set(all.filter(fits));
  switch (body.op) {
    case 'literal':
      return where(() => body.value === true);
    case 'not': {
      const inner = fittingMembers(body.of, members);
      return inner && where((index) => !inner.has(index));
    }
    case 'and':
    case 'or': {
      const parts = body.parts.map((part) => fittingMembers(part, members));
      const known = parts.flatMap((part) => part ?? []);
      if (known.length < parts.length) return undefined;
      return where((index) =>
        body.op === 'and'
          ? known.every((part) => part.has(index))
          : known.some((part) => part.has(index)),
      );
    }
    case 'in': {
      if (body.of.op !== 'member') return undefined;
      return where((index) => body.members.includes(members[index] ?? ''));
    }
    case 'compare': {
      const [member, literal] =
        body.left.op === 'member' ? [body.left, body.right] : [body.right, body.left];
      if (member.op !== 'member' || literal.op !== 'literal') return undefined;
      return where((index) => (members[index] === literal.value) === (body.how === '=='));
    }
    default:
      return undefined;
  }
}
