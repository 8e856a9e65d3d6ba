import type { CaseOutcome } from '@credence/casework';
import { describeProblem, isProblemCode } from '@credence/domain';

export const granted = 'granted';

/** What a use case says: `granted`, or the code that is looked for among all that it refuses for. */
export function saidOf(outcome: CaseOutcome, wanted?: string): string {
  if (outcome.kind === 'recorded') return granted;
  if (outcome.kind === 'not-found') return 'not-found';
  const codes = outcome.problems.map(({ code }) => code);
  return codes.find((code) => code === wanted) ?? codes.join(' ');
}

/** What an answer of the portal says: `granted`, or the code of its problem. */
export async function answerOf(answer: Response, wanted = ''): Promise<string> {
  const text = await answer.text();
  if (answer.status < 400) return granted;
  // A page says it in words, beside the field it is about.
  if (
    isProblemCode(wanted) &&
    text.includes(describeProblem({ code: wanted, params: {} }, 'zh').title)
  ) {
    return wanted;
  }
  return /\/problems\/([a-z-]+)/.exec(text)?.[1] ?? String(answer.status);
}
