import { z } from 'zod';

type Camel<Key extends string> = Key extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Key;

type CamelKeys<Fields> = { [Key in keyof Fields as Camel<Key & string>]: Fields[Key] };

/** A parsed card and everything in it, for reading only: editions are immutable. */
export type Frozen<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/**
 * One closed object of a card: unknown keys are refused, and the kebab-case keys of the file become
 * the camelCase names the code uses. Only keys declared here are renamed; keys of tables (articles,
 * codes, fields) are data and stay as written.
 */
export function shape<Fields extends z.ZodRawShape>(
  fields: Fields,
): z.ZodPipe<
  z.ZodObject<Fields, z.core.$strict>,
  z.ZodTransform<
    CamelKeys<z.output<z.ZodObject<Fields, z.core.$strict>>>,
    z.output<z.ZodObject<Fields, z.core.$strict>>
  >
> {
  return z.strictObject(fields).transform((value) => camelKeys(value));
}

function camelKeys<Value extends object>(value: Value): CamelKeys<Value> {
  const renamed = Object.entries(value).map(([key, part]) => [toCamel(key), part] as const);
  // The keys are those of `CamelKeys` by construction; `Object.fromEntries` cannot express it.
  return Object.fromEntries(renamed) as CamelKeys<Value>;
}

function toCamel(key: string): string {
  return key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
