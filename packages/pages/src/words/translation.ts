/**
 * The shape another language must have: every key of the English area, with the one plural form
 * that Chinese has. A key missing here, or one too many, does not compile.
 */
export type Translation<English extends Readonly<Record<string, string>>> = {
  readonly [K in keyof English & string as K extends `${string}_one` ? never : K]: string;
};
