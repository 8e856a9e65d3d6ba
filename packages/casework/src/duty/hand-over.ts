import type { CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Journal, NewEntry } from '../port/journal.ts';
import { deskEntry, deskHome, erasedOn, foldDesk } from './duty-parts.ts';

/**
 * What waits at the desk of one authority about an organisation goes to the one that registers it
 * from now on, as it stands: asked for stays asked for, and nobody is asked twice.
 */
export async function handOverDuties(
  parts: {
    readonly journal: Pick<Journal, 'entriesOf'>;
    readonly uuid: () => string;
    readonly salt: () => string;
  },
  given: {
    readonly home: string;
    readonly from: string;
    readonly to: string;
    readonly edition: Edition;
    readonly today: CivilDate;
  },
): Promise<readonly NewEntry[]> {
  const { home, from, to, edition, today: on } = given;
  const desk = foldDesk(await parts.journal.entriesOf(deskHome(from)));
  return [...desk.values()].flatMap((line): NewEntry[] => {
    const isOpen = line.state === 'overdue' || line.state === 'demanded';
    if (line.home !== home || !isOpen) return [];
    const card = edition.duties.get(line.duty);
    const eraseOn = card === undefined ? undefined : erasedOn({ card }, edition, on);
    return [
      deskEntry(parts, from, { ...line, on, state: 'passed_on' }, eraseOn),
      deskEntry(parts, to, { ...line, on }, eraseOn),
    ];
  });
}
