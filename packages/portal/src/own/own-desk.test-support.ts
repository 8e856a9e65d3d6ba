import type {
  CaseField,
  DoorRoute,
  InboxLine,
  KnownPrincipal,
  OwnCaseLine,
  OwnDeskView,
  PersonNaming,
  Sessions,
} from '@credence/casework';
import { civilDate, problem } from '@credence/domain';

import { cityClock, cityEdition, timepoint } from '../fixture-rulebook.test-support.ts';

// What pages of an organisation's desk are shown with in tests.

export const home = '01990000-0000-7000-8000-000000000001';
export const day = civilDate('2026-11-20');
export const clock = cityClock(day, cityEdition);
export const subject = { id: home, name: '望澜市示例公司', identifiers: [] };
const clocks: OwnCaseLine['clocks'] = [
  {
    ...{ clock: 'source_decides', card: 'dispute.credence', runsFor: 'officer', state: 'running' },
    ...{ startedOn: day, dueOn: civilDate('2026-11-27') },
  },
];
export const objection: OwnCaseLine = {
  ...{ caseId: 'O', kind: 'objection', openedOn: day, phase: 'being-decided', clocks },
  ...{ effect: { kind: 'none' }, disputed: false },
  receipt: { position: 197, recordedAt: timepoint },
  counter: { official: '王一', agency: 'market', paper: 'id_card', reason: '没有账号' },
};
export const notice: InboxLine = {
  ...{ caseId: 'L', place: 1, kind: 'notice', of: 'listing', from: 'market', on: day },
  ...{ asks: 'state', reason: '拟列入名单。' },
  due: { on: civilDate('2026-11-25'), days: 5, workingDays: 3 },
};
const closed = { toShow: [], pledge: false, clocks: [] };
export const routes: readonly DoorRoute[] = [
  { ...closed, choice: 'wrong', leads: { kind: 'open', case: 'objection' }, refused: [], clocks },
  {
    ...{ choice: 'put-right', leads: { kind: 'open', case: 'repair' }, refused: [], clocks: [] },
    ...{ opensOn: civilDate('2027-01-10'), toShow: ['paid'], pledge: true },
  },
  {
    ...{ ...closed, choice: 'someone-else', leads: { kind: 'open', case: 'appeal' } },
    refused: [problem('case-nothing-to-review', {})],
  },
];
export const door = {
  clock,
  subject,
  target: { kind: 'record', recordId: 'p1' },
  fields: [],
} as const;

export const ofAnother: OwnDeskView['parties'][number] = {
  ...{ caseId: 'P', kind: 'listing', as: 'creditor', openedOn: day, phase: 'in-effect' },
  ...{ subject: { home: 'd', name: '望澜市欠款公司' }, title: { zh: '名单', en: 'List' } },
  acts: ['release-consented'],
};
export const listingFields: readonly CaseField[] = [
  { name: 'debtor', kind: 'text', required: true },
  {
    ...{ name: 'notTheCase', kind: 'texts', required: false },
    options: [{ code: 'unable' }, { code: 'assets_cover' }],
  },
];

export const sessions: Sessions = {
  open: () => Promise.resolve(),
  find: () =>
    Promise.resolve({
      who: { issuer: 'urn:test', subject: 'someone' },
      ...{ openedAt: timepoint, seenAt: timepoint },
    }),
  touch: () => Promise.resolve(),
  close: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

export const mandate = { mandateId: 'm', subject: home, from: day };
export const firm: KnownPrincipal = {
  ...{ kind: 'representative', account: 'm', name: '梅映雪' },
  mandates: [mandate],
};
export const officer: KnownPrincipal = {
  ...{ kind: 'official', account: 'a', name: '王一', agency: 'market', roles: ['registrar'] },
};

export const naming: PersonNaming = {
  ...{ caseId: 'S', number: '（2026）望执限1号', name: '钟离砚', capacity: 'legal_representative' },
  ...{ unit: subject, agency: 'court', reason: '未履行', basis: [], openedOn: day },
  forbids: [{ zh: '乘坐飞机', en: 'Planes' }],
  ...{ phase: 'in-effect', heldUntil: day },
  effect: { kind: 'in-effect', from: day, until: day, shownFrom: day, confirmBy: day, texts: [] },
  looks: [
    {
      ...{ at: timepoint, agency: 'court', role: 'enforcement_judge' },
      ...{ purpose: 'supervision', fields: [] },
    },
  ],
};
