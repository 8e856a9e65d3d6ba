import type { Fault } from './fault.test-support.ts';

const list = 'lists/serious-violations.yaml';

/** Faults of lists. */
export const listsFaults: readonly Fault[] = [
  {
    name: 'a measure that does not exist',
    file: list,
    replace: 'measures: [tender_exclusion]',
    by: 'measures: [⟦travel_ban]',
    code: 'card-unknown',
  },
  {
    name: 'a list that never ends',
    file: list,
    replace: '  - {by: time, after: P3Y}\n',
    by: '',
    at: '- {by: repair',
    code: 'never-ends',
  },
  {
    name: 'a list nobody can leave',
    file: list,
    replace: '  - {by: repair, earliest: P1Y, clock: repair}\n',
    by: '',
    at: '- {by: time',
    code: 'way-out-missing',
  },
  {
    name: 'an entry that outlives its ground',
    file: list,
    replace: '  - {by: [annulment, source_ended, court_stay]}\n',
    by: '',
    at: '- {by: time',
    code: 'never-ends',
  },
  {
    name: 'an open duty confirmed too rarely (N1)',
    file: list,
    replace: '{by: time, after: P3Y}',
    by: '{by: status, duty: {zh: 一, en: One}, basis: [{source: demo-act, at: art-1}], confidence: verified, exit-within: {working-days: 5}, confirm-every: ⟦P7M, decide-again-after: P3Y}',
    code: 'never-ends',
  },
  {
    name: 'an open duty whose proof takes too long (N1)',
    file: list,
    replace: '{by: time, after: P3Y}',
    by: '{by: status, duty: {zh: 一, en: One}, basis: [{source: demo-act, at: art-1}], confidence: verified, exit-within: ⟦{working-days: 6}, confirm-every: P6M, decide-again-after: P3Y}',
    code: 'never-ends',
  },
  {
    name: 'a comment of less than 30 days (N15)',
    file: list,
    replace: 'comment: {days: 30}',
    by: 'comment: {days: ⟦29}',
    code: 'impact-missing',
  },
  {
    name: 'an evaluation every three years (N15)',
    file: list,
    replace: 'every: P24M',
    by: 'every: ⟦P3Y',
    code: 'impact-missing',
  },
  {
    name: 'a list of its own without comment (N15)',
    file: list,
    replace:
      'comment: {days: 30}\nevaluation: {by: third_party, every: P24M}\nimpact: {none: {source: demo-act, at: art-1}}',
    by: `evaluation: {by: third_party, every: P24M}\nimpact: {lab-report: sha256-${'0'.repeat(64)}, published: 2023-01-01}`,
    code: 'impact-missing',
  },
  {
    name: 'no impact without an article (N15)',
    file: list,
    replace: 'impact: {none: {source: demo-act, at: art-1}}',
    by: 'impact: ⟦none',
    code: 'value-wrong',
  },
  {
    name: 'one role that decides and approves',
    file: list,
    replace: 'approves: head_of_authority',
    by: 'approves: ⟦case_officer',
    code: 'same-role',
  },
  {
    name: 'a list without remedies',
    file: list,
    replace:
      'remedies: {correction: dispute, recipients-told: all_identified, review: {by: other_unit, within: P60D}, court: {within: P6M}, stay: possible}\n',
    by: '',
    code: 'key-missing',
  },
  {
    name: 'an entry that spreads to others',
    file: list,
    replace: 'spread: none',
    by: 'spread: ⟦affiliates',
    code: 'value-wrong',
  },
  {
    name: 'lateness that suspends without a ground (N6)',
    file: list,
    replace: 'on-late: mark',
    by: 'on-late: ⟦suspend_display',
    code: 'key-missing',
  },
];
