/** The traits a society is raked by, and the column that holds each. */
export const traitColumns = {
  region: 'region',
  sector: 'sector',
  size: 'sizeClass',
  age: 'ageClass',
  wealth: 'wealth',
  connection: 'connected',
  office: 'official',
} as const;

/** A trait of `society/*.yaml`. */
export type Trait = keyof typeof traitColumns;

/** Places of a cell's traits in `cellTraits`. */
export const cellTraits = Object.keys(traitColumns) as [Trait, ...Trait[]];

/** Codes of kinds in the column of that name. */
export const kindCodes = { organisation: 0, natural_person: 1 } as const;

/** Most classes of a trait that is a number, and most tenths: the stride of the tables below. */
export const CLASSES = 64;
