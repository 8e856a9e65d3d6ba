import type { Type } from '../language/type.ts';
import type { World } from '../language/world.ts';

/** Typed arrays that hold numbers, truth values as 0 and 1, days and indexes of codes. */
export type NumberArray =
  Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;

/** How values of a type lie in memory; the same for every population of a world. */
export type Storage =
  | { readonly kind: 'numbers'; readonly create: (length: number) => NumberArray }
  /** Several codes of a list of at most 32, one bit each. */
  | { readonly kind: 'bits' }
  /** Several codes of a longer list, one after another with offsets. */
  | { readonly kind: 'members'; readonly create: (length: number) => NumberArray };

/** More codes than one integer has bits. */
const bitsMax = 32;

/** The narrowest way to keep every value of a type. */
export function storageOf(type: Type, world: World): Storage {
  switch (type.kind) {
    case 'bool':
      return { kind: 'numbers', create: (length) => new Uint8Array(length) };
    case 'date':
      return { kind: 'numbers', create: (length) => new Int32Array(length) };
    case 'int':
    case 'money':
      return { kind: 'numbers', create: arrayBetween(type.least, type.most) };
    case 'code':
      return { kind: 'numbers', create: arrayBetween(0, membersOf(type.list, world).length - 1) };
    case 'codes': {
      const count = membersOf(type.list, world).length;
      if (count <= bitsMax) return { kind: 'bits' };
      return { kind: 'members', create: arrayBetween(0, count - 1) };
    }
  }
}

/** The members of a code list; the index of a member is what columns hold. */
export function membersOf(list: string, world: World): readonly string[] {
  const members = world.codeLists.get(list);
  if (members === undefined) throw new RangeError(`The world has no code list "${list}".`);
  return members;
}

/** Whether every value of the type fits into 32 bits with a sign. */
export function fitsInt32(type: Type): boolean {
  if (type.kind !== 'int' && type.kind !== 'money') return true;
  return type.least >= -0x8000_0000 && type.most <= 0x7fff_ffff;
}

/**
 * What stands where an optional fact is absent. It is never part of an answer, but a back end may
 * compute with it before it looks whether the fact is there, so it lies inside the type's bounds.
 */
export function fillerOf(type: Type): number {
  if (type.kind !== 'int' && type.kind !== 'money') return 0;
  return Math.min(Math.max(0, type.least), type.most);
}

function arrayBetween(least: number, most: number): (length: number) => NumberArray {
  if (least >= 0) {
    if (most <= 0xff) return (length) => new Uint8Array(length);
    if (most <= 0xffff) return (length) => new Uint16Array(length);
  }
  if (least >= -0x80 && most <= 0x7f) return (length) => new Int8Array(length);
  if (least >= -0x8000 && most <= 0x7fff) return (length) => new Int16Array(length);
  if (least >= -0x8000_0000 && most <= 0x7fff_ffff) return (length) => new Int32Array(length);
  if (least >= 0 && most <= 0xffff_ffff) return (length) => new Uint32Array(length);
  return (length) => new Float64Array(length);
}
