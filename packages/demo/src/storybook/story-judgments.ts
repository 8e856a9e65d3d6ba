import { addDays, partsOf, type CivilDate } from '@credence/domain';

import { cityAuthority, getAgency, type Authority } from '../city/agencies.ts';
import type { Party } from '../record/records.ts';
import { getRole, type ProcedureRole } from './cast.ts';
import { dayBefore } from './story-days.ts';

/** A duty that a court has laid on an organisation, and that is open. */
export interface Judgment {
  readonly authority: Authority;
  readonly party: Party;
  readonly documentNumber: string;
  readonly duty: string;
  readonly decidedOn: CivilDate;
  readonly servedOn: CivilDate;
}

const rows: readonly (readonly [ProcedureRole, number, number, number, string])[] = [
  ['debtor-heard', 3, 13, 412, '支付货款人民币386,000元及逾期利息'],
  ['debtor-reviewed', 4, 9, 398, '支付加工费人民币212,000元'],
  ['debtor-approved', 4, 26, 401, '返还定金人民币150,000元'],
  ['debtor-listed', 6, 19, 377, '支付工程款人民币1,240,000元'],
];

/** The court's decisions of the storybook. */
export function storyJudgments(today: CivilDate): readonly Judgment[] {
  return rows.map(([role, months, day, serial, duty]) => {
    const decidedOn = dayBefore(today, months, day);
    return {
      authority: cityAuthority(getAgency('district_court')),
      party: getRole(role),
      documentNumber: `（${partsOf(decidedOn).year}）望0101执${serial}号`,
      ...{ duty, decidedOn },
      servedOn: addDays(decidedOn, 2),
    };
  });
}
