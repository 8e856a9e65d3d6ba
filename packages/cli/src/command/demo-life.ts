import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { KnownPrincipal, LifeOutcome } from '@credence/casework';
import { demoLife, demoLifeOffice } from '@credence/demo';
import { addDays, describeProblem, type CivilDate } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

/** Events in the lives of organisations, by the same use cases as anybody's. Once for each folder. */
export async function fillDemoLife(
  { caseworkOn }: Pick<System, 'caseworkOn'>,
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'life');
  if (existsSync(done)) return;
  const { agency, enters, confirms } = demoLifeOffice;
  const by = (name: string, role: 'data_officer' | 'head_of_authority'): KnownPrincipal => ({
    ...{ kind: 'operator', name, agency, role },
  });
  for (const { name, code, enteredDaysAgo, confirmedDaysAgo, say } of demoLife) {
    const on = (days: number) => caseworkOn(addDays(today, -days));
    const said = say((days) => addDays(today, -days));
    const principal = by(enters, 'data_officer');
    const entered = await on(enteredDaysAgo).enterLifeEvent({ principal, code, said });
    if (entered.kind === 'refused') {
      line(terminal, `${name}: ${whyNot(entered)}`);
      continue;
    }
    if (confirmedDaysAgo === undefined) continue;
    const { eventId } = entered;
    const confirmed = await on(confirmedDaysAgo).settleLifeEvent({
      ...{ principal: by(confirms, 'head_of_authority'), eventId, act: 'confirm' },
    });
    if (confirmed.kind === 'refused') line(terminal, `${name}: ${whyNot(confirmed)}`);
  }
  writeFileSync(done, '');
}

function whyNot(outcome: Extract<LifeOutcome, { readonly kind: 'refused' }>): string {
  return outcome.problems.map((each) => describeProblem(each, 'en').detail).join(' ');
}
