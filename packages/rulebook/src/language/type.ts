/** A type of the rule language. There are no fractions, no free text and no null. */
export type Type =
  | { readonly kind: 'bool' }
  /** A whole number between two bounds, both included, both safe integers. */
  | { readonly kind: 'int'; readonly least: number; readonly most: number }
  /** Minor units of the edition's currency. */
  | { readonly kind: 'money'; readonly least: number; readonly most: number }
  /** A civil day, kept as days since 1970-01-01. */
  | { readonly kind: 'date' }
  /** One member of a closed code list. */
  | { readonly kind: 'code'; readonly list: string }
  /** Any number of members of a closed code list, each at most once. */
  | { readonly kind: 'codes'; readonly list: string };
