import type { DutyCasework } from '@credence/casework';
import { civilDate } from '@credence/domain';

import { cityClock, cityEdition } from './fixture-rulebook.test-support.ts';

const day = civilDate('2026-11-20');
const notFound = () => Promise.resolve({ kind: 'not-found' } as const);
const refused = () => Promise.resolve({ kind: 'refused', problems: [] } as const);

/** A register in which nothing has to be reported. */
export function fixtureDuties(): Omit<DutyCasework, 'remindDue'> {
  return {
    viewOwnDuties: notFound,
    dutyForms: () => Promise.resolve({ clock: cityClock(day, cityEdition), forms: [] }),
    fileReport: refused,
    listDutyDesk: notFound,
    demandReport: refused,
  };
}
