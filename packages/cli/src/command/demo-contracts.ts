import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ContractOutcome, KnownPrincipal } from '@credence/casework';
import { demoContracts } from '@credence/demo';
import { addDays, describeProblem, type CivilDate, type JsonValue } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

/**
 * A few contracts and promises of the demonstration, by the same use cases as anybody's: one paid
 * late, one promise kept, one changed with what makes up for it. Once for each folder.
 */
export async function fillDemoContracts(
  { casework, caseworkOn }: Pick<System, 'casework' | 'caseworkOn'>,
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'contracts');
  if (existsSync(done)) return;
  const homeOf = async (code: string): Promise<string | undefined> => {
    const found = await casework.viewSubject({ by: 'code', code });
    return found.kind === 'found' ? found.view.subject.id : undefined;
  };
  const ids = new Map<string, string>();
  for (const { daysAgo, by, step, name, say } of demoContracts) {
    const home = await homeOf(by);
    if (home === undefined) continue;
    const on = caseworkOn(addDays(today, -daysAgo));
    const principal = speakerFor(home, today);
    const id = ids.get(name) ?? '';
    const said: JsonValue = say((days) => addDays(today, -days));
    const outcome: ContractOutcome =
      step === 'contract'
        ? await on.registerContract({ principal, home, said })
        : step === 'act'
          ? await on.actInContract({ principal, home, contractId: id, said })
          : step === 'promise'
            ? await on.makePromise({ principal, home, said })
            : await on.actOnPromise({ principal, home, promiseId: id, said });
    if (outcome.kind === 'recorded') ids.set(name, outcome.contractId);
    else line(terminal, `${name}: ${step}: ${whyNot(outcome)}`);
  }
  writeFileSync(done, '');
}

/** Whoever speaks for an organisation in a story of the demonstration. */
function speakerFor(subject: string, from: CivilDate): KnownPrincipal {
  const mandates = [{ mandateId: 'demo', subject, from: addDays(from, -1000) }];
  return { kind: 'representative', account: 'demo', name: '演示经办人', mandates };
}

function whyNot(outcome: Extract<ContractOutcome, { readonly kind: 'refused' }>): string {
  return outcome.problems.map((each) => describeProblem(each, 'en').detail).join(' ');
}
