import { civilDate, daysBetween } from '@credence/domain';
import { createPortal, type Portal } from '@credence/portal';
import type { StorePlace } from '@credence/store';

import { penaltyFile, registrationFile } from './city-files.ts';
import type { CommandResult } from './command.ts';
import { openMovingWorld, type MovingWorld } from './moving-world.ts';
import { openTerminal } from './shared-terminal.ts';

const decided = '2024-01-02';
/** The third is in no registration: it is known from its penalty alone. */
export const organisations = [1, 2, 3];
export const penaltyOf = (of: number) => ({
  of,
  number: `望市监罚〔2024〕${String(of)}号`,
  decided,
});

/** Penalties with the two columns by which the list of serious violations is judged. */
function penaltiesOf(numbers: readonly number[]): string {
  const [header = '', ...rows] = penaltyFile(numbers.map(penaltyOf)).split('\n');
  // The third is in no field of the list, and so of the class that is repaired after three months.
  const more = numbers.map((of) => (of === 3 ? ',,2023-11-01' : ',食品,2023-11-01'));
  return [
    `${header},监管领域,违法行为终止日期`,
    ...rows.map((row, at) => `${row}${more[at] ?? ''}`),
  ].join('\n');
}

/** A register with three firms, in which cases are run from the terminal while days pass. */
export interface Town {
  readonly world: MovingWorld;
  readonly portal: Portal;
  /** Runs a command on a day, inside the process that has the register open. */
  readonly run: (on: string, ...args: readonly string[]) => Promise<CommandResult>;
}

export async function openTown(place: StorePlace, folder: string, smtpPort: number): Promise<Town> {
  const world = await openMovingWorld(place, civilDate('2024-01-08'));
  await world.import('registration', registrationFile(organisations.slice(0, 2)));
  await world.import('penalty', penaltiesOf(organisations));
  const terminal = openTerminal(world.system, folder, {
    ...{ CREDENCE_SMTP_HOST: '127.0.0.1', CREDENCE_SMTP_PORT: String(smtpPort) },
    ...{ CREDENCE_SMTP_SECURITY: 'none', CREDENCE_SMTP_FROM: 'register@example.org' },
  });
  const run = (on: string, ...args: readonly string[]): Promise<CommandResult> => {
    world.pass(daysBetween(world.today(), civilDate(on)));
    return terminal(...args);
  };
  const portal = createPortal({
    services: world.system.casework,
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: world.clock,
  });
  return { world, portal, run };
}
