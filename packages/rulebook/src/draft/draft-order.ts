/** A column of the file the edition is drafted for, as far as its cards need to know it. */
export interface DraftColumn {
  readonly header: string;
  readonly look: 'codes' | 'date' | 'integer' | 'text';
  /** How days without the year in front are written; `unknown` is left for people to say. */
  readonly dates?: 'month-first' | 'day-first' | 'unknown';
  /** Its values, where it holds codes. */
  readonly values: readonly string[];
  readonly longest: number;
  readonly aboutPeople: boolean;
  /** Characters an identifier may have. */
  readonly digitsOnly: boolean;
}

export interface DraftOrder {
  readonly code: string;
  readonly title: string;
  readonly language: 'zh' | 'en';
  readonly territory: string;
  readonly zone: string;
  readonly currency: string;
  readonly agency: { readonly code: string; readonly title: string };
  readonly law: { readonly code: string; readonly title: string };
  readonly item: { readonly code: string; readonly title: string };
  /** First day of the edition: no later than the earliest day in the file. */
  readonly from: string;
  readonly reviewBy: string;
  readonly columns: readonly DraftColumn[];
  /** Which header becomes which field; every other column of the file is left out. */
  readonly fields: ReadonlyMap<string, string>;
  /** Fields that make a record the same record. */
  readonly key: readonly string[];
  /** Field of codes that decides the severity class. */
  readonly decides: string;
}

/** Classes to start from; law says which there are and what each means. */
export const draftClasses = [
  { code: 'no_finding', adverse: false, zh: '未发现问题', en: 'Nothing found' },
  { code: 'minor', adverse: true, zh: '较轻', en: 'Minor' },
  { code: 'serious', adverse: true, zh: '严重', en: 'Serious' },
] as const;
