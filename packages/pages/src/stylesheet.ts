/** The parts of the one stylesheet, in their order; served as one file. */
export const stylesheetUrls: readonly URL[] = [
  'tokens',
  'base',
  'layout',
  'components',
  'term',
  'charts',
  'print',
].map((name) => new URL(`../style/${name}.css`, import.meta.url));
