/** Families of features; a family is taken or left as a whole. */
export const featureGroups = [
  'kind',
  'season',
  'age',
  'licences',
  'time',
  'last',
  'past',
  'marks',
  'corrections',
  'findings',
  'district',
  'complaints',
] as const;

export type FeatureGroup = (typeof featureGroups)[number];

/** One number about a place on the eve of a visit. */
export interface Feature {
  readonly name: string;
  readonly group: FeatureGroup;
  /** The half-life of the past, in days, where the feature has one. */
  readonly halfLife?: number;
  /** Which way it may move a monotone scorecard: `up` is riskier; absent: not used there. */
  readonly direction?: 'up' | 'down';
}

/**
 * What may foresee a visit: nothing but numbers from before its day. There is no room for an
 * inspector, the weather or an address; whoever wants one would have to change this type.
 */
export interface FeatureRow {
  readonly id: string;
  /** In the order of the table's features; NaN stands for "as the average place". */
  readonly values: Float64Array;
}

export interface FeatureTable {
  readonly features: readonly Feature[];
  readonly rows: readonly FeatureRow[];
}
