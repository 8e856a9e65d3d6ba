import type { Language } from '../language/language.ts';

import { accessProblems } from './access-problems.ts';
import { caseDoorProblems } from './case-door-problems.ts';
import { casePaperProblems } from './case-paper-problems.ts';
import { caseProblems } from './case-problems.ts';
import { consultProblems } from './consult-problems.ts';
import { contractProblems } from './contract-problems.ts';
import { dutyProblems } from './duty-problems.ts';
import { courtProblems } from './court-problems.ts';
import { fileProblems } from './file-problems.ts';
import { identifierProblems } from './identifier-problems.ts';
import { inspectionProblems } from './inspection-problems.ts';
import { intakeProblems } from './intake-problems.ts';
import { lifeProblems } from './life-problems.ts';
import { matterProblems } from './matter-problems.ts';
import { paperProblems } from './paper-problems.ts';
import type { ProblemCard } from './problem-card.ts';
import { pledgeProblems } from './pledge-problems.ts';
import { requestProblems } from './request-problems.ts';
import { supplyProblems } from './supply-problems.ts';
import { systemProblems } from './system-problems.ts';
import { visitProblems } from './visit-problems.ts';
import { valueProblems } from './value-problems.ts';

type Cards = typeof fileProblems &
  typeof valueProblems &
  typeof identifierProblems &
  typeof intakeProblems &
  typeof requestProblems &
  typeof accessProblems &
  typeof lifeProblems &
  typeof matterProblems &
  typeof caseProblems &
  typeof casePaperProblems &
  typeof paperProblems &
  typeof caseDoorProblems &
  typeof courtProblems &
  typeof contractProblems &
  typeof dutyProblems &
  typeof inspectionProblems &
  typeof consultProblems &
  typeof pledgeProblems &
  typeof supplyProblems &
  typeof systemProblems &
  typeof visitProblems;

/** Every problem that a reader, an official or a machine can be told about. */
export type ProblemCode = keyof Cards;

/** The closed list: what is said and how it is answered, by code. */
export const problems: Readonly<Record<ProblemCode, ProblemCard>> = {
  ...fileProblems,
  ...valueProblems,
  ...identifierProblems,
  ...intakeProblems,
  ...requestProblems,
  ...accessProblems,
  ...lifeProblems,
  ...matterProblems,
  ...caseProblems,
  ...casePaperProblems,
  ...paperProblems,
  ...caseDoorProblems,
  ...courtProblems,
  ...contractProblems,
  ...dutyProblems,
  ...inspectionProblems,
  ...consultProblems,
  ...pledgeProblems,
  ...supplyProblems,
  ...systemProblems,
  ...visitProblems,
};

/** All codes in the order of the list. */
export const problemCodes: readonly ProblemCode[] = Object.keys(problems).filter(isProblemCode);

/** A problem as it occurred: its code and the values that its words need. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A problem in words of one language. */
export interface ProblemText {
  readonly title: string;
  /** What was received and what is accepted. */
  readonly detail: string;
  /** What to do now. */
  readonly todo: string;
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The parameters that the words of a code need. */
export type ProblemParams<Code extends ProblemCode> = Readonly<
  Record<NamesIn<Cards[Code]['detail' | 'todo']['en']>, string | number>
>;

/** A problem whose parameters are checked against its words when the code is compiled. */
export function problem<Code extends ProblemCode>(
  code: Code,
  params: ProblemParams<Code>,
): Problem {
  return { code, params };
}

/** Whether a text is a code of the list, e.g. the last part of `/problems/{code}`. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

/** The names of the parameters that the words of a code use, in the order of the English words. */
export function problemParamNames(code: ProblemCode): readonly string[] {
  const { detail, todo } = problems[code];
  return [...new Set(namesIn(`${detail.en} ${todo.en}`))];
}

/**
 * Puts a problem into words. A parameter that the caller left out is shown as a dash, since words
 * about a problem must not become a second problem.
 */
export function describeProblem(occurred: Problem, language: Language): ProblemText {
  const card = problems[occurred.code];
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const known = Object.hasOwn(occurred.params, name) ? occurred.params[name] : undefined;
      return known === undefined ? '—' : String(known);
    });
  return {
    title: card.title[language],
    detail: fill(card.detail[language]),
    todo: fill(card.todo[language]),
  };
}

function namesIn(template: string): string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
}
