/**
 * A fact as evaluation takes it: a day as days since 1970-01-01, money in minor units, a code as its
 * name, several codes as their names, nothing as undefined.
 */
export type Fact = boolean | number | string | readonly string[] | undefined;

/** What is known of one record. */
export interface RecordFacts {
  /** Names the record in traces. */
  readonly id: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** What is known of one subject at one moment of knowledge. */
export interface SubjectFacts {
  readonly id: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly records: Readonly<Record<string, readonly RecordFacts[]>>;
}
