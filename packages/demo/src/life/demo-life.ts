import type { CivilDate, JsonValue } from '@credence/domain';

import { demoOfficials, demoRegisterAgency } from '../city/people.ts';
import { getAgency } from '../city/agencies.ts';
import { getRole } from '../storybook/cast.ts';

/** An event in the life of an organisation of the demonstration, so many days before today. */
export interface DemoLifeEvent {
  readonly name: string;
  /** Unified code of the organisation that it happens to. */
  readonly code: string;
  readonly enteredDaysAgo: number;
  /** Absent: it still waits for its second name, or needs none. */
  readonly confirmedDaysAgo?: number;
  readonly say: (ago: (days: number) => CivilDate) => JsonValue;
}

/** Who enters and who confirms: two officials of the registering authority. */
export const demoLifeOffice = {
  agency: demoRegisterAgency,
  enters: getAgency(demoRegisterAgency).official,
  confirms: demoOfficials[1],
} as const;

/** A merger, a division, a dormancy and an address; one merger waits while a procedure runs. */
export const demoLife: readonly DemoLifeEvent[] = [
  {
    ...{ name: 'merger', code: getRole('recycler').code },
    ...{ enteredDaysAgo: 24, confirmedDaysAgo: 22 },
    say: (ago) => ({
      ...{ event: 'merger', form: 'absorbing', effectiveOn: ago(26) },
      ...{ document: '望市监登〔2026〕合并3号', successors: [getRole('chemist').code] },
      creditors: [getRole('repair-lodged').code],
    }),
  },
  {
    ...{ name: 'division', code: getRole('dispatcher').code },
    ...{ enteredDaysAgo: 18, confirmedDaysAgo: 17 },
    say: (ago) => ({
      ...{ event: 'division', form: 'surviving', effectiveOn: ago(20) },
      ...{ document: '望市监登〔2026〕分立1号', successors: [getRole('software-house').code] },
    }),
  },
  {
    ...{ name: 'dormancy', code: getRole('lanjiang-trade').code, enteredDaysAgo: 60 },
    say: (ago) => ({ event: 'dormancy', effectiveOn: ago(61), until: ago(-300) }),
  },
  {
    ...{ name: 'address', code: getRole('carrier').code, enteredDaysAgo: 12 },
    say: (ago) => ({
      ...{ event: 'address', effectiveOn: ago(14), after: '望澜市临港区冷链大道18号' },
      document: '望市监登〔2026〕变更57号',
    }),
  },
  {
    ...{ name: 'waiting', code: getRole('listing-noticed').code, enteredDaysAgo: 1 },
    say: (ago) => ({
      ...{ event: 'merger', form: 'absorbing', effectiveOn: ago(2) },
      ...{ document: '望市监登〔2026〕合并4号', successors: [getRole('food-maker').code] },
    }),
  },
];
