/** A value that JSON can carry; the same shape as the domain's, which this package may not import. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
