import type { CivilDate, Language, Localised } from '@credence/domain';
import type {
  ComparedAnswer,
  ComparedQuestion,
  Confidence,
  FieldDifference,
  ProgramTrace,
  WrittenTrace,
} from '@credence/rulebook';

import type { AsOf, Found, NotFound } from '../view/answer.ts';
import type {
  AnswerClock,
  BasisView,
  CardKind,
  CardLine,
  EditionLine,
  EditionSummary,
} from '../view/view.ts';

/** A card of an edition by its address. */
export interface RulePlace {
  readonly edition: string;
  readonly kind: CardKind;
  readonly id: string;
}

/** An expression of a card: what it is called, what it says in words, and its text. */
export interface RuleText {
  /** Where it stands in the card. */
  readonly path: string;
  readonly title: Localised;
  readonly says: Localised;
  readonly text: string;
}

/** An article that a card cites, as the edition knows it. */
export interface RestingArticle {
  readonly source: string;
  readonly sourceTitle: Localised;
  readonly at: string;
  readonly says: Localised;
  readonly confidence: Confidence;
  /** Hex SHA-256; of the official text where that was read, else of `says`. */
  readonly hash: string;
  readonly hashOf: 'text' | 'summary';
}

/** What a guard wants a person to look at; a breach would have kept the edition from loading. */
export interface GuardWarning {
  readonly guard: string;
  readonly title: Localised;
  readonly field: string;
  readonly message: Localised;
}

export interface GuardsView {
  /** How many guards the whole edition was held against. */
  readonly judged: number;
  readonly warnings: readonly GuardWarning[];
}

/** A rule as one edition has it, against the edition before. */
export interface RuleVersion {
  readonly edition: EditionLine;
  readonly change: 'first' | 'added' | 'changed' | 'unchanged' | 'withdrawn';
  readonly fields: readonly FieldDifference[];
  /** How many differences its examples have; absent: none. */
  readonly cases?: number;
}

/** One fact of a case in words. */
export interface CaseFact {
  readonly title: Localised;
  readonly value: Localised;
  /** A key of cards: the page has words for it, and for its codes. */
  readonly key?: string;
}

/** A case beside a rule, and whether it comes out. */
export interface RuleCaseView {
  readonly says: Localised;
  readonly given: readonly { readonly title: Localised; readonly facts: readonly CaseFact[] }[];
  readonly expected: readonly { readonly on: string; readonly results: readonly CaseFact[] }[];
  readonly state: 'passes' | 'fails';
}

/** What stands beside a card: its words, its law, its past, its cases, and what judged it. */
export interface RuleView {
  readonly clock: AnswerClock;
  readonly texts: readonly RuleText[];
  readonly articles: readonly RestingArticle[];
  readonly guards: GuardsView;
  /** The latest first. */
  readonly history: readonly RuleVersion[];
  readonly cases: readonly RuleCaseView[];
  /** Whether it computes something, so that it can be tried with invented facts. */
  readonly canBeTried: boolean;
}

/**
 * A rule that rests on an article, and how many subjects it touches today: itself, or `through` a
 * card that it names and that rests on it.
 */
export interface RestingRule {
  readonly card: CardLine;
  /** Where it cites the article; none where it only names another card. */
  readonly paths: readonly string[];
  readonly through?: CardLine;
  /**
   * What follows on the day on which the article ends and nothing carries it: suspended, or it goes
   * on where other articles carry it too. Absent for rules that take effect through others only.
   */
  readonly ifEnded?: 'suspended' | 'goes-on';
  /** Null where the count is withheld; absent where the rule is not about subjects one by one. */
  readonly subjects?: number | null;
}

/** What follows when the source of an article ends; `on` is its first day without force. */
export type ArticleEnd = { readonly on: CivilDate; readonly state: 'to-come' | 'ended' } & (
  | { readonly kind: 'ends' }
  | { readonly kind: 'transition'; readonly by: { readonly source: string; readonly at: string } }
  | {
      readonly kind: 'replaced' | 'carried';
      readonly successor: { readonly source: string; readonly title: Localised };
      /** What the article of the same number says in the successor, where it has one. */
      readonly says?: Localised;
    }
);

/** One article: what it says, since when so, and everything that rests on it. */
export interface ArticleView {
  readonly clock: AnswerClock;
  readonly edition: EditionSummary;
  readonly article: RestingArticle;
  /** Absent where its source has no end. */
  readonly end?: ArticleEnd;
  readonly versions: readonly {
    readonly edition: EditionLine;
    readonly says?: Localised;
    readonly hash?: string;
    readonly changed: boolean;
  }[];
  readonly rules: readonly RestingRule[];
}

/** One edition's rules that rest on an article or on a whole source. */
export interface AffectedRules {
  readonly edition: EditionLine;
  /** What follows when the source ends, by article; none where it has no end by this edition. */
  readonly ends: readonly { readonly articles: readonly string[]; readonly end: ArticleEnd }[];
  readonly rules: readonly RestingRule[];
}

/** What an article, or every article of a source, carries; the latest edition first. */
export interface AffectedView {
  readonly clock: AnswerClock;
  readonly source: { readonly id: string; readonly title: Localised };
  readonly at?: string;
  readonly editions: readonly AffectedRules[];
}

/** What a reader tries: an invented organisation, a day, and facts other than the sample's. */
export interface Trial {
  /** Place of the sample, from 1. */
  readonly sample: number;
  readonly on?: CivilDate;
  /** By name of the field; an empty text takes the fact away. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A fact that can be changed. */
export interface TrialField {
  readonly name: string;
  readonly title: Localised;
  readonly type: 'date' | 'number' | 'money' | 'code' | 'yes-no';
  readonly value: string;
  readonly optional: boolean;
  readonly choices: readonly { readonly code: string; readonly title: Localised }[];
  /** What was typed and cannot be used; what can. */
  readonly fault?: { readonly found: string; readonly accepted: string };
}

/** A time in which the result stays the same. */
export interface TrialStretch {
  readonly begins: CivilDate;
  /** First day of the next one; `none` where nothing changes as far as was looked. */
  readonly ends: CivilDate | 'none';
  readonly result: Localised;
}

/** A day on which the result differs, and the rules that make it so. */
export interface TrialChange {
  readonly on: CivilDate;
  readonly result: Localised;
  readonly because: readonly {
    readonly title: Localised;
    readonly from: Localised;
    readonly to: Localised;
  }[];
}

/** A derivation in plain words, in both languages. */
export interface WrittenTraces {
  readonly zh: WrittenTrace;
  readonly en: WrittenTrace;
}

export interface TrialAnswer {
  readonly trace: ProgramTrace;
  /** Hex SHA-256 of the trace's canonical JSON. */
  readonly hash: string;
  readonly words: WrittenTraces;
  readonly result: Localised;
  /** The sample as it is shipped, on the same day; absent where no fact was changed. */
  readonly unchanged?: Localised;
  readonly stretches: readonly TrialStretch[];
  readonly changes: readonly TrialChange[];
}

/** The page on which a rule is tried. No fact of it is about anyone. */
export interface TrialView {
  readonly clock: AnswerClock;
  readonly edition: EditionSummary;
  readonly card: CardLine;
  readonly samples: readonly { readonly place: number; readonly says: Localised }[];
  readonly trial: Trial & { readonly on: CivilDate };
  readonly horizon: CivilDate;
  readonly groups: readonly {
    readonly title: Localised;
    readonly fields: readonly TrialField[];
  }[];
  /** Absent where a fact cannot be used; its field says why. */
  readonly answer?: TrialAnswer;
}

/** One question asked of local editions. */
export interface ComparedRow {
  readonly question: ComparedQuestion;
  readonly answers: readonly ComparedAnswer[];
}

/** Local editions beside each other, in the order of their codes; none of them is in force here. */
export interface ComparisonView {
  readonly clock: AnswerClock;
  readonly editions: readonly EditionSummary[];
  readonly rows: readonly ComparedRow[];
}

export type TrialOutcome =
  | Found<TrialView>
  | NotFound
  /** A name that is no fact of the sample, or a sample that does not exist. */
  | {
      readonly kind: 'refused';
      readonly parameter: string;
      readonly value: string;
      readonly accepted: string;
    };

/** Use cases of readers of the rulebook; all of them public. */
export interface RuleReadingCasework {
  viewRule(place: RulePlace): Promise<Found<RuleView> | NotFound>;
  viewArticle(place: {
    readonly edition: string;
    readonly source: string;
    readonly at: string;
  }): Promise<Found<ArticleView> | NotFound>;
  /** The reverse index over all promulgated editions: from an article, or a source, to its rules. */
  viewAffected(cited: {
    readonly source: string;
    readonly at?: string;
  }): Promise<Found<AffectedView> | NotFound>;
  tryRule(place: RulePlace, trial: Trial): Promise<TrialOutcome>;
  compareRules(asOf?: AsOf): Promise<ComparisonView>;
  /** The profiles of sectors of the law of the day, with what each of them chooses. */
  listSectors(asOf?: AsOf): Promise<SectorsView>;
}

/** One thing that a profile names, with its articles. */
export interface ChosenLine {
  readonly code: string;
  readonly title: Localised;
  readonly basis: readonly BasisView[];
}

/** A profile of a sector: whom it concerns, and what it chooses. */
export interface SectorView {
  readonly sector: string;
  readonly title: Localised;
  /** It concerns whoever no other profile concerns. */
  readonly forOthers: boolean;
  /** Lines of business, with how grave a breach would be where the profile says so. */
  readonly lines: readonly (ChosenLine & { readonly severity?: Localised })[];
  readonly licences: readonly ChosenLine[];
  readonly items: readonly ChosenLine[];
  readonly checklists: readonly ChosenLine[];
  /** Articles by which everybody is visited; absent: a draw decides. */
  readonly fullCoverage?: readonly BasisView[];
  readonly note?: Localised;
  readonly basis: readonly BasisView[];
  /** The whole profile in plain words, line by line. */
  readonly inWords: Readonly<Record<Language, readonly string[]>>;
}

export interface SectorsView {
  readonly clock: AnswerClock;
  readonly sectors: readonly SectorView[];
}
