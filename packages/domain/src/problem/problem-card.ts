import type { Language } from '../language/language.ts';

/** A text in both languages; `{name}` stands for a parameter. */
export type ProblemWords = Readonly<Record<Language, string>>;

/** What is said about one kind of problem, and how HTTP and the command line answer it. */
export interface ProblemCard {
  /** HTTP status; 200 for a note that refuses nothing. */
  readonly status: number;
  /** Exit code: 0 a note, 1 refused or findings, 2 wrong use, 3 defect or unavailable. */
  readonly exit: 0 | 1 | 2 | 3;
  /** What it is, in a few words. */
  readonly title: ProblemWords;
  /** What was received and what is accepted. */
  readonly detail: ProblemWords;
  /** What to do now. */
  readonly todo: ProblemWords;
}
