import type { CivilDate } from '@credence/domain';

/**
 * The planning class of one subject as the work of a day last found it. It serves the planning of
 * inspections and counts in cells, never an answer about one subject: that is computed at reading.
 */
export interface ClassLineRow {
  readonly home: string;
  /** Id of the card of the risk class. */
  readonly card: string;
  /**
   * Of an individual business: the record of the licence whose premises have the class. It is nobody's
   * once the licence ends, and never the owner's.
   */
  readonly premises?: string;
  readonly class: string;
  /** Codes of what the class was weighed by, where its card weighs. */
  readonly likelihood?: string;
  readonly severity?: string;
  readonly sector?: string;
  /** The day for which it was found. */
  readonly on: CivilDate;
  /** The day on which time alone changes it; on it the subject is looked at again. */
  readonly nextChangeOn?: CivilDate;
}

/** How many are in a class, with one sector. */
export type ClassCount = Pick<ClassLineRow, 'class' | 'sector'> & {
  /** Organisations, or licensed premises of individual businesses. */
  readonly of: 'subjects' | 'premises';
  readonly count: number;
};

/** Planning classes of all subjects, for whoever plans inspections (guards N13, G40). */
export interface ClassLines {
  /** Organisations of a card in the order of their homes, after one of them. */
  list(
    card: string,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<readonly ClassLineRow[]>;
  /** Licensed premises of a card in the order of their homes and licences, after one of them. */
  listPremises(
    card: string,
    page: {
      readonly after?: { readonly home: string; readonly premises: string };
      readonly limit: number;
    },
  ): Promise<readonly (ClassLineRow & { readonly premises: string })[]>;
  count(card: string): Promise<readonly ClassCount[]>;
}
