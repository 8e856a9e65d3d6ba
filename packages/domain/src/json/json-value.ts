/** A value that JSON can carry unchanged. Numbers must be finite; `undefined` never occurs. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
