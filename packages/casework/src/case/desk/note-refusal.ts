import type { Principal } from '../../access/principal.ts';
import type { Behalf, CaseOutcome } from './case-casework.ts';
import { asOperation, type CaseParts } from './open-desk.ts';

/** What the policies refuse they write down themselves. */
const writtenDown = new Set(['sign-in-required', 'not-permitted']);

/**
 * Writes down that somebody who may take part in a case tried a step which its table or its
 * conditions refuse: by the codes of what stands against it, and never about whom.
 *
 * Legal source: guards G24-G26, G42: whatever is refused is logged.
 */
export async function noteRefusal(
  parts: Pick<CaseParts, 'onDenied'>,
  tried: {
    readonly operation: 'case.open' | 'case.act' | 'task.act';
    readonly principal: Principal;
    readonly behalf?: Behalf | undefined;
  },
  step: Promise<CaseOutcome>,
): Promise<CaseOutcome> {
  const outcome = await step;
  if (outcome.kind !== 'refused') return outcome;
  const problems = outcome.problems.map(({ code }) => code);
  if (problems.some((code) => writtenDown.has(code))) return outcome;
  const { operation, purpose } = asOperation(tried.principal, tried);
  const { principal } = tried;
  parts.onDenied?.({
    ...{ operation, purpose },
    principal: principal.kind,
    ...('account' in principal ? { account: principal.account } : {}),
    ...('agency' in principal ? { agency: principal.agency } : {}),
    resource: 'case',
    why: 'conditions',
    problems: [...new Set(problems)],
  });
  return outcome;
}
