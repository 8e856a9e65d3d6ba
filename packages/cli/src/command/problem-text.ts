import { describeProblem, type Language, type Problem, type ProblemText } from '@credence/domain';
import { permissionWords } from '@credence/portal';

/** A problem in words: what somebody may not do is said as the pages say it, and by no code. */
export function problemText(occurred: Problem, language: Language): ProblemText {
  return occurred.code === 'not-permitted'
    ? permissionWords(occurred, language)
    : describeProblem(occurred, language);
}
