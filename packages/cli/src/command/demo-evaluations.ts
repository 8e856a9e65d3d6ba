import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Casework, KnownPrincipal } from '@credence/casework';
import { demoPeople } from '@credence/demo';
import { describeProblem } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';
import { personOf } from './demo-cases.ts';

/** Answers for the evaluations of the demonstration. */
const grader: KnownPrincipal = {
  ...{ kind: 'operator', name: 'demo', agency: 'development_reform', role: 'legal_officer' },
};

/**
 * The first evaluations of the firms whose desks somebody visits in the demonstration: everybody
 * else's are made on their yearly days.
 */
export async function fillDemoEvaluations(
  { casework }: Pick<System, 'casework'>,
  { folder, terminal }: { readonly folder: string; readonly terminal: Terminal },
): Promise<void> {
  const done = join(folder, 'evaluations');
  if (existsSync(done)) return;
  for (const { id, subject: code } of demoPeople) {
    if (code === undefined) continue;
    const outcome = await casework.evaluateNow(grader, { by: 'code', code });
    if (outcome.kind === 'refused') {
      const { title, detail } = describeProblem(outcome.problem, terminal.language);
      line(terminal, `${title} ${detail}`);
    }
    const [first] = outcome.kind === 'evaluated' ? outcome.made : [];
    if (id === objector && first !== undefined) await object(casework, code, first.evaluationId);
  }
  writeFileSync(done, '');
}

/** Whose firm objects to its evaluation. */
const objector = 'representative';

async function object(casework: Casework, code: string, evaluationId: string): Promise<void> {
  const home = await casework.findOwnHome(code);
  const principal = await personOf(casework, objector, new Map());
  if (home === undefined || principal === undefined) return;
  const lodged = await casework.lodge({
    ...{ principal, home, target: { kind: 'evaluation', evaluationId }, choice: 'disagree' },
    points: [{ text: '评价所依据的处罚已经全部履行，请重新核对。', evidence: [] }],
  });
  const registrar = await personOf(casework, 'registrar', new Map());
  if (lodged.kind !== 'lodged' || registrar === undefined) return;
  // So that it waits for the authority that answers for the evaluation.
  const content = { finding: '登记机关接收、计算没有差错，转评价机关答复。' };
  await casework.actInCase({
    ...{ principal: registrar, caseId: lodged.caseId, act: 'checked', content },
  });
}
